"""Write reports in a machine format, in either language; and what such a format must bear."""

from dataclasses import replace

from reports import HOSTILE, rich
from wenming_score.choices import Format, Lang
from wenming_score.render import render
from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report
from wenming_score.text import inert, speak, spoken

TEXTS = (*HOSTILE, "\x00\x85\ud800\ufffe\uffff")
"""The last is of characters that XML, or any file, cannot hold."""


def write(form: Format, *reports: Report, lang: Lang = "zh") -> str:
    """Write reports as the command line does."""
    before = spoken()
    speak(lang)
    try:
        made = render(form, reports, Enclosures())
    finally:
        speak(before)
    assert isinstance(made, str)
    return made


def live(text: str) -> list[str]:
    """List the lines with a character in them that a screen would obey or hide."""
    return [line for line in text.split("\n") if inert(line) != line]


def other() -> Report:
    """Give the rich report as that of another unit."""
    unit = replace(rich().unit, name="乙单位", file="乙/unit.yaml")
    return replace(rich(), unit=unit, findings=tuple(replace(one, file=unit.file) for one in rich().findings))


def moved() -> Report:
    """Give the rich report as it is when ten lines are put on top of the unit file."""
    report = rich()
    items = tuple(
        replace(item, indicators=tuple(replace(one, line=one.line and one.line + 10) for one in item.indicators))
        for item in report.items
    )
    findings = tuple(
        replace(one, line=one.line + 10, column=7, message=f"又：{one.message}") for one in report.findings
    )
    return replace(report, items=items, findings=findings)
