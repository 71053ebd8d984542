"""Good files of every kind, to begin with; most of them are those of the tests."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import compounds
import documents
import films
import pdfs
import pictures
from door import ROOT, here
from fuzzing.trees import grown
from office import DAY, RUBRIC, UNIT, lay
from papers import MAIN
from rubric_text import SOUND
from samples import SEPARATOR, Sample

EXAMPLE = ROOT / "examples" / "small-unit"
SETTINGS = """\
rubric = "tiny.yaml"
as-of = 2025-12-31
fail-under = "mark"
fail-item-under = 50
fail-on = "warning"
strict = false
show = "all"
color = "never"
lang = "en"
units = ["unit.yaml"]
against = ["before.yaml"]
quiet = true
"""
PLANNING = """\
responsibilities: {deeds: {department: 政工科, person: 李科长}, plan: {department: 办公室}}
capacity: {政工科: {monthly: 2, months: {2025-07: 0.5}}, 办公室: 1}
remedies: {cleaning: {person_days: 2, lead_days: 10}}
milestones: [{date: 2025-09-01, title: 半年检查}]
"""
COMMANDS = """\
check unit.yaml --as-of 2025-12-31 --fail-under mark --fail-item-under 80 --fail-on warning -v --show all
check unit.yaml before.yaml -r tiny.yaml --against before.yaml -f html:a.html -f table -q --color always
check . --strict --exit-zero --lang en -f junit -o r.xml
check unit.yaml --evidence-root . --baseline none.json --max-drop 1
plan unit.yaml --as-of 2025-06-01 --target 9.5 --by 2025-11-30 --minimise tasks --item-at-least 50 -f xlsx:p --ics p.ics
whatif unit.yaml --set plan=full --set cleaning=2.5 --drop E1 --as-of 2025-12-31 --fail-under 5 -f docx:w.docx
diff before.yaml unit.yaml --fail-on-regression --max-drop 0.5
diff HEAD~1:unit.yaml unit.yaml
trend before.yaml unit.yaml --as-of 2025-12-31 --ics t.ics -f csv
explain cleaning --unit unit.yaml
explain checklist
evidence list unit.yaml -f xlsx:l.xlsx
evidence audit unit.yaml --against before.yaml
evidence lock unit.yaml
evidence add 名册.xlsx --to cleaning --type roster --unit unit.yaml
baseline write unit.yaml -o b.json
init new --name 某局 --year 2025
rubric list
rubric show tiny.yaml
rubric validate tiny.yaml
rubric diff good.yaml tiny.yaml -f markdown
rubric migrate unit.yaml --to good.yaml
schema unit -r tiny.yaml
template -o t.docx
report none.json -f html
"""

TEMPLATE = {
    "[Content_Types].xml": """\
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
    "_rels/.rels": """\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>""",
    "word/document.xml": f"""\
<w:document xmlns:w="{MAIN}"><w:body>
<w:p><w:r><w:t>{{{{ unit.name }}}}</w:t></w:r></w:p>
<w:p><w:r><w:t>{{% for item in items %}}{{{{ item.title }}}}{{% endfor %}}</w:t></w:r></w:p>
</w:body></w:document>""",
}
"""The least Word file that can be filled in."""


def seeds() -> Iterator[Sample]:
    """Yield samples that keep every promise, or are refused."""
    yield from _papers()
    yield from (Sample("both", "yaml", grown(Random(number))) for number in range(30))
    yield from _evidence()
    yield from _records()
    yield from (Sample("arguments", "txt", "\n".join(line.split()).encode()) for line in COMMANDS.splitlines())
    yield Sample("settings", "toml", SETTINGS.encode())
    yield Sample("template", "docx", documents.zipped(TEMPLATE))


def _papers() -> Iterator[Sample]:
    """Yield unit files, rubrics and both together."""
    for unit in (UNIT.encode(), (EXAMPLE / "unit.yaml").read_bytes()):
        yield Sample("unit", "yaml", unit)
    yield Sample("unit", "yaml", (UNIT.replace("count: 7", "count: 2") + PLANNING).encode())
    lessened = RUBRIC.replace("lead_days: 14", "lead_days: 14, after: [plan], apart_days: 10")
    yield Sample(
        "both", "yaml", lessened.encode() + SEPARATOR + UNIT.replace("met: [person, schedule]", "met: []").encode()
    )
    yield Sample("pair", "yaml", UNIT.replace("2025", "2024").encode() + SEPARATOR + UNIT.encode())
    for rubric in (RUBRIC, SOUND, (ROOT / "rubrics/thirteen-items-2012.yaml").read_text("utf-8")):
        yield Sample("rubric", "yaml", rubric.encode())
    for case in sorted((ROOT / "tests" / "cases").iterdir()):
        unit, rubric = case / "unit.yaml", case / "rubric.yaml"
        if rubric.exists():
            own = unit.read_bytes().replace(b"rubric: rubric.yaml", b"rubric: tiny.yaml")
            yield Sample("both", "yaml", rubric.read_bytes() + SEPARATOR + own)
        else:
            yield Sample("unit", "yaml", unit.read_bytes())
    yield Sample(
        "calendar",
        "yaml",
        b"schema_version: 1\nholidays: [2025-07-01, {start: 2025-08-01, end: 2025-08-03}]\nworkdays: [2025-08-09]\n",
    )


def _evidence() -> Iterator[Sample]:
    """Yield the least of each type among the examples, and what tests make by hand."""
    least: dict[str, Path] = {}
    for path in sorted((ROOT / "examples").glob("*/*/*"), key=lambda path: path.stat().st_size):
        least.setdefault(path.suffix[1:], path)
    yield from (Sample("evidence", suffix, path.read_bytes()) for suffix, path in sorted(least.items()))
    taken = pictures.exif("2025:03:05 10:00:00", "2025:03:05 10:00:00", "2025:03:06 10:00:00")
    for kind in ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"):
        more = {"exif": taken} if kind in {"JPEG", "PNG", "WEBP"} else {}
        yield Sample("evidence", kind.lower(), pictures.picture(kind, pictures.scene(1, (40, 30)), **more))
    yield Sample("evidence", "pdf", pdfs.pdf(pdfs.CATALOG, pdfs.PAGES, pdfs.INFO))
    yield Sample("evidence", "pdf", pdfs.packed([(1, pdfs.CATALOG), (2, pdfs.PAGES), (3, pdfs.INFO)]))
    yield Sample("evidence", "docx", documents.zipped(documents.office()))
    yield Sample("evidence", "doc", compounds.GOOD)
    stamp = films.ticks("2025-03-05T10:00:00")
    inner = (films.header(stamp), films.track(b"vide"), films.apple(b"2025-03-05T10:00:00+0800"))
    yield Sample("evidence", "mp4", films.film(*inner, data=50))
    yield Sample("evidence", "mov", films.film(films.long_header(stamp), films.track(b"soun"), brand=b"qt  ", data=50))
    wave = b"WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\x10\0\0\0" + bytes(16)
    yield Sample("evidence", "wav", b"RIFF" + len(wave).to_bytes(4, "little") + wave)
    yield Sample(
        "evidence", "txt", b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 9\n"
    )


def _records() -> Iterator[Sample]:
    """Yield what the program itself writes: reports, a plan, a lock."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        unit = lay(folder)
        here("evidence", "lock", unit)
        yield Sample("lock", "lock", (folder / "evidence.lock").read_bytes())
        orders = {
            "report": ("check", unit, DAY),
            "plan": ("plan", unit, "--as-of=2025-06-01", "--target", "10"),
        }
        unit.write_text(UNIT.replace("count: 7", "count: 3"), encoding="utf-8")
        for target, order in orders.items():
            made = here(*order, "-f", "json").out
            yield Sample(target, "json", json.dumps(json.loads(made), ensure_ascii=False).encode())
        yield Sample("report", "json", here("diff", unit, unit, "-f", "json").out.encode())
