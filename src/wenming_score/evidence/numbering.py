"""The number of the next entry of the ledger."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count

from wenming_score.assessment import SelfAssessment


def numbers(assessment: SelfAssessment, to: tuple[str, ...]) -> Iterator[str]:
    """Yield free numbers in the manner of the ledger: its most common letters, as many digits, one more.

    Units often number by hundreds, E01xx for the first item, E02xx for the second. So where what the new piece is for
    cites E0105 already, the number after the last of that hundred comes first, as long as the hundred has room; then
    the one after the largest of all. A name that is only cited, and stands in no ledger, is not free.
    """
    split = {name: match for name in assessment.evidence if (match := re.fullmatch(r"(.*?)([0-9]{1,9})", name))}
    shapes = Counter((match[1], len(match[2])) for match in split.values())
    prefix, width = shapes.most_common(1)[0][0] if shapes else ("E", 3)
    used = {name: int(match[2]) for name, match in split.items() if (match[1], len(match[2])) == (prefix, width)}
    hundreds = Counter(used[name] // 100 for name in _near(assessment, to) if name in used)
    first: range = range(0)
    if hundreds:
        hundred = hundreds.most_common(1)[0][0]
        first = range(max(number for number in used.values() if number // 100 == hundred) + 1, (hundred + 1) * 100)
    taken = {*assessment.evidence, *(name for _, name in assessment.references)}
    for number in chain(first, count(max(used.values(), default=0) + 1)):
        if (name := f"{prefix}{number:0{width}}") not in taken:
            taken.add(name)
            yield name


def _near(assessment: SelfAssessment, to: tuple[str, ...]) -> Iterator[str]:
    """Yield the evidence of what the new piece is for, and of what an activity serves."""
    for name in to:
        activity = assessment.activities.get(name)
        yield from activity.evidence if activity else assessment.cited(name)
        for indicator in activity.serves if activity else ():
            yield from assessment.cited(indicator)
