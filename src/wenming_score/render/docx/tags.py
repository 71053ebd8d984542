"""The tags of a template, looked over before docxtpl searches for them: over open ones it would take for ever."""

import re

from wenming_score.render.docx.refused import Refused
from wenming_score.text import inert, tr

_XML = re.compile(r"<[^>]*>")
_HIDDEN = re.compile(r"<[^>]*\{[{%#]")
_WHOLE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
_OPEN = re.compile(r"\{[{%#]")
_NEAR = 40


def look_over(xml: str) -> None:
    """Refuse a tag that is not closed in its own paragraph, or that no reader of the paper would see."""
    if _HIDDEN.search(xml):
        raise Refused(tr("标签要写在文字里，不能写在图片说明之类的属性里"))
    for paragraph in xml.split("</w:p>"):
        text = _XML.sub("", paragraph)
        if _OPEN.search(_WHOLE.sub("", text)):
            raise misspelt(shorter(text))


def misspelt(near: str) -> Refused:
    """Say where a tag is not as it should be."""
    return Refused(tr("标签写错了，在“{near}”附近：{{{{ }}}} 和 {{% %}} 要成对，里面的标点用半角", near=near))


def shorter(xml: str) -> str:
    """Give the first words of a paragraph."""
    return inert(_XML.sub("", xml).strip()[:_NEAR])
