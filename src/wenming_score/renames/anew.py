"""What a person must look at once a unit file has been put under another rubric."""

from collections.abc import Iterator

from wenming_score.assessment import SelfAssessment
from wenming_score.finding import Path
from wenming_score.kinds.base import Indicator
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.coverage import Coverage
from wenming_score.renames.names import Renames
from wenming_score.text import tr
from wenming_score.values import plain

Ask = tuple[Path, str]
"""A place in the unit file as it was, and what is to be done about it."""


def anew(assessment: SelfAssessment, by: Renames) -> Iterator[Ask]:
    """Yield what nobody has answered yet, and what was answered to another question."""
    known = {*by.red_lines.values()}
    for line in by.new.red_lines_in_force:
        if line.id not in known:
            said = f"{line.id}: {{status: undeclared, declared_by: , declared_on: }}"
            yield ("red_lines",), tr("新增红线“{title}”，请声明：{said}", title=line.label, said=said)
    yield from _denominators(assessment, by)
    answerable = {new for old, new in by.indicators.items() if old not in by.recast}
    recast = {by.indicators[old]: old for old in by.recast}
    for one in by.new.indicators.values():
        if one.id not in answerable:
            place = ("answers", recast[one.id]) if one.id in recast else ("answers",)
            yield place, _to_fill_in(one, new=one.id not in recast)
    for old, new in by.indicators.items():
        if old in assessment.answers and old not in by.recast:
            yield from (((("answers", old)), said) for said in _otherwise(assessment, by, old, by.new.indicators[new]))


def _to_fill_in(one: Indicator, *, new: bool) -> str:
    worth, said = plain(one.worth), f"{one.id}: {one.template}"
    if new:
        return tr("新增测评内容“{title}”（{points} 分），请填写：{said}", title=one.label, points=worth, said=said)
    return tr("“{title}”（{points} 分）换了计分方式，请重新填写：{said}", title=one.label, points=worth, said=said)


def _denominators(assessment: SelfAssessment, by: Renames) -> Iterator[Ask]:
    wanted = dict.fromkeys(one.base() for one in by.new.indicators.values())
    for name in wanted:
        if name not in {None, "departments", "staff", *assessment.unit.counts}:
            yield ("unit",), tr("新体系要用基数 {name}，请写进 unit.counts", name=name)


def _otherwise(assessment: SelfAssessment, by: Renames, old: str, one: Indicator) -> Iterator[str]:
    """Say what of an answer that was kept wants another look."""
    before, answer = by.old.indicators[old], assessment.answers[old]
    if more := _more(by, one):
        yield tr("“{title}”多了 {things}，达到的请补上", title=one.label, things=tr("、").join(more))
    for field, word in (("unit", tr("计量单位")), ("denominator", tr("基数")), ("field", tr("加总的数"))):
        was, now = (str(getattr(each, field, "")) for each in (before, one))
        if was != now:
            yield tr("“{title}”的{word}由 {was} 改为 {now}，请核对数字", title=one.label, word=word, was=was, now=now)
    if answer.self_score is not None and before.worth >= answer.self_score > one.worth:
        yield tr(
            "“{title}”自评 {own} 分，高于新的分值 {points} 分，请重新自评",
            title=one.label, own=plain(answer.self_score), points=plain(one.worth),
        )  # fmt: skip


def _more(by: Renames, one: Indicator) -> list[str]:
    known = {*by.clauses.get(one.id, {}).values()}
    if isinstance(one, Checklist):
        return [
            tr("{id}（{title}）", id=clause.id, title=clause.label) for clause in one.clauses if clause.id not in known
        ]
    if isinstance(one, Coverage) and one.expected != "departments":
        return [name for name in one.expected if name not in known]
    return []
