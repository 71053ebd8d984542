"""A number that cannot be right."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from wenming_score.assessment import Activity
from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.base import Figure, unit_word
from wenming_score.kinds.scale import mistaken_unit
from wenming_score.text import tr
from wenming_score.values import plain, shown


@check("warning")
def quantity_implausible(case: Case) -> Iterator[Problem]:
    """数量不合常理。

    数的是人，填的却比总人数还多；或者要填人，填的却是人次。人和人次是两种单位，人次除以人数可以超过
    100%，但得分不会超过满分。测评体系还可以用 `plausible` 规定合理的限度，超过的也请核对：人均的藏
    书、时长等（`a_head`），每人每天的活动时长（`hours_a_head_a_day`），一次活动一天的人次
    （`participants_a_day`）。多写了“万”、人均写成合计、把到场的群众算成参加的职工，都会这样。请核对数
    量和单位；群众的人数写在 `note` 里。这个问题不影响得分。

        volunteering-registered: {count: 120, evidence: [E010]}     # staff: 86
        unit: {staff: 29, counts: {books: 12280万册}}     # 应为 12280册
    """
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        for figure in indicator.figures(answer) if indicator else ():
            for message in _wrong(case, figure):
                yield Problem(("answers", name, figure.field), message, name)
    for name, quantity in case.assessment.unit.counts.items():
        for message in _a_head(case, Figure(name, quantity, quantity.unit)):
            yield Problem(("unit", "counts", name), message)
    for name, activity in case.assessment.activities.items():
        for field, message in _at_once(case, activity):
            yield Problem(("activities", name, field), message, activity=name)


def _wrong(case: Case, figure: Figure) -> Iterator[str]:
    count = figure.quantity
    base = case.assessment.counts.get(figure.base or "")
    if figure.part and base and (count.value or 0) > base:
        yield tr("{count} 多于基数 {base} 人：是不是人次？", count=count, base=plain(base))
    if mistaken_unit(count, figure.unit):
        yield tr("填的是{given}，这一项数的是{unit}，不能混用", given=count, unit=figure.unit)
    yield from _a_head(case, figure)


def _a_head(case: Case, figure: Figure) -> Iterator[str]:
    """Compare a number with what its unit may be a head."""
    unit, count = figure.quantity.unit or figure.unit, figure.quantity.value
    ceiling = case.rubric.plausible.a_head.get(unit)
    base = case.assessment.counts.get(figure.base or "staff")
    if ceiling and base and count and count > ceiling.at_most * base:
        yield tr(
            "{count} ÷ {base} = 人均 {head}{unit}，超过合理的限度 {most}：是不是多写了“万”，或者单位不对？",
            count=figure.quantity, base=plain(base), head=_short(count, base), most=plain(ceiling.at_most),
            unit=unit_word(unit),
        )  # fmt: skip


def _at_once(case: Case, activity: Activity) -> Iterator[tuple[str, str]]:
    """Compare an activity with what people can do in its days."""
    people = activity.participants.value if activity.participants else None
    if not people or not (days := _days(activity)):
        return
    hours = activity.hours.value if activity.hours else None
    staff, plausible = case.assessment.counts.get("staff"), case.rubric.plausible
    ceiling, crowd = plausible.hours_a_head_a_day, plausible.participants_a_day
    if ceiling and hours and hours > ceiling.at_most * people * days:
        message = tr(
            "{hours} 小时 ÷ {people} 人 ÷ {days} 天 = 每人每天 {head} 小时，超过合理的限度 {most} 小时",
            hours=plain(hours), people=plain(people), days=days, head=_short(hours, people * days),
            most=plain(ceiling.at_most),
        )  # fmt: skip
        yield "hours", message
    if crowd and staff and people > (most := max(crowd.at_least, crowd.times_staff * staff) * days):
        message = tr(
            "职工 {staff} 人，{days} 天的活动参加 {people} 人次，超过合理的限度 {most}：群众的人数请写在 note 里",
            staff=plain(staff), days=days, people=plain(people), most=plain(most),
        )  # fmt: skip
        yield "participants", message


def _days(activity: Activity) -> int | None:
    """Count the days of an activity: those that it says, or else those of its date, however coarse."""
    stated, span = activity.date.days, activity.date.span
    return stated if stated and stated > 0 else span.days if span else None


def _short(number: Decimal, by: Decimal) -> str:
    return plain(shown(Fraction(number) / Fraction(by)))
