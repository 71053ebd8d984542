"""What holds for every two years, by one rubric or by two editions of it."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from build import Section
from comparing import between, causes, every, of_world, shown, under
from revisions import editions, revisions, years_of_one_rubric
from wenming_score.compare import Year, changes
from wenming_score.consistency import faults
from wenming_score.report import Change, Changes
from worlds import World, worlds

law = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Worlds = tuple[World, World]


@law
@given(editions())
def test_every_second_edition_of_these_tests_holds_together(pair: Worlds) -> None:
    assert [message for _, message in faults(pair[1].by)] == []


@law
@given(editions())
def test_the_parts_add_up_to_the_difference_exactly_and_as_they_are_shown(pair: Worlds) -> None:
    found = between(*map(of_world, pair))  # it asserts both
    for one in every(found):
        for exact, cents in zip(causes(one), shown(one), strict=True):
            assert abs(exact - cents) < Fraction(1, 100)


@law
@given(editions())
def test_swapping_the_years_swaps_every_sign(pair: Worlds) -> None:
    before, after = map(of_world, pair)
    there, back = between(before, after), between(after, before)
    ids = {one.id: one for one in every(there)}
    assert len(every(there)) == len(every(back))
    assert sorted(map(_signless, every(there))) == sorted(map(_turned, every(back))), ids


def _signless(one: Change) -> tuple[object, ...]:
    return one.before or 0, one.after or 0, one.difference, causes(one), shown(one)


def _turned(one: Change) -> tuple[object, ...]:
    negative = tuple(tuple(-part for part in parts) for parts in (causes(one), shown(one)))
    return one.after or 0, one.before or 0, -one.difference, *negative


@law
@given(worlds())
def test_a_year_against_itself_has_no_changes(world: World) -> None:
    one = of_world(world)
    for found in (between(one, one), between(Year(one.report), Year(one.report))):
        assert (found.indicators, found.shifts, found.carried_over, found.unrenewed) == ((), (), (), ())
        assert {change.difference for change in every(found)} == {0}


@law
@given(years_of_one_rubric())
def test_by_one_rubric_nothing_is_the_rules_doing_and_two_reports_tell_as_much_as_two_unit_files(pair: Worlds) -> None:
    before, after = map(of_world, pair)
    found = between(before, after)
    assert {(one.exact.rules, one.exact.apart) for one in every(found)} == {("0", "0")}
    assert between(Year(before.report), Year(after.report)) == replace(found, carried_over=())


@law
@given(worlds(), st.data())
def test_what_is_claimed_alike_under_two_editions_differs_by_the_rules_alone(world: World, data: DataObject) -> None:
    before = of_world(world)
    after = under(before, data.draw(revisions(world.by, gentle=True)))
    for one in every(between(before, after)):
        assert (one.exact.evidence, one.exact.status) == ("0", "0"), one


@law
@given(editions())
def test_what_one_edition_alone_asks_for_is_never_the_doing_of_the_evidence(pair: Worlds) -> None:
    for one in between(*map(of_world, pair)).indicators:
        assert one.fate not in {"added", "removed"} or one.exact.evidence == "0"


@law
@given(editions(), st.data())
def test_the_order_of_keys_does_not_matter(pair: Worlds, data: DataObject) -> None:
    def shuffled(world: World) -> World:
        sections: dict[str, Section] = {
            name: dict(data.draw(st.permutations(list(world.section(name).items()))))
            for name in ("evidence", "activities", "answers")
        }
        return world.but(**sections)

    before, after = pair
    one = changes(of_world(before), of_world(after))
    other = changes(of_world(shuffled(before)), of_world(shuffled(after)))
    assert _wordless(one) == _wordless(other)


def _wordless(found: Changes) -> Changes:
    """Leave out reasons, which name evidence in the order of the file."""
    total, *rest = (replace(one, reason="") for one in every(found))
    items, standards = len(found.items), len(found.standards)
    return replace(
        found,
        earlier=replace(found.earlier, verdict=replace(found.earlier.verdict, reasons=())),
        total=total,
        items=tuple(rest[:items]),
        standards=tuple(rest[items : items + standards]),
        indicators=tuple(rest[items + standards :]),
    )
