"""What a trend says in sentences, and its signs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from wenming_score.render import layout
from wenming_score.render.layout import Tone
from wenming_score.text import tr
from wenming_score.trend import Trend
from wenming_score.trend.dates import Ahead
from wenming_score.trend.lines import Line, Point
from wenming_score.trend.term import Outlook, Term
from wenming_score.values import plain

STEPS = "▁▂▃▄▅▆▇█"
GONE = "·"
OUTLOOKS: Mapping[Outlook, tuple[Tone, str]] = {
    "reached": ("good", "√"),
    "open": ("unsure", "△"),
    "out_of_reach": ("bad", "×"),
    "missed": ("bad", "×"),
    "unknown": ("faint", "-"),
}
_CHANGES = 3
"""Full points of a line that are written out."""
_BARRED = frozenset({"vetoed", "ineligible"})


def about(trend: Trend) -> str:
    """Say which years these are, and as of which day they are looked at."""
    first, last, n = trend.years[0].label, trend.years[-1].label, len(trend.years)
    if trend.of == "revisions":
        return tr("{first}~{last}，{n} 个版本，截至 {as_of}", first=first, last=last, n=n, as_of=trend.as_of)
    return tr("{first}~{last}，{n} 个年度，截至 {as_of}", first=first, last=last, n=n, as_of=trend.as_of)


def rubrics(trend: Trend) -> Iterator[str]:
    """Name the rubrics, and the years that were scored by each."""
    used: dict[tuple[str, str], list[str]] = {}
    for year in trend.years:
        used.setdefault((year.rubric, year.rubric_title), []).append(year.label)
    for (name, title), labels in used.items():
        if trend.of == "revisions":
            yield tr("按{title}（{name}）", title=title, name=name)
        else:
            yield tr("{years} 年按{title}（{name}）", years=_and(labels), title=title, name=name)


def total(trend: Trend) -> Line:
    """Give the total as a line."""
    points = tuple(Point(year.full, year.supported, year.share) for year in trend.years)
    return Line("", tr("合计"), points)


def spark(line: Line) -> str:
    """Draw the shares of the full points, a sign a year."""
    return "".join(_sign(point) for point in line.points)


def _sign(point: Point | None) -> str:
    return GONE if point is None or point.share is None else STEPS[min(7, int(point.share * 8))]


def legend() -> str:
    """Explain the signs."""
    return tr("走势按得分率画，{steps} 从低到高；{gone} 是当年没有这一项或不适用", steps=STEPS, gone=GONE)


def cut(trend: Trend, room: int) -> str:
    """Say that there is no room for every year; nothing where there is."""
    return tr("表里只列最近 {n} 个年度，csv 和 json 里全有", n=room) if len(trend.years) > room else ""


def full(line: Line) -> str:
    """Write the full points of a line, and how they changed."""
    written = [one for one, _ in groupby(layout.full(point.full) for point in line.points if point)]
    return "→".join(written if len(written) <= _CHANGES else [written[0], "…", written[-1]])


def term_title(term: Term) -> str:
    """Name the term score, and what kind of points it is."""
    return tr("届内合分（{kind}）", kind=layout.kind_of_points(trial=term.trial))


def outlook(term: Term) -> str:
    """Name where the term leads."""
    words: Mapping[Outlook, str] = {
        "reached": tr("达到合格线"),
        "open": tr("还要看往后的年度"),
        "out_of_reach": tr("已经够不着合格线"),
        "missed": tr("未达合格线"),
        "unknown": tr("没有合分"),
    }
    return words[term.outlook]


def term_lines(trend: Trend) -> Iterator[str]:
    """Say what years there are, by which rule they are put together, and what that comes to."""
    term = trend.term
    yield _years(term)
    yield _rule(term)
    if term.so_far is not None:
        points, whole = layout.points(term.so_far), layout.full(term.full)
        yield tr("已有年度合到 {points} 分（满分 {full}）", points=points, full=whole)
    if term.rule in {"mean", "weights"}:
        yield _outlook(term)
        yield from _barred(trend)


def _years(term: Term) -> str:
    there, missing, ahead = (
        [year.label for year in term.years if year.state == state] for state in ("there", "missing", "ahead")
    )
    start, end = term.period.start, term.period.end
    parts = [
        tr("届期 {start}~{end}", start=start, end=end),
        tr("有 {years} 年", years=_and(there)) if there else tr("没有一个年度的报告"),
        tr("没有给出 {years} 年", years=_and(missing)) if missing else "",
        tr("还有 {years} 年", years=_and(ahead)) if ahead else "",
    ]
    return tr("，").join(part for part in parts if part)


def _rule(term: Term) -> str:
    if term.rule == "mean":
        return tr("{rubric}：各年取平均", rubric=term.rubric)
    weights = _and([plain(weight) for weight in term.weights])
    if term.rule == "weights":
        return tr("{rubric}：各年权重 {weights}", rubric=term.rubric, weights=weights)
    if term.rule == "none":
        return tr("{rubric} 没有说各年怎么合成一个分，所以不合", rubric=term.rubric)
    return tr(
        "{rubric} 的权重是 {weights}，届期却有 {n} 年，对不上，所以不合",
        rubric=term.rubric, weights=weights, n=len(term.years),
    )  # fmt: skip


def _outlook(term: Term) -> str:
    if term.pass_mark is None:
        return tr("测评体系没有合格线")
    mark, rest = layout.full(term.pass_mark), [year.label for year in term.years if year.state != "there"]
    if term.outlook == "reached" and rest:
        return tr("{years} 年就是得 0 分，届末也达到合格线 {mark}", years=_and(rest), mark=mark)
    if term.outlook == "reached":
        return tr("届末合分达到合格线 {mark}", mark=mark)
    if term.needed is None:
        return tr("届末合分达不到合格线 {mark}", mark=mark)
    return _wanted(rest, layout.points(term.needed), mark, term)


def _wanted(rest: Sequence[str], needed: str, mark: str, term: Term) -> str:
    years = tr("{years} 年", years=rest[0]) if len(rest) == 1 else tr("{years} 年平均", years=_and(rest))
    if term.outlook == "open":
        return tr("{years}要得 {needed} 分，届末才达到合格线 {mark}", years=years, needed=needed, mark=mark)
    return tr(
        "{years}要得 {needed} 分，比满分 {full} 还多，届末达不到合格线 {mark}",
        years=years, needed=needed, full=layout.full(term.full), mark=mark,
    )  # fmt: skip


def _barred(trend: Trend) -> Iterator[str]:
    """Say of which years the points alone do not decide."""
    there = {year.label for year in trend.term.years if year.state == "there"}
    for year in trend.years:
        if year.label in there and year.outcome in _BARRED:
            outcome = layout.outcome_words()[year.outcome]
            yield tr("合分只看分数；{year} 年的结论是{outcome}", year=year.label, outcome=outcome)


def reservation(one: Ahead) -> str:
    """Say how far a day is only assumed; nothing where it is known."""
    if not one.assumed:
        return ""
    if one.kind == "recheck":
        return tr("推定：官方日期不明，按年底算")
    return tr("推定：只写到 {written}，按最后一天算", written=one.written)


def _and(parts: Sequence[str]) -> str:
    return tr("、").join(parts)
