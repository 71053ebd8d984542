"""PDF files made by hand, object by object."""

import zlib
from collections.abc import Sequence

START = b"%PDF-1.5\n"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 3/Kids[]>>"
INFO = b"<</CreationDate(D:20250305101500+08'00')/ModDate(D:20250306)>>"


def end(table: int) -> bytes:
    """End a file, its table of objects at this place."""
    return b"\nstartxref\n%d\n%%%%EOF\n" % table


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R/Info 3 0 R") -> bytes:
    """Make a PDF of objects numbered from 1."""
    made = bytearray(START)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number, content in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return bytes(made) + table + b"trailer<</Size %d%b>>" % (len(objects) + 1, trailer) + end(len(made))


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Make an object that carries data."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def deflated(data: bytes, entries: bytes = b"") -> bytes:
    """Make an object that carries packed data."""
    return stream(zlib.compress(data, 9), entries + b"/Filter/FlateDecode")


def packed(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Make a PDF of numbered objects in one pack, as programs of today write it."""
    body, places = b"", list[bytes]()
    for number, content in objects:
        places.append(b"%d %d " % (number, len(body)))
        body += content + b" "
    head = b"".join(places)
    pack = b"4 0 obj\n%b\nendobj\n" % deflated(head + body, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)))
    rows = [(0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(START), 0), (1, len(START + pack), 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([index]) for kind, place, index in rows)
    entries = b"/Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Info 3 0 R"
    return START + pack + b"5 0 obj\n%b\nendobj\n" % stream(table, entries) + end(len(START + pack))


def chained(links: Sequence[bytes]) -> bytes:
    """Make a PDF of tables of objects, each of which names the one before, if it has a place for that."""
    made, before = bytearray(START), b""
    place = 0
    for link in links:
        place = len(made)
        made += link.replace(b"/BEFORE", before) + b"\n"
        before = b"/Prev %d" % place
    return bytes(made) + end(place)
