"""The evidence root of a revision, in which nothing is a file of this machine."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import BinaryIO, Literal

from wenming_score.evidence.places import Place, by_look, folder, link, nearly
from wenming_score.files import FileFact
from wenming_score.records import record
from wenming_score.text import tr


@record
class Leaf:
    """What a revision has in a folder that is no folder itself."""

    kind: Literal["file", "link", "submodule"]
    blob: str
    """Git's name for the bytes: the same bytes, the same name."""
    size: int


class Folder(dict[bytes, "Leaf | Folder"]):
    """What is in a folder, by name."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Give its names by what they look like; asked for once it is whole."""
        return by_look(self)


Source = Callable[[Leaf], BinaryIO]
"""Opens the bytes of a file; raises `OSError` where they are not there."""


@record
class Blob(Place):
    """A file of a revision; files with the same bytes are equal."""

    leaf: Leaf
    source: Source = field(compare=False, repr=False)

    def open(self) -> BinaryIO:
        """Open it at its start."""
        return self.source(self.leaf)


@record
class Tree:
    """A folder of a revision."""

    top: Folder
    source: Source

    def find(self, parts: tuple[str, ...]) -> Place | FileFact:
        """Step down to a file, or say why there is none."""
        here: Leaf | Folder = self.top
        for part in parts:
            if isinstance(here, Leaf):
                break
            below = here.get(part.encode(errors="replace"))
            if below is None:
                return FileFact("missing", detail=nearly(part, here.names))
            here = below
            if isinstance(here, Leaf) and here.kind != "file":
                return link(part) if here.kind == "link" else _submodule(part)
        else:
            return self._file(here)
        return FileFact("missing")

    def _file(self, found: Leaf | Folder) -> Place | FileFact:
        if isinstance(found, Folder):
            return folder()
        return Blob(found.size, found, self.source) if found.size else FileFact("empty")

    def walk(self) -> Iterator[tuple[bytes, list[bytes], list[bytes]]]:
        """Yield every folder with its folders and its files."""
        ahead: list[tuple[bytes, Folder]] = [(b".", self.top)]
        while ahead:
            around, here = ahead.pop()
            below = {name: one for name, one in here.items() if isinstance(one, Folder)}
            files = [name for name, one in here.items() if isinstance(one, Leaf) and one.kind != "submodule"]
            folders = list(below)
            yield around, folders, files
            ahead += [(name if around == b"." else around + b"/" + name, below[name]) for name in folders]


def _submodule(part: str) -> FileFact:
    return FileFact("unreadable", detail=tr("{part} 是 Git 子模块，里面的文件在另一个仓库里", part=part))
