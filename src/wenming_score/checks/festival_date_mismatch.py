"""A festival that was kept on the wrong days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wenming_score.assessment import Activity
from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.plausible import Season
from wenming_score.text import tr
from wenming_score.values import Span
from wenming_score.values.festivals import FESTIVALS, festival, festival_near

_NAMES = "|".join(FESTIVALS)
_NO_PLACE = "(?![前后东西南北中]?[路街巷村桥])"
_ENDS = frozenset(name[-1] for name in FESTIVALS)
_KEPT = (
    "节(?![气能约水电目])|[前后](?![路街巷村桥])|期间|将至|来临|活动|主题|祭|扫墓|缅怀|踏青|诗(?!社)|诵|粽|包[粽饺汤]|龙舟|"
    "赏月|赏菊|赏灯|月饼|灯会|灯谜|晚会|联欢|茶话|慰问|走访|送|敬老|登高|民俗|游园"
)
"""What follows the name of a festival that is kept; 路 or 上河图 do not."""
_TITLED = rf"(?:我们的节日\W*|[迎庆闹度过])({_NAMES}){_NO_PLACE}|(春节){_NO_PLACE}|(?<!政治)({_NAMES})(?:{_KEPT})"
_HOLIDAYS = ("元旦", "五一", "劳动", "国庆", "妇女", "青年", "儿童", "建党", "建军", "教师")
_SIDES = (
    rf"(?:(?P<of>{_NAMES}|{'|'.join(_HOLIDAYS)}|[环季细情关])(?:节日?)?|节日?)"
    "(?P<side>前(?![往来进线台后路街巷村桥])|后(?![勤续备方台路街巷村桥]))"
)


@check("warning")
def festival_date_mismatch(case: Case) -> Iterator[Problem]:
    """节日活动的日期和节日对不上。

    活动的标签（`tags`）是春节、除夕、小年、腊八、元宵、清明、端午、七夕、中秋、重阳（带不带“节”字都
    行），日期却不在那一年这个节日的前后。前后多少天算数，由测评体系规定（`plausible`），没有规定的不查；
    只写到月份的日期，整段都对不上才报。题名写着“节前”，日期却在节后的，也算对不上。请核对日期，或者
    改正标签。

    没有写标签的看题名，只认连着“节”字、“前”“后”或“祭扫”“慰问”“诗会”“包粽子”这类活动的节日名，
    和“我们的节日·清明”“迎中秋”这样的写法；“重阳路”“清明上河图”里的不算。题名难免认不准，请写
    上标签：写了标签就只看标签。

        A002: {title: 端午诗会, date: 2025-06-20, serves: [...], tags: [端午]}     # 2025 年端午是 5 月 31 日
    """
    for name, activity in case.assessment.activities.items():
        if activity.date.span:
            kept = _kept(activity)
            for one in kept:
                message = _wrong(case, activity, one, activity.date.span, alone=len(kept) == 1)
                if message:
                    yield Problem(("activities", name, "date"), message, activity=name)


def _kept(activity: Activity) -> tuple[str, ...]:
    """Name the festivals that an activity keeps: by its tags, or else by its title."""
    if not activity.tags and _ENDS.isdisjoint(activity.title):
        return ()
    if activity.tags:
        named = [festival(tag) for tag in activity.tags]
    else:
        named = [match[match.lastindex or 0] for match in _titled("".join(activity.title.split()))]
    return tuple(dict.fromkeys(one for one in named if one))


def _titled(title: str) -> Iterator[re.Match[str]]:
    """Find festivals in a title; most titles name none, and the pattern takes long to make."""
    return re.finditer(_TITLED, title) if any(name in title for name in FESTIVALS) else iter(())


def _wrong(case: Case, activity: Activity, name: str, span: Span, *, alone: bool) -> str:
    season, day = case.rubric.plausible.season(name), festival_near(name, span)
    if season is None or day is None:
        return ""
    title, when, side = activity.title, activity.date, _side(activity, name, alone=alone)
    if not _in_season(span, day, season):
        return tr(
            "活动“{title}”的日期 {date} 和{festival}（{day}）对不上：不在节前 {before} 天到节后 {after} 天之内",
            title=title, date=when, festival=name, day=day, before=season.days_before, after=season.days_after,
        )  # fmt: skip
    if side == "前" and span.start > day:
        return tr(
            "活动“{title}”写的是节前，日期 {date} 却在{festival}（{day}）之后",
            title=title, date=when, festival=name, day=day,
        )  # fmt: skip
    if side == "后" and span.end < day:
        return tr(
            "活动“{title}”写的是节后，日期 {date} 却在{festival}（{day}）之前",
            title=title, date=when, festival=name, day=day,
        )  # fmt: skip
    return ""


def _in_season(span: Span, day: date, season: Season) -> bool:
    first, last = day - timedelta(days=season.days_before), day + timedelta(days=season.days_after)
    return span.start <= last and first <= span.end


def _side(activity: Activity, name: str, *, alone: bool) -> str | None:
    """Tell whether the title says before or after this festival; a bare 节前 only speaks of a festival alone."""
    if "前" not in activity.title and "后" not in activity.title:
        return None
    alone = alone and not any(tag.removesuffix("节") in _HOLIDAYS for tag in activity.tags)
    for match in re.finditer(_SIDES, activity.title):
        if match["of"] == name or (match["of"] is None and alone):
            return match["side"]
    return None
