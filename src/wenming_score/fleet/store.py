"""What has been measured, kept in a file as it comes, so that memory stays flat and work goes on where it ended."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path

from wenming_score.fleet import packing
from wenming_score.fleet.measure import Measured, Named, Photo, Stamp
from wenming_score.rank import Row
from wenming_score.report import RubricInfo
from wenming_score.text import tr

FORMAT = "wenming-score rank 1"
FAILED = "failed"
"""The standing of a file that came to no row."""
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE rubrics (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, info TEXT NOT NULL);
CREATE TABLE units (
    id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, shown TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    period TEXT NOT NULL, size INTEGER NOT NULL, written INTEGER NOT NULL, rubric INTEGER, standing TEXT NOT NULL,
    cents INTEGER NOT NULL, outcome TEXT NOT NULL, twins TEXT NOT NULL
);
CREATE INDEX ranked ON units (rubric, standing, cents DESC, shown, path);
CREATE TABLE parts (
    kind TEXT NOT NULL, part TEXT NOT NULL, unit INTEGER NOT NULL, cents INTEGER NOT NULL, whole INTEGER NOT NULL,
    share INTEGER NOT NULL, PRIMARY KEY (kind, part, unit)
) WITHOUT ROWID;
CREATE INDEX parts_of ON parts (unit);
CREATE TABLE photos (
    id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, fingerprint INTEGER NOT NULL, evidence TEXT NOT NULL, day TEXT
);
CREATE INDEX photos_of ON photos (unit);
CREATE TABLE pairs (photo INTEGER PRIMARY KEY, other INTEGER NOT NULL);
"""
_PUT = """
INSERT OR REPLACE INTO units
    (id, path, shown, name, type, period, size, written, rubric, standing, cents, outcome, twins)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class StoreError(Exception):
    """A file to go on from is none, or is of other work; says so."""


class StoreFullError(StoreError):
    """What has been measured cannot be kept; says why."""


class Store:
    """The rows, parts and photos of the units measured so far."""

    def __init__(self, path: Path | None, about: Mapping[str, str]) -> None:
        """Open a file of the same work or begin one; without a path it is gone once it is closed.

        Raises StoreError where the file is none of ours, or is of work that `about` does not describe.
        """
        self._folder = None if path else tempfile.TemporaryDirectory(prefix="wenming-score-")
        self.path = path or Path(self._folder.name if self._folder else "") / "rank.db"
        try:
            self.db = sqlite3.connect(self.path)
            try:
                self._begin({"format": FORMAT, **about}, lasting=path is not None)
            except BaseException:
                self.db.close()
                raise
        except sqlite3.Error as error:
            raise self.useless(_reason(error)) from None

    def _begin(self, about: Mapping[str, str], *, lasting: bool) -> None:
        self.db.execute("PRAGMA temp_store = FILE")
        self.db.execute(f"PRAGMA synchronous = {'NORMAL' if lasting else 'OFF'}")
        if not self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            with self.db:
                for statement in _TABLES.split(";"):
                    self.db.execute(statement)
                self.db.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        before = dict(self.db.execute("SELECT name, value FROM about"))
        if before.get("format") != FORMAT:
            raise self.useless(tr("不是 rank 存下的"))
        other = next((name for name, value in about.items() if before.get(name) != value), None)
        if other is not None:
            said = tr(
                "{file} 存的是另一次排名（{name} 是 {before}，这次是 {now}）；请换一个文件，或按原来的选项接着算",
                file=self.path.name, name=other, before=before.get(other), now=about[other],
            )  # fmt: skip
            raise StoreError(said)

    def useless(self, reason: str) -> StoreError:
        """Say that nobody can go on from it, and why."""
        return StoreError(tr("{file} 不能用来接着算：{reason}", file=self.path.name, reason=reason))

    def keep(self, path: Path) -> None:
        """Close a store that would be gone, and leave its file at a path."""
        self.db.close()
        shutil.move(self.path, path)
        self.close()

    def close(self) -> None:
        """Close it; what has no path of its own is gone."""
        self.db.close()
        if self._folder:
            self._folder.cleanup()

    def only(self, units: Iterable[Named]) -> None:
        """Forget what is not among these."""
        with self._writing():
            self.db.execute("CREATE TEMP TABLE wanted (path BLOB PRIMARY KEY)")
            self.db.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((_key(unit),) for unit in units))
            self.db.execute("DELETE FROM units WHERE path NOT IN (SELECT path FROM wanted)")
            for table in ("parts", "photos"):
                self.db.execute(f"DELETE FROM {table} WHERE unit NOT IN (SELECT id FROM units)")  # noqa: S608 - names of the line above
            self.db.execute("DROP TABLE wanted")

    def knows(self, unit: Named, stamp: Stamp) -> bool:
        """Tell whether a unit has come to a row, and its file has not been written since."""
        found = self.db.execute("SELECT size, written, standing FROM units WHERE path = ?", (_key(unit),)).fetchone()
        return found is not None and found[:2] == stamp and found[2] != FAILED

    def count(self) -> int:
        """Count the units."""
        return int(self.db.execute("SELECT count(*) FROM units").fetchone()[0])

    def add(self, measured: Iterable[Measured]) -> None:
        """Keep what came of units, instead of what came of them before; raise StoreFullError where that fails."""
        with self._writing():
            for one in measured:
                self._add(one)

    @contextmanager
    def _writing(self) -> Generator[None]:
        try:
            with self.db:
                yield
        except sqlite3.Error as error:
            said = tr("算好的结果存不下来：{file}：{reason}", file=self.path.name, reason=_reason(error))
            raise StoreFullError(said) from None

    def _add(self, one: Measured) -> None:
        found = self.db.execute("SELECT id FROM units WHERE path = ?", (_key(one.unit),)).fetchone()
        row = one.outcome if isinstance(one.outcome, Row) else None
        of = (row.name, row.type, f"{row.period.start}/{row.period.end}") if row else ("", "", "")
        come_to = (row.standing, packing.cents(row.supported)) if row else (FAILED, 0)
        written = (packing.pack(one.outcome), packing.pack(one.unit.twins))
        values = (*of, *one.stamp, self._rubric(one.rubric), *come_to, *written)
        unit = self.db.execute(_PUT, (found and found[0], _key(one.unit), one.unit.shown, *values)).lastrowid
        self.db.execute("DELETE FROM parts WHERE unit = ?", (unit,))
        if row:
            parts = (("item", row.items), ("standard", row.standards))
            some = ((kind, part.id, unit, *packing.figures(part)) for kind, those in parts for part in those)
            self.db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", some)
        self._hang(unit, one.photos)

    def _hang(self, unit: int | None, photos: Iterable[Photo]) -> None:
        """Put a unit's photos in; those that are there already keep their numbers."""
        there = "SELECT fingerprint, evidence, day FROM photos WHERE unit = ?"
        now = [(packing.signed(one.fingerprint), one.evidence, one.day and str(one.day)) for one in photos]
        if self.db.execute(there, (unit,)).fetchall() != now:
            self.db.execute("DELETE FROM photos WHERE unit = ?", (unit,))
            new = ((unit, *photo) for photo in now)
            self.db.executemany("INSERT INTO photos (unit, fingerprint, evidence, day) VALUES (?, ?, ?, ?)", new)

    def pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep which photos are those of another unit, too."""
        with self._writing():
            self.db.execute("DELETE FROM pairs")
            self.db.executemany("INSERT INTO pairs VALUES (?, ?)", pairs)

    def _rubric(self, info: RubricInfo | None) -> int | None:
        if info is None:
            return None
        self.db.execute("INSERT OR IGNORE INTO rubrics (sha256, info) VALUES (?, ?)", (info.sha256, packing.pack(info)))
        return int(self.db.execute("SELECT id FROM rubrics WHERE sha256 = ?", (info.sha256,)).fetchone()[0])


def _key(unit: Named) -> bytes:
    return os.fsencode(unit.path)


def _reason(error: sqlite3.Error) -> str:
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return tr("不是 rank 存下的")
    return str(error)


@contextmanager
def opened(path: Path | None, about: Mapping[str, str]) -> Generator[Store]:
    """Open a store for as long as it is used; raise StoreError where it does not hold what was put there."""
    store = Store(path, about)
    try:
        yield store
    except (sqlite3.Error, packing.SpoiltError):
        raise store.useless(tr("里面的内容被改过，或者坏了")) from None
    finally:
        store.close()
