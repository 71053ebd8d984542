"""An activity that counts more often than it may."""

from collections import Counter
from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr
from wenming_score.values import Span

_Entry = tuple[str, Span]
"""An activity: its id and its days."""


@check("warning")
def activity_counted_twice(case: Case) -> Iterator[Problem]:
    """一次活动重复计算。

    有两种情况。一次活动服务的测评内容，比测评体系允许的（`serves_at_most`）还多：请只留最贴切的几项。
    或者同一次活动登记了两遍：题名相同（不计空格）、日期有重叠，又服务于同一项：请合成一条。每月一次的
    讲堂题名相同、日期不同，不算重复；确实是两次活动的，请把日期写到日，或者在题名里写明地点。

        A001: {title: 社区清扫, date: 2025-03-05, serves: [leifeng-activities]}
        A017: {title: 社区清扫, date: 2025-03-05, serves: [leifeng-activities]}     # 同一次, 登记了两遍
    """
    most, known = case.rubric.serves_at_most, case.rubric.indicators
    serving_many = {name: one for name, one in case.counting.items() if len(one.serves) > most}
    for name, activity in serving_many.items():
        serves = [indicator for indicator in dict.fromkeys(activity.serves) if indicator in known]
        if len(serves) > most:
            message = tr(
                "活动“{title}”服务于 {n} 项测评内容，最多 {most} 项：{indicators}",
                title=activity.title, n=len(serves), most=most, indicators=tr("、").join(serves),
            )  # fmt: skip
            yield Problem(("activities", name, "serves"), message, activity=name)
    for later, (earlier, indicators) in _again(case).items():
        message = tr(
            "活动 {later} 和 {earlier} 题名相同（{title}）、日期重叠，都服务于{indicators}：是不是同一次活动？",
            later=later, earlier=earlier, title=case.assessment.activities[later].title,
            indicators=tr("、").join(known[name].label for name in indicators),
        )  # fmt: skip
        yield Problem(("activities", later), message, activity=later)


def _again(case: Case) -> dict[str, tuple[str, list[str]]]:
    """Find the entries that repeat an earlier one, with that one and the indicators that both serve."""
    titles = {name: "".join(activity.title.split()) for name, activity in case.counting.items()}
    often = Counter(titles.values())
    alike: dict[tuple[str, str], list[_Entry]] = {}
    for name, activity in case.counting.items():
        if activity.date.span and often[titles[name]] > 1:
            for indicator in dict.fromkeys(activity.serves):
                if indicator in case.rubric.indicators:
                    alike.setdefault((titles[name], indicator), []).append((name, activity.date.span))
    found: dict[str, tuple[str, list[str]]] = {}
    for (_, indicator), entries in alike.items():
        for earlier, later in _overlapping(entries):
            first, indicators = found.setdefault(later, (earlier, []))
            if first == earlier:
                indicators.append(indicator)
    return found


def _overlapping(entries: list[_Entry]) -> Iterator[tuple[str, str]]:
    """Pair each entry with one that it overlaps and that comes before it, by its first day or else by its id."""
    first, *others = sorted(entries, key=lambda entry: (entry[1].start, len(entry[0]), entry[0]))
    longest = first
    for entry in others:
        if entry[1].start <= longest[1].end:
            yield longest[0], entry[0]
        longest = max(longest, entry, key=lambda one: one[1].end)
