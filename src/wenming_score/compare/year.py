"""One of the two years that are compared."""

from wenming_score.evidence import Holdings
from wenming_score.load import LoadedUnit
from wenming_score.records import record
from wenming_score.report import Report


@record
class Made:
    """What a report was made of: it can be scored again, by other rules."""

    loaded: LoadedUnit
    holdings: Holdings


@record
class Year:
    """A report, and what it was made of where that is at hand."""

    report: Report
    made: Made | None = None
