"""Options that are not given are not read: typer makes a validator for each, and loads pydantic to do so."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol, cast

import typer
from typer.core import TyperCommand

from wenming_score.records import record

HELP = ["-h", "--help"]


class _Reader(Protocol):
    def coerce(self, value: object, param: "_Parameter", ctx: typer.Context) -> object:
        """Read what was given."""
        ...


class _Parameter(Protocol):
    multiple: bool
    nargs: int

    def get_runtime_param(self) -> _Reader:
        """Make what reads it."""
        ...


@record
class _Sparing:
    usual: Callable[[], _Reader]

    def coerce(self, value: object, param: _Parameter, ctx: typer.Context) -> object:
        """Read what was given, if anything was and it is not the shell that asks how a line may go on."""
        if value is None or ctx.resilient_parsing:
            return () if param.multiple or param.nargs == -1 else None
        return self.usual().coerce(value, param=param, ctx=ctx)


def spare(command: object) -> None:
    """Let a command of typer's, and those below it, read no option in vain."""
    for parameter in _parameters(command):
        reader = partial(_Sparing, parameter.get_runtime_param)
        setattr(parameter, "get_runtime_param", reader)  # noqa: B010 - to a type checker it is a method


def _parameters(command: object) -> Iterator[_Parameter]:
    known = cast("TyperCommand", command)
    yield from cast("list[_Parameter]", known.get_params(typer.Context(known, help_option_names=HELP)))
    below: Mapping[str, object] = getattr(command, "commands", {})
    for one in below.values():
        yield from _parameters(one)
