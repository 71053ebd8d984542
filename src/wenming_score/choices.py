"""What a caller may choose, spelt once; no models, so that help and completion stay quick."""

from typing import Literal, get_args

Lang = Literal["zh", "en"]
Color = Literal["auto", "always", "never"]
Show = Literal["all", "gaps", "failing"]
FailOn = Literal["error", "warning", "note", "never"]
Format = Literal[
    "table", "json", "sarif", "junit", "github", "gitlab", "csv",
    "markdown", "html", "xlsx", "docx", "badge", "shields",
]  # fmt: skip
SheetFormat = Literal["table", "csv", "xlsx", "json"]
EditionFormat = Literal["table", "markdown", "json"]
SHEET_FORMATS: tuple[SheetFormat, ...] = get_args(SheetFormat)
EDITION_FORMATS: tuple[EditionFormat, ...] = get_args(EditionFormat)
FORMATS: tuple[Format, ...] = get_args(Format)
TREND_FORMATS: tuple[Format, ...] = ("table", "json", "csv", "markdown", "html")
Minimise = Literal["days", "tasks", "risk"]
MINIMISE: tuple[Minimise, ...] = get_args(Minimise)
PLAN_FORMATS: tuple[Format, ...] = ("table", "json", "markdown", "html", "xlsx")
RankFormat = Literal["table", "csv", "json", "html", "xlsx", "parquet"]
RANK_FORMATS: tuple[RankFormat, ...] = get_args(RankFormat)
RankBy = Literal["total", "item", "standard"]
Engine = Literal["local", "dask"]
