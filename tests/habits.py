"""What is done with samples, by target."""

from collections.abc import Mapping

from judging import OUT, Habit, Room
from office import DAY
from report_habits import checked, formed, in_office, laid_out, locked, rewritten, scored
from samples import Sample
from unit_habits import entered, explained, migrated, settled, supposed, together


def called(room: Room) -> None:
    """Run the command line that the sample is."""
    room.run(*room.sample.words)


def _ran(*words: str) -> Habit:
    """Make a habit of a command that has to keep what every command promises."""

    def habit(room: Room) -> None:
        room.run(*words)

    return habit


_EARLY, _LATE = "--as-of=2025-06-01", "--as-of=2025-08-01"
_ORDER = ("plan", "unit.yaml", _EARLY, "--target", "1", "--item-at-least", "90")
_PLANNED = _ran(*_ORDER, "-f", f"json:{OUT}/p.json", "-f", "table")
_COMPARED = _ran("diff", "before.yaml", "unit.yaml", "-f", f"json:{OUT}/d", "-f", f"markdown:{OUT}/m", "-f", "table")
_TRENDED = _ran("trend", "before.yaml", "unit.yaml", DAY, "-f", f"html:{OUT}/t", "-f", "table", "--ics", f"{OUT}/ics")
_LISTED = _ran("evidence", "list", "unit.yaml", DAY, "-f", "csv", "-o", f"{OUT}/l.csv")
_ENGLISH = _ran("check", "unit.yaml", DAY, "--lang", "en", "-v", "--show", "all")
_DRAWN = _ran("check", "unit.yaml", DAY, "-f", f"html:{OUT}/page.html", "--thumbnails")
_SHARED = (
    scored, checked, formed, laid_out, in_office, locked, _PLANNED, _COMPARED, _TRENDED, supposed, explained, _LISTED,
    rewritten, entered, migrated, together, _ENGLISH,
)  # fmt: skip
HABITS: Mapping[str, tuple[Habit, ...]] = {
    "unit": _SHARED,
    "both": _SHARED,
    "rubric": (
        scored, checked, laid_out, in_office, _ran("rubric", "validate", "tiny.yaml"), _PLANNED, explained, supposed,
        _ran("rubric", "show", "tiny.yaml"), _ran("rubric", "diff", "good.yaml", "tiny.yaml"),
        _ran("rubric", "migrate", "before.yaml", "--to", "tiny.yaml"), _ran("schema", "unit", "-r", "tiny.yaml"),
    ),
    "pair": (_COMPARED, _TRENDED, _ran("check", "unit.yaml", DAY, "--against", "before.yaml")),
    "evidence": (scored, locked, _DRAWN, checked),
    "lock": (scored, _ran("evidence", "lock", "unit.yaml", "--check"), _LISTED),
    "report": (
        _ran("report", "report.json", "-f", f"html:{OUT}/r.html", "-f", f"json:{OUT}/r.json", "-f", "table"),
        _ran("check", "unit.yaml", DAY, "--baseline", "report.json"), _ran("diff", "report.json", "unit.yaml"),
        _ran("report", "report.json", "-f", f"xlsx:{OUT}/r.xlsx", "-f", f"junit:{OUT}/r.xml", "-f", f"sarif:{OUT}/r"),
        settled, _ran("trend", "report.json", "unit.yaml", DAY),
        _ran("report", "report.json", "-f", f"docx:{OUT}/r.docx"),
    ),
    "plan": (_ran("plan", "unit.yaml", _LATE, "--status", "plan.json", "-f", f"html:{OUT}/p.html", "-f", "table"),),
    "calendar": (_ran(*_ORDER, "--calendar", "days.yaml"),),
    "template": (_ran("check", "unit.yaml", DAY, "--template", "template.docx", "-f", f"docx:{OUT}/t.docx"),),
    "settings": (_ran("check", "--show-config"), _ran("check", "unit.yaml"), _ran("evidence", "audit")),
    "arguments": (called,),
}  # fmt: skip
"""By target: the first is done with every sample, the others in turn."""


def habits(sample: Sample) -> tuple[Habit, ...]:
    """Say what is done with a sample: what is done with all of its target, and one thing more."""
    first, *others = HABITS[sample.target]
    return (first, others[sample.turn % len(others)]) if others else (first,)
