"""Manual pages: a rule, a kind, and what a rubric asks."""

from collections.abc import Iterator

from wenming_score.checks.base import Check
from wenming_score.finding import severity_word
from wenming_score.kinds.base import Indicator, Sourced, unit_word
from wenming_score.kinds.material import evidence_words
from wenming_score.plausible import Plausible
from wenming_score.render.cells import Line, hang
from wenming_score.render.layout import Tone
from wenming_score.rubric import Eligibility, Item, RedLine, Rubric, Standard
from wenming_score.text import manual, tr, translated
from wenming_score.values import plain

BASIS_WORDS = {"official": "官方", "derived": "推算", "house": "自定"}
WINDOW_WORDS = {"period": "测评年度内", "term": "届期内", "any": "任何时间"}


def rule_page(check: Check) -> Iterator[Line]:
    """Explain a finding rule."""
    yield [(check.id, "strong"), (tr("  （默认级别：{severity}）", severity=severity_word(check.severity)), "faint")]
    yield from _manual(check.manual)


def kind_page(name: str, kind: type[Indicator]) -> Iterator[Line]:
    """Explain a kind."""
    yield [(name, "strong")]
    yield from _manual(manual(kind))


def _manual(text: str) -> Iterator[Line]:
    for line in translated(text).splitlines():
        yield [(line, "plain")]


def item_page(rubric: Rubric, item: Item, cells: int) -> Iterator[Line]:
    """Explain an item: its indicators in brief."""
    yield [(item.id, "strong"), (f"  {item.label}", "plain"), (tr("（{points} 分）", points=_points(item)), "plain")]
    yield from _origin(rubric, item, cells)
    for indicator in item.indicators:
        yield from _brief(indicator, cells)


def indicator_page(rubric: Rubric, indicator: Indicator, cells: int) -> Iterator[Line]:
    """Explain an indicator: what earns its points, what evidence it takes, what to do."""
    item = rubric.item_of[indicator.id]
    yield [(indicator.id, "strong"), (f"  {item.label} / {indicator.label}", "plain")]
    yield from _row(tr("分值"), tr("{points} 分", points=_points(indicator)), cells)
    yield from _origin(rubric, indicator, cells)
    for position, line in enumerate(indicator.asks()):
        yield from _row("" if position else tr("怎么得分"), line, cells)
    yield from _origin(rubric, indicator.rule, cells, tr("规则依据"))
    rule = indicator.evidence
    wanted = tr(
        "{types}；至少 {n} 份；{window}",
        types=evidence_words(rule.types),
        n=rule.at_least,
        window=tr(WINDOW_WORDS[rule.window]),
    )
    yield from _row(tr("佐证材料"), wanted, cells)
    titles = {standard.id: standard.label for standard in rubric.standards}
    yield from _row(tr("标准"), tr("；").join(titles[name] for name in indicator.standards), cells)
    yield from _row(tr("测评方法"), tr("、").join(rubric.methods[name] for name in indicator.methods), cells)
    yield from _row(tr("整改"), indicator.remedy.shown, cells)
    yield from _row(tr("在自评文件里写"), f"{indicator.id}: {indicator.template}", cells)


def red_line_page(rubric: Rubric, line: RedLine, cells: int) -> Iterator[Line]:
    """Explain a red line."""
    yield [(line.id, "strong"), (f"  {line.label}", "plain")]
    yield from _row(tr("回溯"), tr("从判断之日往前 {n} 个月", n=line.look_back_months), cells)
    yield from _origin(rubric, line, cells)
    yield from _row(tr("后果"), tr("触碰即一票否决，分数照列不改；没有声明则无法判定"), cells)
    yield from _row(tr("在自评文件里写"), f"{line.id}: {{status: clear, declared_by: , declared_on: }}", cells)


def eligibility_page(rubric: Rubric, condition: Eligibility, cells: int) -> Iterator[Line]:
    """Explain a condition for applying."""
    yield [(condition.id, "strong"), (f"  {condition.label}", "plain")]
    fields = condition.rule.model_dump(exclude={"kind"})
    rule = tr("、").join(f"{name}={value}" for name, value in fields.items())
    yield from _row(tr("规则"), tr("{kind}（{rule}）", kind=condition.rule.kind, rule=rule), cells)
    yield from _origin(rubric, condition, cells)


def limits_page(rubric: Rubric, cells: int) -> Iterator[Line]:
    """Say beyond what numbers and dates are doubted, and where each limit comes from."""
    for name, text, figure in limits(rubric.plausible):
        yield [(name, "strong"), (f"  {text}", "plain")]
        yield from _origin(rubric, figure, cells)


def limits(plausible: Plausible) -> Iterator[tuple[str, str, Sourced]]:
    """Put each limit in words, with its name in the rubric."""
    for unit, ceiling in plausible.a_head.items():
        yield f"a_head.{unit}", tr("人均最多 {n} {unit}", n=plain(ceiling.at_most), unit=unit_word(unit)), ceiling
    if day := plausible.hours_a_head_a_day:
        yield "hours_a_head_a_day", tr("每人每天最多 {n} 小时", n=plain(day.at_most)), day
    if crowd := plausible.participants_a_day:
        text = tr(
            "一次活动每天最多是职工数的 {times} 倍，{least} 人次以内的不问",
            times=plain(crowd.times_staff), least=plain(crowd.at_least),
        )  # fmt: skip
        yield "participants_a_day", text, crowd
    for name, season in (("spring_festival", plausible.spring_festival), ("festivals", plausible.festivals)):
        if season:
            text = tr("节前 {before} 天到节后 {after} 天", before=season.days_before, after=season.days_after)
            yield name, text, season


def standard_page(rubric: Rubric, standard: Standard, cells: int) -> Iterator[Line]:
    """Explain a standard: the indicators that it counts."""
    yield [(standard.id, "strong"), (f"  {standard.label}", "plain")]
    for indicator in rubric.indicators.values():
        if standard.id in indicator.standards:
            yield from _brief(indicator, cells)


def _brief(indicator: Indicator, cells: int) -> Iterator[Line]:
    text = tr("{title}（{points} 分）", title=indicator.label, points=_points(indicator))
    yield from _row(indicator.id, text, cells)


def _points(thing: Item | Indicator) -> str:
    return tr("未知") if thing.points is None else plain(thing.points)


def _origin(rubric: Rubric, thing: Sourced, cells: int, name: str = "") -> Iterator[Line]:
    line = tr(BASIS_WORDS[thing.basis])
    if thing.source:
        source = rubric.sources[thing.source]
        line += tr("；出处：{title}", title=source.title) + (f" {source.url}" if source.url else "")
    if thing.note:
        line += tr("；{note}", note=thing.note)
    yield from _row(name or tr("依据"), line, cells)


def _row(name: str, text: str, cells: int, tone: Tone = "plain") -> Iterator[Line]:
    head: Line = [(f"  {name}" + (tr("：") if name else "    "), "faint")]
    yield from hang(head, text, tone, cells)
