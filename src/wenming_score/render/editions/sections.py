"""What a new edition changes, as headings and entries, for whatever format shows it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from wenming_score.editions import Alteration, Difference, EditionDiff, Side
from wenming_score.kinds.deduction import Deduction
from wenming_score.records import record
from wenming_score.render.editions.labels import label
from wenming_score.render.editions.words import Words
from wenming_score.render.layout import Tone
from wenming_score.rubric import Rubric
from wenming_score.text import tr
from wenming_score.values import plain

Fate = Literal["added", "removed", "changed", "came", "left"]
SIGNS: dict[Fate, str] = {"added": "+", "removed": "-", "changed": "△", "came": "→", "left": "←"}
TONES: dict[Fate, Tone] = {"added": "good", "removed": "bad", "changed": "unsure", "came": "unsure", "left": "unsure"}
_LONG = {"asks", "remedy.action"}
"""Fields that hold sentences."""


@record
class Entry:
    """One thing that is otherwise, and in which ways."""

    fate: Fate
    title: str
    id: str = ""
    points: str = ""
    details: tuple[str, ...] = ()


@record
class Section:
    """What is otherwise in one place: an item, the red lines, the top."""

    title: str
    entries: tuple[Entry, ...]
    details: tuple[str, ...] = ()
    kept: int = 0
    """How many indicators of the item stay as they are."""


def fates() -> dict[Fate, str]:
    """Name what may become of a thing."""
    return {
        "added": tr("新增"), "removed": tr("取消"), "changed": tr("改动"), "came": tr("移来"), "left": tr("移走"),
    }  # fmt: skip


def heading(diff: EditionDiff) -> str:
    """Name the two editions."""
    before, after = (
        tr("{title}（{edition}）", title=one.title, edition=one.edition) for one in (diff.before, diff.after)
    )
    return f"{before} → {after}"


def summary(diff: EditionDiff) -> Iterator[str]:
    """Say in a few lines how much is otherwise."""
    old, new, n = diff.before, diff.after, diff.indicators
    yield f"{old.name} → {new.name}"
    if diff.same:
        yield tr("没有不同")
        return
    full, mark = _turn(old.full_points, new.full_points), _turn(old.pass_mark, new.pass_mark)
    yield tr("满分 {full}；合格线 {mark}", full=full, mark=mark)
    yield tr(
        "测评内容 {all} 项：{kept} 项不变，{changed} 项改动{among}，新增 {added} 项，取消 {removed} 项",
        all=_turn(Decimal(old.indicators), Decimal(new.indicators)), among=_among(diff),
        kept=n.kept, changed=n.changed, added=n.added, removed=n.removed,
    )  # fmt: skip


def _among(diff: EditionDiff) -> str:
    """Say how many of the changes are of the kinds that want an eye."""
    parts = [part for item in diff.items for part in item.parts]
    numbers = {
        tr("改编号"): sum(part.renamed for part in parts),
        tr("换项目"): sum(part.moved for part in parts),
        tr("换计分方式"): sum(change.field == "kind" for part in parts for change in part.changes),
    }
    said = tr("、").join(f"{word} {number}" for word, number in numbers.items() if number)
    return tr("（{said}）", said=said) if said else ""


def sections(diff: EditionDiff, old: Rubric, new: Rubric) -> Iterator[Section]:
    """List what is otherwise, the top first, then the lists, then item by item."""
    layout = _Layout(diff, Words(old), Words(new))
    yield Section(tr("总的规定"), tuple(layout.top()))
    lists = (
        (tr("标准"), diff.standards), (tr("红线"), diff.red_lines), (tr("申报条件"), diff.eligibility),
        (tr("加分"), diff.bonus), (tr("扣分"), diff.penalties),
    )  # fmt: skip
    yield from (Section(title, tuple(layout.entries(things))) for title, things in lists)
    yield from (layout.item(item) for item in diff.items if item.status != "kept")


def untouched(diff: EditionDiff) -> str:
    """Name the items in which nothing is otherwise."""
    return tr("、").join(item.after.title for item in diff.items if item.status == "kept" and item.after)


@record
class _Layout:
    diff: EditionDiff
    old: Words
    new: Words

    def top(self) -> Iterator[Entry]:
        for change in self.diff.changes:
            yield Entry("changed", label(change.field), details=(self._turned(change),))

    def entries(self, things: Iterable[Difference]) -> Iterator[Entry]:
        for one in things:
            side = one.after or one.before
            if side and one.status != "kept":
                fate: Fate = "came" if one.moved else one.status
                parts = (self._part(side, part) for part in one.parts if one.status == "changed")
                yield Entry(fate, side.title, side.id, _worth(one), (*self._own(one), *filter(None, parts)))

    def item(self, item: Difference) -> Section:
        side = item.after or item.before
        title = side.title if side else ""
        if item.status in {"added", "removed"}:
            new = item.status == "added"
            title = tr("新增项目：{title}", title=title) if new else tr("取消项目：{title}", title=title)
        entries = (*self.entries(item.parts), *self._left(item))
        kept = sum(part.status == "kept" for part in item.parts)
        return Section(f"{title}  {_worth(item)}".rstrip(), entries, tuple(self._own(item)), kept)

    def _left(self, item: Difference) -> Iterator[Entry]:
        """List the indicators that now stand in another item."""
        for part in (part for other in self.diff.items for part in other.parts if part.moved):
            if part.before and part.after and item.before and part.before.item == item.before.id:
                there = tr("现在在“{item}”", item=self._item(part.after))
                yield Entry("left", part.before.title, part.before.id, details=(there,))

    def _item(self, side: Side) -> str:
        sides = (one for item in self.diff.items for one in (item.before, item.after))
        return next((one.title for one in sides if one and one.id == side.item), "")

    def _own(self, one: Difference) -> Iterator[str]:
        """Say what is otherwise in the thing itself."""
        if one.before and one.after and one.renamed:
            yield tr("编号：{before} → {after}", before=one.before.id, after=one.after.id)
        if one.before and one.moved:
            yield tr("原来在“{item}”", item=self._item(one.before))
        for change in one.changes:
            field, turned = label(change.field), self._turned(change, one.before, one.after)
            if change.field in _LONG:
                yield tr("{field}，原来：{said}", field=field, said=change.before)
                yield tr("{field}，现在：{said}", field=field, said=change.after)
            else:
                yield tr("{field}：{turned}", field=field, turned=turned)

    def _part(self, side: Side, part: Difference) -> str:
        """Say what became of a clause or a lack."""
        one = part.after or part.before
        if part.status == "kept" or one is None:
            return ""
        word = tr("扣分点") if isinstance(self.new.rubric.indicators.get(side.id), Deduction) else tr("计分点")
        head = tr("{fate}{what} {id}", fate=fates()[part.status], what=word, id=one.id)
        said = (one.title if part.status != "changed" else "", _worth(part), *self._own(part))
        return tr("{head}（{said}）", head=head, said=tr("；").join(filter(None, said)))

    def _turned(self, change: Alteration, before: Side | None = None, after: Side | None = None) -> str:
        """Say what a field said and says; of lists, what came and what went."""
        was = self.old.said(change.field, change.before, before)
        now = self.new.said(change.field, change.after, after)
        if isinstance(change.before, tuple) and isinstance(change.after, tuple) and change.field != "term_scoring":
            more, less = (tr("、").join(_without(*pair)) for pair in ((now, was), (was, now)))
            said = (tr("加 {names}", names=more) if more else "", tr("减 {names}", names=less) if less else "")
            return tr("；").join(filter(None, said))
        return " → ".join(("/" if change.field == "term_scoring" else tr("、")).join(said) for said in (was, now))


def _without(these: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    return [one for one in these if one not in others]


def _worth(one: Difference) -> str:
    """Say what a thing was and is worth; nothing of what has no points."""
    sides = [side for side in (one.before, one.after) if side]
    if all(side.points is None for side in sides):
        return ""
    words = [tr("未知") if side.points is None else plain(side.points) for side in sides]
    return tr("{points} 分", points=" → ".join(dict.fromkeys(words)))


def _turn(before: Decimal | None, after: Decimal | None) -> str:
    words = (tr("没有") if one is None else plain(one) for one in (before, after))
    return " → ".join(dict.fromkeys(words))
