"""A note that was taken over from elsewhere."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import activity_at, indicator_at, notes
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr
from wenming_score.values import plain_words

_LEAST = 8
"""Texts shorter than this are alike by chance: 疫情防控."""


@check("warning")
def text_reused(case: Case) -> Iterator[Problem]:
    """说明和往年或别的单位的一模一样。

    自评的说明（`note`）、没有开展或不适用的原因、活动的说明，和拿来对照的文件里的某一段逐字相同（空
    格、标点、全角半角不计；不到 8 个字的不比）。照抄往年的说明，容易把旧的日期、人数、事例一起带过来，
    测评组查重也会查到。请按本年度的实际重写；情况确实没有变的，写明今年是什么时候核实的。

        # 2024 年和 2025 年都写: 节前走访慰问困难户9户、离退休老干部2人
    """
    known = {plain_words(text): where for text, where in case.elsewhere.texts.items()}
    for place, text in notes(case.assessment) if known else ():
        words = plain_words(text)
        if place[0] in {"answers", "activities"} and len(words) >= _LEAST and words in known:
            message = tr("这段文字和 {where} 里的一样，请按本年度的实际重写", where=known[words])
            yield Problem(place, message, indicator_at(place), activity=activity_at(place))
