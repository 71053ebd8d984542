"""Whether a report in JSON agrees with itself: parts make the whole, and all evidence is accounted for."""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from wenming_score.source import read

Json: TypeAlias = dict[str, Any]
Fault = tuple[str, str]
FIGURES = ("full", "claimed", "supported")
NEARLY = Decimal("0.02")
"""Bonus and penalty are each shown rounded down."""


def loaded(content: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Read JSON strictly."""

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(content.decode(), parse_float=Decimal, parse_int=Decimal, parse_constant=refuse)


def faults(report: Json, unit: Path) -> Iterator[Fault]:
    """Yield a promise and what was seen instead."""
    whole = [Fraction(0)] * len(FIGURES)
    for item in report["items"]:
        parts = [sum((Fraction(one["exact"][key]) for one in item["indicators"]), Fraction(0)) for key in FIGURES]
        whole = [so_far + part for so_far, part in zip(whole, parts, strict=True)]
        if [down(part) for part in parts] != [item[key] for key in FIGURES]:
            yield "indicators add up to their item", f"{item['id']}: {parts}"
    yield from _total(report["score"], whole)
    for part in (*report["items"], *(one for item in report["items"] for one in item["indicators"])):
        if not 0 <= part["supported"] <= part["claimed"] <= part["full"]:
            yield "supported is within claimed within full", part["id"]
    yield from _evidence(report, unit)
    yield from _order(report)


def down(points: Fraction) -> Decimal:
    """Round down to two places."""
    return Decimal(points * 100 // 1) / 100


def _total(score: Json, whole: list[Fraction]) -> Iterator[Fault]:
    _, claimed, supported = whole
    for key, points, bonus in (("claimed", claimed, "bonus_claimed"), ("supported", supported, "bonus")):
        reckoned = max(Fraction(0), points + Fraction(score[bonus]) - Fraction(score["penalty"]))
        slack = NEARLY if score[bonus] or score["penalty"] else 0
        if abs(down(reckoned) - score[key]) > slack:
            yield "items add up to the total", f"{key}: {score[key]}, not {reckoned}"


def _evidence(report: Json, unit: Path) -> Iterator[Fault]:
    """Hold the ledger against the unit file, and each piece against the indicators that cite it."""
    data = read(unit, unit.name).data
    assert isinstance(data, dict)
    entries = data.get("evidence") or {}
    assert isinstance(entries, dict)
    found = [piece["id"] for piece in report["ledger"]]
    if sorted(found) != sorted(entries):
        yield "found is what the ledger lists", f"{found}, {list(entries)}"
    states: dict[str, set[str]] = {}
    for one in (one for item in report["items"] for one in item["indicators"]):
        for cited in one["evidence"]:
            states.setdefault(cited["id"], set()).add(cited["state"])
            if (cited["state"] == "refused") != bool(cited["reason"]):
                yield "what is refused says why", f"{one['id']}: {cited}"
    for piece in report["ledger"]:
        seen = states.get(piece["id"], set())
        if piece["state"] in {"carried", "refused"} and seen - {piece["state"]}:
            yield "found is counted or refused", f"{piece['id']}: {piece['state']}, {seen}"


def _order(report: Json) -> Iterator[Fault]:
    places = [(one["file"], one["line"], one["column"], one["rule"]) for one in report["findings"]]
    if places != sorted(places):
        yield "findings stand in the order of their places", str(places)
    lost = [gap["points"] for gap in report["gaps"]]
    if lost != sorted(lost, reverse=True):
        yield "gaps stand by points lost", str(lost)
