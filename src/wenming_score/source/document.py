"""What a file says and where it says it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from wenming_score.finding import Location, Mistake, Path
from wenming_score.records import record

Value: TypeAlias = "bool | int | Decimal | str | date | tuple[Value, ...] | dict[str, Value] | None"


class Mark(Protocol):
    """A place as the parser gives it; all of them count from 0."""

    @property
    def index(self) -> int:
        """The place in the whole text."""
        ...

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The place in the line."""
        ...


@record
class Spot:
    """A mark that no parser gave."""

    index: int
    line: int
    column: int


@dataclass(slots=True)
class Place:
    """Where a mapping or sequence stands, and where its parts stand.

    A part that is a bare mark is a scalar of the same file.
    """

    file: str
    mark: Mark
    keys: "dict[str, Mark | Place]"
    parts: "dict[str | int, Mark | Place]"

    def location(self) -> Location:
        """Say it as people count, from 1."""
        return Location(self.file, self.mark.line + 1, self.mark.column + 1)

    def whole(self, spot: "Mark | Place") -> "Place":
        """Give one of its marks the file that it stands in."""
        return spot if isinstance(spot, Place) else Place(self.file, spot, {}, {})


@record
class Document:
    """A file that was read: its values, its digest and the place of every value."""

    file: str
    data: Value
    sha256: str
    places: Place = field(repr=False, compare=False)
    mistakes: tuple[Mistake, ...] = ()
    """What is wrong with it as YAML; a document that was read strictly has none."""

    def at(self, path: Path) -> Location:
        """Find the value at the path, or the nearest thing around it that exists."""
        return self._walk(path)[0].location()

    def spot(self, path: Path) -> Location:
        """Find a single value at the path, or the key of a mapping or list; or the nearest thing that exists."""
        data, depth = self.data, 0
        for step in path:
            if isinstance(data, dict) and step in data:
                data = data[str(step)]
            elif isinstance(data, tuple) and isinstance(step, int) and step < len(data):
                data = data[step]
            else:
                break
            depth += 1
        known = path[:depth]
        return self.at_key(known) if isinstance(data, (dict, tuple)) else self.at(known)

    def at_key(self, path: Path) -> Location:
        """Find the key that leads to the value; an entry of a sequence has none and is found itself."""
        around, missed = self._walk(path[:-1])
        key = None if missed or not path else around.keys.get(str(path[-1]))
        return self.at(path) if key is None else around.whole(key).location()

    def _walk(self, path: Path) -> tuple[Place, bool]:
        """Go down the path as far as it exists; tell whether it ended early."""
        place = self.places
        for step in path:
            part = place.parts.get(step)
            if part is None:
                return place, True
            place = place.whole(part)
        return place, False
