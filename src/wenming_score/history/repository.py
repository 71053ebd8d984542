"""A repository that is read."""

import os
import re
from functools import cache, lru_cache
from pathlib import Path

from wenming_score.evidence.tree import Folder
from wenming_score.history.git import GitError, failed, find_git
from wenming_score.history.listing import folders
from wenming_score.history.objects import Objects
from wenming_score.text import inert, tr

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")

_KEPT = 4
"""How many revisions' lists of files are held."""


class Repository:
    """A repository, its revisions and the files of all of them."""

    def __init__(self, folder: Path) -> None:
        """Take the repository around a folder; raise `GitError` where there is no git."""
        self._git = find_git(folder)
        self.objects = Objects(self._git)
        self.commit = cache(self._commit)
        self.top = lru_cache(_KEPT)(self._top)

    def _commit(self, revision: str) -> str:
        """Find the commit of a revision."""
        wanted = f"{revision}^{{commit}}"
        answer = self._git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        found = answer.out.decode(errors="replace").strip()
        if _ID.fullmatch(found):
            return found
        if answer.err.strip():
            raise failed(answer)
        shallow = self._git.ask("rev-parse", "--is-shallow-repository").out.strip() == b"true"
        raise GitError(_lacking(revision) if shallow else _unknown(revision))

    def between(self, older: str, newer: str, folder: str) -> list[str]:
        """List the commits after one up to another that changed a folder, the oldest first."""
        answer = self._git.ask(
            "--literal-pathspecs", "rev-list", "--reverse", "--topo-order", f"{older}..{newer}", "--", folder or "."
        )
        if answer.code:
            raise failed(answer)
        return answer.out.decode().split()

    def _top(self, commit: str) -> Folder:
        """List all that a commit holds."""
        answer = self._git.ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
        if answer.code:
            raise failed(answer)
        return folders(answer.out)


def around(folder: Path) -> tuple[Path, str] | None:
    """Find the repository around a folder, and name the folder from its top; None where there is none."""
    git = find_git(folder)
    home = git.ask("rev-parse", "--absolute-git-dir")
    if home.code and "not a git repository" in home.err:
        return None
    prefix = home if home.code else git.ask("rev-parse", "--show-prefix")
    if prefix.code:
        raise failed(prefix)
    return Path(_line(home.out)), _line(prefix.out)


def _line(out: bytes) -> str:
    return os.fsdecode(out).removesuffix("\n")


def _lacking(revision: str) -> str:
    return tr(
        "这个仓库是浅克隆，只有最近的提交，没有 {revision}；请取全历史：CI 里设 fetch-depth: 0，"
        "自己的电脑上运行 git fetch --unshallow --tags",
        revision=inert(revision),
    )


def _unknown(revision: str) -> str:
    return tr(
        "没有 {revision} 这个版本；请核对标签、分支或提交的名字（git tag、git log --oneline 可以看）",
        revision=inert(revision),
    )
