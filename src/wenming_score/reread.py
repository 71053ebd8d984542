"""Reports in JSON, back to what they were."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.report import Report
from wenming_score.schema_errors import mistakes
from wenming_score.source import MISTAKES, load, parse
from wenming_score.text import tr
from wenming_score.values import Frozen

BYTES = 256 << 20
"""The largest file that is read: the reports of some two thousand units."""

_DIGITS = 20


def read_reports(path: Path, shown: str) -> tuple[Report, ...]:
    """Read what `--format json` wrote: the reports of one unit or of several."""
    return parse_reports(load(path, shown, BYTES), shown)


def parse_reports(content: bytes, shown: str) -> tuple[Report, ...]:
    """Read bytes as `read_reports` reads a file."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise _not_a_report(Location(shown, error.lineno, error.colno), tr("JSON 从这里起读不懂")) from None
    except (ValueError, RecursionError):
        raise _not_a_report(Location(shown), tr("不是 UTF-8 编码的 JSON")) from None
    if not isinstance(data, (dict, list)):
        raise _not_a_report(Location(shown, 1, 1), tr("里面不是报告"))
    several = isinstance(data, list)
    try:
        reports = _adapter().validate_python(data if several else [data])
    except ValidationError as error:
        raise InputError(_placed(error, content, shown, several=several)) from None
    if not reports:
        raise _not_a_report(Location(shown), tr("里面一份报告也没有"))
    return reports


def _number(text: str) -> Decimal | str:
    """Take a number as a decimal from the start, so that no digit is lost; no report has one that is huge or tiny."""
    return Decimal(text) if len(text) <= _DIGITS and "e" not in text.lower() else f"{text[:_DIGITS]}…"


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _DIGITS else f"{text[:_DIGITS]}…"


@cache
def _adapter() -> TypeAdapter[tuple[Report, ...]]:
    return TypeAdapter(tuple[Report, ...])


def _not_a_report(at: Location, what: str) -> InputError:
    return InputError([Mistake(at, tr("{what}；要的是 check -f json 写出的报告", what=what))])


def _placed(error: ValidationError, content: bytes, shown: str, *, several: bool) -> list[Mistake]:
    """Place what is wrong; JSON is YAML, and YAML is read with its lines where it is not too large for that."""
    try:
        document = parse(content, shown)
    except InputError as refused:
        if placed := [mistake for mistake in refused.mistakes if mistake.at.line]:
            return placed
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"][0 if several else 1 :])
        return list(_not_a_report(Location(shown), tr("{where} 不合格式", where=where)).mistakes)
    found = mistakes(error, Frozen, document)
    return sorted(found)[:MISTAKES]
