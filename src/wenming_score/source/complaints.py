"""What is refused in a file that parses: gathered with its place, up to a limit."""

import re
from typing import NoReturn

from wenming_score.finding import InputError, Location, Mistake
from wenming_score.source import signs
from wenming_score.source.document import Mark, Spot
from wenming_score.source.events import Event
from wenming_score.source.limits import CHARACTERS, MISTAKES
from wenming_score.source.preflight import locate
from wenming_score.source.trouble import unreal_escape
from wenming_score.text import tr

_HALF = re.compile("[\ud800-\udfff]")
_BAR = re.compile(r"[|>][-+0-9]*#")
_DASH = re.compile(r" *(?:- +)*(-) *(?:#.*)?")


class Complaints:
    """The mistakes of one file so far."""

    def __init__(self, text: str, shown: str) -> None:
        """Begin with none."""
        self.found: list[Mistake] = []
        self._text = text
        self._shown = shown

    def at(self, mark: Mark) -> Location:
        """Say a mark as people count, from 1."""
        return Location(self._shown, mark.line + 1, mark.column + 1)

    def refuse(self, at: Location, message: str) -> None:
        """Take a mistake and go on, unless there are enough of them."""
        self.found.append(Mistake(at, message))
        if len(self.found) >= MISTAKES:
            self.close()

    def stop(self, at: Location, message: str) -> NoReturn:
        """Take a mistake after which nothing can be read."""
        self.found.append(Mistake(at, message))
        self.close()

    def close(self) -> NoReturn:
        """Give up with all mistakes in the order of the file."""
        raise InputError(sorted(set(self.found))[:MISTAKES])

    def _ahead(self, mark: Mark) -> tuple[int, str]:
        """Find the last character before a place on its line; an empty one where there are only blanks."""
        start = mark.index - mark.column
        at = mark.index - 1
        while at >= start and self._text[at] == " ":
            at -= 1
        return at, self._text[at] if at >= start else ""

    def empty(self) -> NoReturn:
        """Refuse a file with nothing in it."""
        self.stop(Location(self._shown, 1, 1), tr("文件里没有内容；请用 wenming-score init 生成一份样例，再填写"))

    def repeated(self, key: str, mark: Mark, first: Location) -> None:
        """Refuse a key that stands twice, and name both places."""
        said = tr(
            "键“{key}”重复，第一次在第 {line} 行第 {column} 列；请合并或删去一处",
            key=signs.short(key),
            line=first.line,
            column=first.column,
        )
        self.refuse(self.at(mark), said)

    def decorated(self, event: Event) -> None:
        """Refuse an anchor or a tag."""
        self.refuse(self.at(event.start_mark), signs.tag() if event.anchor is None else signs.anchor())

    def too_long(self, event: Event) -> None:
        """Refuse a text beyond the limit."""
        self.refuse(
            self.at(event.start_mark), tr("这段文字超过 {most} 个字；请写短些，把原文放进佐证材料", most=CHARACTERS)
        )

    def sign(self, event: Event, sign: str, message: str) -> None:
        """Refuse a character of an unquoted text, at its own place."""
        index = self._text.index(sign, event.start_mark.index)
        self.refuse(locate(self._text, index, self._shown), message)

    def text_after_bar(self, event: Event) -> None:
        """Refuse `|#`, which libyaml takes for a comment."""
        if match := _BAR.match(self._text, event.start_mark.index):
            self.refuse(locate(self._text, match.end() - 1, self._shown), signs.block_text())

    def flow_sign(self, event: Event) -> None:
        """Refuse signs that only quotes can hold between brackets: libyaml does, so the other parser must."""
        sign = next(sign for sign in event.value if sign in ":?")
        self.sign(event, sign, signs.flow_sign(sign))

    def half_character(self, event: Event) -> None:
        """Refuse one half of a pair: nothing can write it."""
        if _HALF.search(event.value):
            at = unreal_escape(self._text, event.start_mark.index)
            self.refuse(locate(self._text, at, self._shown), signs.bad_escape())

    def wide_colon(self, event: Event) -> None:
        """Refuse lines that were meant as keys and became one text with the line before."""
        start = event.start_mark
        lines = self._text[start.index : event.end_mark.index].split("\n")
        keys = [line for line, said in enumerate(lines) if re.match(signs.WIDE_KEY, said)]
        if keys and (keys[-1] or not self._ahead(start)[1]):
            ahead = sum(len(line) + 1 for line in lines[: keys[0]])
            index = self._text.index("：", start.index + ahead)
            self.refuse(locate(self._text, index, self._shown), signs.wide_colon())

    def one_text(self, event: Event) -> None:
        """Refuse a file that is a single text, most often for its full-width colons."""
        if not event.style and "：" in event.value:
            self.sign(event, "：", signs.wide_colon())
        elif not event.style and re.match(signs.TIGHT_KEY, event.value):
            self.sign(event, ":", signs.tight_colon())
        else:
            self.refuse(self.at(event.start_mark), tr("整个文件只是一段文字；要写成一行行的“键: 值”"))

    def no_key(self, event: Event) -> None:
        """Refuse an empty key at its colon; the Python parser has gone past it."""
        at = event.start_mark.index
        past = not event.style and self._text[at - 1 : at] == ":" != self._text[at : at + 1]
        self.refuse(locate(self._text, at - past, self._shown), signs.no_key())

    def odd_edge(self, event: Event) -> None:
        """Refuse a key that begins or ends with a blank."""
        mark, key = event.start_mark, event.value
        leads = key[0] in signs.EDGES
        sign = key[0] if leads else key[-1]
        if leads and not event.style and not self._ahead(mark)[1]:
            self.refuse(self.at(mark), signs.odd_indent(sign))
            return
        ahead = 0 if event.style or leads else len(key) - 1
        said = tr("键“{key}”的首尾有{sign}；请删去", key=signs.short(signs.bare(key)), sign=signs.named(sign))
        self.refuse(locate(self._text, mark.index + ahead, self._shown), said)

    def odd_start(self, event: Event) -> None:
        """Refuse a text that begins its line with a blank that is not YAML's."""
        if not self._ahead(event.start_mark)[1]:
            self.refuse(self.at(event.start_mark), signs.odd_indent(event.value[0]))

    def explicit_key(self, event: Event, *, flow: bool) -> bool:
        """Refuse `? key`: the parsers disagree on it, and nobody writes it on purpose."""
        at, sign = self._ahead(event.start_mark)
        if sign != "?":
            return False
        tight = flow and at + 1 == event.start_mark.index and event.value
        said = signs.flow_sign("?") if tight else tr("这里不收以“?”开头的键；请写成“键: 值”，若是正文，请加引号")
        self.refuse(locate(self._text, at, self._shown), said)
        return True

    def dash(self, mark: Mark) -> Mark:
        """Find the dash of an empty entry, which stands nowhere: the parsers disagree where."""
        end, line = mark.index, mark.line
        while line >= 0:
            start = self._text.rfind("\n", 0, end) + 1
            if match := _DASH.fullmatch(self._text, start, end):
                return Spot(match.start(1), line, match.start(1) - start)
            end, line = start - 1, line - 1
        return mark
