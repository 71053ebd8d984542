"""Names for findings and gaps that outlive a change of lines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from json import dumps

Identity = tuple[str | None, ...]
"""What a finding or a gap is about: its file, rule and ids; never its line or its words."""


def fingerprints(identities: Iterable[Identity]) -> Iterator[str]:
    """Name each by what it is about, and by its turn among those that are about the same."""
    seen: Counter[Identity] = Counter()
    for identity in identities:
        yield sha256(dumps([*identity, seen[identity]]).encode()).hexdigest()
        seen[identity] += 1
