"""The commands, and what becomes of everything that can go wrong in them."""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import Exit, TyperException

from wenming_score import __version__
from wenming_score.cli import options
from wenming_score.cli.codes import CANNOT_RUN, OUR_FAULT
from wenming_score.cli.configured import configured
from wenming_score.cli.language import choose_language
from wenming_score.cli.sparing import HELP, spare
from wenming_score.cli.stopping import asked
from wenming_score.cli.usage import phrase
from wenming_score.text import inert_line, tr

COMMANDS = (
    "check",
    "baseline",
    "diff",
    "evidence",
    "explain",
    "init",
    "plan",
    "rank",
    "report",
    "rubric",
    "schema",
    "template",
    "trend",
    "whatif",
)


def run(arguments: Sequence[str]) -> int:
    """Run a command; every outcome is an exit code."""
    _be_harmless()
    choose_language(arguments)
    try:
        return _call(arguments or ["--help"])
    except TyperException as error:
        _say(tr("用法有误：{message}", message=phrase(error)))
        _say(tr("看帮助：{command}", command="wenming-score --help"))
        return CANNOT_RUN
    except Exception as error:
        if asked():
            raise KeyboardInterrupt from error
        return _blame(error)


def _call(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(_app(arguments))
    spare(command)
    defaults, origins = configured(arguments)
    try:
        code = command.main(
            list(arguments), prog_name="wenming-score", standalone_mode=False, default_map=defaults, obj=origins
        )
    except Exit as leaving:
        return leaving.exit_code
    return code if isinstance(code, int) else 0


def _app(arguments: Sequence[str]) -> typer.Typer:
    """Build the commands; one that is named is built alone, so that nothing else costs start-up."""
    app = typer.Typer(
        help=tr("按测评体系给文明单位自评材料打分：核对佐证材料，列出差距，用作 CI 门禁。"),
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": HELP, "max_content_width": 100},
    )
    app.callback()(_top)
    named = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in COMMANDS if named is None else (named,):
        import_module(f"wenming_score.cli.{name}").add_to(app)
    return app


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        print(f"wenming-score {__version__}")
        raise Exit


def _top(
    *,
    version: Annotated[
        bool, typer.Option("--version", help=tr("显示版本号"), is_eager=True, callback=_show_version)
    ] = False,
    lang: options.Lang = None,
) -> None:
    del version, lang


def _be_harmless() -> None:
    """Let a console that lacks a sign show its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _blame(error: Exception) -> int:
    from wenming_score.cli.blame import blame  # noqa: PLC0415 - help and completion need no models

    code, lines = blame(error)
    for line in lines:
        _say(line)
    return _apologise(error) if code == OUR_FAULT else code


def _apologise(error: Exception) -> int:
    if os.environ.get("WENMING_SCORE_DEBUG"):
        traceback.print_exception(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"  # noqa: PTH119 - no more than a name
    _say(tr("抱歉，程序自己出了错（{kind}，{place}）。", kind=type(error).__name__, place=place))
    _say(tr("请把这一行和所用的自评文件报给维护者；设 WENMING_SCORE_DEBUG=1 再运行一次可以看到细节。"))
    return OUR_FAULT


def _say(line: str) -> None:
    print(inert_line(line), file=sys.stderr)
