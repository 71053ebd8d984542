"""Bonus points and penalties."""

import pytest

from build import HOUSE, LEDGER, Raw, Section, assessment, case, indicator, report, rubric
from wenming_score.files import FileFact
from wenming_score.report import Score


def listed(**points: int) -> list[Raw]:
    return [{"id": name, "title": name, "points": worth, **HOUSE} for name, worth in points.items()]


BONUS: Section = {"cap": 5, **HOUSE, "awards": listed(national=3, provincial=2, municipal=1)}
PENALTIES: Section = {**HOUSE, "entries": listed(late=1, false=3)}
FULL: Section = {"checklist": {"met": ["plan", "person"], "evidence": ["plan"]}}


def scored(**sections: Raw) -> Score:
    by = rubric(indicator("checklist"), bonus=BONUS, penalties=PENALTIES)
    claimed = assessment(by, **({"evidence": LEDGER, "answers": FULL} | sections))
    return report(case(by, claimed, files={"video": FileFact("empty")})).score


def claim(award: str, project: str = "创文", *evidence: str) -> Section:
    return {"award": award, "project": project, "evidence": evidence}


def late(**fields: Raw) -> Section:
    return {"penalty": "late", "self_reported": True, **fields}


def test_a_bonus_with_evidence_comes_on_top_of_the_full_points() -> None:
    score = scored(bonus=[claim("provincial", "创文", "certificate")])
    assert (score.bonus, score.claimed, score.supported, score.full) == (2, 6, 6, 4)


@pytest.mark.parametrize("evidence", [[], ["E404"], ["video"]])
def test_a_bonus_without_valid_evidence_is_claimed_only(evidence: list[str]) -> None:
    score = scored(bonus=[claim("provincial", "创文", *evidence)])
    assert (score.bonus, score.claimed, score.supported) == (0, 6, 4)


def test_of_one_project_only_the_highest_counts() -> None:
    awards = [claim(name, "创文", "certificate") for name in ("municipal", "national", "provincial")]
    assert scored(bonus=awards).bonus == 3
    assert scored(bonus=[*awards, claim("municipal", "书香", "certificate")]).bonus == 4


def test_the_highest_that_is_proved_counts() -> None:
    score = scored(bonus=[claim("national"), claim("municipal", "创文", "certificate")])
    assert (score.bonus, score.claimed) == (1, 7)


def test_the_bonus_has_a_cap() -> None:
    awards = [claim("national", project, "certificate") for project in "甲乙丙"]
    assert (scored(bonus=awards).bonus, scored(bonus=awards).supported) == (5, 9)


def test_an_unknown_award_adds_nothing() -> None:
    assert scored(bonus=[claim("county", "创文", "certificate")]).bonus == 0


def test_a_penalty_is_taken_from_what_is_claimed_and_supported() -> None:
    score = scored(penalties=[late()])
    assert (score.penalty, score.claimed, score.supported) == (1, 3, 3)


def test_a_penalty_that_was_not_self_reported_counts_by_the_factor() -> None:
    assert scored(penalties=[late(self_reported=False)]).penalty == 2
    by = rubric(indicator("checklist"), penalties=PENALTIES | {"undeclared_factor": 3})
    made = report(case(by, assessment(by, penalties=[late(self_reported=False)])))
    assert made.score.penalty == 3


def test_penalties_add_up_and_the_score_stops_at_nothing() -> None:
    both = [late(), late(penalty="false"), late(penalty="unheard-of")]
    score = scored(penalties=[*both, *both])
    assert (score.penalty, score.claimed, score.supported) == (8, 0, 0)


def test_a_rubric_without_lists_knows_neither() -> None:
    by = rubric(indicator("checklist"))
    sections: Section = {"bonus": [claim("national", "创文", "certificate")], "penalties": [late()]}
    score = report(case(by, assessment(by, evidence=LEDGER, answers=FULL, **sections))).score
    assert (score.bonus, score.penalty, score.supported) == (0, 0, 4)
