"""What a ranking says in sentences, and its words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from wenming_score.rank import Bad, Findings, League, Line, Quota, Ranking, Reuse, Row, Standing
from wenming_score.rank.document import Place
from wenming_score.render import layout
from wenming_score.render.layout import SIGNS
from wenming_score.text import tr
from wenming_score.values import percent, plain

PLACE_SIGNS: Mapping[Place, str] = {"quota": "★", "shortlist": "☆", "below_mark": "", "": ""}


def standings() -> Mapping[Standing, str]:
    """Name who is ranked, and why who is not."""
    words = layout.outcome_words()
    return {
        "ranked": tr("参加排名"),
        "vetoed": words["vetoed"],
        "ineligible": words["ineligible"],
        "undetermined": words["undetermined"],
    }


def places() -> Mapping[Place, str]:
    """Name where a unit stands to the titles."""
    return {"quota": tr("名额内"), "shortlist": tr("候选"), "below_mark": tr("未达合格线"), "": ""}


def titled(place: Place) -> str:
    """Name where a unit stands to the titles, with its sign; what the pass mark keeps off is told by its verdict."""
    sign = PLACE_SIGNS[place]
    return f"{sign} {places()[place]}" if sign else ""


def bads() -> Mapping[Bad, str]:
    """Name why a file came to no row."""
    return {"unreadable": tr("读不了"), "blank": tr("没有填写"), "lost": tr("程序出错")}


def types() -> Mapping[str, str]:
    """Name the types of units."""
    return {
        "": tr("全部"), "government_office": tr("机关"), "institution": tr("事业单位"), "enterprise": tr("企业"),
        "school": tr("学校"), "hospital": tr("医院"), "other": tr("其他"),
    }  # fmt: skip


def about(ranking: Ranking) -> str:
    """Say how many files these are, as of which day they are judged, and how many of them came to nothing."""
    said = tr("{n} 个自评文件，截至 {as_of}", n=ranking.units, as_of=ranking.as_of)
    failed = ranking.units - sum(league.units for league in ranking.leagues)
    return tr("{said}；{n} 个没能评分，列在最后", said=said, n=failed) if failed else said


def warnings(ranking: Ranking) -> Iterator[str]:
    """Say what a reader must know before the order."""
    if len(ranking.leagues) > 1:
        yield tr("这里有 {n} 套测评体系，各排各的，相互不能比", n=len(ranking.leagues))
    for league in ranking.leagues:
        if len(league.periods) > 1:
            yield tr(
                "{rubric}：自评期间不一样，有 {n} 种（{first} 起，{last} 止）",
                rubric=title(league), n=len(league.periods),
                first=league.periods[0].start, last=max(period.end for period in league.periods),
            )  # fmt: skip


def called(league: League, row: Row) -> str:
    """Name a unit; with its file, where another has the same name."""
    return tr("{name}（{file}）", name=row.name, file=row.file) if row.name in league.namesakes else row.name


def title(league: League) -> str:
    """Name a rubric."""
    return tr("{title}（{edition}）", title=league.rubric.title, edition=league.rubric.edition)


def headline(league: League) -> str:
    """Say how many are ranked and how many stand apart, and whether the points are official."""
    said = tr(
        "{units} 个单位，{ranked} 个参加排名，{apart} 个另列",
        units=league.units, ranked=league.ranked, apart=league.units - league.ranked,
    )  # fmt: skip
    mark = league.rubric.pass_mark
    line = tr("没有合格线") if mark is None else tr("合格线 {mark}", mark=plain(mark))
    kind = layout.kind_of_points(trial=league.rubric.trial)
    return tr("{said}；{line}；{kind}", said=said, line=line, kind=kind)


def quota(quota: Quota) -> str:
    """Say who is on the shortlist, and that nobody is awarded by it."""
    said = tr(
        "名额 {titles} 个，按 1:1.5 列候选 {shortlist} 个，实列 {listed} 个（★ 名额内，☆ 候选）",
        titles=quota.titles, shortlist=quota.shortlist, listed=quota.listed,
    )  # fmt: skip
    if quota.listed > quota.shortlist:
        return said + tr("；末位同分，一并列入")
    return said + (tr("；够格的单位不足") if quota.listed < quota.shortlist else "")


def findings(found: Findings) -> str:
    """Count the findings."""
    counts = ((SIGNS["error"], found.error), (SIGNS["warning"], found.warning), (SIGNS["note"], found.note))
    return " ".join(f"{sign}{count}" for sign, count in counts if count)


def worst(row: Row) -> str:
    """Name the item that does worst; nothing where all are full."""
    return (
        ""
        if row.worst.share == 1
        else tr("{title} {share}", title=row.worst.title, share=percent(Fraction(row.worst.share)))
    )


def red_line(line: Line) -> str:
    """Say what has become of a red line."""
    return tr("{title}（{status}）", title=line.title, status=layout.status_words()[line.status])


def whole_percent(share: Decimal) -> str:
    """Write a share as a whole percentage, rounded down."""
    return f"{int(share * 100)}%"


def remark(row: Row) -> str:
    """Say what is worst with a unit, and what was found."""
    weakest, found = worst(row), findings(row.findings)
    said = (tr("最弱：{worst}", worst=weakest) if weakest else "", tr("问题 {found}", found=found) if found else "")
    return tr("；").join(filter(None, said))


def reused(one: Reuse) -> str:
    """Say which photo two units have."""
    day = tr("（{day}）", day=one.other_day) if one.other_day else ""
    return tr(
        "{name} 的 {evidence}（{file}）和 {other_file} 的 {other_evidence}{day}是同一张",
        name=one.name, evidence=one.evidence, file=one.file,
        other_file=one.other_file, other_evidence=one.other_evidence, day=day,
    )  # fmt: skip
