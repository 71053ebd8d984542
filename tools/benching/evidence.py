"""Evidence: against this machine's own SHA-256, against decoding alone, and a second run with a lock."""

import random
import shutil
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
LOOK, LOCKED, HASHING, DECODING = "evidence audit", "evidence audit, locked", "SHA-256", "draft decoding"
FEW, BARE = 3, ", three files"


def measure(folder: Path, runs: int, number: int) -> Part:
    """Measure papers and films, then photos twice."""
    for name in ("papers", "photos"):
        (folder / name).mkdir()
    goals, details = papers(folder / "papers", runs, number)
    more, others = photos(folder / "photos", runs, number // 3)
    title = f"Evidence: {number:,} papers and films of 4 MB, {number // 3:,} photos of 12 million pixels"
    return Part(title, [*goals, *more], [COLUMNS, *details, *others])


def papers(folder: Path, runs: int, number: int) -> tuple[list[Goal], list[str]]:
    """Compare the rate of the first look at papers and films with that of hashing them, which one thread does."""
    makers = (pdf, docx, mp4)
    for at in range(number):
        make = makers[at % 3]
        (folder / f"{at:05}.{make.__name__}").write_bytes(make(random.Random(at)))
    listing, (less, short) = lay_out(folder, "record"), few(folder, "record")
    looks = {LOOK: audit(folder), f"{LOOK}{BARE}": audit(less)}
    run = race({**looks, HASHING: python(HASH, listing), f"{HASHING}{BARE}": python(HASH, short)}, runs)
    rates = {
        way: median(one / other for one, other in zip(alone(run, HASHING, way), alone(run, LOOK, way), strict=True))
        for way in ("cpu", "wall")
    }
    goal = at_least("evidence other than photos, first run: rate", rates["cpu"], 0.85, "SHA-256")
    return [goal], [*said(run), "", f"By wall time, in threads, the rate is {rates['wall']:.2f} × SHA-256 in one."]


def photos(folder: Path, runs: int, number: int) -> tuple[list[Goal], list[str]]:
    """Compare the first look at photos with decoding them, and the second look with the first."""
    originals = [jpeg(random.Random(at)) for at in range(16)]
    for at in range(number):
        (folder / f"{at:05}.jpg").write_bytes(originals[at % len(originals)] + at.to_bytes(8, "big"))
    listing, (less, short) = lay_out(folder, "photo"), few(folder, "photo")
    looks = {LOOK: audit(folder), f"{LOOK}{BARE}": audit(less)}
    decoding = {DECODING: python(DECODE, listing), f"{DECODING}{BARE}": python(DECODE, short)}
    first = race({**looks, **decoding}, max(2, runs // 2))
    for home in (folder, less):
        Program([OURS, "evidence", "lock", str(home / "unit.yaml")]).run()
    second = race({LOCKED: audit(folder), f"{LOCKED}{BARE}": audit(less)}, runs)
    took, drafts, again = (
        median(alone(run, name, "cpu")) for run, name in ((first, LOOK), (first, DECODING), (second, LOCKED))
    )
    goals = [
        at_most("photos, first run", took / drafts, 1.20, "decoding them as drafts"),
        at_most("photos, second run, with a lock", again / took, 0.10, "the first"),
    ]
    return goals, ["", "Photos:", "", COLUMNS, *said({**first, **second})]


def alone(run: Race, name: str, way: str) -> list[float]:
    """Say what a program took beyond starting up and the first few files, round by round."""
    return [getattr(one, way) - getattr(bare, way) for one, bare in zip(run[name], run[f"{name}{BARE}"], strict=True)]


def few(folder: Path, kind: str) -> tuple[Path, Path]:
    """Lay out the first few files alone; give their folder and list."""
    home = folder.with_name(f"{folder.name}-few")
    home.mkdir()
    for path in sorted(folder.glob("0000*"))[:FEW]:
        shutil.copy(path, home)
    return home, lay_out(home, kind)


def audit(folder: Path) -> Program:
    """Audit a unit's evidence."""
    return Program([OURS, "evidence", "audit", str(folder / "unit.yaml"), "--as-of", "2025-12-31", "-f", "json"])


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
    listing = folder / "files.list"
    listing.write_text("\n".join(str(folder / name) for name in files), encoding="utf-8")
    return listing
