"""Evidence files as big as those of real units: papers and films of 4 MB, photos of 1 MB as phones send them on."""

import io
import random
import struct
import zipfile

from PIL import Image

SIZE = 4 << 20


def pdf(chance: random.Random) -> bytes:
    """Make a PDF of one page with as many pictures."""
    parts = [b"%PDF-1.4\n"]
    places: list[int] = []
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (SIZE, chance.randbytes(SIZE)),
        b"<< /CreationDate (D:20250305101500+08'00') >>",
    ]
    for number, body in enumerate(bodies, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 6\n0000000000 65535 f \n" + rows)
    parts.append(b"trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return b"".join(parts)


def docx(chance: random.Random) -> bytes:
    """Make the parts of a Word file that are looked at, and as many pictures."""
    made = io.BytesIO()
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    created = "<dcterms:created>2025-03-05T02:00:00Z</dcterms:created>"
    core = f"<cp:coreProperties {spaces}>{created}</cp:coreProperties>"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("docProps/core.xml", core)
        archive.writestr("word/document.xml", "<document/>")
        archive.writestr("word/media/image1.jpeg", chance.randbytes(SIZE))
    return made.getvalue()


def mp4(chance: random.Random) -> bytes:
    """Make the boxes of a film that are looked at, and as much of it."""
    header = struct.pack(">4xIIII80x", 3_823_986_000, 3_823_986_000, 1000, 60_000)
    moov = box(b"moov", box(b"mvhd", header))
    return box(b"ftyp", b"isom\0\0\2\0isom") + moov + box(b"mdat", chance.randbytes(SIZE))


def box(name: bytes, content: bytes) -> bytes:
    """Make a box of an MP4 file."""
    return struct.pack(">I4s", 8 + len(content), name) + content


def jpeg(chance: random.Random) -> bytes:
    """Make a photo of 12 million pixels and about a megabyte, as phones send them on."""
    noise = Image.frombytes("RGB", (200, 150), chance.randbytes(200 * 150 * 3))
    made = io.BytesIO()
    noise.resize((4000, 3000), Image.Resampling.BICUBIC).save(made, "JPEG", quality=50)
    return made.getvalue()
