"""What is changed in a file that was read: keys and values renamed, entries taken away; here in its values."""

from collections.abc import Iterable, Mapping

from wenming_score.finding import Path
from wenming_score.records import record
from wenming_score.source.document import Value


@record
class Rekey:
    """A key gets another name."""

    path: Path
    to: str


@record
class Replace:
    """A single value becomes a text."""

    path: Path
    to: str


@record
class Drop:
    """An entry of a mapping or a list goes, for a reason."""

    path: Path
    why: str


Edit = Rekey | Replace | Drop
"""Its path is that of the file as it was."""


def applied(data: Value, edits: Iterable[Edit]) -> Value:
    """Give the values with all edits made."""
    return _applied(data, {edit.path: edit for edit in edits}, ())


def _applied(data: Value, edits: Mapping[Path, Edit], path: Path) -> Value:
    mine = edits.get(path)
    if isinstance(mine, Replace):
        return mine.to
    if isinstance(data, dict):
        left = {key: (*path, key) for key in data if not isinstance(edits.get((*path, key)), Drop)}
        return {_key(key, edits.get(at)): _applied(data[key], edits, at) for key, at in left.items()}
    if isinstance(data, tuple):
        places = ((*path, index) for index in range(len(data)))
        left_over = ((value, at) for value, at in zip(data, places, strict=True) if not isinstance(edits.get(at), Drop))
        return tuple(_applied(value, edits, at) for value, at in left_over)
    return data


def _key(key: str, edit: Edit | None) -> str:
    return edit.to if isinstance(edit, Rekey) else key
