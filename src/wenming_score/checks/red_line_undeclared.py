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

    测评体系的每条红线都要声明：没有的写 `clear`，有的写 `breached`，并写明谁声明的、哪天声明的。不
    写，既不是有，也不是没有；测评年度开始以前的声明，管不到这一年。没有声明齐之前，结论是“无法判定”。

        red_lines:
          employee-crime: {status: clear, declared_by: 办公室, declared_on: 2025-12-20}
    """
    for line in case.rubric.red_lines_in_force:
        result = red_line(case, line)
        if result.status == "undeclared":
            message = tr("红线“{title}”：{reason}", title=result.title, reason=result.reason)
            yield Problem(("red_lines", line.id), message)
