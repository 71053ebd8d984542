"""Evidence that is used again, and points lost because it was not renewed."""

from collections.abc import Iterable, Iterator

from wenming_score.checks.text_reused import text_reused
from wenming_score.compare.year import Year
from wenming_score.elsewhere import Other, elsewhere
from wenming_score.facts import Case
from wenming_score.report import CarriedOver, Change, Report

_STALE = "evidence-outside-period"


def unrenewed(report: Report, indicators: Iterable[Change]) -> tuple[str, ...]:
    """Name the indicators that fell by their evidence while some of it is of another time."""
    stale = {finding.evidence for finding in report.findings if finding.rule == _STALE and finding.refuses}
    refused = {
        one.id: {piece.id for piece in one.evidence if piece.state == "refused"}
        for item in report.items
        for one in item.indicators
    }
    fell = (one for one in indicators if one.fate != "removed" and one.exact.evidence.startswith("-"))
    return tuple(one.id for one in fell if stale & refused[one.id])


def carried_over(before: Year, after: Year) -> Iterator[CarriedOver]:
    """List files, photos and texts that the earlier year had as well; two states of one year share them by right."""
    if before.made is None or after.made is None or before.report.period == after.report.period:
        return
    old, new = before.made, after.made
    earlier = Other("before", old.loaded.document.file, old.holdings.files, old.loaded.assessment)
    case = Case(
        new.loaded.by.rubric,
        new.loaded.assessment,
        after.report.as_of,
        new.holdings.files,
        elsewhere=elsewhere([earlier], ()),
    )
    titles = {piece.id: piece.title for piece in after.report.ledger}
    for name in sorted(new.holdings.files):
        if same := case.same_elsewhere(name):
            yield CarriedOver("file", name, same[0].id, titles.get(name, name))
        elif case.photo(name) and (alike := case.alike_elsewhere(name)):
            yield CarriedOver("photo", name, alike[0].id, titles.get(name, name))
    for problem in text_reused.find(case):
        yield CarriedOver("text", problem.indicator or problem.activity or "", earlier.file, problem.message)
