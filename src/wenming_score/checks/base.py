"""What a check is: a named function that yields problems, its docstring the manual."""

from collections.abc import Callable, Iterator
from typing import Literal

from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.records import record
from wenming_score.text import manual
from wenming_score.values import Severity

Finder = Callable[[Case], Iterator[Problem]]
Refuses = Literal["nowhere", "where_cited", "where_doubted", "everywhere"]
"""Where evidence that a rule names does not carry; `where_doubted` is where it is cited, under a strict rubric."""


@record
class Check:
    """A rule with its severity; `refuses` says where evidence that it names does not carry."""

    id: str
    severity: Severity
    refuses: Refuses
    find: Finder

    @property
    def manual(self) -> str:
        """Give the page that explains it."""
        return manual(self.find)

    @property
    def title(self) -> str:
        """Give the first line of the manual."""
        return self.manual.splitlines()[0]


def check(
    severity: Severity, *, refuses: Refuses = "nowhere"
) -> Callable[[Callable[[Case], Iterator[Problem]]], Check]:
    """Make a function a check; its name is the rule's, its docstring the manual page."""

    def dress(find: Finder) -> Check:
        return Check(find.__name__.replace("_", "-"), severity, refuses, find)

    return dress
