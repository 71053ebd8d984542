"""What `evidence add` does: plan the entries, write them into the unit file, say what was written."""

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from wenming_score.adding import Plan, Request, plan
from wenming_score.assess import Job
from wenming_score.assessment import Evidence
from wenming_score.cli import codes, units
from wenming_score.cli.output import complain, put, write_files
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.load import load_unit
from wenming_score.source.editing import edit
from wenming_score.text import inert, tr


def run(request: Request, unit: Path | None, job: Job, *, dry_run: bool) -> int:
    """Enter the files in the ledger of a unit file; with `dry_run`, only show the lines."""
    path = _above(request.files[0]) if unit is None else unit / units.UNIT_FILE if unit.is_dir() else unit
    shown = units.shown(path)
    loaded = load_unit(path, shown, job.rubric)
    planned = plan(loaded, job.evidence_root or path.parent, request)
    before = path.read_bytes()
    after = edit(before, shown, planned.additions)
    if dry_run:
        put("".join(f"{inert(line)}\n" for line in _difference(before, after, shown)))
        complain(tr("只是试运行，没有写入 {file}", file=shown))
    else:
        write_files({path: after.decode()})
        put("".join(f"{inert(line)}\n" for line in _said(planned, request.to)))
    for doubt in planned.doubts:
        complain(tr("注意：{doubt}", doubt=doubt))
    return codes.PASSED


def _above(file: Path) -> Path:
    """Find the unit file that a piece of evidence belongs to: in its folder, or the next above it."""
    folders = Path(os.path.abspath(file)).parents  # noqa: PTH100 - resolve() would follow links
    return next(
        (folder / units.UNIT_FILE for folder in folders if (folder / units.UNIT_FILE).is_file()), Path(units.UNIT_FILE)
    )


def _difference(before: bytes, after: bytes, shown: str) -> Iterator[str]:
    old, new = (content.decode("utf-8-sig").splitlines() for content in (before, after))
    return unified_diff(old, new, shown, shown, lineterm="")


def _said(planned: Plan, to: tuple[str, ...]) -> Iterator[str]:
    places = tr("、").join(dict.fromkeys(to))
    for name, entry in planned.entries.items():
        said = {"name": name, "what": _what(entry), "path": entry.path, "places": places}
        yield tr("已登记 {name}（{what}）：{path}；用于 {places}", **said)


def _what(entry: Evidence) -> str:
    word = tr(EVIDENCE_WORDS[entry.type])
    return tr("{type}，{date}", type=word, date=entry.date) if entry.date else tr("{type}，没有日期", type=word)
