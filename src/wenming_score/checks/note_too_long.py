"""A note that is longer than it may be."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.checks.places import activity_at, indicator_at, notes
from wenming_score.facts import Case
from wenming_score.finding import Path, Problem
from wenming_score.text import tr


@check("warning")
def note_too_long(case: Case) -> Iterator[Problem]:
    """说明太长。

    一项测评内容的说明（`note`，连同没有开展、不适用的原因），字数超过测评体系的规定（`note_at_most`，
    没有写的按 500 字）；材料、活动、称号、红线等各处的说明也一样。空格和换行不计，标点计入。2020 年版
    全国文明单位测评要求每项说明报告一般不超过 500 字，为的是减轻负担：请按提示的字数压缩，写结果，不
    写过程；过程由佐证材料来说明。这个问题不影响得分。
    """
    most = case.rubric.note_at_most
    texts: dict[Path, tuple[Path, int]] = {}
    for place, text in notes(case.assessment):
        whole = place[:2] if place[0] == "answers" else place
        first, length = texts.get(whole, (place, 0))
        texts[whole] = first, length + sum(not sign.isspace() for sign in text)
    for place, length in texts.values():
        if length > most:
            message = tr("说明共 {n} 字，最多 {most} 字，要删去 {over} 字", n=length, most=most, over=length - most)
            evidence = str(place[1]) if place[0] == "evidence" else None
            yield Problem(place, message, indicator_at(place), evidence, activity_at(place))
