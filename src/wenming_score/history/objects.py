"""The bytes of files of all revisions, through one `git cat-file --batch`."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from io import BytesIO
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Lock
from typing import BinaryIO

from wenming_score.evidence.tree import Leaf
from wenming_score.history.git import Git, limited
from wenming_score.text import tr

_IN_MEMORY = 8 << 20
"""Bytes of a file that is held in memory; a larger one goes through a file without a name, gone when it is closed."""
_CHUNK = 1 << 20


class Objects:
    """The files of one repository, whichever revisions they are of."""

    def __init__(self, git: Git) -> None:
        """Start nothing yet."""
        self._git = git
        self._process: Popen[bytes] | None = None
        self._turn = Lock()

    def open(self, leaf: Leaf) -> BinaryIO:
        """Open a file at its start; raise `OSError` where the repository does not have its bytes."""
        file: BinaryIO = BytesIO() if leaf.size <= _IN_MEMORY else TemporaryFile()  # noqa: SIM115 - the caller closes it
        try:
            with self._turn, self._kept() as process:
                _copy(process, leaf, file)
        except BaseException:
            file.close()
            raise
        file.seek(0)
        return file

    def close(self) -> None:
        """Stop git."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(OSError), process:
                pass

    @contextmanager
    def _kept(self) -> Generator[Popen[bytes]]:
        """Keep git running for the next file, unless what it says can no longer be followed."""
        if self._process is None:
            self._process = self._git.start("cat-file", "--batch", stdin=PIPE)
        try:
            yield self._process
        except FileNotFoundError:
            raise
        except BaseException:
            self.close()
            raise


def _copy(process: Popen[bytes], leaf: Leaf, file: BinaryIO) -> None:
    assert process.stdin
    assert process.stdout
    with limited(process):
        process.stdin.write(f"{leaf.blob}\n".encode())
        process.stdin.flush()
        header = process.stdout.readline(_CHUNK)
    if header == f"{leaf.blob} missing\n".encode():
        raise FileNotFoundError(0, tr("仓库不完整，缺它的内容，请重新克隆"))
    if header != f"{leaf.blob} blob {leaf.size}\n".encode():
        raise OSError(0, tr("仓库损坏，git 读不出它的内容，请重新克隆"))
    left = leaf.size + 1
    while left:
        with limited(process):
            part = process.stdout.read(min(left, _CHUNK))
        if not part:
            raise OSError(0, tr("仓库损坏，git 读不出它的内容，请重新克隆"))
        left -= len(part)
        file.write(part if left else part[:-1])
