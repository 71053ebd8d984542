"""What one run reads of repositories, kept so that it is read once."""

import os
import posixpath
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from wenming_score.evidence import Memory
from wenming_score.history.git import GitError
from wenming_score.history.repository import Repository, around
from wenming_score.history.spec import Spec
from wenming_score.text import tr


class Store:
    """The repositories of a run and what is known of their files; leaving it stops git."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._open = ExitStack()
        self._repositories: dict[Path, Repository] = {}
        self._around = cache(around)
        self.memory = Memory()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def place(self, spec: Spec) -> tuple[Repository, str]:
        """Find the repository that is meant, and the path from its top."""
        found = self.within(Path.cwd())
        if found:
            path = _joined(found[1] if spec.here else "", spec.path)
            if not spec.here or not path.startswith(("../", "/")):
                return found[0], path
        return self._beside(Path(spec.path))

    def within(self, folder: Path) -> tuple[Repository, str] | None:
        """Find the repository around a folder and name the folder from its top; None where there is none."""
        found = self._around(folder)
        if found is None:
            return None
        home, prefix = found
        if home not in self._repositories:
            made = self._repositories[home] = Repository(folder)
            self._open.callback(made.objects.close)
        return self._repositories[home], prefix

    def _beside(self, path: Path) -> tuple[Repository, str]:
        """Find the repository around a path, where it is not the one around us."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links
        folder = next(one for one in (whole, *whole.parents) if os.path.isdir(one))  # noqa: PTH112 - Path.is_dir raises on a name that is too long
        found = self.within(folder)
        if found is None:
            raise GitError(tr("这里不是 git 仓库；请到放自评文件的仓库里运行"))
        return found[0], _joined(found[1], whole.relative_to(folder).as_posix())


def _joined(prefix: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(prefix, path.replace(os.sep, "/")))
