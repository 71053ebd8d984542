"""Reports to render: one with everything in it, one with nothing, one whose every text is hostile."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import door
from wenming_score.assess import Job, assess, assess_looked, case_of, load, look
from wenming_score.choices import Lang
from wenming_score.cli.supposing import suppose, words
from wenming_score.compare import Made, Year, changes
from wenming_score.report import GateResult, Report
from wenming_score.text import speak, spoken

RICH = door.ROOT / "examples/county-office-2025/unit.yaml"
BEFORE = door.ROOT / "examples/county-office-2024/unit.yaml"
REVISED = door.ROOT / "tests/editions/county-office-2026/unit.yaml"
"""The year after, by another edition of the rubric."""
HOSTILE = (
    "::error file=x::假\r\n::warning::假\u2028##[error]假 ##vso[task.complete]假",
    "]]></failure><script>alert(1)</script><img src=x onerror=alert(2)>&amp;",
    "\x1b[31m红\x1b]8;;http://evil.example\x07链接\x00\x9b\u202e反\u200b",
    '=HYPERLINK("http://evil.example","点我")',
    "@SUM(1,1)",
    "-1+1|cmd",
    "{{ 7 * 7 }}{% for x in y %}{# 无 #}",
    "| 甲 | `乙` **丙** [丁](http://evil.example) <b>",
    "# 标题\n- 一\n```\n---",
    "%0A,:;\\\"'",
    "甲" * 3000,
)  # fmt: skip
"""What may stand in a title, a reason or a file name and must never be obeyed."""

_TEXTS = {
    "name", "title", "reason", "message", "action", "remark", "file", "path", "owner", "document_number", "category",
    "archive_number", "arithmetic", "used_for", "reasons", "rubric", "unrenewed",
}  # fmt: skip


def rich(lang: Lang = "zh") -> Report:
    """Give the example's report: gaps, findings of every severity, refused evidence, a shut gate."""
    return _assessed(lang)


@cache
def _assessed(lang: Lang) -> Report:
    before = spoken()
    speak(lang)
    try:
        return assess(RICH, RICH.relative_to(door.ROOT).as_posix(), Job(date(2025, 12, 31)))
    finally:
        speak(before)


def changed(lang: Lang = "zh") -> Report:
    """Give the example's report with what changed since the year before."""
    return _compared(BEFORE, RICH, lang)


def revised(lang: Lang = "zh") -> Report:
    """Give a report by another edition of the rubric, with everything in its changes that can be in them."""
    return _compared(RICH, REVISED, lang)


@cache
def _compared(old: Path, new: Path, lang: Lang) -> Report:
    before = spoken()
    speak(lang)
    try:
        earlier, later = year_of(old), year_of(new)
        return replace(later.report, changes=changes(earlier, later), gate=GateResult(passed=True, reasons=()))
    finally:
        speak(before)


@cache
def supposed(lang: Lang = "zh") -> Report:
    """Give the example's report as it would be with one thing better and one piece of evidence less."""
    before = spoken()
    speak(lang)
    try:
        job = Job(date(2025, 12, 31))
        looked = look(load(RICH, RICH.relative_to(door.ROOT).as_posix()), RICH, job)
        case = case_of(looked, job)
        what = suppose(case, ["festivals-coverage=full"], ["E0101"])
        now, then = (assess_looked(looked, one) for one in (job, replace(job, supposed=what)))
        found = changes(Year(now), Year(then), words(case, what))
        return replace(then, changes=found, gate=GateResult(passed=True, reasons=()))
    finally:
        speak(before)


def year_of(unit: Path) -> Year:
    """Score a unit as of the last day of its year."""
    loaded = load(unit, unit.relative_to(door.ROOT).as_posix())
    job = Job(loaded.assessment.period.end)
    looked = look(loaded, unit, job)
    return Year(assess_looked(looked, job), Made(loaded, looked.holdings))


def bare() -> Report:
    """Give a report with as little as a report can have."""
    report = rich()
    return replace(
        report,
        score=replace(report.score, self_score=None, claimed=Decimal(0), supported=Decimal(0), share=Decimal(0)),
        verdict=replace(report.verdict, reasons=()),
        items=(), standards=(), methods=(), views=(), red_lines=(), eligibility=(), gaps=(), ledger=(), findings=(),
        gate=GateResult(passed=True, reasons=()),
    )  # fmt: skip


def hostile(text: str) -> Report:
    """Give the rich report, and what changed, with this text in every place that takes free text."""
    report = replace(rich(), changes=revised().changes)
    made = replace(report, **{field.name: _filled(getattr(report, field.name), text) for field in fields(Report)})
    return replace(made, changes=made.changes and replace(made.changes, apart=text))


def _filled(part: object, text: str, name: str = "") -> object:
    if isinstance(part, str):
        return text if name in _TEXTS else part
    if isinstance(part, tuple):
        return tuple(_filled(one, text, name) for one in part)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if is_dataclass(part) and not isinstance(part, (type, Mapping)):
        changed = {one.name: _filled(getattr(part, one.name), text, one.name) for one in fields(part)}
        return replace(part, **changed)
    return part
