"""The parser's events, from libyaml where it is installed, else from ruamel.yaml's own Python: its only typed door."""

import importlib
from collections.abc import Callable
from typing import Protocol

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError

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


class ParseError(Protocol):
    """What a parser was doing, and what it met."""

    context: str | None
    context_mark: Mark | None
    problem: str | None
    problem_mark: Mark | None


Next = Callable[[], Event]
Parser = Callable[[str], Next]

SCALAR: type[object] = events.ScalarEvent
ALIAS: type[object] = events.AliasEvent
MAPPING: type[object] = events.MappingStartEvent
MAPPING_END: type[object] = events.MappingEndEvent
SEQUENCE: type[object] = events.SequenceStartEvent
SEQUENCE_END: type[object] = events.SequenceEndEvent
STREAM_END: type[object] = events.StreamEndEvent

ERRORS = (MarkedYAMLError, ValueError, OverflowError)
"""What a parser may raise; the last two are the Python parser's, on characters that do not exist."""


def pure(text: str) -> Next:
    """Parse in Python; a YAML object that has raised once is not to be trusted again, so each text gets its own."""
    return YAML(typ="safe", pure=True).parse(text).__next__  # pyright: ignore[reportUnknownMemberType] - it takes any stream


def told(error: Exception) -> ParseError | None:
    """Give what a parser says of its error; a bare `ValueError` says nothing."""
    return error if isinstance(error, MarkedYAMLError) else None


def _libyaml() -> Parser | None:
    try:
        parser = importlib.import_module("_ruamel_yaml").CParser
    except ImportError:
        return None
    return lambda text: parser(text).get_event


parser: Parser = _libyaml() or pure
