"""The options that several commands share, and how their values are read."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

import typer
from typer.exceptions import TyperException

from wenming_score.choices import FORMATS, Color, FailOn, Format, Show
from wenming_score.records import record
from wenming_score.text import nearest, tr

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
Units = Annotated[list[str] | None, typer.Argument(metavar="UNIT", help=tr("自评文件、文件夹或通配符"))]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        help=tr("输出格式 {names}；可写 json:报告.json，可重复", names=" ".join(FORMATS)),
        metavar="FMT[:PATH]",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=tr("写到文件，不写到屏幕"), metavar="PATH")]
Template = Annotated[
    Path | None,
    typer.Option(help=tr("docx 用本单位自己的 Word 模板（先用 template 命令写出一份来改）"), metavar="FILE.docx"),
]
Thumbnails = Annotated[bool, typer.Option("--thumbnails", help=tr("html 里放照片的缩略图（文件会大得多）"))]
Shows = Annotated[
    Show, typer.Option("--show", help=tr("表里列什么：all 每项内容，gaps 差距，failing 只看不行的；与门禁无关"))
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("每个单位只说一行"))]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=tr("另列每一项怎么算的"))]
Config = Annotated[
    Path | None, typer.Option(help=tr("设置文件（默认找 wenming.toml 或 pyproject.toml）"), metavar="FILE.toml")
]
Colors = Annotated[Color, typer.Option("--color", help=tr("颜色：auto 只在终端里用"))]

F = TypeVar("F", bound=str)
BEIJING = timezone(timedelta(hours=8))


def day(text: str | None, option: str = "--as-of") -> date:
    """Read a day; today in China where none is given."""
    if text is None:
        return datetime.now(BEIJING).date()
    try:
        if re.fullmatch(r"20\d\d-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise TyperException(tr("{option} 要写成 2025-12-31 这样的日期，现在是“{text}”", option=option, text=text))


def limit(text: str | None, option: str = "--fail-under") -> Decimal | Literal["mark"] | None:
    """Read a number of points, or `mark` for the rubric's own pass mark."""
    if text is None or text == "mark":
        return text and "mark"
    return number(option, text)


def percent(text: str | None, option: str = "--fail-item-under") -> Decimal | None:
    """Read the share that every item must reach."""
    return None if text is None else number(option, text)


def some(units: list[str] | None) -> list[str]:
    """Refuse to go on with nothing."""
    if not units:
        raise TyperException(tr("缺少 {name}", name="UNIT"))
    return units


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


@record
class Target(Generic[F]):
    """A format and where it goes; no path is the screen."""

    format: F
    path: Path | None


def report_targets(formats: list[str], output: Path | None) -> list[Target[Format]]:
    """Read FMT[:PATH] of reports; a badge in a .json file is the one that shields.io draws."""
    return [
        Target("shields", one.path) if one.format == "badge" and one.path and one.path.suffix == ".json" else one
        for one in targets(formats, output, FORMATS)
    ]


def targets(formats: list[str], output: Path | None, known: Sequence[F]) -> list[Target[F]]:
    """Read FMT[:PATH]; `--output` is the path of the one format that has none."""
    given = [target(one, known) for one in formats]
    paths = [one.path for one in given if one.path is not None]
    if len({*paths, output} - {None}) < len(paths) + (output is not None):
        raise TyperException(tr("两种格式不能写到同一个文件"))
    bare = [one for one in given if one.path is None]
    if len(bare) > 1 or (output and not bare):
        raise TyperException(tr("只能有一种格式不写路径，其余请写成 json:报告.json"))
    return [Target(one.format, one.path or output) for one in given]


def target(text: str, known: Sequence[F]) -> Target[F]:
    """Read FMT[:PATH]."""
    name, _, path = text.partition(":")
    for form in known:
        if name == form:
            return Target(form, Path(path) if path else None)
    near = nearest(name, known)
    raise TyperException(tr("没有 {name} 这种格式；有 {names}{near}", name=name, names=tr("、").join(known), near=near))
