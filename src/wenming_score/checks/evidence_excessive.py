"""More evidence than is needed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta

from wenming_score.assessment import Activity, Evidence
from wenming_score.checks.base import check
from wenming_score.checks.places import activity_at, indicator_at
from wenming_score.facts import Case, Refusals
from wenming_score.finding import Path, Problem
from wenming_score.kinds.base import Answer, Indicator
from wenming_score.text import tr
from wenming_score.values import Span, plain_words

_TIMES, _MORE, _AT_ONE_ACTIVITY = 3, 6, 6
_TRIED, _SHOWN = 20, 20
_NEAR = timedelta(days=7)
_WEB, _SHOTS = {"web_page", "screenshot"}, {"photo", "video", "audio"}


@check("note")
def evidence_excessive(case: Case) -> Iterator[Problem]:
    """材料交得太多。

    有三种情况：一项自评引用的有效材料超过所需份数的 3 倍，又多出 6 份以上；一次活动的材料超过 6 份；
    同一件事既给了链接、又交了文件。所需份数取 `at_least` 和要证明的件数（计分点、次数、应覆盖的个数）
    中大的那个。同类材料（网页和截图算同类，照片、录像不算）题名相同、日期相差不超过一周的，或者同一天
    的网页和截图、没有各写题名的，算同一件事。

    材料多不加分，只加重整理和审核的负担；2020 年版全国文明单位测评已经让网上公开的内容给链接或截图，
    不另做纸质材料。提示里列出的编号可以不交：每种类型、每个计分点都还留有一份，照此减去不会丢分。

        E003: {url: "https://example.org/news/1", type: web_page, date: 2025-03-06, title: 社区清扫}
        E004: {path: 网页.png, type: screenshot, date: 2025-03-06, title: 社区清扫}     # 有 E003 就够了
    """
    yield from _beyond_need(case)
    yield from _at_one_activity(case)
    for place, pieces in _lists(case).items():
        doubled = _doubled(case, pieces) if len(pieces) > 1 else {}
        if doubled and _free(case, place, doubled):
            pairs = tr("、").join(tr("{file}（同 {link}）", file=file, link=link) for file, link in doubled.items())
            yield _problem(place, tr("网上已有链接的，不用再交文件：{pairs}", pairs=pairs))


def _beyond_need(case: Case) -> Iterator[Problem]:
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if indicator is None or answer.not_applicable is not None or len(answer.cited()) <= _MORE:
            continue
        need = max(indicator.evidence.at_least, indicator.things(case.assessment.unit.departments))
        sound = _sound(case, indicator, answer)
        if len(sound) > _TIMES * need and len(sound) - need >= _MORE:
            spare, place = _beyond(case, sound, need), ("answers", name, "evidence")
            message = tr(
                "{title}引用了 {n} 份有效材料，有 {need} 份就够，可以不交：{pieces}",
                title=indicator.label, n=len(sound), need=need, pieces=_listed(spare),
            )  # fmt: skip
            if spare and _free(case, place, spare):
                yield _problem(place, message)


def _at_one_activity(case: Case) -> Iterator[Problem]:
    crowded = {name: one for name, one in case.assessment.activities.items() if len(one.evidence) > _AT_ONE_ACTIVITY}
    for name, activity in crowded.items():
        pieces = {piece: "" for piece in activity.evidence if piece in case.assessment.evidence}
        if len(pieces) > _AT_ONE_ACTIVITY:
            spare, place = _beyond(case, pieces, _AT_ONE_ACTIVITY), ("activities", name, "evidence")
            message = tr(
                "活动“{title}”有 {n} 份材料，一次活动 {most} 份就够，可以不交：{pieces}",
                title=activity.title, n=len(pieces), most=_AT_ONE_ACTIVITY, pieces=_listed(spare),
            )  # fmt: skip
            if spare and _free(case, place, spare):
                yield _problem(place, message)


def _sound(case: Case, indicator: Indicator, answer: Answer) -> dict[str, str]:
    """Pick the pieces of an answer that carry it, each with the first place that cites it."""
    rule, sound = indicator.evidence, dict[str, str]()
    window = case.assessment.window(rule.window)
    for place, name in answer.citations():
        entry, fact = case.assessment.evidence.get(name), case.files.get(name)
        there = fact is not None and fact.state in {"present", "link"}
        if there and entry and entry.type in rule.types:
            outside = window and entry.date and entry.date.inside(window) is False
            if not outside:
                sound.setdefault(name, str(place[:-1]))
    return sound


def _beyond(case: Case, pieces: Mapping[str, str], keep: int) -> list[str]:
    """Name the pieces beyond so many; the first of each type and of each place are kept."""
    seen: set[str] = set()
    first: list[str] = []
    for name, place in pieces.items():
        marks = {case.assessment.evidence[name].type, place}
        if not marks <= seen:
            first.append(name)
        seen |= marks
    kept = {*list(dict.fromkeys((*first, *pieces)))[: max(keep, len(first))]}
    return [name for name in pieces if name not in kept]


def _lists(case: Case) -> dict[Path, list[str]]:
    """List the evidence by the places that cite it."""
    lists: dict[Path, list[str]] = {}
    for name, answer in case.assessment.answers.items():
        for place, piece in answer.citations() if answer.not_applicable is None else ():
            lists.setdefault(("answers", name, *place[:-1]), []).append(piece)
    for name, activity in case.assessment.activities.items():
        lists["activities", name, "evidence"] = list(activity.evidence)
    return lists


def _doubled(case: Case, names: Iterable[str]) -> dict[str, str]:
    """Find the files that show what a link beside them shows, each with that link."""
    entries = {name: case.assessment.evidence[name] for name in names if name in case.assessment.evidence}
    titled: dict[str, list[str]] = {}
    dated: dict[tuple[Span | None, bool], str] = {}
    for name, entry in entries.items():
        if entry.url:
            titled.setdefault(_title(entry), []).append(name)
            dated.setdefault((_web_day(entry), bool(_title(entry))), name)
    doubled: dict[str, str] = {}
    for name, entry in entries.items():
        title, day = _title(entry), _web_day(entry)
        same = [link for link in titled.get(title, [])[:_TRIED] if title and _same(entry, entries[link])]
        same += [dated[key] for key in ((day, False), (day, not title)) if day and key in dated]
        if entry.path and same:
            doubled[name] = same[0]
    return doubled


def _title(entry: Evidence) -> str:
    return plain_words(entry.title or "")


def _web_day(entry: Evidence) -> Span | None:
    """Give the day of what was seen on the web; None for anything else, or where the day is not known."""
    span = entry.date.span if entry.date else None
    return span if span and span.days == 1 and entry.type in _WEB else None


def _same(one: Evidence, other: Evidence) -> bool:
    """Tell whether two entries of one title can be one thing: of one sort, and dated close together if at all."""
    alike = {one.type, other.type} <= _WEB or (one.type == other.type and one.type not in _SHOTS)
    first, second = (entry.date.span if entry.date else None for entry in (one, other))
    if first is None or second is None:
        return alike
    return alike and max(first.start, second.start) - min(first.end, second.end) <= _NEAR


def _free(case: Case, place: Path, pieces: Collection[str]) -> bool:
    """Tell whether pieces may go from a place without costing a point."""
    name = str(place[1])
    if place[0] == "activities":
        return _still_proven(case, case.assessment.activities[name], pieces)
    indicator, answer = case.rubric.indicators[name], case.assessment.answers[name]
    without = case.facts(indicator, Refusals(indicators={(piece, name): "spare" for piece in pieces}))
    return indicator.award(answer, without).supported == case.claims(indicator).supported


def _still_proven(case: Case, activity: Activity, gone: Collection[str]) -> bool:
    """Tell whether what stays is of a type that each indicator takes, where there was one."""
    ledger = case.assessment.evidence
    all_types = {ledger[piece].type for piece in activity.evidence if piece in ledger}
    types = {ledger[piece].type for piece in activity.evidence if piece in ledger and piece not in gone}
    served = (case.rubric.indicators[name].evidence.types for name in activity.serves if name in case.rubric.indicators)
    return all(types.intersection(taken) or not all_types.intersection(taken) for taken in served)


def _listed(pieces: list[str]) -> str:
    names = tr("、").join(pieces[:_SHOWN])
    return names if len(pieces) <= _SHOWN else tr("{names}等 {n} 份", names=names, n=len(pieces))


def _problem(place: Path, message: str) -> Problem:
    return Problem(place, message, indicator_at(place), activity=activity_at(place))
