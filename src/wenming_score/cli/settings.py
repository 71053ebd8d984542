"""What a team sets once: `wenming.toml` or `[tool.wenming-score]` of pyproject.toml, then the environment."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

from typer.exceptions import TyperException

from wenming_score.choices import FORMATS, Color, FailOn, Lang, Show
from wenming_score.cli import options
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.records import record
from wenming_score.text import nearest, tr

PREFIX = "WENMING_SCORE_"
Value = str | bool | list[str]


@record
class Key:
    """What may be set: one text, several or a flag; how a text is read, and whether it names a file."""

    read: Callable[[str], object] = str
    several: bool = False
    flag: bool = False
    path: Callable[[str, Path], str] | None = None


@record
class Setting:
    """A value and where it was set."""

    value: Value
    origin: str


def _beside(text: str, folder: Path) -> str:
    """Take a path from the folder of the settings, as seen from here."""
    return text if os.path.isabs(text) else os.path.normpath(os.path.join(os.path.relpath(folder), text))  # noqa: PTH117, PTH118


def _rubric(text: str, folder: Path) -> str:
    return _beside(text, folder) if text.endswith((".yaml", ".yml")) else text


def _format(text: str, folder: Path) -> str:
    name, colon, path = text.partition(":")
    return f"{name}:{_beside(path, folder)}" if path else name + colon


def _among(kind: object) -> Callable[[str], object]:
    def pick(text: str) -> object:
        names = [str(name) for name in get_args(kind)]
        if text in names:
            return text
        near = nearest(text, names)
        raise TyperException(
            tr("“{given}”不在可选的值里：{wanted}{hint}", given=text, wanted=", ".join(names), hint=near)
        )

    return pick


def _number(option: str) -> Key:
    return Key(lambda text: options.number(option, text))


KEYS: Mapping[str, Key] = {
    "units": Key(several=True, path=_beside),
    "rubric": Key(path=_rubric),
    "evidence-root": Key(path=_beside),
    "as-of": Key(options.day),
    "fail-under": Key(options.limit),
    "fail-item-under": _number("--fail-item-under"),
    "fail-on": Key(_among(FailOn)),
    "strict": Key(flag=True),
    "exit-zero": Key(flag=True),
    "against": Key(several=True, path=_beside),
    "baseline": Key(path=_beside),
    "max-drop": _number("--max-drop"),
    "format": Key(lambda text: options.target(text, FORMATS), several=True, path=_format),
    "output": Key(path=_beside),
    "template": Key(path=_beside),
    "thumbnails": Key(flag=True),
    "show": Key(_among(Show)),
    "quiet": Key(flag=True),
    "verbose": Key(flag=True),
    "color": Key(_among(Color)),
    "lang": Key(_among(Lang)),
}
"""By the names of the options, and `units` for what the command line names without an option."""


_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


def settings(path: Path | None) -> dict[str, Setting]:
    """Gather what is set, in the file if there is one, then in the environment; raise with every mistake."""
    raw = {} if path is None else _read(path)
    taken: dict[str, Setting] = {}
    wrong: list[Mistake] = []
    for key, (value, at) in (*raw.items(), *_environment()):
        try:
            taken[key] = Setting(_taken(key, value, path.parent if path and key in raw else None), str(at))
        except TyperException as error:
            wrong.append(Mistake(at, error.message))
    if wrong:
        raise InputError(sorted(wrong))
    return taken


def _read(path: Path) -> dict[str, tuple[object, Location]]:
    from wenming_score.cli.settings_file import read  # noqa: PLC0415 - most units have no settings

    return read(path)


def _environment() -> Iterator[tuple[str, tuple[object, Location]]]:
    for key, kind in KEYS.items():
        name = PREFIX + key.upper().replace("-", "_")
        value = os.environ.get(name)
        if value and (key != "lang" or value in get_args(Lang)):  # any other language is Chinese
            yield key, (_spoken(value) if kind.flag else value.split() if kind.several else value, Location(name))


def _spoken(text: str) -> object:
    """Take a word for a flag; what is none is left as it is, and refused."""
    return True if text.lower() in _YES else False if text.lower() in _NO else text


def _taken(key: str, value: object, folder: Path | None) -> Value:
    kind = KEYS.get(key)
    if kind is None:
        hint = nearest(key, KEYS) or tr("；可以写的有：{names}", names=tr("、").join(KEYS))
        raise TyperException(tr("不认识的键 {name}{hint}", name=key, hint=hint))
    if kind.flag:
        if not isinstance(value, bool):
            raise TyperException(tr("{key} 要写 true 或 false", key=key))
        return value
    if not kind.several:
        return _text(key, kind, value, folder)
    return [_text(key, kind, one, folder) for one in _listed(value)]


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType] - TOML's own lists


def _text(key: str, kind: Key, value: object, folder: Path | None) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal, date)):
        raise TyperException(tr("{key} 要写文字或数字", key=key))
    text = value.isoformat() if isinstance(value, date) else str(value)
    kind.read(text)
    return kind.path(text, folder) if kind.path and folder is not None else text
