"""What comes with reports into a format and is not in them."""

from collections.abc import Mapping
from dataclasses import field

from wenming_score.records import record


@record
class Enclosures:
    """Files that go into a report beside its words."""

    thumbnails: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict[str, Mapping[str, bytes]])
    """JPEG pictures by unit file and evidence id."""
    template: bytes | None = None
    """The Word file to fill in, instead of our own."""
    template_name: str = ""
    """What to call it in a message."""
