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


def _fill_scalar(  # noqa: PLR0913, PLR0917 - what the parsers give
    self: events.ScalarEvent,
    anchor: object,
    tag: object,
    implicit: object,
    value: object,
    start_mark: object = None,
    end_mark: object = None,
    style: object = None,
    comment: object = None,
) -> None:
    self.start_mark, self.end_mark = start_mark, end_mark
    self.comment, self.anchor = comment, anchor
    self.ctag, self.implicit = tag, implicit
    self.value, self.style = value, style


def _fill_start(  # noqa: PLR0913, PLR0917 - as above
    self: events.CollectionStartEvent,
    anchor: object,
    tag: object,
    implicit: object,
    start_mark: object = None,
    end_mark: object = None,
    flow_style: object = None,
    comment: object = None,
    nr_items: object = None,
) -> None:
    self.start_mark, self.end_mark = start_mark, end_mark
    self.comment, self.anchor = comment, anchor
    self.ctag, self.implicit = tag, implicit
    self.flow_style, self.nr_items = flow_style, nr_items


def hasten(kind: type[events.Event], fill: Callable[..., None]) -> None:
    """Let events be filled in one step and not in three or four; an eighth of all reading goes there.

    A class that is filled with anything else than is known here stays as it is.
    """
    usual = kind.__init__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - it takes anything
    if usual.__code__.co_varnames == fill.__code__.co_varnames:
        kind.__init__ = fill


def _libyaml() -> Parser | None:
    try:
        parser = importlib.import_module("_ruamel_yaml").CParser
    except ImportError:
        return None
    return lambda text: parser(text).get_event


hasten(events.ScalarEvent, _fill_scalar)
hasten(events.CollectionStartEvent, _fill_start)
parser: Parser = _libyaml() or pure
