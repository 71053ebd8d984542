"""What evidence can be, in the words of the unit file and of people."""

from collections.abc import Iterable
from typing import Literal

from wenming_score.text import tr

EvidenceType = Literal[
    "plan",
    "notice",
    "rules",
    "minutes",
    "sign_in",
    "record",
    "summary",
    "photo",
    "audio",
    "video",
    "roster",
    "certificate",
    "survey_form",
    "statistics",
    "screenshot",
    "web_page",
    "statement",
    "other",
]
EVIDENCE_WORDS: dict[EvidenceType, str] = {
    "plan": "方案",
    "notice": "文件通知",
    "rules": "制度",
    "minutes": "会议记录",
    "sign_in": "签到表",
    "record": "活动记录",
    "summary": "总结",
    "photo": "照片",
    "audio": "录音",
    "video": "录像",
    "roster": "名册",
    "certificate": "证书",
    "survey_form": "问卷",
    "statistics": "统计表",
    "screenshot": "截图",
    "web_page": "网页",
    "statement": "书面说明",
    "other": "其他",
}
TALLIES: frozenset[EvidenceType] = frozenset({"roster", "statistics", "record", "screenshot"})
COUNTED: frozenset[EvidenceType] = frozenset({"roster", "statistics", "survey_form"})


def evidence_words(types: Iterable[EvidenceType]) -> str:
    """Name evidence types in words, with what the unit file calls them."""
    return tr("、").join(map(evidence_word, types))


def evidence_word(kind: EvidenceType) -> str:
    """Name an evidence type in words, with what the unit file calls it."""
    word = tr(EVIDENCE_WORDS[kind])
    return word if word == kind else f"{word} {kind}"
