"""A self score above what the answers earn."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr
from wenming_score.values import plain, shown


@check("warning")
def self_score_overclaims(case: Case) -> Iterator[Problem]:
    """自评分高于自己的答案能得的分。

    The unit's own answers, even if every one of them held, would earn less than the self score written beside
    them (or the self score is over the full points). Lower it, or complete the answer.
    """
    assessment = case.assessment
    for name, answer in assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if indicator is None or answer.self_score is None or answer.not_applicable is not None:
            continue
        claimed = case.claims(indicator).claimed
        if answer.self_score > claimed:
            message = tr(
                "自评 {self} 分，按所填内容最多 {claimed} 分", self=plain(answer.self_score), claimed=shown(claimed)
            )
            yield Problem(("answers", name, "self_score"), message, name)
    for position, item in enumerate(case.rubric.items):
        given = assessment.self_scores.get(item.id)
        if given is not None and item.points is not None and given > item.points:
            message = tr(
                "{title}自评 {self} 分，超过满分 {full}", title=item.label, self=plain(given), full=plain(item.points)
            )
            yield Problem(("self_scores", case.rubric.items[position].id), message)
