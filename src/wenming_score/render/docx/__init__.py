"""The report as an official paper for Word, by GB/T 9704-2012 or by the office's own template."""

from pathlib import Path

from wenming_score.choices import Lang
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.render.docx.context import context, heading
from wenming_score.render.docx.filling import fill
from wenming_score.render.docx.package import look_over
from wenming_score.render.docx.refused import Refused
from wenming_score.render.enclosures import Enclosures
from wenming_score.report import Report
from wenming_score.text import tr

_BUNDLED: dict[Lang, str] = {"zh": "report.docx", "en": "report-en.docx"}


def bundled(lang: Lang = "zh") -> bytes:
    """Give our own template, for an office to make its own of."""
    return Path(__file__).with_name(_BUNDLED[lang]).read_bytes()


def render(reports: tuple[Report, ...], enclosed: Enclosures) -> bytes:
    """Fill a template in; one that cannot be filled in is an `InputError`."""
    first = reports[0]
    known, title = context(reports), heading(first)
    if enclosed.template is None:
        return fill(bundled(first.lang), known, title, first.as_of)
    try:
        look_over(enclosed.template)
        return fill(enclosed.template, known, title, first.as_of)
    except Refused as fault:
        raise _unusable(enclosed.template_name, str(fault)) from fault
    except Exception as fault:  # python-docx and Jinja may stumble over a strange file in any way
        damaged = tr("文档有损坏，打不开或填不了，要用 Word 或 WPS 另存为 .docx")
        raise _unusable(enclosed.template_name, damaged) from fault


def _unusable(name: str, why: str) -> InputError:
    return InputError([Mistake(Location(name), tr("这个 Word 模板不能用：{why}", why=why))])
