"""Keeps a fuzzed program in its folder: no write outside, no program but git, no connection."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
FORBIDDEN = {"os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.bind", "ctypes.dlopen"}


@dataclass(slots=True)
class Guard:
    """Refuses what a program that only scores never does."""

    _folder: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        """Stand at the door; no hook can be taken away again."""
        sys.addaudithook(self._look)

    @contextmanager
    def over(self, folder: Path) -> Generator[None]:
        """Watch over work in a folder."""
        self._folder.append(f"{folder.resolve()}{os.sep}")
        try:
            yield
        finally:
            self._folder.pop()

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._folder:
            return
        if event == "open":
            _, mode, flags = arguments
            writes = (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & WRITING)
            if writes:
                self._inside(event, arguments[0])
        elif event in CHANGES:
            self._inside(event, arguments[0])
        elif event in FORBIDDEN or (event == "subprocess.Popen" and Path(str(arguments[0])).name != "git"):
            raise PermissionError(1, f"{event} is forbidden here", str(arguments[0]))

    def _inside(self, event: str, path: object) -> None:
        if isinstance(path, (str, bytes, os.PathLike)):
            place = os.path.realpath(os.fsdecode(path))
            if not place.startswith(self._folder[-1]) and place != os.devnull:
                raise PermissionError(1, f"{event} outside the folder", place)
