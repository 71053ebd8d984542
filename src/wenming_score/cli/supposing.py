"""What `whatif` does: score a unit as it is and as it would be, and compare the two."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from typer.exceptions import TyperException

from wenming_score.assess import Job, Looked, assess_looked, case_of
from wenming_score.cli import codes
from wenming_score.cli.looking import look_at_one
from wenming_score.cli.output import complain
from wenming_score.cli.publishing import Publication, publish
from wenming_score.compare import Year, changes
from wenming_score.facts import Case, Supposed
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.kinds.base import Indicator
from wenming_score.report import GateResult, Report
from wenming_score.text import nearest, tr
from wenming_score.values import plain

_POINTS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
"""A number with at most two decimals, as finely as points are shown."""


def run(unit: str, job: Job, publication: Publication, *, sets: Sequence[str], drops: Sequence[str]) -> int:
    """Say what would become of one unit; give the exit code."""
    if not (sets or drops):
        raise TyperException(tr("要写明假设什么：--set 或 --drop，至少一个"))
    kept = (publication.template,) if publication.template else ()
    looked = look_at_one(unit, job, publication.outputs, kept=kept)
    if isinstance(looked, int):
        return looked
    report = _supposed(looked, job, sets, drops)
    publish((report,), publication, job.evidence_root)
    for reason in report.gate.reasons:
        complain(tr("门禁未通过：{file}：{reason}", file=report.unit.file, reason=reason))
    return codes.PASSED if report.gate.passed else codes.GATE_FAILED


def _supposed(looked: Looked, job: Job, sets: Sequence[str], drops: Sequence[str]) -> Report:
    """Give the report as it would be, with what that changes; without a limit nothing is judged."""
    case = case_of(looked, job)
    supposed = suppose(case, sets, drops)
    now, then = (assess_looked(looked, one) for one in (job, replace(job, supposed=supposed)))
    found = changes(Year(now), Year(then), words(case, supposed))
    gate = GateResult(passed=True, reasons=()) if job.limits.under is None else then.gate
    return replace(then, changes=found, gate=gate)


def suppose(case: Case, sets: Sequence[str], drops: Sequence[str]) -> Supposed:
    """Read what is to be supposed of a unit; raise with every mistake."""
    wrong = [
        *(Mistake(Location(f"--set {text}"), said) for text in sets for said in _wrong_points(case, text)),
        *(Mistake(Location("--set"), said) for said in _twice(sets)),
        *(Mistake(Location(f"--drop {name}"), said) for name in drops for said in _wrong_piece(case, name)),
    ]
    if wrong:
        raise InputError(wrong)
    pairs = (text.split("=", 1) for text in sets)
    points = {name: _points(case.rubric.indicators[name], value) for name, value in pairs}
    return Supposed(points, tuple(dict.fromkeys(drops)))


def words(case: Case, supposed: Supposed) -> tuple[str, ...]:
    """Say what is supposed, in the order in which it was asked for."""
    earned = (_earning(case.rubric.indicators[name], points) for name, points in supposed.points.items())
    return *earned, *(tr("没有 {name}", name=name) for name in supposed.without)


def _earning(indicator: Indicator, points: Fraction) -> str:
    if points == indicator.worth:
        return tr("{title}得满分", title=indicator.label)
    return tr("{title}得 {points} 分", title=indicator.label, points=plain(points))


def _points(indicator: Indicator, value: str) -> Fraction:
    return indicator.worth if value == "full" else Fraction(0) if value == "none" else Fraction(value)


def _wrong_points(case: Case, text: str) -> Iterator[str]:
    """Say all that is wrong with what an indicator is supposed to earn."""
    name, equals, value = text.partition("=")
    if not equals:
        yield tr("缺少等号，要写成 测评内容的编号=full、none 或分数")
        return
    indicator = case.rubric.indicators.get(name)
    if indicator is None:
        yield _unknown(case, name)
    elif case.spared(name):
        yield tr("{title}在本单位不适用，不能假设它得多少分", title=indicator.label)
    if value in {"full", "none"}:
        return
    if not _POINTS.fullmatch(value):
        yield tr("“{value}”不是 full、none 或分数；分数最多两位小数", value=value)
    elif indicator is not None and Fraction(value) > indicator.worth:
        yield tr(
            "{title}满分 {full} 分，得不了 {points} 分",
            title=indicator.label,
            full=plain(indicator.worth),
            points=value,
        )


def _unknown(case: Case, name: str) -> str:
    item = next((item for item in case.rubric.items if item.id == name), None)
    if item is not None:
        names = tr("、").join(indicator.id for indicator in item.indicators)
        return tr("{name} 是测评项目，要写它的测评内容：{names}", name=name, names=names)
    near = nearest(name, case.rubric.indicators)
    return tr("测评体系里没有测评内容 {name}{near}", name=name, near=near)


def _twice(sets: Sequence[str]) -> Iterator[str]:
    """Name the indicators that are supposed to earn something more than once."""
    named = Counter(text.partition("=")[0] for text in sets)
    yield from (tr("{name} 写了 {n} 次，只能写一次", name=name, n=n) for name, n in named.items() if n > 1)


def _wrong_piece(case: Case, name: str) -> Iterator[str]:
    if name not in case.assessment.evidence:
        near = nearest(name, case.assessment.evidence)
        yield tr("台账里没有 {name}{near}", name=name, near=near)
