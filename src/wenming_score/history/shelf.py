"""The unit file and the rubrics of a revision, which nobody has checked out."""

import posixpath
from pathlib import Path

from wenming_score.catalogue import Shelf
from wenming_score.evidence.lfs import fault, pointer
from wenming_score.evidence.tree import Folder, Leaf, Tree
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.history.git import GitError
from wenming_score.history.hint import UNIT_FILE, hint
from wenming_score.history.listing import look_up
from wenming_score.history.repository import Repository
from wenming_score.records import record
from wenming_score.source import BYTES, too_large
from wenming_score.text import inert, tr, why


@record
class Revision(Shelf):
    """All files of a revision, by their paths from the top of the repository."""

    repository: Repository
    name: str
    commit: str

    @property
    def top(self) -> Folder:
        """All that the revision holds."""
        return self.repository.top(self.commit)

    def shown(self, path: str) -> str:
        """Name a file in messages."""
        return inert(f"{self.name}:{path}")

    def find(self, name: str, beside: Path) -> tuple[Path, str] | None:
        """Find a file by its path from a folder."""
        found, path = look_up(self.top, posixpath.normpath(posixpath.join(beside.as_posix(), name)))
        return (Path(path), self.shown(path)) if isinstance(found, Leaf) else None

    def load(self, path: Path, shown: str, most: int = BYTES) -> bytes:
        """Give the bytes of a file, at most so many."""
        found, known = look_up(self.top, path.as_posix())
        if not isinstance(found, Leaf) or found.kind != "file":
            raise GitError(_no_file(found, known))
        if found.size > most:
            raise too_large(shown, most)
        try:
            with self.repository.objects.open(found) as file:
                content = file.read()
        except OSError as error:
            raise InputError([Mistake(Location(shown), tr("读不了：{reason}", reason=why(error)))]) from None
        if pointer(content):
            raise InputError([Mistake(Location(shown), fault())])
        return content

    def unit(self, path: str) -> str:
        """Find a unit file; a folder stands for its unit.yaml."""
        found, path = look_up(self.top, path)
        if isinstance(found, Folder):
            found, path = look_up(self.top, posixpath.join(path, UNIT_FILE))
        if isinstance(found, Leaf) and found.kind == "file":
            return path
        raise GitError(_no_file(found, path, hint(path, self.top, self.repository)))

    def folder(self, path: str) -> Tree:
        """Give a folder as a root of evidence; one that is not there is empty."""
        found, _ = look_up(self.top, path)
        return Tree(found if isinstance(found, Folder) else Folder(), self.repository.objects.open)


def _no_file(found: Leaf | Folder | None, path: str, near: str = "") -> str:
    path = inert(path)
    if isinstance(found, Leaf):
        if found.kind == "link":
            return tr("{path} 是符号链接，不跟随；请写它指向的文件", path=path)
        return tr("{path} 是 Git 子模块，里面的文件在另一个仓库里；请到那个文件夹里运行", path=path)
    return tr("这个版本里没有 {path}{hint}", path=path, hint=near)
