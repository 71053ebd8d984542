"""A copy of what was read, with another field: nothing that was reckoned from the old one stays with it."""

from build import activity, assessment, indicator, rubric

BY = rubric(indicator("count"))
CLAIMED = assessment(BY, activities={"A1": activity("count")})


def test_a_copy_with_other_activities_is_indexed_anew() -> None:
    assert CLAIMED.serving == {"count": ("A1",)}
    assert CLAIMED.cited("count") == ("photo",)
    copy = CLAIMED.model_copy(update={"activities": {}})
    assert copy.serving == {}
    assert copy.cited("count") == ()
    assert CLAIMED.serving == {"count": ("A1",)}


def test_a_copy_of_an_indicator_with_other_points_is_worth_those() -> None:
    one = BY.indicators["count"]
    assert one.worth != 0
    assert one.model_copy(update={"points": None}).worth == 0


def test_a_copy_is_equal_to_what_it_was_made_of() -> None:
    assert CLAIMED.citing
    assert CLAIMED.model_copy() == CLAIMED
    assert CLAIMED.model_copy().model_fields_set == CLAIMED.model_fields_set
