"""The file in which a team's settings stand, and where in it each of them stands."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from wenming_score.cli.units import shown
from wenming_score.cli.whereabouts import SHARED, TABLE
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import load
from wenming_score.text import tr

_BYTES = 1 << 20


def read(path: Path) -> dict[str, tuple[object, Location]]:
    """Read the settings of a file, each with its place; raise `InputError` where it is no TOML."""
    name = shown(path)
    lines = _text(path, name).splitlines(keepends=True)
    try:
        table = _table(lines, path.name)
    except tomllib.TOMLDecodeError as error:
        message = tr("从这里起不是 TOML；要写成“键 = 值”，文字加引号")
        raise InputError([Mistake(_place_of(error, lines, name), message)]) from None
    places = dict(_places(lines, path.name, len(table)))
    return {key: (value, Location(name, *places[key])) for key, value in table.items()}


def _text(path: Path, name: str) -> str:
    try:
        return load(path, name, _BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise InputError([Mistake(Location(name), tr("不是 UTF-8 编码；请另存为 UTF-8"))]) from None


def _table(lines: list[str], file: str) -> Mapping[str, object]:
    data: object = tomllib.loads("".join(lines), parse_float=Decimal)
    for step in TABLE if file == SHARED else ():
        data = data.get(step, {}) if isinstance(data, dict) else {}  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType] - TOML
    if not isinstance(data, dict):
        raise tomllib.TOMLDecodeError
    return {str(key): value for key, value in data.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - as above


def _places(lines: list[str], file: str, number: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find the line and column of each setting: it stands where the file, cut off there, begins to have it."""
    seen: set[str] = set()
    whole = 0 if file != SHARED else next((at for at, line in enumerate(lines) if TABLE[1] in line and "[" in line), 0)
    for end in range(whole + 1, len(lines) + 1):
        if len(seen) == number:
            return
        try:
            table = _table(lines[:end], file)
        except tomllib.TOMLDecodeError:
            continue
        for key in table.keys() - seen:
            yield key, (whole + 1, lines[whole].find(key) + 1 or 1)
        seen |= table.keys()
        whole = end


def _place_of(error: tomllib.TOMLDecodeError, lines: list[str], name: str) -> Location:
    said = re.search(r"line (\d+), column (\d+)", str(error))
    return Location(name, int(said[1]), int(said[2])) if said else Location(name, max(len(lines), 1), 1)
