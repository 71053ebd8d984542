"""What a plan says in sentences, and its signs."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from wenming_score.choices import Minimise
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.kinds.portion import Filled
from wenming_score.plan.document import Load, Milestone, Obstacle, Plan, Risk, Served, Task
from wenming_score.render import layout
from wenming_score.render.layout import Tone
from wenming_score.text import tr
from wenming_score.values import plain


def about(plan: Plan) -> str:
    """Say by which rubric, and from which day to which the plan goes."""
    rubric = tr("{title}（{edition}）", title=plan.rubric.title, edition=plan.rubric.edition)
    return tr("{rubric} · {as_of} 到 {by}", rubric=rubric, as_of=plan.as_of, by=plan.by)


def stand(plan: Plan) -> tuple[Tone, str]:
    """Give the tone and the sign of whether the mark can be reached."""
    return ("good", "√") if plan.reached else ("bad", "×")


def outcome(plan: Plan) -> str:
    """Say in a word or two whether the mark can be reached."""
    if plan.reached:
        return tr("能达到") if plan.tasks else tr("已经达到")
    return tr("达不到")


def headline(plan: Plan) -> Iterator[str]:
    """Say what the plan comes to, what it costs, and how far that is proved."""
    score, days = plan.score, plain(plan.person_days)
    kind = layout.kind_of_points(trial=plan.rubric.trial)
    now, planned, target = _points(score.now), _points(score.planned), plain(score.target)
    if not plan.tasks and plan.reached:
        yield tr("现在 {now} 分（{kind}），目标 {target} 分，不用再做什么", now=now, kind=kind, target=target)
        return
    yield tr(
        "支撑得分 {now} → {planned}（{kind}），目标 {target} 分", now=now, planned=planned, kind=kind, target=target
    )
    if plan.tasks:
        yield tr("{n} 项任务，共 {days} 人天", n=len(plan.tasks), days=days)
    if not plan.reached and score.planned >= score.target:
        yield tr("总分够，但有的项目或标准到不了要求的比例")
    elif not plan.reached:
        yield tr("{by} 以前最多做到 {planned} 分", by=plan.by, planned=planned)
    elif score.best > score.planned:
        yield tr("不计代价，最多能到 {best} 分", best=_points(score.best))
    yield proof(plan)


def proof(plan: Plan) -> str:
    """Say how far it is proved that there is nothing better."""
    if not plan.proved:
        least = plain(plan.least)
        return {
            "days": tr("算到上限为止，还没有证明这是最省的；再省也不会少于 {least} 人天", least=least),
            "tasks": tr("算到上限为止，还没有证明这是最少的；再少也不会少于 {least} 项任务", least=least),
            "risk": tr("算到上限为止，还没有证明这是最稳的；再稳也不会少于 {least} 处风险", least=least),
        }[plan.minimise]
    if not plan.reached:
        return tr("已证明：这一天以前得不到更多的分")
    return {
        "days": tr("已证明：没有人天更少的办法"),
        "tasks": tr("已证明：没有任务更少的办法"),
        "risk": tr("已证明：没有风险更少的办法"),
    }[plan.minimise]


def minimises() -> Mapping[Minimise, str]:
    """Name what is kept small."""
    return {"days": tr("人天最少"), "tasks": tr("任务最少"), "risk": tr("风险最少")}


def obstacle(one: Obstacle) -> str:
    """Say what no points mend, and why it stands in the way."""
    kind = tr("红线") if one.kind == "red_line" else tr("申报条件")
    status = layout.status_words()[one.status]
    said = tr("{kind} {status}：{title}", kind=kind, status=status, title=one.title)
    return tr("{said}（{reason}）", said=said, reason=one.reason) if one.reason else said


def nobody() -> str:
    """Say that nobody answers for it."""
    return tr("未定")


def owner(task: Task) -> str:
    """Name who is to do it, the department first, or say that nobody is."""
    named = [name for name in (task.department, task.person) if name]
    return " ".join(named) if named else tr("责任人未定")


def risks(task: Task) -> str:
    """Say what may go wrong."""
    words: Mapping[Risk, str] = {
        "judged": tr("由别人评定"),
        "one_day": tr("过期不能补"),
        "tight": tr("时间紧"),
    }
    return tr("、").join(words[risk] for risk in task.risks)


def after(task: Task, numbers: Mapping[str, int]) -> str:
    """Name the tasks that must be done before by their numbers."""
    before = sorted(numbers[name] for name in task.after if name in numbers)
    return tr("先做 {numbers}", numbers=tr("、").join(map(str, before))) if before else ""


def numbers(plan: Plan) -> Mapping[str, int]:
    """Give each task a number, in the order of their due days."""
    return {task.id: number for number, task in enumerate(plan.tasks, 1)}


def remark(task: Task, numbered: Mapping[str, int]) -> str:
    """Say what else is to be known of a task."""
    return tr("；").join(part for part in (risks(task), after(task, numbered)) if part)


def materials(task: Task) -> str:
    """Say what a task must leave behind."""
    return tr("；").join(dict.fromkeys(map(_material, task.serves)))


def _material(one: Served) -> str:
    types = [tr(EVIDENCE_WORDS[kind]) for kind in one.material.types]
    several = tr("任一") if len(types) > 1 else ""
    named = tr("、").join(types)
    return tr("{types}{several} {n} 份", types=named, several=several, n=one.material.pieces)


def entry(task: Task) -> str:
    """Say what stands in the unit file when it is done, as the file would have it."""
    if task.held:
        serves = ", ".join(one.indicator for one in task.serves)
        lists = {
            "tags": _listed(tag for one in task.serves for tag in one.tags),
            "departments": _listed(name for one in task.serves for name in one.departments),
        }
        more = "".join(f", {name}: {listed}" for name, listed in lists.items() if listed)
        return f"activities: {{serves: [{serves}]{more}, evidence: […]}}"
    return tr("；").join(map(_answer, task.serves))


def _listed(names: Iterable[str]) -> str:
    found = ", ".join(dict.fromkeys(names))
    return f"[{found}]" if found else ""


def _answer(one: Served) -> str:
    if one.clause:
        return f"{one.indicator}: {{met: {{{one.clause}: […]}}}}"
    fields = "".join(f"{name}: {_value(value)}, " for name, value in one.fill.items())
    return f"{one.indicator}: {{{fields}evidence: […]}}"


def _value(value: Filled) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {number}" for name, number in value.items()) + "}"
    return f"[…, {', '.join(value)}]" if isinstance(value, tuple) else str(value)


def milestone(one: Milestone) -> str:
    """Say what falls on a day, and whether the day is only assumed."""
    return tr("{what}（推定）", what=one.title) if one.assumed else one.title


def spare(load: Load) -> Decimal | None:
    """Say how many person-days a department has left in a month; None where it has no bounds."""
    return None if load.capacity is None else load.capacity - load.person_days


def _points(points: Decimal) -> str:
    return layout.points(points)
