"""Beyond what a number or a date is doubted."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from wenming_score.kinds.base import Sourced
from wenming_score.values import Frozen, Id, Number


class Ceiling(Sourced):
    """How much of something there may be; more is doubted."""

    at_most: Annotated[Number, Field(gt=0)] = Field(title="最多")


class Crowd(Sourced):
    """How many people may come to one activity: the staff so many times over, but so many anywhere."""

    times_staff: Annotated[Number, Field(gt=0)] = Field(title="职工数的几倍")
    at_least: Number = Field(title="小单位也容得下", description="再小的单位，不超过这个数也不问")


class Season(Sourced):
    """How long before and after its day a festival is kept."""

    days_before: Annotated[int, Field(ge=0, le=90)] = Field(title="节前几天")
    days_after: Annotated[int, Field(ge=0, le=90)] = Field(title="节后几天")


class Plausible(Frozen):
    """Beyond what a number or a date is doubted; what is not given is not asked."""

    a_head: dict[Id, Ceiling] = Field(
        default_factory=dict, title="人均最多", description="按单位写：册、小时……；除以各项的基数，没有的除以职工数"
    )
    hours_a_head_a_day: Ceiling | None = Field(default=None, title="每人每天最多几小时")
    participants_a_day: Crowd | None = Field(default=None, title="一次活动一天最多多少人次")
    spring_festival: Season | None = Field(default=None, title="春节活动的时间")
    festivals: Season | None = Field(default=None, title="其他传统节日活动的时间")

    def season(self, festival: str) -> Season | None:
        """Give the season of a festival."""
        return self.spring_festival if festival == "春节" else self.festivals

    def figures(self) -> Iterator[tuple[tuple[str, ...], Sourced]]:
        """Yield every threshold that is given, with its place."""
        yield from ((("a_head", unit), ceiling) for unit, ceiling in self.a_head.items())
        for name in type(self).model_fields:
            figure = getattr(self, name)
            if isinstance(figure, Sourced):
                yield (name,), figure
