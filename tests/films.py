"""Films and recordings made by hand, box by box."""

import struct
from datetime import UTC, datetime

EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
CREATED = b"com.apple.quicktime.creationdate"


def box(kind: bytes, *parts: bytes) -> bytes:
    """Make a box."""
    content = b"".join(parts)
    return struct.pack(">L4s", len(content) + 8, kind) + content


def ticks(stamp: str) -> int:
    """Count the seconds from the epoch of films to a time in UTC."""
    return int((datetime.fromisoformat(stamp).replace(tzinfo=UTC) - EPOCH).total_seconds())


def header(created: int, scale: int = 600, length: int = 6000) -> bytes:
    """Make the header of a film, in the short form."""
    return box(b"mvhd", struct.pack(">LLLLL", 0, created, created, scale, length), bytes(80))


def long_header(created: int, scale: int = 600, length: int = 6000) -> bytes:
    """Make the header of a film, in the long form."""
    return box(b"mvhd", struct.pack(">LQQLQ", 1 << 24, created, created, scale, length), bytes(80))


def track(carries: bytes) -> bytes:
    """Make a track of sound or pictures."""
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), carries, bytes(13))))


def apple(stamp: bytes, *, full: bool = False) -> bytes:
    """Make Apple's metadata, plain as in QuickTime or with the version of ISO files."""
    keys = box(b"keys", struct.pack(">LL", 0, 2), box(b"mdta", b"com.apple.quicktime.make"), box(b"mdta", CREATED))
    items = (
        box(number, box(b"data", struct.pack(">LL", 1, 0), value))
        for number, value in ((b"\0\0\0\1", b"Apple"), (b"\0\0\0\2", stamp))
    )
    handler = box(b"hdlr", bytes(8), b"mdta", bytes(12))
    return box(b"meta", bytes(4) if full else b"", handler, keys, box(b"ilst", *items))


def film(*inner: bytes, brand: bytes = b"isom", data: int = 5000) -> bytes:
    """Make a film, its index at the end as cameras leave it."""
    return box(b"ftyp", brand, bytes(4), brand) + box(b"mdat", bytes(data)) + box(b"moov", *inner)
