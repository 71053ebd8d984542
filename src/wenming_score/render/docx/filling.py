"""Filling a template in: docxtpl, which is half typed, as far as it is used."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]

from wenming_score.render.docx.context import Value
from wenming_score.render.docx.package import repacked
from wenming_score.render.docx.refused import Refused
from wenming_score.render.docx.sandbox import Sandbox
from wenming_score.render.docx.tags import look_over
from wenming_score.text import inert, tr

_LONGEST = 255
"""Characters that a property of a document may have."""


class _Paper(DocxTemplate):
    """A template whose properties are ours to set, and which is never mended silently."""

    def patch_xml(self, src_xml: str) -> str:
        """Look tags over before they are made ready for Jinja."""
        look_over(src_xml)
        return super().patch_xml(src_xml)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]

    def render_properties(self, context: dict[str, object], jinja_env: object = None) -> None:
        """Leave them."""

    def fix_tables(self, xml: str) -> object:
        """Refuse what is no longer a document; docxtpl would drop what it cannot read."""
        try:
            parse_xml(xml)
        except SyntaxError as fault:
            raise Refused(
                tr("for 或 if 拆散了段落或表格：跨段落的要写成 {{%p %}}，跨表格行的要写成 {{%tr %}}，并各占一段或一行")
            ) from fault
        return super().fix_tables(xml)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def fill(template: bytes, known: Mapping[str, Value], title: str, day: date) -> bytes:
    """Fill a template in with what is known, as saved on that day."""
    paper = _Paper(BytesIO(template))
    paper.render(dict(known), Sandbox(known), autoescape=True)
    assert paper.docx is not None
    facts = paper.docx.core_properties
    facts.title, facts.author, facts.last_modified_by = inert(title)[:_LONGEST], "", ""
    facts.created = facts.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day of no zone
    facts.revision = 1
    made = BytesIO()
    paper.docx.save(made)
    return repacked(made.getvalue(), day)
