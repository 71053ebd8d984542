import pytest

from build import HOUSE, at, found, indicator, rubric, said
from wenming_score.finding import Finding

RULE = "festival-date-mismatch"
BY = rubric(
    indicator("coverage"),
    plausible={
        "spring_festival": {"days_before": 30, "days_after": 15, **HOUSE},
        "festivals": {"days_before": 15, "days_after": 7, **HOUSE},
    },
)


def kept(date: str, title: str = "主题活动", tags: str = "") -> tuple[Finding, ...]:
    return found(RULE, BY, held(date, title, tags))


def held(date: str, title: str, tags: str) -> str:
    tagged = f", tags: [{tags}]" if tags else ""
    return f"activities:\n  A1: {{title: {title}, date: {date}, serves: [coverage]{tagged}}}\n"


def test_a_festival_out_of_its_season_is_found_at_the_date() -> None:
    text = held("2025-06-20", "包粽子", "端午")
    (finding,) = findings = found(RULE, BY, text)
    wrong = "活动“包粽子”的日期 2025-06-20 和端午（2025-05-31）对不上"
    assert said(findings) == [f"{at(text, '2025-06-20')} warning {wrong}：不在节前 15 天到节后 7 天之内"]
    assert finding.activity == "A1"


@pytest.mark.parametrize(
    ("date", "tags"),
    [
        ("2025-05-15", "端午节"),
        ("2025-06-08", "端午"),
        ("2024-12-29", "春节"),
        ("2025-02-14", "春节"),
        ("2024-04-20", "清明"),
        ("2025-04", "端午"),
        ("2025-Q4", "清明节"),
        ("{start: 2025-06-08, end: 2025-06-30}", "端午"),
        ("2025-09-20", "志愿服务, 中秋"),
        ("2026-01-17", "春节"),
        ("2025-01-27", "元宵节"),
    ],
)
def test_other_days_are_too_far_away(date: str, tags: str) -> None:
    assert len(kept(date, tags=tags)) == 1


@pytest.mark.parametrize(
    ("date", "tags"),
    [
        ("2024-04-04", "清明"),
        ("2025-04-05", "清明节"),
        ("2023-06-22", "端午"),
        ("2025-05-31", "端午节"),
        ("2025-05-24", "端午"),
        ("2023-06-15", "端午"),
        ("2024-02-02", "春节"),
        ("2025-01-10", "春节"),
        ("2026-01-18", "春节"),
        ("2025-02-12", "元宵, 春节"),
        ("2022-12-30", "腊八"),
        ("2025-01-20", "小年, 除夕"),
        ("2025-08-29", "七夕节"),
        ("2025-10-29", "重阳节"),
        ("2023-09-29", "中秋"),
        ("2025-05", "端午"),
        ("2025-Q2", "端午"),
        ("2025", "春节, 清明, 端午, 中秋"),
        ("{start: 2025-01-01, end: 2025-06-30}", "春节"),
        ("20xx", "端午"),
        ("2025-06-20", "国庆, 读书, 春联"),
    ],
)
def test_days_in_season_coarse_dates_and_other_tags_are_left_alone(date: str, tags: str) -> None:
    assert not kept(date, tags=tags)


@pytest.mark.parametrize(
    "title",
    [
        "端午节走访",
        "端午诗会",
        "“粽情端午”端午包粽子",
        "我们的节日·端午",
        "我们的节日——端午",
        "我们的节日：清明祭扫",
        "春节慰问老党员",
        "迎中秋座谈会",
        "欢度重阳座谈会",
        "中秋 赏月",
        "清明祭英烈",
        "重阳敬老",
        "元宵灯会",
        "小年送温暖",
    ],
)
def test_without_tags_a_title_that_names_a_festival_counts(title: str) -> None:
    assert len(kept("2025-07-15", title)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "重阳路社区清扫",
        "中秋路交通值守",
        "清明上河图赏析",
        "清明桥社区清扫",
        "迎中秋路段整治",
        "重阳后街清扫",
        "弘扬清明政风",
        "政治清明主题党日",
        "中小年级义务辅导",
        "中秋节能宣传",
        "清明节气讲座",
        "写春联",
        "端午",
    ],
)
def test_a_title_that_has_the_word_inside_another_does_not(title: str) -> None:
    assert not kept("2025-07-15", title)


def test_tags_are_trusted_over_the_title() -> None:
    assert not kept("2025-07-15", "端午诗会", "读书")
    assert not kept("2025-05-29", "中秋诗会", "端午")


@pytest.mark.parametrize(
    ("date", "title", "tags"),
    [
        ("2020-01-27", "节前走访慰问", "春节"),
        ("2020-01-27", "开展节前走访", "春节, 慰问"),
        ("2020-01-27", "春节前走访慰问", ""),
        ("2025-06-02", "端午节前安全检查", "端午"),
        ("2025-10-07", "中秋前夕送月饼", "中秋"),
    ],
)
def test_before_the_festival_is_not_after_it(date: str, title: str, tags: str) -> None:
    (finding,) = kept(date, title, tags)
    assert f"活动“{title}”写的是节前，日期 {date} 却在" in finding.message
    assert finding.message.endswith("之后")


def test_after_the_festival_is_not_before_it() -> None:
    (finding,) = kept("2025-01-20", "春节后收心会", "春节")
    assert finding.message == "活动“春节后收心会”写的是节后，日期 2025-01-20 却在春节（2025-01-29）之前"


@pytest.mark.parametrize(
    ("date", "title", "tags"),
    [
        ("2017-01-27", "节前走访慰问", "春节"),
        ("2020-01-25", "节前走访慰问", "春节"),
        ("2020-01", "节前走访慰问", "春节"),
        ("2025-02-06", "节后收心会", "春节"),
        ("2025-02-06", "节前走访慰问", "春节, 元宵"),
        ("2025-02-06", "元宵节前走访", "春节, 元宵"),
        ("2023-09-30", "国庆节前走访", "中秋"),
        ("2023-09-30", "节前走访", "中秋, 国庆节"),
        ("2025-01-30", "春节前往敬老院慰问", "春节"),
        ("2025-01-26", "春节后勤保障", "春节"),
        ("2025-02-03", "春节前后环境整治", "春节"),
        ("2025-06-02", "环节前移培训", "端午"),
        ("2025-02-03", "前村走访", "春节"),
    ],
)
def test_relative_words_that_fit_or_speak_of_something_else_are_left_alone(date: str, title: str, tags: str) -> None:
    assert not kept(date, title, tags)


def test_a_rubric_without_seasons_asks_for_none() -> None:
    assert not found(RULE, rubric(indicator("coverage")), held("2025-07-15", "节前走访", "端午, 春节"))
    spring = {"spring_festival": {"days_before": 30, "days_after": 15, **HOUSE}}
    only = rubric(indicator("coverage"), plausible=spring)
    assert len(found(RULE, only, held("2025-07-15", "走访", "端午, 春节"))) == 1
