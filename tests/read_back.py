"""JSON back to a report, as `diff` and the like have to read it."""

import json
from decimal import Decimal

from pydantic import TypeAdapter

from wenming_score.report import Report

_REPORT = TypeAdapter(Report)


def read_back(text: str | bytes) -> Report:
    """Read one report; numbers are decimals from the start, so that no digit is lost on the way."""
    return _REPORT.validate_python(json.loads(text, parse_float=Decimal))
