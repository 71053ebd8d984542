"""Compound files made by hand, the way old offices made them and the way none would."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
"""Marks in the allocation table of a compound file."""
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SUMMARY, MORE = "\x05SummaryInformation", "\x05DocumentSummaryInformation"
CREATED, SAVED, PAGES, SLIDES = 12, 13, 14, 7


def compound(streams: Mapping[str, bytes], *, table: Mapping[int, int] | None = None) -> bytes:
    """Make a compound file of streams; `table` may put its chains wrong."""
    directory = _entry("Root Entry", 5, child=1)
    chain = [TABLE, *range(2, 1 + -(-(1 + len(streams)) // 4)), END]
    sectors, body = len(chain) - 1, b""
    for place, (name, data) in enumerate(streams.items(), 1):
        kept = data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0")  # less would belong into the small stream
        after = place + 1 if place < len(streams) else FREE
        directory += _entry(name, 2, after=after, start=len(chain), size=len(kept))
        chain += [*range(len(chain) + 1, len(chain) + len(kept) // 512), END]
        body += kept
    for sector, following in (table or {}).items():
        chain[sector] = following
    chain += [FREE] * (128 - len(chain))
    return _header() + struct.pack("<128L", *chain) + directory.ljust(sectors * 512, b"\0") + body


def _header() -> bytes:
    sizes = (62, 3, 0xFFFE, 9, 6, 0)
    places = (0, 0, 1, 1, 0, 4096, END, 0, END, 0)
    return struct.pack("<8s16x6H10L109L", MAGIC, *sizes, *places, 0, *[FREE] * 108)


def _entry(name: str, kind: int, *, child: int = FREE, after: int = FREE, start: int = 0, size: int = 0) -> bytes:
    spelt = name.encode("utf-16le")
    return struct.pack("<64sHBBLLL36xLL4x", spelt, len(spelt) + 2, kind, 1, FREE, after, child, start, size)


def property_set(*values: tuple[int, bytes]) -> bytes:
    """Make the stream of a document's summary, each value led by its type."""
    rows, body = b"", b""
    for name, value in values:
        rows += struct.pack("<LL", name, 8 + 8 * len(values) + len(body))
        body += value
    section = struct.pack("<LL", 8 + len(rows) + len(body), len(values)) + rows + body
    return struct.pack("<H42xL", 0xFFFE, 48) + section


def moment(text: str) -> bytes:
    """Give a time by UTC, as a property."""
    since = datetime.fromisoformat(text).replace(tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    return ticks(round(since.total_seconds()) * 10**7)


def ticks(count: int) -> bytes:
    """Give a time in tenths of a microsecond since 1601, as a property."""
    return struct.pack("<LQ", 64, count)


def number(count: int) -> bytes:
    """Give a whole number, as a property."""
    return struct.pack("<Ll", 3, count)


PROPERTIES = ((CREATED, moment("2025-03-05T04:00")), (SAVED, moment("2025-03-05T16:00")), (PAGES, number(7)))


def old(*properties: tuple[int, bytes], main: str = "WordDocument", more: bytes = b"") -> bytes:
    """Make a document with a summary."""
    return compound({main: b"", SUMMARY: property_set(*properties), MORE: more or property_set()})


GOOD = old(*PROPERTIES)
