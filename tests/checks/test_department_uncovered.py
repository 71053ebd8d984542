import pytest

from build import at, found, indicator, rubric, said

RULE = "department-uncovered"
BY = rubric(indicator("count"), indicator("coverage", expected="departments"), indicator("coverage", id="festivals"))
UNIT = "unit: {name: 某局, type: other, staff: 40, departments: [办公室, 宣教室, 信访室, 财务科]}\n"


def activities(*departments: str, date: str = "2025-03-05") -> str:
    lines = (
        f"  A{number}: {{title: 清扫{number}, date: {date}, serves: [count], departments: {named}}}\n"
        for number, named in enumerate(departments)
    )
    return f"{UNIT}activities:\n{''.join(lines)}"


def test_departments_that_no_activity_names_are_found_together_where_they_are_listed() -> None:
    text = activities("[办公室]", "[办公室, 宣教室]")
    (finding,) = findings = found(RULE, BY, text)
    place = at(text, "departments: [办公室, 宣教室, 信访室")
    assert said(findings) == [f"{place} warning 有 2 个科室在测评年度内没有参加过活动：信访室、财务科"]
    assert (finding.activity, finding.indicator) == (None, None)


def test_what_an_answer_by_departments_lists_is_covered() -> None:
    covered = "answers: {coverage: {covered: [信访室, 财务 科]}, festivals: {covered: [春节]}}\n"
    assert not found(RULE, BY, activities("[办公室, 宣教室]") + covered)


def test_an_answer_by_festivals_covers_no_department() -> None:
    by = rubric(indicator("count"), indicator("coverage", expected=["信访室", "财务科"]))
    covered = "answers: {coverage: {covered: [信访室, 财务科]}}\n"
    assert len(found(RULE, by, activities("[办公室, 宣教室]") + covered)) == 1


@pytest.mark.parametrize(
    "text",
    [
        activities("[办公室, 宣教室, 信访室, 财务科]"),
        activities("[办公室, 宣教室]", "[信访室, 财务科]"),
        activities("", "[]"),
        activities("[办公室]", date="2024-03-05"),
        UNIT,
        "activities: {A1: {title: 清扫, date: 2025-03-05, serves: [count], departments: [办公室]}}\n",
    ],
)
def test_all_of_them_none_recorded_and_none_listed_are_left_alone(text: str) -> None:
    assert not found(RULE, BY, text)


def test_an_activity_of_another_year_covers_nobody() -> None:
    last_year = activities("[信访室, 财务科]", date="2024-03-05").replace("A0", "A9")
    text = activities("[办公室, 宣教室]") + last_year.partition("activities:\n")[2]
    assert found(RULE, BY, text)[0].message.endswith("信访室、财务科")
