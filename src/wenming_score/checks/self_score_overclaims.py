"""A self score above what the answers earn."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.shares import factors
from wenming_score.text import tr
from wenming_score.values import added_up, plain, shown


@check("warning")
def self_score_overclaims(case: Case) -> Iterator[Problem]:
    """自评分高于自己的答案能得的分。

    就算自评里写的全部属实，也得不到写在旁边的自评分（或者自评分超过了满分）。请调低自评分，或者把自
    评内容写全。
    """
    assessment, scale = case.assessment, factors(case)
    for name, answer in assessment.answers.items():
        indicator, given = case.rubric.indicators.get(name), answer.self_score
        if indicator and given is not None and not case.spared(name):
            most = case.claims(indicator).claimed * scale[name]
            if given > most:
                yield Problem(("answers", name, "self_score"), _say(given, most), name)
    for item in case.rubric.items:
        given = assessment.self_scores.get(item.id)
        if given is None:
            continue
        applying = [one for one in item.indicators if not case.spared(one.id)]
        most = added_up(case.claims(one).claimed * scale[one.id] for one in applying)
        if given > most:
            yield Problem(("self_scores", item.id), tr("{title}：{wrong}", title=item.label, wrong=_say(given, most)))


def _say(given: Decimal, claimed: Fraction) -> str:
    return tr("自评 {self} 分，按所填内容最多 {claimed} 分", self=plain(given), claimed=shown(claimed))
