"""A difference shared among three causes, worked by hand."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from build import LEDGER, Section, activity, indicator, item, rubric
from comparing import between, causes, year
from wenming_score.compare import Year
from wenming_score.compare.worlds import NEW, OLD, SIDES, Key, World, Worlds, alike, split, summable, world
from wenming_score.report import Change
from wenming_score.rubric import Rubric

HERE: Section = {"not_applicable": "本单位没有这项任务"}
MET: Section = {"met": ["plan", "person"], "evidence": ["plan"]}


def edition(points: int, number: str) -> Rubric:
    """Ask for four meetings, worth so many points, and for a visit worth four."""
    meetings = indicator("count", id="meetings", points=points, target=4)
    visit = indicator("checklist", id="visit", points=4)
    return rubric(item("work", meetings, visit), edition=number, not_applicable="redistribute")


def held(by: Rubric, meetings: int, visit: Section) -> Year:
    days = range(1, meetings + 1)
    activities = {f"A{day}": activity("meetings", date=f"2025-05-0{day}") for day in days}
    ledger = LEDGER | {f"P{day}": {"path": f"{day}.jpg", "type": "record", "date": f"2025-05-0{day}"} for day in days}
    activities = {
        f"A{day}": one | {"evidence": [f"P{day}"]} for day, one in zip(days, activities.values(), strict=True)
    }
    return year(by, {"evidence": ledger, "activities": activities, "answers": {"visit": visit}})


def by_id(changed: tuple[Change, ...]) -> dict[str, Change]:
    return {one.id: one for one in changed}


def test_evidence_rules_and_standing_share_a_difference_as_reckoned_by_hand() -> None:
    # Two meetings of four for 4 points, and the visit; then three of four for 8 points, and no visit to be made.
    found = between(held(edition(4, "1"), 2, MET), held(edition(8, "2"), 3, HERE))
    changed = by_id(found.indicators)
    # Meetings with the visit:    old evidence 2/4 × 4 = 2, 2/4 × 8 = 4; new evidence 3/4 × 4 = 3, 3/4 × 8 = 6.
    # Without it its 4 points go to the meetings, so old rules × 8/4 and new rules × 12/8:
    #                             old evidence 4, 6;                     new evidence 6, 9.
    # What changes first or last counts in 2 orders of 6, what changes between the two others in 1, so
    # the evidence makes (3-2)/3 + (6-4)/6 + (6-4)/6 + (9-6)/3 = 2,
    # the rules make     (4-2)/3 + (6-3)/6 + (6-4)/6 + (9-6)/3 = 2.5,
    # the standing makes (4-2)/3 + (6-3)/6 + (6-4)/6 + (9-6)/3 = 2.5.
    assert (changed["meetings"].before, changed["meetings"].after) == (2, 9)
    assert causes(changed["meetings"]) == (2, Fraction("2.5"), Fraction("2.5"), 0)
    # The visit is worth 4 where it is to be made, whoever's evidence it is, and else 0.
    assert causes(changed["visit"]) == (0, 0, -4, 0)
    # 9 - (2 + 4) = 3 = 2 + 2.5 + (2.5 - 4)
    assert found.total.difference == 3
    assert causes(found.total) == causes(found.items[0]) == (2, Fraction("2.5"), Fraction("-1.5"), 0)


def imagined(points: dict[str, int]) -> Worlds:
    """Give worlds of one indicator by the years of evidence, rules and standing, as in `baa`."""
    made: dict[Key, World] = {}
    for evidence, rules, status in product(SIDES, repeat=3):
        worth = Fraction(points[evidence[0] + rules[0] + status[0]])
        made[evidence, rules, status] = World({"x": worth}, {"x": "i"}, {"x": ("s",)}, Fraction(0))
    return made


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        # One cause alone.
        ("bbb 0 bba 0 bab 0 baa 0 abb 6 aba 6 aab 6 aaa 6", (6, 0, 0)),
        ("bbb 0 bba 0 bab 6 baa 6 abb 0 aba 0 aab 6 aaa 6", (0, 6, 0)),
        ("bbb 0 bba 6 bab 0 baa 6 abb 0 aba 6 aab 0 aaa 6", (0, 0, 6)),
        # Two that are worth something only together share it evenly.
        ("bbb 0 bba 0 bab 0 baa 0 abb 0 aba 0 aab 6 aaa 6", (3, 3, 0)),
        # All three only together.
        ("bbb 0 bba 0 bab 0 baa 0 abb 0 aba 0 aab 0 aaa 6", (2, 2, 2)),
        # Any one will do.
        ("bbb 0 bba 6 bab 6 baa 6 abb 6 aba 6 aab 6 aaa 6", (2, 2, 2)),
        # Two that undo each other.
        ("bbb 6 bba 6 bab 0 baa 0 abb 12 aba 12 aab 6 aaa 6", (6, -6, 0)),
    ],
)
def test_each_cause_has_the_mean_of_what_it_makes_in_every_order(points: str, expected: tuple[int, ...]) -> None:
    words = points.split()
    worlds = imagined({key: int(worth) for key, worth in zip(words[::2], words[1::2], strict=True)})
    assert split(worlds, lambda of: of.total) == expected
    assert split(worlds, lambda of: of.in_item("i")) == expected
    assert split(worlds, lambda of: of.in_standard("s")) == expected
    assert split(worlds, lambda of: of.in_item("other")) == (0, 0, 0)


def test_a_total_is_never_below_nothing_and_counts_no_part_that_stands_apart() -> None:
    one = World({"x": Fraction(3), "y": Fraction(2)}, {"x": "i", "y": "i"}, {"x": ("s",), "y": ()}, Fraction(-1))
    assert (one.total, one.in_item("i"), one.in_standard("s")) == (4, 5, 3)
    apart = replace(one, apart=frozenset({"x"}))
    assert (apart.total, apart.in_item("i"), apart.in_standard("s"), apart.indicator("x")) == (1, 2, 0, 0)
    assert replace(one, beside=Fraction(-9)).total == 0


def test_reports_are_alike_by_their_rubric_and_its_parts() -> None:
    one, other = held(edition(4, "1"), 2, MET).report, held(edition(4, "1"), 3, HERE).report
    assert alike(one, other)
    assert not alike(one, held(edition(8, "2"), 2, MET).report)
    fewer = replace(other.items[0], indicators=other.items[0].indicators[:1])
    assert not alike(one, replace(other, items=(fewer,)))


def test_worlds_of_endless_digits_are_not_summed() -> None:
    made = world(held(edition(4, "1"), 2, MET).report, None)
    primes = [Fraction(1, 10**100 + 267), Fraction(1, 10**100 + 949)]
    fine = replace(made, points=dict(zip("xy", primes, strict=True)))
    assert summable({OLD: made, NEW: replace(made, points={"x": primes[0]})})
    assert not summable({OLD: made, NEW: fine})
