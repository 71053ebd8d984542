"""C7: marks, line ends, comments and the order of sections change nothing in a report but digests and lines."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import door
from door import here

FORMS: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "Windows' line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "an old Mac's line ends": lambda text: text.replace("\n", "\r").encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
    "many last line ends": lambda text: (text + "\n" * 9).encode(),
    "comments": lambda text: re.sub(r"(?m)^(?=\S)", "# 注\n\n", text).encode(),
    "sections the other way round": lambda text: "".join(reversed(sections(text))).encode(),
    "a document's marks": lambda text: f"---\n{text}".encode(),
    "blanks behind": lambda text: re.sub("(?m)$", "  ", text).encode(),
}
MOVED = {"comments", "sections the other way round", "a document's marks"}
"""Where lines move, and so what is sorted by them."""


def sections(text: str) -> list[str]:
    """Cut a unit file at its top-level keys."""
    return [part for part in re.split(r"(?m)^(?=[a-z_]+:)", text) if not part.startswith("#")]


def report(folder: Path, *, moved: bool) -> object:
    here("check", folder / "unit.yaml", "--as-of=2025-12-31", "-f", "json", "-o", "r.json")
    told = json.loads(Path("r.json").read_text(encoding="utf-8"))
    assert re.fullmatch("[0-9a-f]{64}", told["unit"].pop("sha256"))
    return _without_lines(told) if moved else told


def _without_lines(part: object) -> object:
    if isinstance(part, dict):
        return {name: _without_lines(one) for name, one in part.items() if name not in {"line", "column"}}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    if isinstance(part, list):
        return sorted((_without_lines(one) for one in part), key=str)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - as above
    return part


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("example", ["small-unit", "county-office-2024"])
def test_the_form_of_a_unit_file_changes_nothing_but_its_digest_and_lines(example: str, form: str) -> None:
    folder = Path(example)
    shutil.copytree(door.ROOT / "examples" / example, folder)
    unit = folder / "unit.yaml"
    text = unit.read_text(encoding="utf-8")
    usual = report(folder, moved=form in MOVED)

    unit.write_bytes(FORMS[form](text))

    assert report(folder, moved=form in MOVED) == usual
