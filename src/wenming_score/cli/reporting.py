"""What `report` does."""

from collections.abc import Sequence
from pathlib import Path

from wenming_score.choices import Lang
from wenming_score.cli import codes
from wenming_score.cli.looking import keep
from wenming_score.cli.publishing import Publication, publish
from wenming_score.cli.units import shown
from wenming_score.finding import InputError
from wenming_score.report import Report
from wenming_score.reread import read_reports
from wenming_score.text import speak


def rebuild(
    results: Sequence[Path], publication: Publication, evidence_root: Path | None, *, speaking: Lang | None
) -> int:
    """Lay out what was found before, in the language that it speaks unless another is asked for."""
    keep([*results, *([publication.template] if publication.template else [])], publication.outputs)
    reports = _read(results)
    speak(speaking or reports[0].lang)
    publish(reports, publication, evidence_root)
    return codes.PASSED


def _read(results: Sequence[Path]) -> tuple[Report, ...]:
    """Read every file, so that all mistakes are said at once."""
    reports: list[Report] = []
    wrong: list[InputError] = []
    for path in results:
        try:
            reports += read_reports(path, shown(path))
        except InputError as error:
            wrong.append(error)
    if wrong:
        raise InputError([mistake for error in wrong for mistake in error.mistakes])
    return tuple(reports)
