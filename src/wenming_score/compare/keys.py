"""One key for what is one thing in two rubrics."""

from collections.abc import Iterable

from wenming_score.kinds.base import Titled
from wenming_score.records import record
from wenming_score.renames import Names, Renames


@record
class Keys:
    """The keys of the earlier rubric's parts, by their ids; a later part's key is its own id."""

    indicators: Names
    items: Names
    standards: Names


def keys(names: Renames) -> Keys:
    """Give every part of the earlier rubric a key."""
    old, new = names.old, names.new
    return Keys(
        _keys(names.indicators, old.indicators.values(), new.indicators.values()),
        _keys(names.items, old.items, new.items),
        _keys(names.standards, old.standards, new.standards),
    )


def _keys(names: Names, old: Iterable[Titled], new: Iterable[Titled]) -> Names:
    """Let the first of those that became one have its id; what is gone keeps its own, marked where that is taken."""
    first: dict[str, str] = {}
    for before, after in names.items():
        first.setdefault(after, before)
    became, taken = {before: after for after, before in first.items()}, {one.id for one in new}
    return {one.id: became.get(one.id) or (f"{one.id}:" if one.id in taken else one.id) for one in old}
