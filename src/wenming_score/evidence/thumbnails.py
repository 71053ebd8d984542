"""Small pictures of the evidence, for reports that show it."""

from collections.abc import Mapping
from pathlib import Path

from wenming_score.assessment import Evidence
from wenming_score.evidence.places import Place, find
from wenming_score.evidence.readers import picture
from wenming_score.evidence.threads import each
from wenming_score.filetypes import promised

SIDE = 240
"""Pixels of the longer side."""


def thumbnails(ledger: Mapping[str, Evidence], root: Path) -> dict[str, bytes]:
    """Make a JPEG of every piece that is a picture, by its id; what cannot be shown is left out."""
    found = {
        name: find(entry, root) for name, entry in ledger.items() if entry.path and promised(entry.path) == "picture"
    }
    places = {name: place for name, place in found.items() if isinstance(place, Place)}
    size = sum(place.size for place in places.values())
    made = each(list(places), lambda name: _thumbnail(places[name]), size)
    return {name: small for name, small in zip(places, made, strict=True) if small}


def _thumbnail(place: Place) -> bytes | None:
    try:
        with place.open() as file:
            return picture.thumbnail(file, SIDE)
    except Exception:  # noqa: BLE001 - decoders raise anything; the fault is the file's
        return None
