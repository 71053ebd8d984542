"""Small unit files with photos, many of them in a folder."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PIL import Image

from scenery import resized, scene
from wenming_score.assess import Job
from wenming_score.fleet import Named, Order

DAY = date(2025, 12, 31)
ORDER = Order(Job(DAY), "zh")
Photo = tuple[int, str]
"""Which scene a photo shows, and when it was taken."""
_TEXT = """schema_version: 1
rubric: luoyang-2019
unit: {{name: {name}, type: {type}, staff: 11}}
term: {{start: 2024-01-01, end: 2026-12-31}}
period: {{start: 2025-01-01, end: 2025-12-31}}
red_lines:
  leadership-misconduct: {{status: {first}, declared_by: 站长, declared_on: 2025-12-15}}
  employee-crime: {{status: clear, declared_by: 站长, declared_on: 2025-12-15}}
  major-accident: {{status: clear, declared_by: 站长, declared_on: 2025-12-15}}
evidence:
  W0: {{url: "https://example.org/plan", type: web_page, date: 2025-01-05}}
{evidence}activities:
{activities}  A0: {{title: 学习, date: 2025-02-01, serves: [leifeng-activities], evidence: [W0]}}
answers:
  volunteering-registered: {{count: {registered}}}
"""


def unit(
    folder: Path,
    *,
    photos: Mapping[str, Photo] | None = None,
    kind: str = "other",
    first: str = "clear",
    registered: int = 6,
) -> Path:
    """Write a unit file and its photos into a folder that is named as the unit is."""
    folder.mkdir(parents=True, exist_ok=True)
    shots = photos or {}
    for name, (number, _) in shots.items():
        picture(number).save(folder / f"{name}.jpg", quality=90)
    entries = "".join(f"  {name}: {{path: {name}.jpg, type: photo, date: {day}}}\n" for name, (_, day) in shots.items())
    acts = "".join(
        f"  A{name}: {{title: 活动{name}, date: {day}, serves: [leifeng-activities], evidence: [{name}]}}\n"
        for name, (_, day) in shots.items()
    )
    path = folder / "unit.yaml"
    filled = {"name": folder.name, "type": kind, "first": first, "registered": registered}
    path.write_text(_TEXT.format(evidence=entries, activities=acts, **filled), encoding="utf-8")
    return path


def picture(number: int) -> Image.Image:
    """Draw a scene; above a thousand it is one of the others, saved smaller."""
    return resized(scene(number - 1000), (400, 300)) if number >= 1000 else scene(number)


def named(*paths: Path) -> list[Named]:
    """Name unit files by their folders."""
    return [Named(str(path), f"{path.parent.name}/{path.name}") for path in paths]


def reusers(folder: Path) -> list[Path]:
    """Write four units, three of which show the same day of cleaning; the first of them had it first."""
    return [
        unit(folder / "乙站", photos={"E1": (1, "2025-03-05"), "E2": (2, "2025-04-01")}),
        unit(folder / "丙站", photos={"E1": (1001, "2025-05-05")}, kind="school"),
        unit(folder / "甲站", photos={"E1": (3, "2025-06-01"), "E9": (1001, "2025-03-08")}, kind="school"),
        unit(folder / "丁站", photos={"E1": (4, "2025-06-01")}, registered=9),
    ]
