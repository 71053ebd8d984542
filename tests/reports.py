"""Reports to render: one with everything in it, one with nothing, one whose every text is hostile."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

import door
from wenming_score.assess import Job, assess
from wenming_score.choices import Lang
from wenming_score.report import GateResult, Report
from wenming_score.text import speak, spoken

RICH = door.ROOT / "examples/county-office-2025/unit.yaml"
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
    "archive_number", "arithmetic", "used_for", "reasons",
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
    """Give the rich report with this text in every place that takes free text."""
    return replace(rich(), **{field.name: _filled(getattr(rich(), field.name), text) for field in fields(Report)})


def _filled(part: object, text: str, name: str = "") -> object:
    if isinstance(part, str):
        return text if name in _TEXTS else part
    if isinstance(part, tuple):
        return tuple(_filled(one, text, name) for one in part)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if is_dataclass(part) and not isinstance(part, (type, Mapping)):
        changed = {one.name: _filled(getattr(part, one.name), text, one.name) for one in fields(part)}
        return replace(part, **changed)
    return part
