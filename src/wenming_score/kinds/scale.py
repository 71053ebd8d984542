"""How far a share of something reaches: a straight line, or points off for each step below."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Annotated, Self

from pydantic import Field, model_validator

from wenming_score.kinds.base import Indicator
from wenming_score.text import tr
from wenming_score.values import Frozen, Number, Points, Quantity, percent, plain


class Slide(Frozen):
    """Points lost for each step, begun or whole, below the full mark."""

    per: Annotated[Number, Field(gt=0)] = Field(title="每低")
    points: Points = Field(title="扣分")


class Scaled(Indicator):
    """An indicator that is full at one value and worth nothing at another."""

    full_at: Number = Field(default=Decimal(1), title="满分线")
    none_at: Number = Field(default=Decimal(0), title="零分线")
    slide: Slide | None = Field(default=None, title="低于满分线时逐档扣分")

    @model_validator(mode="after")
    def _falls(self) -> Self:
        if self.none_at >= self.full_at:
            raise ValueError(tr("零分线 none_at 要低于满分线 full_at"))
        return self

    def reach(self, value: Fraction) -> Fraction:
        """Turn a value into points."""
        if value >= self.full_at:
            return self.worth
        full, none = Fraction(self.full_at), Fraction(self.none_at)
        if self.slide:
            steps = ceil((full - value) / Fraction(self.slide.per))
            return max(Fraction(0), self.worth - steps * Fraction(self.slide.points))
        return max(Fraction(0), self.worth * (value - none) / (full - none))

    def line(self) -> str:
        """Say where points are full and how they fall below."""
        full, none = self.written(Fraction(self.full_at)), self.written(Fraction(self.none_at))
        if self.slide:
            per, off = self.written(Fraction(self.slide.per)), plain(self.slide.points)
            return tr("达到 {full} 满分，每低 {per} 扣 {off} 分", full=full, per=per, off=off)
        return tr("达到 {full} 满分，不高于 {none} 得 0 分，中间按比例", full=full, none=none)

    def written(self, value: Fraction) -> str:
        """Write a value on the scale: a share as a percentage."""
        return percent(value)

    def reckon(self, value: Fraction) -> str:
        """Write the arithmetic of `reach`."""
        shown, full = self.written(value), self.written(Fraction(self.full_at))
        earned = plain(self.reach(value))
        if value >= self.full_at:
            return tr("{value} 达到满分线 {full}，得 {points}", value=shown, full=full, points=earned)
        if self.slide:
            per, off = self.written(Fraction(self.slide.per)), plain(self.slide.points)
            return tr(
                "{value} 低于 {full}，每低 {per} 扣 {off}：得 {points}",
                value=shown,
                full=full,
                per=per,
                off=off,
                points=earned,
            )
        if value <= self.none_at:
            none = self.written(Fraction(self.none_at))
            return tr("{value} 不高于零分线 {none}，得 0", value=shown, none=none)
        above, reach = f"{plain(value)} - {plain(self.none_at)}", f"{plain(self.full_at)} - {plain(self.none_at)}"
        return f"{plain(self.worth)} × ({above}) ÷ ({reach}) = {earned}"


def mistaken_unit(quantity: Quantity | None, unit: str) -> bool:
    """Tell whether heads were counted as 人次 where 人 is asked, or the other way round."""
    heads = {"人", "人次"}
    return quantity is not None and quantity.unit in heads and unit in heads and quantity.unit != unit


def figure(quantity: Quantity | None, unit: str = "") -> Fraction:
    """Give a quantity's number; 0 where there is none or where it counts something else."""
    if quantity is None or quantity.value is None or mistaken_unit(quantity, unit):
        return Fraction(0)
    return Fraction(quantity.value)
