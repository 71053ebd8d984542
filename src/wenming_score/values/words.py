"""Plain words: ids, texts, points, and the shape of everything that is read from a file."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from wenming_score.text import tr

Severity = Literal["error", "warning", "note"]
Basis = Literal["official", "derived", "house"]
Level = Literal["national", "provincial", "municipal", "county"]
Window = Literal["period", "term", "any"]


class Frozen(BaseModel):
    """A value read from a file: exact types, no unknown keys, never changed."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False)


def _plain_text(value: str) -> str:
    if not value.strip():
        raise ValueError(tr("是空的，要写文字"))
    return value


Text = Annotated[str, AfterValidator(_plain_text)]
Id = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\s,:\uff0c\uff1a]+$")]
Note = Annotated[str, Field(max_length=500)]


def _exact(value: object) -> object:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Points = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Share = Annotated[
    Decimal,
    BeforeValidator(_exact),
    Field(ge=0, le=1),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
