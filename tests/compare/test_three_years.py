"""The example's two years, and a third by another edition of the rubric, compared in all directions."""

from itertools import permutations

import pytest

from comparing import between, causes, every
from reports import BEFORE, REVISED, RICH, year_of
from wenming_score.compare import Year
from wenming_score.report import Changes

YEARS = {"2024": BEFORE, "2025": RICH, "2026": REVISED}


def compared(old: str, new: str) -> Changes:
    """Compare two of the years, and see that every split adds up."""
    return between(year_of(YEARS[old]), year_of(YEARS[new]))


@pytest.mark.parametrize(("old", "new"), list(permutations(YEARS, 2)))
def test_every_split_adds_up_and_turns_its_signs_with_the_years(old: str, new: str) -> None:
    there, back = compared(old, new), compared(new, old)

    assert {one.difference for one in there.items} == {-one.difference for one in back.items}
    assert causes(there.total) == tuple(-part for part in causes(back.total))
    assert sorted(causes(one) for one in there.standards) == sorted(
        tuple(-part for part in causes(one)) for one in back.standards
    )


@pytest.mark.parametrize("old", ["2024", "2025"])
def test_the_other_edition_is_seen_in_the_rules_and_what_it_cannot_compare_apart(old: str) -> None:
    found = compared(old, "2026")
    fates = {one.title: one.fate for one in found.items if one.fate != "kept"}

    assert fates == {"绿色低碳机关建设": "renamed", "组织领导": "added", "道德经典诵读": "removed"}
    assert [one.id for one in found.indicators if one.exact.apart != "0"] == ["courtesy-awareness"]
    assert {one.exact.evidence for one in found.indicators if one.fate in {"added", "removed"}} == {"0"}
    assert [(one.evidence, one.rubric) for one in found.otherwise] == [
        ("before", "luoyang-2024"),
        ("after", "luoyang-2019"),
    ]


@pytest.mark.parametrize("year", YEARS)
def test_a_year_against_itself_has_no_changes(year: str) -> None:
    found = compared(year, year)

    assert found.indicators == found.shifts == found.carried_over == found.unrenewed == ()
    assert {one.difference for one in every(found)} == {0}


def test_the_reports_of_one_edition_tell_what_the_unit_files_tell() -> None:
    files, reports = (
        compared("2024", "2025"),
        between(*(Year(year_of(YEARS[year]).report) for year in ("2024", "2025"))),
    )

    assert reports.carried_over == ()
    assert every(reports) == every(files)
