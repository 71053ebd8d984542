"""What a file would be called in the ledger, and whether it may stand there."""

import os
from pathlib import Path
from unicodedata import normalize

from wenming_score.assessment import Evidence
from wenming_score.evidence.places import Place, find
from wenming_score.text import tr


def below(file: Path, root: Path) -> str | None:
    """Name a file from the evidence root; None where it is not below it."""
    place, top = Path(os.path.abspath(file)), Path(os.path.abspath(root))  # noqa: PTH100 - resolve() follows links
    for one, over in ((place, top), (place.parent.resolve() / place.name, top.resolve())):
        if over in one.parents:
            return one.relative_to(over).as_posix()
    return None


def same(path: str) -> str:
    """Write a path of the ledger in one way only."""
    return normalize("NFC", os.path.normpath(path).replace(os.sep, "/"))


def unfit(path: str, root: Path) -> str:
    """Say why what lies at a path cannot be evidence; empty where it can."""
    if not path.strip():
        return tr("文件名是空白；请先改名")
    fact = find(Evidence(path=path, type="other"), root)
    if isinstance(fact, Place):
        return ""
    said = {"missing": tr("找不到这个文件"), "empty": tr("是空文件，不能作材料")}
    return said.get(fact.state, "") + fact.detail
