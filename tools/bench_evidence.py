"""Speed of evidence: against this machine's own SHA-256, against decoding alone, and of a second run with a lock.

Prints, never judges. The files are made anew in a temporary folder; each program runs as a whole process on a warm
cache, in turn, and the least counts: what other work on the machine adds is not ours.
"""

import argparse
import io
import os
import random
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PIL import Image

HERE = Path(sys.executable).parent
MEGABYTE = 1 << 20
HASH = """
import hashlib, sys
for path in open(sys.argv[1]).read().split():
    with open(path, "rb") as file:
        hashlib.file_digest(file, "sha256")
"""
DECODE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from PIL import Image
def decode(path):
    with Image.open(path) as image:
        image.draft("L", (64, 64))
        image.load()
with ThreadPoolExecutor(min(4, cpu_count() or 1)) as pool:
    list(pool.map(decode, open(sys.argv[1]).read().split()))
"""


def main() -> int:
    """Time the evidence of one unit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=2000)
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    papers(given.files, given.runs)
    photos(given.files, given.runs)
    return 0


def papers(number: int, runs: int) -> None:
    """Compare the first look at papers and films with hashing them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        makers = (pdf, docx, mp4)
        for at in range(number):
            make = makers[at % 3]
            (folder / f"{at:05}.{make.__name__}").write_bytes(make(random.Random(at)))
        listing = lay_out(folder, "record")
        ours, hashing = race(runs, lambda: check(folder), lambda: python(HASH, listing))
        nothing = timed(lambda: check(folder, "empty.yaml"))
        print(f"{number} papers and films of 1 MB")
        alone = ours - nothing
        print(f"  SHA-256 alone, one thread      {hashing:6.2f} s")
        print(f"  wenming-score evidence audit   {ours:6.2f} s   rate of ours / of it {hashing / ours:.2f}")
        print(
            f"  less start-up and ledger       {alone:6.2f} s   rate of ours / of it {hashing / alone:.2f} (goal 0.85)"
        )


def photos(number: int, runs: int) -> None:
    """Compare the first look at photos with decoding them, and the second look with the first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        originals = [jpeg(random.Random(at)) for at in range(16)]
        for at in range(number):
            (folder / f"{at:05}.jpg").write_bytes(originals[at % len(originals)] + at.to_bytes(8, "big"))
        listing = lay_out(folder, "photo")
        first, decoding = race(2, lambda: check(folder), lambda: python(DECODE, listing))
        python(
            "import sys; from wenming_score.cli import main; sys.argv[1:] = sys.argv[2:]; main()",
            listing,
            "evidence",
            "lock",
            str(folder / "unit.yaml"),
        )
        second = min(timed(lambda: check(folder)) for _ in range(runs))
        width, height = Image.open(io.BytesIO(originals[0])).size
        print(f"{number} photos of 1 MB ({width} × {height})")
        print(f"  decoding alone, as many threads {decoding:6.2f} s")
        print(f"  wenming-score evidence audit    {first:6.2f} s   ours / it {first / decoding:.2f} (goal 1.20)")
        print(f"  the same with a lock            {second:6.2f} s   second / first {second / first:.3f} (goal 0.10)")


def lay_out(folder: Path, kind: str) -> Path:
    """Write a unit file that lists all files, and a bare list of them."""
    files = sorted(path.name for path in folder.iterdir())
    head = (
        "schema_version: 1\nrubric: luoyang-2019\nunit: {name: 某局, type: other, staff: 9}\n"
        "term: {start: 2023-01-01, end: 2025-12-31}\nperiod: {start: 2025-01-01, end: 2025-12-31}\n"
    )
    entries = "".join(
        f"  E{at:05}: {{path: {name}, type: {kind}, date: 2025-03-05}}\n" for at, name in enumerate(files)
    )
    (folder / "unit.yaml").write_text(f"{head}evidence:\n{entries}", encoding="utf-8")
    (folder / "empty.yaml").write_text(head, encoding="utf-8")
    listing = folder / "files.list"
    listing.write_text("\n".join(str(folder / name) for name in files), encoding="utf-8")
    return listing


def pdf(chance: random.Random) -> bytes:
    """Make a PDF of one page with a megabyte of pictures."""
    parts = [b"%PDF-1.4\n"]
    places: list[int] = []
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (MEGABYTE, chance.randbytes(MEGABYTE)),
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
    """Make the parts of a Word file that are looked at, and a megabyte of pictures."""
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
        archive.writestr("word/media/image1.jpeg", chance.randbytes(MEGABYTE))
    return made.getvalue()


def mp4(chance: random.Random) -> bytes:
    """Make the boxes of a film that are looked at, and a megabyte of it."""
    header = struct.pack(">4xIIII80x", 3_823_986_000, 3_823_986_000, 1000, 60_000)
    moov = box(b"moov", box(b"mvhd", header))
    return box(b"ftyp", b"isom\0\0\2\0isom") + moov + box(b"mdat", chance.randbytes(MEGABYTE))


def box(name: bytes, content: bytes) -> bytes:
    """Make a box of an MP4 file."""
    return struct.pack(">I4s", 8 + len(content), name) + content


def jpeg(chance: random.Random) -> bytes:
    """Make a photo of 12 million pixels and about a megabyte, as phones send them on."""
    noise = Image.frombytes("RGB", (200, 150), chance.randbytes(200 * 150 * 3))
    made = io.BytesIO()
    noise.resize((4000, 3000), Image.Resampling.BICUBIC).save(made, "JPEG", quality=50)
    return made.getvalue()


def check(folder: Path, unit: str = "unit.yaml") -> None:
    """Audit a unit's evidence."""
    run([str(HERE / "wenming-score"), "evidence", "audit", str(folder / unit), "--as-of", "2025-12-31", "-f", "json"])


def python(code: str, *arguments: object) -> None:
    """Run a piece of Python in a process of its own."""
    run([sys.executable, "-c", code, *map(str, arguments)])


def run(command: list[str]) -> None:
    """Run a program that must not fail."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - commands of this file
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} exited {done.returncode}: {done.stderr.decode()[-500:]}")


def race(runs: int, ours: Callable[[], None], its: Callable[[], None]) -> tuple[float, float]:
    """Run both in turn, and give the least of their seconds; the first round only warms up."""
    times = [(timed(ours), timed(its)) for _ in range(runs + 1)]
    return min(one for one, _ in times[1:]), min(one for _, one in times[1:])


def timed(work: Callable[[], None]) -> float:
    """Give the seconds that work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
