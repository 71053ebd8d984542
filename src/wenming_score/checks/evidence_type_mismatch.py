"""Evidence of a type that the indicator does not take."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.material import EvidenceType, evidence_words
from wenming_score.text import tr


@check("warning")
def evidence_type_mismatch(case: Case) -> Iterator[Problem]:
    """佐证材料的类型不是这一项要的。

    自评引用的材料，类型不在这一项要求的范围内，对这一项无效。一次活动可以有好几种材料，所以它的材料
    没有一份合用时，才报出活动。请换上合用的材料；类型登记错了的，请改台账里的 `type`。

        leifeng-plan: {met: [department], evidence: [E002]}     # E002 是照片, 这一项要方案
    """
    yield from _cited(case)
    yield from _of_activities(case)


def _cited(case: Case) -> Iterator[Problem]:
    ledger = case.assessment.evidence
    for name, answer in case.assessment.answers.items():
        asked = case.rubric.indicators.get(name)
        if asked is None or answer.not_applicable is not None:
            continue
        for place, piece in answer.citations():
            if piece in ledger and ledger[piece].type not in asked.evidence.types:
                given, wanted = evidence_words([ledger[piece].type]), evidence_words(asked.evidence.types)
                message = tr(
                    "{name} 的类型是 {type}，{title}要的是 {types}",
                    name=piece, type=given, title=asked.label, types=wanted,
                )  # fmt: skip
                yield Problem(("answers", name, *place), message, name, piece)


def _of_activities(case: Case) -> Iterator[Problem]:
    ledger = case.assessment.evidence
    for name, activity in case.assessment.activities.items():
        types: list[EvidenceType] = [ledger[piece].type for piece in activity.evidence if piece in ledger]
        for indicator in dict.fromkeys(activity.serves):
            asked = case.rubric.indicators.get(indicator)
            if asked and types and not {*types} & {*asked.evidence.types}:
                given = evidence_words(dict.fromkeys(types))
                message = tr(
                    "活动 {name} 的材料（{types}）都不是{title}要的类型", name=name, types=given, title=asked.label
                )
                yield Problem(("activities", name, "evidence"), message, indicator, activity=name)
