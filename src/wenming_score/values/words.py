"""Plain words: ids, texts, points, and the shape of everything that is read from a file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, Self
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from wenming_score.text import tr

Severity = Literal["error", "warning", "note"]
Basis = Literal["official", "derived", "house"]
Level = Literal["national", "provincial", "municipal", "county"]
Window = Literal["period", "term", "any"]


class Frozen(BaseModel):
    """A value read from a file: exact types, no unknown keys, never changed."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False)

    def __copy__(self) -> Self:
        """Copy the fields alone: what was reckoned from them need not hold once the copy has others."""
        copied = super().__copy__()
        for name in vars(copied).keys() - type(self).model_fields.keys():
            del vars(copied)[name]
        return copied


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A schema that is made once and used wherever its type stands; making each anew is half of start-up."""

    schema: CoreSchema
    json: Mapping[str, object] | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Give the schema, which pydantic writes its notes into: to each user a copy."""
        return self.schema.copy()

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Give what editors are told."""
        return handler(schema) if self.json is None else dict(self.json)


def _plain_text(value: str) -> str:
    if not value.strip():
        raise ValueError(tr("是空的，要写文字"))
    return value


def _exact(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _number(at_most: int | None = None) -> Made:
    most = None if at_most is None else Decimal(at_most)
    exact = core_schema.decimal_schema(ge=Decimal(0), le=most, allow_inf_nan=False, strict=True)
    limits = {"minimum": 0} if at_most is None else {"minimum": 0, "maximum": at_most}
    return Made(core_schema.no_info_before_validator_function(_exact, exact), {"type": "number", **limits})


_SIGNS = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Leave out what does not make a text another one: blanks, punctuation, full width, capitals."""
    return _SIGNS.sub("", normalize("NFKC", text)).casefold()


def empty_list(value: object) -> object:
    """Take an empty value for an empty list."""
    return () if value is None else value


def empty_map(value: object) -> object:
    """Take an empty value for an empty mapping."""
    return {} if value is None else value


def _list_of(part: Made) -> Made:
    return Made(
        core_schema.no_info_before_validator_function(
            empty_list, core_schema.tuple_variable_schema(part.schema, strict=True)
        )
    )


_ID = Made(core_schema.str_schema(min_length=1, max_length=80, pattern=r"^[^\s,:\uff0c\uff1a]+$", strict=True))
_TEXT = Made(core_schema.no_info_after_validator_function(_plain_text, core_schema.str_schema(strict=True)))

Id = Annotated[str, _ID]
Text = Annotated[str, _TEXT]
Note = Annotated[str, Made(core_schema.str_schema(strict=True))]
"""A text that may be empty; how long it may be is for the rubric to say, and for a check to find."""
Ids = Annotated[tuple[str, ...], _list_of(_ID)]
"""Ids in a list; an empty value is an empty list."""
Names = Annotated[tuple[str, ...], _list_of(_TEXT)]
"""Texts in a list; an empty value is an empty list."""
Points = Annotated[Decimal, _number()]
Number = Annotated[Decimal, _number()]
Share = Annotated[Decimal, _number(1)]
