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

    自评声明触碰了这条红线，而且发生在回溯期内（从 `--as-of` 那一天往前数；没有写 `occurred_on` 的，
    算在回溯期内）。不管得多少分，结论都是一票否决；分数照列不改。
    """
    for line in case.rubric.red_lines_in_force:
        result = red_line(case, line)
        if result.status == "breached":
            message = tr("红线“{title}”：{reason}", title=result.title, reason=result.reason)
            yield Problem(("red_lines", line.id), message)
