"""How an indicator is answered and scored: one file a kind, named in the union below."""

from typing import Annotated

from pydantic import Field

from wenming_score.kinds.average import Average
from wenming_score.kinds.base import Indicator
from wenming_score.kinds.checklist import Checklist
from wenming_score.kinds.count import Count
from wenming_score.kinds.coverage import Coverage
from wenming_score.kinds.deduction import Deduction
from wenming_score.kinds.grade import Grade
from wenming_score.kinds.ratio import Ratio
from wenming_score.kinds.survey import Survey

AnyIndicator = Annotated[
    Checklist | Count | Coverage | Ratio | Average | Grade | Survey | Deduction, Field(discriminator="kind")
]

KINDS: dict[str, type[Indicator]] = {
    "checklist": Checklist,
    "count": Count,
    "coverage": Coverage,
    "ratio": Ratio,
    "average": Average,
    "grade": Grade,
    "survey": Survey,
    "deduction": Deduction,
}
