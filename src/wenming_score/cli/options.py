"""The options that several commands share, and how their values are read."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import TyperException

from wenming_score.choices import FORMATS, Color, FailOn, Format
from wenming_score.text import tr

Lang = Annotated[
    Literal["zh", "en"] | None, typer.Option("--lang", help=tr("输出语言（默认中文，或按 WENMING_SCORE_LANG）"))
]
Rubric = Annotated[
    str | None,
    typer.Option("--rubric", "-r", help=tr("换用别的测评体系：自带的名称，或 YAML 文件的路径"), metavar="NAME|PATH"),
]
Root = Annotated[
    Path | None, typer.Option("--evidence-root", help=tr("佐证材料目录（默认是自评文件所在的目录）"), metavar="DIR")
]
AsOf = Annotated[str | None, typer.Option("--as-of", help=tr("按哪一天判断（默认是北京时间今天）"), metavar="DATE")]
Against = Annotated[
    list[str] | None,
    typer.Option(
        help=tr("和它比对，找出重复使用的照片、文件、文字：上一年或别的单位的自评文件，或 evidence.lock；可重复"),
        metavar="UNIT|LOCK",
    ),
]
Colors = Annotated[Color, typer.Option("--color", help=tr("颜色：auto 只在终端里用"))]

BEIJING = timezone(timedelta(hours=8))


def day(text: str | None) -> date:
    """Read a day; today in China where none is given."""
    if text is None:
        return datetime.now(BEIJING).date()
    try:
        if re.fullmatch(r"20\d\d-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise TyperException(tr("--as-of 要写成 2025-12-31 这样的日期，现在是“{text}”", text=text))


def limit(text: str | None) -> Decimal | Literal["mark"] | None:
    """Read a number of points, or `mark` for the rubric's own pass mark."""
    if text is None or text == "mark":
        return text and "mark"
    return number("--fail-under", text)


def number(option: str, text: str) -> Decimal:
    """Read a number with at most two decimals, as finely as points are shown."""
    if not re.fullmatch(r"\d{1,6}(\.\d{1,2})?", text):
        raise TyperException(tr("{option} 要写数字，最多两位小数，现在是“{text}”", option=option, text=text))
    return Decimal(text)


def fail_on(given: FailOn, *, strict: bool) -> FailOn:
    """Take `--strict` for `--fail-on warning`; refuse it beside a gate that never shuts."""
    if strict and given == "never":
        raise TyperException(tr("--strict 和 --fail-on never 不能一起用"))
    return "warning" if strict and given == "error" else given


@dataclass(frozen=True, slots=True)
class Target:
    """A format and where it goes; no path is the screen."""

    format: Format
    path: Path | None


def targets(formats: list[str], output: Path | None) -> list[Target]:
    """Read FMT[:PATH]; `--output` is the path of the one format that has none."""
    given = [_target(one) for one in formats]
    paths = [target.path for target in given if target.path is not None]
    if len({*paths, output} - {None}) < len(paths) + (output is not None):
        raise TyperException(tr("两种格式不能写到同一个文件"))
    bare = [target for target in given if target.path is None]
    if len(bare) > 1 or (output and not bare):
        raise TyperException(tr("只能有一种格式不写路径，其余请写成 json:报告.json"))
    return [Target(target.format, target.path or output) for target in given]


def _target(text: str) -> Target:
    name, _, path = text.partition(":")
    for known in FORMATS:
        if name == known:
            return Target(known, Path(path) if path else None)
    raise TyperException(tr("没有 {name} 这种格式；有 {names}", name=name, names="、".join(FORMATS)))
