"""A red line that nobody has spoken to."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.standing import red_line
from wenming_score.text import tr


@check("error")
def red_line_undeclared(case: Case) -> Iterator[Problem]:
    """红线没有声明。

    Every red line of the rubric must be declared `clear` or `breached`, with who declares it and when; silence is
    neither. A declaration made before the period began does not cover it. Until then the verdict is undetermined.

        red_lines:
          employee-crime: {status: clear, declared_by: 办公室, declared_on: 2025-12-20}
    """
    for line in case.rubric.red_lines_in_force:
        result = red_line(case, line)
        if result.status == "undeclared":
            message = tr("红线“{title}”：{reason}", title=result.title, reason=result.reason)
            yield Problem(("red_lines", line.id), message)
