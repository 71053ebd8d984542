import pytest

from build import HOUSE, Section, at, found, indicator, rubric, said

RULE = "quantity-implausible"
BY = rubric(
    indicator("ratio"),
    indicator("ratio", id="turns", unit="人次"),
    indicator("count", unit="人"),
    indicator("count", id="times", unit="场"),
)


def test_more_people_than_there_are_is_found_at_the_number() -> None:
    (finding,) = findings = found(RULE, BY, "answers:\n  ratio: {count: 41}\n")
    assert said(findings) == ["2:18 warning 41 多于基数 40 人：是不是人次？"]
    assert finding.indicator == "ratio"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("ratio: {count: 30人次}", "填的是30人次，这一项数的是人，不能混用"),
        ("turns: {count: 30人}", "填的是30人，这一项数的是人次，不能混用"),
        ("count: {count: 30人次}", "填的是30人次，这一项数的是人，不能混用"),
    ],
)
def test_heads_and_turns_are_not_mixed(answer: str, message: str) -> None:
    assert [finding.message for finding in found(RULE, BY, f"answers: {{{answer}}}")] == [message]


@pytest.mark.parametrize(
    "answer",
    [
        "ratio: {count: 40}",
        "ratio: {count: 40人}",
        "turns: {count: 120人次}",
        "turns: {count: 120}",
        "count: {count: 400}",
        "times: {count: 30人次}",
        "ratio: {count: 待填}",
        "ratio: {}",
    ],
)
def test_a_rate_of_turns_may_pass_the_heads_and_a_plain_number_is_taken_as_asked(answer: str) -> None:
    assert not found(RULE, BY, f"answers: {{{answer}}}")


def test_without_its_denominator_nothing_is_too_many() -> None:
    assert not found(RULE, BY, "unit: {name: 某局, type: other, staff: 待填}\nanswers: {ratio: {count: 4100}}")


LIMITS: Section = {
    "a_head": {"册": {"at_most": 50000, **HOUSE}, "小时": {"at_most": 1000, **HOUSE}},
    "hours_a_head_a_day": {"at_most": 12, **HOUSE},
    "participants_a_day": {"times_staff": 20, "at_least": 1000, **HOUSE},
}
LIMITED = rubric(
    indicator("count", id="books", unit="册"),
    indicator("average"),
    indicator("average", id="volunteers", denominator="volunteers"),
    indicator("count"),
    plausible=LIMITS,
)
UNIT = "unit: {name: 某局, type: other, staff: 86, counts: {volunteers: 20}}\n"


def an_activity(fields: str) -> str:
    return f"{UNIT}activities:\n  A1: {{title: 义务清扫, serves: [count], {fields}}}\n"


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        (
            UNIT + "answers: {books: {count: 12280万册}}",
            "12280万册",
            "12280万册 ÷ 86 = 人均 1427906.97册，超过合理的限度 50000：是不是多写了“万”，或者单位不对？",
        ),
        (
            "unit: {name: 某校, type: school, staff: 29, counts: {books: 12280万册}}",
            "12280万册",
            "12280万册 ÷ 29 = 人均 4234482.75册，超过合理的限度 50000：是不是多写了“万”，或者单位不对？",
        ),
        (
            UNIT + "answers: {volunteers: {total: 20001}}",
            "20001",
            "20001 ÷ 20 = 人均 1000.05小时，超过合理的限度 1000：是不是多写了“万”，或者单位不对？",
        ),
        (
            an_activity("date: 2025-03-05, participants: 40, hours: 600"),
            "600",
            "600 小时 ÷ 40 人 ÷ 1 天 = 每人每天 15 小时，超过合理的限度 12 小时",
        ),
        (
            an_activity("date: {start: 2025-03-03, end: 2025-03-12, days: 4}, participants: 10人, hours: 500小时"),
            "500小时",
            "500 小时 ÷ 10 人 ÷ 4 天 = 每人每天 12.5 小时，超过合理的限度 12 小时",
        ),
        (
            an_activity("date: 2025-03-05, participants: 5000人次"),
            "5000人次",
            "职工 86 人，1 天的活动参加 5000 人次，超过合理的限度 1720：群众的人数请写在 note 里",
        ),
    ],
)
def test_what_no_people_can_do_or_own_is_found_at_its_number(text: str, part: str, message: str) -> None:
    findings = found(RULE, LIMITED, text)
    assert said(findings) == [f"{at(text, part)} warning {message}"]


@pytest.mark.parametrize(
    "text",
    [
        UNIT + "answers: {books: {count: 12280册}}",
        UNIT + "answers: {books: {count: 1.2万册}}",
        UNIT + "answers: {volunteers: {total: 20000}}",
        UNIT + "answers: {average: {total: 20001}}",
        an_activity("date: 2025-03-05, participants: 40, hours: 480"),
        an_activity("date: 2025-03, participants: 40, hours: 10000"),
        an_activity("date: 20xx, participants: 40, hours: 10000"),
        an_activity("date: 2025-03-05, hours: 10000"),
        an_activity("date: 2025-03-05, participants: 0, hours: 10"),
        an_activity("date: {start: 2025-03-03, end: 2025-03-04, days: 0}, participants: 40, hours: 900"),
        an_activity("date: 2025-03-05, participants: 1720"),
        an_activity("date: {start: 2025-02-01, end: 2025-02-03}, participants: 5000"),
    ],
)
def test_a_library_a_busy_volunteer_and_a_long_campaign_are_left_alone(text: str) -> None:
    assert not found(RULE, LIMITED, text)


def test_a_small_unit_may_gather_a_crowd_and_an_unknown_one_any() -> None:
    small = an_activity("date: 2025-03-05, participants: 900").replace("staff: 86", "staff: 12")
    assert not found(RULE, LIMITED, small)
    assert found(RULE, LIMITED, small.replace("900", "1001"))
    assert not found(RULE, LIMITED, small.replace("900", "1001").replace("staff: 12", "staff: 待填"))


def test_a_rubric_without_limits_asks_for_none() -> None:
    text = an_activity("date: 2025-03-05, participants: 90000, hours: 90000000")
    assert not found(
        RULE, rubric(indicator("count"), indicator("average")), f"{text}answers: {{average: {{total: 900000000}}}}"
    )
