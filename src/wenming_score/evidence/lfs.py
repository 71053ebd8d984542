"""Pointers of Git LFS: what git keeps in place of a large file whose bytes are on a server."""

import re
from typing import NamedTuple

from wenming_score.text import tr

MOST = 1024
"""Bytes that a pointer may have, by its specification."""
_BEGINS = b"version https://git-lfs.github.com/spec/"
_SAYS = re.compile(rb"(?s).*?\noid sha256:([0-9a-f]{64})\r?\nsize ([0-9]{1,18})\r?\n")


class Pointer(NamedTuple):
    """The file that a pointer stands for."""

    size: int
    sha256: str


def pointer(head: bytes) -> Pointer | None:
    """Read a pointer; None where it is none."""
    says = _SAYS.match(head) if len(head) <= MOST and head.startswith(_BEGINS) else None
    return Pointer(int(says[2]), says[1].decode()) if says else None


def fault() -> str:
    """Say that only a pointer is there."""
    return tr("这里只有 Git LFS 的指针，内容不在仓库里（工作目录里的可以用 git lfs pull 取回）")
