"""Reading evidence files: the only place that opens them."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cache
from pathlib import Path

from wenming_score.assessment import Evidence
from wenming_score.evidence.places import Place, Root, find, names_in
from wenming_score.evidence.threads import each
from wenming_score.evidence.unlisted import unlisted
from wenming_score.files import FileFact, OwnDate
from wenming_score.filetypes import promised
from wenming_score.records import record

Watch = Callable[[int, int], None]
"""Is told how many files of how many have been read."""


def unwatched(done: int, total: int) -> None:
    """Tell nobody."""
    del done, total


@record
class Holdings:
    """What was found of a unit's evidence."""

    files: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    """By the entries' ids."""
    unlisted: tuple[str, ...] = ()
    lock: Mapping[str, FileFact] = field(default_factory=dict[str, FileFact])
    """What was locked, by path."""


def gather(ledger: Mapping[str, Evidence], root: Path, lock: Path | None = None, watch: Watch = unwatched) -> Holdings:
    """Look at the file of every ledger entry and at what lies beside them; a lock saves reading what it knows."""
    return gather_by(ledger, root, _locked(lock), watch)


def gather_by(
    ledger: Mapping[str, Evidence],
    root: Path | Root,
    locked: Mapping[str, FileFact],
    watch: Watch = unwatched,
    memory: "Memory | None" = None,
) -> Holdings:
    """Gather as `gather` does, from what need not be a folder; a memory saves reading the same bytes again."""
    names = cache(names_in)
    found = {name: find(entry, root, names) for name, entry in ledger.items()}
    places = {entry.path: found[name] for name, entry in ledger.items() if entry.path is not None}
    files = _read({path: place for path, place in places.items() if isinstance(place, Place)}, locked, watch, memory)
    facts = {
        name: files[entry.path or ""] if isinstance(place := found[name], Place) else place
        for name, entry in ledger.items()
    }
    return Holdings(facts, unlisted(places.keys(), root) if places else (), locked)


def _locked(lock: Path | None) -> Mapping[str, FileFact]:
    if lock is None or not lock.exists():
        return {}
    return read_lock(lock, lock.name)


def read_lock(path: Path, shown: str) -> dict[str, FileFact]:
    """Read a lock, by path; raise `InputError` with every line that is not one of a lock."""
    from wenming_score.evidence import lock  # noqa: PLC0415 - few units have one

    return lock.read_lock(path, shown)


def parse_lock(content: bytes, shown: str) -> dict[str, FileFact]:
    """Read a lock's bytes as `read_lock` reads a file."""
    from wenming_score.evidence import lock  # noqa: PLC0415 - as above

    return lock.parse_lock(content, shown)


def write_lock(files: Mapping[str, FileFact]) -> str:
    """Write a lock of files by path: sorted, one line a file, so that it diffs well."""
    from wenming_score.evidence import lock  # noqa: PLC0415 - as above

    return lock.write_lock(files)


class Memory:
    """What is known of files that cannot change, so that each is read once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        from wenming_score.evidence import reading  # noqa: PLC0415 - as below

        self.hashed = cache(reading.hashed)
        self.look_inside = cache(reading.look_inside)


def _read(
    places: Mapping[str, Place], locked: Mapping[str, FileFact], watch: Watch, memory: Memory | None
) -> dict[str, FileFact]:
    """Hash all and decode the pictures in threads, then look into the rest.

    Hashing and decoding leave the interpreter free; readers that are plain Python would only make them wait for it.
    """
    if not places:
        return {}
    from wenming_score.evidence import reading  # noqa: PLC0415 - a unit without files needs no reader
    from wenming_score.evidence.names import dated  # noqa: PLC0415 - as above

    eyes = memory or reading

    def inside(path: str, fact: FileFact) -> FileFact:
        return reading.settled(fact, locked.get(path)) or eyes.look_inside(places[path], fact)

    def first(path: str) -> FileFact:
        fact = eyes.hashed(places[path])
        return inside(path, fact) if promised(path) == "picture" else fact

    facts: dict[str, FileFact] = {}
    size = sum(place.size for place in places.values())
    for path, fact in zip(places, each(list(places), first, size), strict=True):
        facts[path] = fact
        watch(len(facts), len(places))
    for path, fact in facts.items():
        if promised(path) != "picture":
            facts[path] = inside(path, fact)
        day = dated(path)
        if day:
            facts[path] = _with_date(facts[path], OwnDate(day, "name"))
    return facts


def _with_date(fact: FileFact, own: OwnDate) -> FileFact:
    return replace(fact, inside=replace(fact.inside, dates=(*fact.inside.dates, own)))
