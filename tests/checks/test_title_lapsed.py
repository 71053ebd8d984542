from datetime import date

import pytest

from build import found, indicator, rubric, said

RULE, BY = "title-lapsed", rubric(indicator("count"))


def held(until: str, status: str = "kept") -> str:
    return (
        f"titles:\n- {{level: county, name: 县级文明单位, awarded: 2019,\n   valid_until: {until}, status: {status}}}\n"
    )


def test_a_title_that_ran_out_is_found_at_its_end() -> None:
    assert said(found(RULE, BY, held("2024-12-31"))) == ["3:17 warning “县级文明单位”有效期至 2024-12-31，已过期"]


@pytest.mark.parametrize("status", ["kept", "warned", "restored"])
def test_a_title_is_not_for_life(status: str) -> None:
    assert len(found(RULE, BY, held("2025-11", status))) == 1


@pytest.mark.parametrize("until", ["2025-12-31", "2025", "2026-01-01", "20xx", ""])
def test_a_title_holds_through_its_last_day(until: str) -> None:
    assert not found(RULE, BY, held(until))


def test_the_day_of_the_report_decides() -> None:
    assert found(RULE, BY, held("2025-12-31"), as_of=date(2026, 1, 1))


@pytest.mark.parametrize("status", ["lapsed", "revoked"])
def test_a_title_that_is_said_to_be_over_is_left_alone(status: str) -> None:
    assert not found(RULE, BY, held("2024-12-31", status))
