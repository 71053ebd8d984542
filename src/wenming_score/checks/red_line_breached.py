"""A red line that was crossed."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.standing import red_line
from wenming_score.text import tr


@check("error")
def red_line_breached(case: Case) -> Iterator[Problem]:
    """触碰红线。

    A red line is declared breached and happened inside its look-back (counted back from `--as-of`; without
    `occurred_on` it counts as inside). The verdict is vetoed whatever the points, and the points stay as they are.
    """
    for line in case.rubric.red_lines_in_force:
        result = red_line(case, line)
        if result.status == "breached":
            message = tr("红线“{title}”：{reason}", title=result.title, reason=result.reason)
            yield Problem(("red_lines", line.id), message)
