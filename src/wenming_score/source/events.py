"""The parser's events, from libyaml where it is installed, else from ruamel.yaml's own Python."""

import importlib
from collections.abc import Callable
from typing import Protocol

from ruamel.yaml import YAML

from wenming_score.source.document import Mark


class Event(Protocol):
    """What all kinds of events have between them; which of it an event has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    ctag: object | None
    value: str
    style: str | None
    flow_style: bool | None


Next = Callable[[], Event]
Parser = Callable[[str], Next]


def pure(text: str) -> Next:
    """Parse in Python; a YAML object that has raised once is not to be trusted again, so each text gets its own."""
    return YAML(typ="safe", pure=True).parse(text).__next__


def _libyaml() -> Parser | None:
    try:
        parser = importlib.import_module("_ruamel_yaml").CParser
    except ImportError:
        return None
    return lambda text: parser(text).get_event


parser: Parser = _libyaml() or pure
