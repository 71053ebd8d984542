"""TIFF: a table of entries for each page."""

import struct
from collections.abc import Mapping

from wenming_score.evidence.readers.exif import Entry, Tables, taken, turned
from wenming_score.evidence.readers.pictures.outline import MOST, Outline

_BIG = (b"II+\0", b"MM\0+")
_NEEDED: Mapping[int, int] = {
    **dict.fromkeys((256, 257, 259, 262, 266, 277, 278, 284, 292, 293, 317, 322, 323, 531), 1),
    **dict.fromkeys((258, 338, 339), 8),
    **dict.fromkeys((273, 279, 324, 325), 20_000),
    320: 768,
    347: 1 << 16,
    530: 2,
    532: 6,
}
"""What decoding needs of a page, and how many values each entry may have."""
_WIDE, _HIGH, _PACKED, _COLOURS, _STRIPS, _SAMPLES, _TILES = 256, 257, 259, 262, 273, 277, 324
_INDEXED = 3
_HELD_GREY = 4
_AS_FAX, _AS_JPEG = frozenset({2, 3, 4}), frozenset({6, 7})
_SCANS = 16


def tiff(data: bytes) -> Outline:
    """Read the table of the first page, and write it again without what is not needed."""
    if data.startswith(_BIG):
        return Outline(odd=True)
    tables = Tables(data)
    page = {tag: entry for tag, entry in tables.first().items() if entry.count <= _NEEDED.get(tag, 0)}
    wide, high = _value(tables, page, _WIDE), _value(tables, page, _HIGH)
    if not wide or not high:
        return Outline(dates=taken(data))
    grey = _value(tables, page, _SAMPLES) <= 1 and _value(tables, page, _COLOURS) != _INDEXED
    held = wide * high * (_HELD_GREY if grey else MOST)
    fax = _value(tables, page, _PACKED) in _AS_FAX
    return Outline((wide, high), taken(data), held, _bare(tables, page), _slow(tables, page), fax, turned(data))


def _value(tables: Tables, page: Mapping[int, Entry], tag: int) -> int:
    entry = page.get(tag)
    return tables.number(entry.start, entry.size) if entry else 0


def _slow(tables: Tables, page: Mapping[int, Entry]) -> bool:
    """Tell whether a page is packed as JPEGs with more scans than any needs."""
    if _value(tables, page, _PACKED) not in _AS_JPEG:
        return False
    parts = max(page[tag].count if tag in page else 0 for tag in (_STRIPS, _TILES))
    return tables.data.count(b"\xff\xda") > _SCANS * parts


def _bare(tables: Tables, page: Mapping[int, Entry]) -> bytes:
    if sum(entry.size for entry in page.values()) > len(tables.data):
        return b""
    order = "<" if tables.order == "little" else ">"
    start = len(tables.data) + len(tables.data) % 2
    head = tables.data[:4] + struct.pack(f"{order}L", start)
    rows = [struct.pack(f"{order}H", len(page)), *(page[tag].raw for tag in sorted(page)), bytes(4)]
    return b"".join((head, tables.data[8:], bytes(start - len(tables.data)), *rows))
