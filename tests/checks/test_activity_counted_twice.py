import pytest

from build import at, found, indicator, rubric, said

RULE = "activity-counted-twice"
BY = rubric(indicator("count"), indicator("coverage"), indicator("average"))


def activities(*lines: str) -> str:
    return "activities:\n" + "".join(f"  A{number}: {{{line}}}\n" for number, line in enumerate(lines, 1))


def test_an_activity_that_serves_too_much_is_found_where_it_says_so() -> None:
    text = activities("title: 社区清扫, date: 2025-03-05, serves: [count, coverage, average]")
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [
        f"{at(text, 'serves')} warning 活动“社区清扫”服务于 3 项测评内容，最多 2 项：count、coverage、average"
    ]
    assert (finding.activity, finding.indicator) == ("A1", None)


def test_a_rubric_says_how_many_it_may_serve() -> None:
    text = activities("title: 社区清扫, date: 2025-03-05, serves: [count, coverage]")
    assert not found(RULE, BY, text)
    strict = rubric(indicator("count"), indicator("coverage"), serves_at_most=1)
    assert len(found(RULE, strict, text)) == 1


@pytest.mark.parametrize("serves", ["[count, coverage]", "[count, count, coverage]", "[count, coverage, averages]"])
def test_as_many_as_are_allowed_a_name_given_twice_and_a_misspelt_one_are_left_alone(serves: str) -> None:
    assert not found(RULE, BY, activities(f"title: 社区清扫, date: 2025-03-05, serves: {serves}"))


def test_an_event_entered_twice_is_found_at_the_later_entry() -> None:
    text = activities(
        "title: 社区清扫, date: 2025-03-05, serves: [count, average]",
        "title: 道德讲堂, date: 2025-03-05, serves: [count]",
        "title: 社区 清扫, date: 2025-03-05, serves: [average, count]",
    )
    (finding,) = findings = found(RULE, BY, text)
    titles = "题名相同（社区 清扫）、日期重叠，都服务于count一项、average一项"
    assert said(findings) == [f"{at(text, 'A3')} warning 活动 A3 和 A1 {titles}：是不是同一次活动？"]
    assert finding.activity == "A3"


def test_a_day_inside_a_longer_activity_is_the_same_event_wherever_it_stands_in_the_file() -> None:
    text = activities(
        "title: 交通值守, date: 2025-09-20, serves: [count]",
        "title: 交通值守, date: {start: 2025-09-01, end: 2025-11-30}, serves: [count]",
        "title: 交通值守, date: 2025-11-02, serves: [count]",
    )
    assert [(one.activity, one.message[:12]) for one in found(RULE, BY, text)] == [
        ("A1", "活动 A1 和 A2 题"),
        ("A3", "活动 A3 和 A2 题"),
    ]


def test_the_later_of_two_is_the_same_whatever_the_order_of_the_file() -> None:
    lines = [f"  A{n}: {{title: 清扫, date: 2025-03-05, serves: [count]}}\n" for n in (2, 10)]
    for order in (lines, lines[::-1]):
        (finding,) = found(RULE, BY, "activities:\n" + "".join(order))
        assert (finding.activity, finding.message[:13]) == ("A10", "活动 A10 和 A2 题")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("道德讲堂, date: 2025-03-05, serves: [count]", "道德讲堂, date: 2025-04-05, serves: [count]"),
        ("道德讲堂, date: 2025-03, serves: [count]", "道德讲堂, date: 2025-04, serves: [count]"),
        ("社区清扫, date: 2025-03-05, serves: [count]", "社区清扫, date: 2025-03-05, serves: [average]"),
        ("社区清扫, date: 2025-03-05, serves: [count]", "河道清扫, date: 2025-03-05, serves: [count]"),
        ("社区清扫, date: 2025-03-05, serves: [other]", "社区清扫, date: 2025-03-05, serves: [other]"),
        ("社区清扫, date: 20xx, serves: [count]", "社区清扫, date: 20xx, serves: [count]"),
        ("社区清扫, date: 2024-03-05, serves: [count]", "社区清扫, date: 2024-03-05, serves: [count]"),
    ],
)
def test_other_days_other_indicators_other_titles_and_what_does_not_count_are_left_alone(one: str, other: str) -> None:
    assert not found(RULE, BY, activities(f"title: {one}", f"title: {other}"))


def test_a_thousand_lectures_of_one_title_are_compared_in_no_time() -> None:
    days = [f"title: 讲堂, date: 2025-{1 + n % 12:02}-{1 + n % 28:02}, serves: [count]" for n in range(1000)]
    assert len(found(RULE, BY, activities(*days))) == 1000 - len({*days})
