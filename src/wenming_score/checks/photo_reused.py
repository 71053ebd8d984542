"""One picture under two activities, indicators, years or units."""

from collections.abc import Iterator
from datetime import date

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.gallery import Gallery
from wenming_score.text import tr
from wenming_score.uses import together, uses


@check("warning", refuses="where_cited")
def photo_reused(case: Case) -> Iterator[Problem]:
    """同一张照片用在了两处。

    同一张照片，或者它另存、缩小、裁边、旋转、微信转发以后的样子，用在两次活动、两条测评内容、两个年度或
    两个单位。一张照片只能证明一次：按日期，最早用的那一处有效，后面的无效。同一个年度里各写各的日期，也
    算两处。和上一年比，用 `--against 上一年的自评文件`；一次检查几个单位，单位之间也比：日期早的有效，同
    一天的（联合活动）都有效，只提醒。

    同一次活动的几张近似照片（连拍）不算；一次活动服务两条测评内容、跟着用两次的不算。请各处换上自己的照
    片。要是认错了（两张不同的照片），在 `note` 里写明，请测评组看原图。

        A001: {title: 社区清扫, date: 2025-03-05, serves: [...], evidence: [E002]}
        A007: {title: 交通劝导, date: 2025-06-20, serves: [...], evidence: [E019]}    # E019 是 E002 的另存
    """
    photos = sorted(
        (name for name in case.assessment.evidence if case.photo(name)), key=lambda name: (case.first_day(name), name)
    )
    yield from _copies(case, photos)
    for name in photos:
        yield from _two_activities(case, name)
        yield from _many_indicators(case, name)
        yield from _elsewhere(case, name)


def _copies(case: Case, photos: list[str]) -> Iterator[Problem]:
    """Compare each photo that proves something with those of an earlier day."""
    exact: dict[str, list[str]] = {}
    gallery = Gallery[str]()
    for name in photos:
        fact, here = case.files[name], uses(case, name)
        bits = fact.inside.fingerprint
        if not here:
            continue
        alike = [*exact.get(fact.sha256, ()), *(key for _, key in (gallery.near(bits) if bits is not None else ()))]
        first = next((one for one in alike if not together(case, here, uses(case, one))), None)
        if first:
            same = fact.sha256 == case.files[first].sha256
            yield Problem(("evidence", name, "path"), _said(case, name, first, same=same), evidence=name)
        exact.setdefault(fact.sha256, []).append(name)
        if bits is not None:
            gallery.add(bits, name)


def _said(case: Case, name: str, first: str, *, same: bool) -> str:
    ledger = case.assessment.evidence
    return tr(
        "{name}（{path}，用于 {here}）和 {first}（{other}，用于 {there}）{how}，只算 {first} 的",
        name=name, path=ledger[name].path, here=uses(case, name),
        first=first, other=ledger[first].path, there=uses(case, first),
        how=_how(same=same),
    )  # fmt: skip


def _how(*, same: bool) -> str:
    return tr("是同一个文件") if same else tr("是同一张照片（另存、缩放、裁边或旋转过）")


def _two_activities(case: Case, name: str) -> Iterator[Problem]:
    """Let a photo prove the first by date of the activities that have it."""
    activities = case.assessment.activities
    first, *others = sorted(uses(case, name).activities, key=lambda one: (_start(case, one), one)) or [""]
    for other in others:
        message = tr(
            "照片 {name} 已经用于活动 {first}“{title}”，不能再证明 {other}",
            name=name, first=first, title=activities[first].title, other=other,
        )  # fmt: skip
        position = activities[other].evidence.index(name)
        yield Problem(("activities", other, "evidence", position), message, evidence=name, activity=other)


def _start(case: Case, activity: str) -> date:
    span = case.assessment.activities[activity].date.span
    return span.start if span else date.max


def _many_indicators(case: Case, name: str) -> Iterator[Problem]:
    most = case.rubric.serves_at_most
    indicators = uses(case, name).indicators
    if len(indicators) > most:
        listed = tr("、").join(indicators)
        message = tr(
            "照片 {name} 用在 {n} 条测评内容（{listed}），最多 {most} 条",
            name=name,
            n=len(indicators),
            listed=listed,
            most=most,
        )
        yield Problem(("evidence", name, "path"), message, evidence=name, spares=True)


def _elsewhere(case: Case, name: str) -> Iterator[Problem]:
    """Report the first by date of the other years' and units' copies."""
    others = [*case.alike_elsewhere(name), *case.same_elsewhere(name)]
    if others:
        other = min(others, key=lambda piece: (piece.day or date.max, piece.file, piece.id))
        path = case.assessment.evidence[name].path
        message = tr(
            "{name}（{path}）和 {file} 的 {id} 是同一张照片", name=name, path=path, file=other.file, id=other.id
        )
        earlier = other.day is not None and other.day < case.first_day(name)
        yield Problem(("evidence", name, "path"), message, evidence=name, spares=not earlier)
