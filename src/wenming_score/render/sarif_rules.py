"""The rules of a SARIF run: every check with its manual page, and the gap."""

import re
from collections.abc import Iterable, Mapping

from wenming_score.checks import CHECKS
from wenming_score.render.issues import GAP, Issue
from wenming_score.render.json import Part
from wenming_score.text import tr, translated
from wenming_score.values import Severity

_FOLD = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")
"""Where a line of Chinese ends only because it is full; shown with a blank, it would tear a word apart."""


def rules(found: Iterable[Issue]) -> Mapping[str, Mapping[str, Part]]:
    """Describe the rules by name: all checks, the gap, and what a report speaks of besides."""
    known = {check.id: _rule(check.id, check.severity, translated(check.manual)) for check in CHECKS}
    known[GAP] = _rule(GAP, "note", _gap())
    others = {issue.rule: {"id": issue.rule} for issue in found if issue.rule not in known}
    return known | others


def _gap() -> str:
    title = tr("测评内容没有得满分。")
    return f"{title}\n\n{tr('每一条写明失多少分、为什么失分、怎么整改；失分最多的在前。')}"


def _rule(name: str, severity: Severity, manual: str) -> Mapping[str, Part]:
    manual = _FOLD.sub("", manual)
    title, *paragraphs = manual.split("\n\n")
    prose = [paragraph for paragraph in paragraphs if not paragraph.startswith("    ")]
    return {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": "\n\n".join(prose) or title},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": severity},
    }
