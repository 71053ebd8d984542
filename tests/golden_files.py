"""What a format wrote, kept as bytes; `UPDATE_GOLDEN=1 pytest tests/render` writes it again."""

import os

import door

FOLDER = door.ROOT / "tests/golden/formats"
UPDATE = "UPDATE_GOLDEN"


def compare(name: str, made: str | bytes) -> None:
    """Compare with the golden file of this name, or write it."""
    file, content = FOLDER / name, made.encode() if isinstance(made, str) else made
    if os.environ.get(UPDATE):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    assert file.read_bytes() == content, f"{file.relative_to(door.ROOT)}: {UPDATE}=1 writes it again"
