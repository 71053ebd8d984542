"""Evidence: against this machine's own SHA-256, against decoding alone, and a second run with a lock."""

import random
from pathlib import Path
from statistics import median

from benching.files import docx, jpeg, mp4, pdf
from benching.goals import COLUMNS, Goal, Part, at_least, at_most
from benching.race import OURS, Program, Race, python, race, said

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
LOOK, START, HASHING, DECODING = (
    "evidence audit",
    "the same of an empty ledger",
    "SHA-256 alone",
    "draft decoding alone",
)


def measure(folder: Path, runs: int, number: int) -> Part:
    """Measure papers and films, then photos twice."""
    for name in ("papers", "photos"):
        (folder / name).mkdir()
    goals, details = papers(folder / "papers", runs, number)
    more, others = photos(folder / "photos", runs, number // 5)
    title = f"Evidence: {number:,} papers and films of 1 MB, {number // 5:,} photos of 12 million pixels"
    return Part(title, [*goals, *more], [COLUMNS, *details, *others])


def papers(folder: Path, runs: int, number: int) -> tuple[list[Goal], list[str]]:
    """Compare the first look at papers and films with hashing them, start-up aside."""
    makers = (pdf, docx, mp4)
    for at in range(number):
        make = makers[at % 3]
        (folder / f"{at:05}.{make.__name__}").write_bytes(make(random.Random(at)))
    listing = lay_out(folder, "record")
    programs = {LOOK: audit(folder), START: audit(folder, "empty.yaml"), HASHING: python(HASH, listing)}
    run = race({**programs, "Python alone": python("import hashlib")}, runs)
    rate = median(
        (hashing.cpu - bare.cpu) / (look.cpu - start.cpu)
        for look, start, hashing, bare in zip(run[LOOK], run[START], run[HASHING], run["Python alone"], strict=True)
    )
    what = "evidence other than photos, first run: rate, start-up aside"
    return [at_least(what, rate, 0.85, "SHA-256")], said(run)


def photos(folder: Path, runs: int, number: int) -> tuple[list[Goal], list[str]]:
    """Compare the first look at photos with decoding them, and the second look with the first."""
    originals = [jpeg(random.Random(at)) for at in range(16)]
    for at in range(number):
        (folder / f"{at:05}.jpg").write_bytes(originals[at % len(originals)] + at.to_bytes(8, "big"))
    listing = lay_out(folder, "photo")
    first = race({LOOK: audit(folder), DECODING: python(DECODE, listing)}, max(2, runs // 2))
    Program([OURS, "evidence", "lock", str(folder / "unit.yaml")]).run()
    second = race({"evidence audit, locked": audit(folder)}, runs)
    again = median(one.cpu for one in second["evidence audit, locked"]) / median(one.cpu for one in first[LOOK])
    goals = [
        at_most("photos, first run", share(first), 1.20, "decoding them as drafts"),
        at_most("photos, second run, with a lock", again, 0.10, "the first"),
    ]
    return goals, said({f"photos: {name}": costs for name, costs in {**first, **second}.items()})


def share(run: Race) -> float:
    """Say how much of decoding alone a look takes."""
    return median(one.cpu / other.cpu for one, other in zip(run[LOOK], run[DECODING], strict=True))


def audit(folder: Path, unit: str = "unit.yaml") -> Program:
    """Audit a unit's evidence."""
    return Program([OURS, "evidence", "audit", str(folder / unit), "--as-of", "2025-12-31", "-f", "json"])


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
