"""A plan carried out: the evidence that each task names, as real files, and what then stands in the unit file."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from typing import TypeAlias

from docx import Document
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas
from ruamel.yaml import YAML

from pictures import exif, picture
from scenery import scene
from wenming_score.kinds.material import EvidenceType
from wenming_score.plan.document import Plan, Served, Task

Field: TypeAlias = "int | str | date | list[str] | dict[str, Field] | None"
Part: TypeAlias = "dict[str, Field]"
_TABLES = ("roster", "statistics", "survey_form", "sign_in")
_PICTURES = ("photo", "screenshot")


def carried_out(plan: Plan, example: Path, folder: Path) -> Path:
    """Copy an example and do in the copy what the plan says; give its unit file."""
    shutil.copytree(example, folder)
    unit = folder / "unit.yaml"
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.representer.ignore_aliases = lambda _: True  # pyright: ignore - the same day may stand in two places
    data = yaml.load(unit.read_text(encoding="utf-8"))  # pyright: ignore[reportUnknownMemberType] - half typed
    for number, task in enumerate(plan.tasks):
        _carry_out(task, number, data, folder)
    text = StringIO()
    yaml.dump(data, text)  # pyright: ignore[reportUnknownMemberType] - as above
    unit.write_text(text.getvalue(), encoding="utf-8")
    return unit


def _carry_out(task: Task, number: int, data: dict[str, Part], folder: Path) -> None:
    named: list[str] = []
    for place, one in enumerate(task.serves):
        pieces = [f"T{number:02}{place}{piece}" for piece in range(one.material.pieces)]
        for piece in pieces:
            data["evidence"][piece] = _written(piece, one.material.types[0], task, folder)
        named += pieces
        if not task.held:
            _answer(one, pieces, data["answers"])
    if task.held:
        tags = [tag for one in task.serves for tag in one.tags]
        departments = [name for one in task.serves for name in one.departments]
        serves = [one.indicator for one in task.serves]
        held: Part = {"title": task.title, "date": task.due, "serves": serves, "evidence": named}
        data["activities"][f"TA{number}"] = held | {"tags": tags, "departments": departments}


def _answer(one: Served, pieces: list[str], answers: Part) -> None:
    answer = answers.get(one.indicator)
    answer = answer if isinstance(answer, dict) else {}
    for name, value in one.fill.items():
        if isinstance(value, tuple):
            before = answer.get(name)
            answer[name] = [*(before if isinstance(before, list) else []), *value]
        else:
            answer[name] = dict(value) if isinstance(value, Mapping) else value
    met = answer.get("met")
    if one.clause and isinstance(met, dict):
        met[one.clause] = pieces
    else:
        before = answer.get("evidence")
        answer["evidence"] = [*(before if isinstance(before, list) else []), *pieces]
    answers[one.indicator] = answer


def _written(name: str, kind: EvidenceType, task: Task, folder: Path) -> Part:
    """Write a file such as an office would leave, and give its entry."""
    ending, content = _file(name, kind, task)
    path = folder / "补齐材料" / f"{name}{ending}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return {"path": f"补齐材料/{path.name}", "type": kind, "date": task.due, "title": f"{task.title} {name}"}


def _file(name: str, kind: EvidenceType, task: Task) -> tuple[str, bytes]:
    made = BytesIO()
    if kind in _PICTURES:
        return ".jpg", picture(image=scene(int(name[1:]) + 5000), exif=exif(taken=f"{task.due:%Y:%m:%d} 10:00:00"))
    if kind in _TABLES:
        book = Workbook()
        for row in (["序号", "姓名"], [1, f"{task.title} {name}"]):
            book.worksheets[0].append(row)  # pyright: ignore[reportUnknownMemberType] - half typed
        book.properties.created = book.properties.modified = datetime.combine(task.due, time(9))
        book.save(made)
        return ".xlsx", made.getvalue()
    if kind == "minutes":
        paper = Document()
        paper.add_paragraph(f"{task.title} {name}")
        paper.core_properties.created = paper.core_properties.modified = datetime.combine(task.due, time(9))
        paper.save(made)
        return ".docx", made.getvalue()
    canvas = Canvas(made, invariant=True)
    canvas.drawString(72, 720, f"{name} {task.due}")
    canvas.save()
    return ".pdf", made.getvalue()
