"""Rankings to render: one with everything in it, one with nothing, one whose every text is hostile, one without end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wenming_score.choices import Lang, RankBy
from wenming_score.rank import (
    Bad,
    Failure,
    Findings,
    League,
    Line,
    Named,
    Part,
    PartLeague,
    Placed,
    PlacedPart,
    Quota,
    Ranking,
    Reuse,
    Row,
    Spread,
    Standing,
)
from wenming_score.rank.document import Place
from wenming_score.rank.order import ranks, spread
from wenming_score.report import Period, RedLineState, RubricInfo, Tool
from wenming_score.report.parts import VerdictOutcome
from wenming_score.values import FOUR_PLACES, shown

Given = tuple[str, str, str, str, str | None, Place]
"""Name and type of a unit, what it has of 4 points for plans and of 6 for deeds, its self score, its place."""
Apart = tuple[str, Standing, VerdictOutcome, tuple[str, RedLineState] | None, str]
"""Name of a unit, where it stands and its verdict, a red line that is not clear, the reason."""

THIS, LAST = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2024))
ITEMS = (Named("plans", "计划和制度"), Named("deeds", "志愿服务活动"))
STANDARDS = (Named("organised", "组织领导有力，创建工作扎实"),)
LONG = "某县行政审批和政务信息管理局（县政务服务中心）驻开发区综合便民服务大厅"
COUNTY: Sequence[Given] = (
    ("某县税务局", "government_office", "4", "6", "10", "quota"),
    ("某县人民医院（县域医疗中心）", "hospital", "3.5", "5.14", "9.5", "shortlist"),
    ("某县第一初级中学", "school", "4", "4.64", None, "shortlist"),
    (LONG, "government_office", "2", "3.42", "10", "below_mark"),
    ("某县水务集团", "enterprise", "0", "0", "6", "below_mark"),
)  # fmt: skip
OTHERS: Sequence[Given] = (("某镇便民服务站", "other", "2", "4.28", None, ""),)
APART: Sequence[Apart] = (
    ("某县供电公司", "vetoed", "vetoed", ("发生重大安全生产事故", "breached"), "触碰红线：发生重大安全生产事故"),
    ("某县林场", "ineligible", "ineligible", None, "不符合申报条件：届期完整（届期 2 年，要求 3 年）"),
    ("某县气象局", "undetermined", "undetermined", ("严重违纪", "undeclared"), "红线未声明：严重违纪"),
)
FAILED: Sequence[tuple[str, Bad, tuple[str, ...]]] = (
    ("乱/unit.yaml", "unreadable", ("乱/unit.yaml:3:1: 缺少 unit", "乱/unit.yaml:9:5: 不认识的键 typ，是不是 type？")),
    ("空/unit.yaml", "blank", ("空/unit.yaml：没有一条自评（answers），也没有活动（activities），无从打分",)),
    ("谜/unit.yaml", "lost", ("谜/unit.yaml：程序自己出错了，请报告：ValueError somewhere:7",)),
)
REUSED: Sequence[Reuse] = (
    Reuse("某县林场/unit.yaml", "某县林场", "E0301", "某县税务局/unit.yaml", "E0207", date(2025, 3, 5)),
    Reuse("某县税务局/unit.yaml", "某县税务局", "E0207", "某县林场/unit.yaml", "E0301", None),
)


class Generated:
    """So many ranked units, made as they are gone through."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __iter__(self) -> Iterator[Placed]:
        for number in range(self._count):
            share = shown(Fraction(self._count - 1 - number, max(self._count - 1, 1)), FOUR_PLACES)
            given: Given = (f"第{number:05}单位", "school", "3.5", "2.57", "9", "below_mark")
            yield Placed(number + 1, share, given[-1], row(given))


def row(given: Given, *, mark: str | None = "8", period: Period = THIS) -> Row:
    """Make the row of a ranked unit; who has nothing for deeds need not have any."""
    name, type_, plans, deeds, said, _ = given
    items = (_part(ITEMS[0], plans, "4"), _part(ITEMS[1], deeds, "6" if Decimal(deeds) else "0"))
    supported = Decimal(plans) + Decimal(deeds)
    worst = min((one for one in items if one.full), key=lambda one: one.share)
    return Row(
        file=f"{name}/unit.yaml", name=name, type=type_, rubric="tiny-1", period=period, standing="ranked",
        verdict="undetermined" if mark is None else "qualified" if supported >= Decimal(mark) else "below_mark",
        reasons=(f"支撑得分 {supported}",), self_score=None if said is None else Decimal(said),
        claimed=min(Decimal(10), supported + Decimal("0.75")), supported=supported, full=Decimal(10),
        share=supported / 10, coverage=Decimal("0.6666"), red_lines=(), worst=worst,
        findings=Findings(0 if supported > 9 else 1, 12, len(name) % 4), items=items,
        standards=(_part(STANDARDS[0], plans, "4"),),
    )  # fmt: skip


def _part(of: Named, supported: str, full: str) -> Part:
    share = shown(Fraction(supported) / Fraction(full), FOUR_PLACES) if Decimal(full) else Decimal(0)
    return Part(of.id, of.title, Decimal(full), Decimal(supported), share)


def _apart(given: Apart) -> Row:
    name, standing, verdict, line, reason = given
    ranked = row((name, "institution", "3", "2.57", "8", ""))
    lines = (Line("line", *line),) if line else ()
    return replace(ranked, standing=standing, verdict=verdict, red_lines=lines, reasons=(reason, *ranked.reasons))


def _spread(part: RankBy, of: Named, type_: str, figures: Iterable[Decimal], full: str) -> Spread:
    cents = sorted(int(one * 100) for one in figures)
    five = spread(cents)
    points = (five.mean, five.least, five.lower, five.median, five.upper, five.most)
    return Spread(part, of.id, of.title, type_, len(cents), Decimal(full), *map(shown, points))


def _spreads(rows: Sequence[Row]) -> Iterator[Spread]:
    types = ["", *sorted({one.type for one in rows})] if rows else []
    sorts = [[one for one in rows if type_ in ("", one.type)] for type_ in types]
    for type_, some in zip(types, sorts, strict=True):
        yield _spread("total", Named("", ""), type_, (one.supported for one in some), "10")
    for type_, some in zip(types, sorts, strict=True):
        yield _spread("item", ITEMS[0], type_, (one.items[0].supported for one in some), "4")


def _by_item(rows: Sequence[Row]) -> Iterator[PartLeague]:
    for number, item in enumerate(ITEMS):
        parts = [(one.items[number], one) for one in rows if one.items[number].full]
        parts.sort(key=lambda one: -one[0].supported)
        places = ranks([int(part.supported * 100) for part, _ in parts])
        ranked = zip(parts, places, strict=True)
        placed = (PlacedPart(rank, one.file, one.name, part) for (part, one), (rank, _) in ranked)
        yield PartLeague(item.id, item.title, tuple(placed))


def league(  # noqa: PLR0913 - what a league may have
    given: Sequence[Given],
    apart: Sequence[Apart] = (),
    *,
    title: str = "某县文明单位测评体系",
    mark: str | None = "8",
    quota: Quota | None = None,
    by: RankBy = "total",
    periods: tuple[Period, ...] = (THIS,),
) -> League:
    """Make the units of one rubric; they are given in their order."""
    rows = [row(one, mark=mark, period=periods[number % len(periods)]) for number, one in enumerate(given)]
    order = ranks([int(one.supported * 100) for one in rows])
    placed = tuple(
        Placed(rank, shown(Fraction(less, len(rows) - 1), FOUR_PLACES) if len(rows) > 1 else None, one[-1], of)
        for one, of, (rank, less) in zip(given, rows, order, strict=True)
    )
    pass_mark = None if mark is None else Decimal(mark)
    basis = {"official": Decimal(2), "derived": Decimal(0), "house": Decimal(8)}
    info = RubricInfo("tiny", "1", title, "county", "0" * 64, Decimal(10), pass_mark, basis, True, 3, ())  # noqa: FBT003 - a record
    return League(
        info, len(placed) + len(apart), len(placed), ITEMS, STANDARDS, periods if placed else (), {}, quota, placed,
        tuple(map(_apart, apart)), tuple(_spreads(rows)), tuple(_by_item(rows)) if by == "item" else (),
    )  # fmt: skip


def ranking(*leagues: League, by: RankBy = "total", lang: Lang = "zh", flawed: bool = False) -> Ranking:
    """Put leagues together; a flawed ranking has files that came to nothing, and photos that two units have."""
    failures = tuple(Failure(*one) for one in FAILED) if flawed else ()
    units = sum(one.units for one in leagues) + len(failures)
    reused = REUSED if flawed else ()
    return Ranking(Tool("wenming-score", "0"), date(2025, 12, 31), by, units, leagues, failures, reused, lang)


def rich(lang: Lang = "zh", by: RankBy = "item") -> Ranking:
    """Give a ranking with everything in it that can be."""
    first = league(COUNTY, APART, quota=Quota(1, 2, 3), by=by, periods=(LAST, THIS))
    other = league(OTHERS, title="某镇文明单位测评体系", mark=None, quota=Quota(1, 2, 1), by=by)
    return ranking(first, other, by=by, lang=lang, flawed=True)


def plain(lang: Lang = "zh") -> Ranking:
    """Give a ranking as most are: one rubric, no quota, nothing wrong."""
    return ranking(league(COUNTY), lang=lang)


def nobody() -> Ranking:
    """Give a ranking in which nobody is ranked."""
    return ranking(league((), APART, quota=Quota(2, 3, 0)))


def bare() -> Ranking:
    """Give a ranking without a unit."""
    return ranking()


def hostile(said: str) -> Ranking:
    """Give a ranking with a hostile text wherever one may be."""
    given = [(said, *one[1:]) for one in COUNTY]
    apart: list[Apart] = [(said, one[1], one[2], one[3] and (said, one[3][1]), said) for one in APART]
    one = league(given, apart, title=said, quota=Quota(1, 2, 3), by="item", periods=(LAST, THIS))
    named = tuple(replace(item, title=said) for item in one.items)
    parts = tuple(replace(part, title=said) for part in one.parts)
    spreads = tuple(replace(part, title=said) for part in one.spreads)
    made = ranking(replace(one, items=named, parts=parts, spreads=spreads), by="item")
    failures = tuple(Failure(said, bad, (said, said)) for _, bad, _ in FAILED)
    reused = tuple(replace(one, file=said, name=said, evidence=said, other_file=said) for one in REUSED)
    return replace(made, failures=failures, reused=reused, units=made.units + len(failures))


def many(count: int) -> Ranking:
    """Give a ranking of so many units, which are made as they are gone through."""
    one = league(COUNTY[:1])
    return ranking(replace(one, units=count, ranked=count, placed=Generated(count)))
