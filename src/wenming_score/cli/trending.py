"""What `trend` does: score what is not scored yet, put the years in a row, write them out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wenming_score.assess import Job, Looked, NothingAssessedError, assess_looked
from wenming_score.choices import Lang
from wenming_score.cli import codes, units
from wenming_score.cli.blame import blame
from wenming_score.cli.looking import keep, look_at
from wenming_score.cli.output import complain
from wenming_score.cli.sinks import Press, Sink
from wenming_score.finding import InputError
from wenming_score.history import Spec, Store, between, look_at_revision, parse_range
from wenming_score.renames import renames
from wenming_score.render import trends
from wenming_score.report import Report
from wenming_score.reread import read_scored
from wenming_score.text import speak
from wenming_score.trend import Trend, follow

_SHORT = 6
"""Letters of a commit that name it."""
_PRESS = Press(trends.lines, trends.MAKERS, trends.ics)


def run(arguments: Sequence[str], job: Job, sink: Sink, *, as_of: date | None, speaking: Lang | None) -> int:
    """Follow the years that the arguments name; one that cannot be read leaves no trend, for it would be another."""
    outputs = sink.outputs
    if len(arguments) == len(("A..B", "PATH")) and (ends := parse_range(*arguments)):
        _PRESS.publish(_followed(ends, job, as_of), sink)
        return codes.PASSED
    scored, papers = _told_apart(arguments)
    keep(scored, outputs)
    earlier, outcomes = _read(scored)
    round_ = look_at(papers, job, outputs)
    outcomes += round_.outcomes
    if outcomes:
        return codes.worst(outcomes)
    reports = (*earlier, *(assess_looked(one, job) for one in round_.looked))
    if not round_.looked:
        speak(speaking or max(reports, key=lambda report: report.period.end).lang)
    _PRESS.publish(follow(reports, as_of, _names(round_.looked)), sink)
    return codes.PASSED


def _names(looked: Sequence[Looked]) -> dict[str, str]:
    """Find what the items of earlier rubrics are called in the latest one."""
    loaded = sorted((one.loaded for one in looked), key=lambda one: one.assessment.period.end)
    latest = [one.by.rubric for one in loaded][-1:]
    names = (renames(one.by.rubric, last).items for last in latest for one in loaded)
    return {old: new for items in names for old, new in items.items() if old != new}


def _followed(ends: tuple[Spec, Spec], job: Job, as_of: date | None) -> Trend:
    """Follow the states of a unit from one revision to another; those that cannot be read are no states of it."""
    reports: list[Report] = []
    labels: list[str] = []
    with Store() as store:
        for spec in between(*ends, store):
            try:
                reports.append(assess_looked(look_at_revision(spec, job, store), job))
                labels.append(spec.revision[:_SHORT])
            except (InputError, NothingAssessedError) as error:
                complain(*blame(error)[1])
    return follow(reports, as_of, labels=labels)


def _told_apart(arguments: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Tell reports in JSON from unit files; an argument that finds nothing is left for `look_at` to complain of."""
    scored: list[Path] = []
    papers: list[str] = []
    for argument in arguments:
        found = units.find(argument)
        scored += [path for path in found if _scored(path)]
        papers += [str(path) for path in found if not _scored(path)] if found else [argument]
    return list(dict.fromkeys(scored)), papers


def _scored(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _read(scored: Sequence[Path]) -> tuple[list[Report], list[int]]:
    reports: list[Report] = []
    outcomes: list[int] = []
    for path in scored:
        try:
            reports += read_scored(path, units.shown(path))
        except (InputError, OSError) as error:
            code, lines = blame(error)
            complain(*lines)
            outcomes.append(code)
    return reports, outcomes
