"""What a reader is: a function from a file's bytes to what it says of itself."""

from collections.abc import Callable
from io import RawIOBase
from typing import BinaryIO

from wenming_score.evidence import limits
from wenming_score.files import Inside
from wenming_score.text import tr

Reader = Callable[[BinaryIO], Inside]
"""Takes a file open at its start; may raise anything, which the caller makes a fault of the file."""


class ReadingError(Exception):
    """A file cannot be read; the message is for people."""


class Metered(RawIOBase):
    """A file that gives no more bytes, and no more often, than the limits allow."""

    def __init__(self, file: BinaryIO, most: int = limits.READ, calls: int = limits.CALLS) -> None:
        """Wrap a file."""
        self._file, self._bytes, self._calls = file, most, calls

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be searched."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Say the place."""
        return self._file.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride] - any writable buffer
        """Fill a buffer."""
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def read(self, size: int = -1) -> bytes:
        """Read, within the limits."""
        left = self._bytes
        if size is None or size < 0:  # pyright: ignore[reportUnnecessaryComparison] - libraries say None
            size = self.rest()
        part = self._file.read(size if size <= left else left + 1)
        self._bytes = left - len(part)
        self._calls -= 1
        if self._bytes < 0 or self._calls < 0:
            raise ReadingError(tr("内容太多或太乱，没有读完"))
        return part

    def rest(self) -> int:
        """Say how much to read where all the rest is asked for."""
        return self._bytes + 1
