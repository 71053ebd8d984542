"""Hostile inputs: a sample is the bytes of one file, and its target says which file of a small office they take."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from office import RUBRIC, UNIT, lay

SEPARATOR = b"=====\n"
"""Between two files that are one sample."""
BEFORE, GOOD_RUBRIC = "before.yaml", "good.yaml"
"""Files that stand beside every sample and are in order."""
PLACES: Mapping[str, tuple[str, ...]] = {
    "unit": ("unit.yaml",),
    "rubric": ("tiny.yaml",),
    "both": ("tiny.yaml", "unit.yaml"),
    "pair": (BEFORE, "unit.yaml"),
    "evidence": (),
    "lock": ("evidence.lock",),
    "report": ("report.json",),
    "plan": ("plan.json",),
    "calendar": ("days.yaml",),
    "template": ("template.docx",),
    "settings": ("wenming.toml",),
    "arguments": (),
}
"""Which files each target takes."""
SUFFIXES: Mapping[str, str] = {
    name: places[-1].rpartition(".")[2] if places else "txt" for name, places in PLACES.items()
}
"""What a sample's file is called; evidence comes in any type."""

_PHOTO = """\
  E3: {{path: 材料.{suffix}, type: photo, date: 2025-03-05}}
activities:
  A1: {{title: 清扫, date: 2025-03-05, serves: [cleaning], evidence: [E3]}}
answers:
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """The bytes of one input, what they are taken for, and the ending of the file's name."""

    target: str
    suffix: str
    content: bytes

    @property
    def turn(self) -> int:
        """Give a number that is always the same for this sample."""
        return crc32(self.content)

    @property
    def parts(self) -> tuple[bytes, ...]:
        """Give the files that the sample consists of."""
        if len(PLACES[self.target]) < 2 or SEPARATOR not in self.content:
            return (self.content,)
        return tuple(self.content.split(SEPARATOR, 1))

    @property
    def words(self) -> list[str]:
        """Read the sample as a command line, a word a line."""
        return self.content.decode(errors="surrogateescape").replace("\0", "").splitlines()

    def packed(self) -> bytes:
        """Give the sample as one text of bytes, led by what it is."""
        return f"{self.target}.{self.suffix}\n".encode() + self.content

    def lay_out(self, folder: Path) -> None:
        """Lay out a small office that reads this sample."""
        unit = lay(folder)
        (folder / BEFORE).write_text(UNIT.replace("2025", "2024"), encoding="utf-8")
        (folder / GOOD_RUBRIC).write_text(RUBRIC, encoding="utf-8")
        if self.target == "evidence":
            unit.write_text(UNIT.replace("answers:\n", _PHOTO.format(suffix=self.suffix)), encoding="utf-8")
            (folder / f"材料.{self.suffix}").write_bytes(self.content)
        # A sample of one part takes the last place.
        for place, part in zip(reversed(PLACES[self.target]), reversed(self.parts), strict=False):
            (folder / place).write_bytes(part)


def unpacked(content: bytes) -> Sample | None:
    """Take apart what `packed` put together; None where it is nothing of the kind."""
    head, found, rest = content.partition(b"\n")
    target, _, suffix = head.decode("ascii", "replace").partition(".")
    known = found and target in PLACES and re.fullmatch(r"[a-z0-9]{1,5}", suffix)
    return Sample(target, suffix, rest) if known else None


def kept(folder: Path) -> list[Path]:
    """List the samples of a folder: a folder for each target, a file for each sample."""
    return sorted(path for target in PLACES for path in (folder / target).glob("*.*"))


def read(path: Path) -> Sample:
    """Read a sample from its file."""
    return Sample(path.parent.name, path.suffix[1:], path.read_bytes())
