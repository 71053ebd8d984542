"""Who answers for what."""

from wenming_score.assessment import Responsibility
from wenming_score.facts import Case
from wenming_score.records import record

_NOBODY = Responsibility()


@record
class Owner:
    """Who answers for a task; empty where the unit file does not say."""

    leader: str = ""
    department: str = ""
    person: str = ""


def owner(case: Case, indicator: str, departments: tuple[str, ...] = ()) -> Owner:
    """Find who answers for an indicator: as is said of it, else of its item, else of the department.

    What is to be done by certain departments is theirs.
    """
    said = case.assessment.responsibilities
    near = [said.get(indicator, _NOBODY), said.get(case.rubric.item_of[indicator].id, _NOBODY)]
    department = next(filter(None, (*departments, *(one.department for one in near))), "")
    known = [*near, said.get(department, _NOBODY)]
    return Owner(
        next(filter(None, (one.leader for one in known)), ""),
        department,
        next(filter(None, (one.person for one in known)), ""),
    )
