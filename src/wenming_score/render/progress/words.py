"""What the progress of a plan says in sentences, and its signs."""

from collections.abc import Iterator, Mapping

from wenming_score.plan.progress import STATES, Followed, Progress, Standing, State
from wenming_score.render import layout
from wenming_score.render.layout import Tone
from wenming_score.text import tr
from wenming_score.values import plain

TONES: Mapping[State, Tone] = {
    "late": "bad", "missed": "bad", "soon": "unsure", "open": "plain", "done": "good", "unneeded": "faint",
}  # fmt: skip
SIGNS: Mapping[State, str] = {"late": "×", "missed": "×", "soon": "△", "open": "·", "done": "√", "unneeded": "-"}


def states() -> Mapping[State, str]:
    """Name how a task stands."""
    return {
        "late": tr("误期"),
        "missed": tr("错过了"),
        "soon": tr("快到期"),
        "open": tr("没到期"),
        "done": tr("完成"),
        "unneeded": tr("不用做了"),
    }


def about(progress: Progress) -> str:
    """Say which plan is looked at, and when."""
    return tr(
        "{plan} 排的计划，{by} 以前到 {target} 分；截至 {as_of}",
        plan=progress.plan_as_of, by=progress.by, target=plain(progress.target), as_of=progress.as_of,
    )  # fmt: skip


def stand(progress: Progress) -> tuple[Tone, str]:
    """Give the tone and the sign of how the plan stands."""
    if progress.reached:
        return "good", "√"
    return ("bad", "×") if _count(progress, "late") + _count(progress, "missed") else ("unsure", "△")


def outcome(progress: Progress) -> str:
    """Say in a word or two how the plan stands."""
    if progress.reached:
        return tr("已达到目标")
    return tr("有误期") if _count(progress, "late") + _count(progress, "missed") else tr("按期推进")


def headline(progress: Progress) -> Iterator[str]:
    """Say how far the points have come, and how many tasks are in each state."""
    then, now, planned = (layout.points(one) for one in (progress.then, progress.now, progress.planned))
    yield tr("支撑得分：排计划时 {then}，现在 {now}，做完应到 {planned}", then=then, now=now, planned=planned)
    named = states()
    counts = [
        tr("{state} {n} 项", state=named[state], n=count) for state in STATES if (count := _count(progress, state))
    ]
    total = tr("共 {n} 项任务", n=len(progress.tasks))
    yield tr("：").join([total, tr("，").join(counts)]) if counts else total


def owner(one: Standing) -> str:
    """Name a department."""
    return one.department or tr("未定")


def days(one: Followed) -> str:
    """Say how many days are left, or have gone by since; nothing where that no longer matters."""
    if one.state in ("done", "unneeded", "missed"):
        return ""
    return tr("过了 {n} 天", n=-one.days) if one.days < 0 else tr("还有 {n} 天", n=one.days)


def _count(progress: Progress, state: State) -> int:
    return sum(one.state == state for one in progress.tasks)
