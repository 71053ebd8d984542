"""Reports in JSON, back to what they were."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

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
T = TypeVar("T")


def read_reports(path: Path, shown: str) -> tuple[Report, ...]:
    """Read what `--format json` wrote: the reports of one unit or of several."""
    return parse_reports(load(path, shown, BYTES), shown)


def read_scored(path: Path, shown: str) -> tuple[Report, ...]:
    """Read reports to compare with; raise InputError where one is only supposed."""
    reports = read_reports(path, shown)
    if any(report.changes and report.changes.supposed for report in reports):
        raise InputError([Mistake(Location(shown), tr("这是 whatif 假设的报告，不是真的得分，不能拿来比"))])
    return reports


def parse_reports(content: bytes, shown: str) -> tuple[Report, ...]:
    """Read bytes as `read_reports` reads a file."""
    wanted = tr("要的是 check -f json 写出的报告")
    data = decode(content, shown, wanted)
    several = isinstance(data, list)
    try:
        reports = _adapter().validate_python(data if several else [data])
    except ValidationError as error:
        raise InputError(_placed(error, content, shown, wanted, skip=0 if several else 1)) from None
    if not reports:
        raise _refused(Location(shown), tr("里面一份报告也没有"), wanted)
    return reports


def parse_record(content: bytes, shown: str, adapter: TypeAdapter[T], wanted: str) -> T:
    """Read one document in JSON; `wanted` says in a message which it should be."""
    data = decode(content, shown, wanted)
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        raise InputError(_placed(error, content, shown, wanted, skip=0)) from None


def decode(content: bytes, shown: str, wanted: str) -> object:
    """Read JSON without losing a digit; raise InputError where it is none, or neither map nor list."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise _refused(Location(shown, error.lineno, error.colno), tr("JSON 从这里起读不懂"), wanted) from None
    except (ValueError, RecursionError):
        raise _refused(Location(shown), tr("不是 UTF-8 编码的 JSON"), wanted) from None
    if type(data) not in (dict, list):
        raise _refused(Location(shown, 1, 1), tr("里面不是报告"), wanted)
    return data


def _number(text: str) -> Decimal | str:
    """Take a number as a decimal from the start, so that no digit is lost; no report has one that is huge or tiny."""
    return Decimal(text) if len(text) <= _DIGITS and "e" not in text.lower() else f"{text[:_DIGITS]}…"


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _DIGITS else f"{text[:_DIGITS]}…"


@cache
def _adapter() -> TypeAdapter[tuple[Report, ...]]:
    return TypeAdapter(tuple[Report, ...])


def _refused(at: Location, what: str, wanted: str) -> InputError:
    return InputError([Mistake(at, tr("{what}；{wanted}", what=what, wanted=wanted))])


def _placed(error: ValidationError, content: bytes, shown: str, wanted: str, *, skip: int) -> list[Mistake]:
    """Place what is wrong; JSON is YAML, and YAML is read with its lines where it is not too large for that."""
    try:
        document = parse(content, shown)
    except InputError as refused:
        if placed := [mistake for mistake in refused.mistakes if mistake.at.line]:
            return placed
        where = ".".join(str(step) for step in error.errors()[0]["loc"][skip:])
        return list(_refused(Location(shown), tr("{where} 不合格式", where=where), wanted).mistakes)
    found = mistakes(error, Frozen, document)
    return sorted(found)[:MISTAKES]
