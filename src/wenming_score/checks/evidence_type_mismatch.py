"""Evidence of a type that the indicator does not take."""

from collections.abc import Iterator, Mapping

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.filetypes import Family, family, promised
from wenming_score.finding import Problem
from wenming_score.kinds.material import EVIDENCE_WORDS, EvidenceType, evidence_words
from wenming_score.text import tr


@check("warning", refuses="where_cited")
def evidence_type_mismatch(case: Case) -> Iterator[Problem]:
    """佐证材料的类型不是这一项要的。

    自评引用的材料，类型不在这一项要求的范围内，对这一项无效。一次活动可以有好几种材料，所以它的材料
    没有一份合用时，才报出活动。请换上合用的材料；类型登记错了的，请改台账里的 `type`。

    文件的内容和文件名、和登记的类型不是一类的，也无效：名叫 .jpg 的其实是文档或程序，登记为录像的其实是
    照片。图片各种格式之间（PNG 存成 .jpg）不报；照片贴在文档里登记为照片也可以。

        leifeng-plan: {met: [department], evidence: [E002]}     # E002 是照片, 这一项要方案
    """
    yield from _cited(case)
    yield from _of_activities(case)
    words = _family_words()
    known = {name: fact for name, fact in case.files.items() if fact.type}
    for name, fact in known.items():
        entry = case.assessment.evidence[name]
        wrong = _content(family(fact.type), entry.path or "", entry.type, words)
        if wrong:
            yield Problem(("evidence", name, "path"), tr("{path} {wrong}", path=entry.path, wrong=wrong), evidence=name)


def _content(actual: Family | None, path: str, kind: EvidenceType, words: Mapping[Family | None, str]) -> str:
    """Say how what a file is differs from what its name or its entry says."""
    if actual == "program":
        return tr("是程序，不能作材料")
    if actual not in words:
        return ""
    named = promised(path)
    if named in words and {named, actual} not in _AKIN and named != actual:
        return tr("名为{named}，内容其实是{actual}", named=words[named], actual=words[actual])
    wanted = _SHOWS.get(kind)
    if wanted and actual not in wanted:
        return tr("登记为{kind}，内容其实是{actual}", kind=tr(EVIDENCE_WORDS[kind]), actual=words[actual])
    return ""


_AKIN: tuple[set[Family], ...] = ({"audio", "video"},)
_SHOWS: Mapping[EvidenceType, frozenset[Family]] = {
    "photo": frozenset({"picture", "document"}),
    "screenshot": frozenset({"picture", "document"}),
    "video": frozenset({"video"}),
    "audio": frozenset({"audio", "video"}),
}
"""What the content may be where the ledger says what there is to see or hear."""


def _family_words() -> Mapping[Family | None, str]:
    return {"picture": tr("图片"), "document": tr("文档"), "audio": tr("录音"), "video": tr("录像")}


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
    ledger, indicators = case.assessment.evidence, case.rubric.indicators
    taken = {name: frozenset(one.evidence.types) for name, one in indicators.items()}
    for name, activity in case.assessment.activities.items():
        types: list[EvidenceType] = [ledger[piece].type for piece in activity.evidence if piece in ledger]
        wrong = [one for one in activity.serves if one in taken and taken[one].isdisjoint(types)] if types else ()
        for indicator in dict.fromkeys(wrong):
            asked, given = indicators[indicator], evidence_words(dict.fromkeys(types))
            message = tr(
                "活动 {name} 的材料（{types}）都不是{title}要的类型", name=name, types=given, title=asked.label
            )
            yield Problem(("activities", name, "evidence"), message, indicator, activity=name)
