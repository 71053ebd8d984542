"""Markdown: what it says, and that no text in it is markup."""

import re

import pytest

import reports
from golden_files import compare
from wenming_score.choices import Lang
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.markdown import escape, render, summary
from wenming_score.report import Report
from wenming_score.text import speak

NOTHING = Enclosures()


def made(*some: Report) -> str:
    return render(some, NOTHING)


@pytest.mark.parametrize(("lang", "name"), [("zh", "report.md"), ("en", "report-en.md")])
def test_it_looks_as_it_did(lang: Lang, name: str) -> None:
    report = reports.rich(lang)
    speak(lang)

    compare(name, made(report))


def test_a_summary_looks_as_it_did() -> None:
    compare("summary.md", summary((reports.rich(),)))


def test_every_number_and_reason_of_the_report_is_in_it() -> None:
    report = reports.rich()
    text = made(report)

    assert all(escape(item.title) in text for item in report.items)
    assert all(escape(gap.action) in text for gap in report.gaps)
    assert all(escape(finding.message) in text for finding in report.findings)
    assert all(escape(reason) in text for reason in (*report.verdict.reasons, *report.gate.reasons))
    assert all(escape(piece.path) in text for piece in report.ledger)


def test_a_report_without_anything_has_a_head_and_no_empty_table() -> None:
    text = made(reports.bare())

    assert text.startswith("# 某县示范局\n")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["自评打分表"]


def test_two_units_stand_one_after_the_other() -> None:
    text = made(reports.rich(), reports.bare())

    assert text.count("\n# ") + text.startswith("# ") == 2


@pytest.mark.parametrize("text", reports.HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    harmless, hostile = made(reports.hostile("甲")), made(reports.hostile(text))

    assert [line.count("|") - line.count("\\|") for line in hostile.splitlines()] == [
        line.count("|") for line in harmless.splitlines()
    ]
    assert len(hostile.splitlines()) == len(harmless.splitlines())
    assert not re.search(r"(?<!\\)<(?!/?(details|summary)>)", hostile)
    assert "://" not in hostile
    assert "\x1b" not in hostile


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- 甲", "\\- 甲"),
        ("1. 甲", "1\\. 甲"),
        ("2025-01-01", "2025-01-01"),
        ("a@b.c www.x.org https://y", "a&#64;b.c www&#46;x.org https&#58;&#47;&#47;y"),
        ("&lt;", "&amp;lt;"),
        ("甲_乙_", "甲\\_乙\\_"),
        ("甲\n## 乙", "甲\\<U+000A\\>\\#\\# 乙"),
    ],
)
def test_a_text_means_nothing_but_itself(text: str, written: str) -> None:
    assert escape(text) == written


def test_a_summary_fits_what_github_takes() -> None:
    long = summary((reports.hostile("甲" * 3000),) * 3)

    assert len(long.encode()) < 1_000_000
    assert long.endswith("（太长，后面的略去）\n")
