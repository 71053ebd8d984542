"""How the command line names a unit file of a revision."""

import os
import re

from wenming_score.records import record
from wenming_score.text import inert

_IN_NO_NAME = re.compile(r"[\x00-\x1f\x7f]|[ *?\\\[](?![^{}]*\})")
"""What git allows in no revision, unless it stands in braces."""
_FOLDER = ("/", "\\")


@record
class Spec:
    """A unit file, or the folder that it is in, as it was at a revision."""

    revision: str
    path: str
    here: bool = False
    """True where the path is from the current folder, not from the top of the repository."""

    @property
    def shown(self) -> str:
        """Name it in messages."""
        return inert(f"{self.revision}:{self.path}")


def parse(text: str) -> Spec | None:
    """Read `REV:path`; None where it is none, or is the name of a file or folder that is there."""
    end = _colon(text)
    revision, path = text[:end], text[end + 1 :]
    if end < 1 or _is_there(text):
        return None
    drive = len(revision) == 1 and revision.isalpha() and (os.name == "nt" or path.startswith(_FOLDER))
    if drive or path.startswith("//") or _IN_NO_NAME.search(revision):
        return None
    return Spec(revision, path, here=path.startswith(("./", "../")))


def parse_range(text: str, path: str) -> tuple[Spec, Spec] | None:
    """Read `A..B` of a path from here: the older and the newer; an empty side is HEAD."""
    older, dots, newer = text.partition("..")
    steps_up = older.endswith(_FOLDER) or newer.startswith(_FOLDER)
    if not dots or steps_up or ":" in text or _IN_NO_NAME.search(text) or _is_there(text):
        return None
    return Spec(older or "HEAD", path, here=True), Spec(newer or "HEAD", path, here=True)


def _colon(text: str) -> int:
    """Find the colon after the revision; others may stand in braces, as in HEAD^{/fix: typo}:unit.yaml."""
    braces = 0
    for at, sign in enumerate(text):
        if sign == ":" and not braces:
            return at
        braces += (sign == "{") - (sign == "}")
    return -1


def _is_there(text: str) -> bool:
    return os.path.lexists(text)
