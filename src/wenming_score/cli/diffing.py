"""What `diff` does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from wenming_score.assess import Job, Looked, NothingAssessedError, assess_looked
from wenming_score.choices import Lang
from wenming_score.cli import codes
from wenming_score.cli.blame import blame
from wenming_score.cli.looking import keep, look_at
from wenming_score.cli.output import complain
from wenming_score.cli.publishing import Publication, publish
from wenming_score.cli.units import shown
from wenming_score.compare import Made, Year, changes
from wenming_score.finding import InputError
from wenming_score.gate import judge_change
from wenming_score.history import Spec, Store, look_at_revision, parse, parse_range
from wenming_score.report import Report
from wenming_score.reread import read_scored
from wenming_score.text import speak, tr

Found = Looked | Report
"""A unit file that is still to be scored, or a report in JSON, which stays as it is."""


def run(
    years: tuple[str, str],
    job: Job,
    publication: Publication,
    *,
    limit: Decimal | None,
    exit_zero: bool,
    speaking: Lang | None,
) -> int:
    """Compare the units of two years; give the exit code."""
    outcomes: list[int] = []
    with Store() as store:
        before, after = (_find(year, job, publication.outputs, outcomes, store) for year in _meant(*years))
    pairs = list(_pairs(before, after, alone=not outcomes))
    if pairs and isinstance(pairs[0][1], Report):
        speak(speaking or pairs[0][1].lang)
    reports = tuple(_compared(*pair, job, limit) for pair in pairs)
    if reports:
        publish(reports, publication, job.evidence_root)
    for report in reports:
        for reason in report.gate.reasons:
            complain(tr("门禁未通过：{file}：{reason}", file=report.unit.file, reason=reason))
    judged = [codes.PASSED if report.gate.passed else codes.GATE_FAILED for report in reports]
    code = codes.worst([*outcomes, *judged])
    return codes.PASSED if exit_zero and code == codes.GATE_FAILED else code


def _meant(old: str, new: str) -> tuple[str | Spec, str | Spec]:
    """Tell revisions from files and folders: `A..B` of a path, or `REV:path` on either side."""
    return parse_range(old, new) or (parse(old) or old, parse(new) or new)


def _find(year: str | Spec, job: Job, outputs: Sequence[Path], outcomes: list[int], store: Store) -> list[Found]:
    """Find a year's units; what cannot be read is complained of, and its exit code added to the outcomes."""
    scored = isinstance(year, str) and year.lower().endswith(".json")
    if isinstance(year, str) and not scored:
        round_ = look_at([year], job, outputs)
        outcomes += round_.outcomes
        return [*round_.looked]
    try:
        if isinstance(year, Spec):
            return [look_at_revision(year, job, store)]
        keep([Path(year)], outputs)
        return [*read_scored(Path(year), shown(Path(year)))]
    except (InputError, NothingAssessedError, OSError) as error:
        code, lines = blame(error)
        complain(*lines)
        outcomes.append(code)
        return []


def _pairs(before: list[Found], after: list[Found], *, alone: bool) -> Iterator[tuple[Found, Found]]:
    """Pair units by their names; two that stand alone are meant for each other."""
    if alone and len(before) == len(after) == 1:
        yield before[0], after[0]
        return
    earlier, later = _by_name(before), _by_name(after)
    for name in dict.fromkeys((*later, *earlier)):
        match earlier.get(name), later.get(name):
            case [one], [other]:
                yield one, other
            case _, None:
                complain(tr("只有上期有，没有比较：{unit}", unit=name))
            case None, _:
                complain(tr("只有本期有，没有比较：{unit}", unit=name))
            case _:
                complain(tr("同一期里有几份都叫这个名字，分不清谁和谁比，没有比较：{unit}", unit=name))


def _by_name(found: Iterable[Found]) -> dict[str, list[Found]]:
    named: dict[str, list[Found]] = {}
    for one in found:
        name = one.unit.name if isinstance(one, Report) else one.loaded.assessment.unit.name
        named.setdefault(name, []).append(one)
    return named


def _compared(before: Found, after: Found, job: Job, limit: Decimal | None) -> Report:
    """Give the later report with what changed, judged by how many points may be lost."""
    later = _year(after, job, job.as_of)
    earlier = _year(before, job, _day(before, later.report))
    report = replace(later.report, changes=changes(earlier, later))
    return replace(report, gate=judge_change(report, limit))


def _day(before: Found, later: Report) -> date:
    """Judge an earlier year as of its own last day, if that has passed, and two states of one year as of one day."""
    last = (before if isinstance(before, Report) else before.loaded.assessment).period.end
    return min(last, later.as_of) if last < later.period.end else later.as_of


def _year(found: Found, job: Job, day: date) -> Year:
    if isinstance(found, Report):
        return Year(found)
    return Year(assess_looked(found, replace(job, as_of=day)), Made(found.loaded, found.holdings))
