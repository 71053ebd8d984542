"""One pass over the parser's events: values, their places, and what is refused."""

import re
from typing import NoReturn

from wenming_score.source import signs
from wenming_score.source.complaints import Complaints
from wenming_score.source.document import Mark, Place, Value
from wenming_score.source.events import ALIAS, MAPPING, MAPPING_END, SCALAR, SEQUENCE_END, STREAM_END, Event, Next
from wenming_score.source.limits import CHARACTERS, DEPTH, NODES
from wenming_score.source.scalars import STARTS, WORDS, Refusal, resolve
from wenming_score.text import tr

_SPECIAL = STARTS | signs.BLANKS
_ORDINARY = re.compile(r"[^\W\d][\w-]{0,99}")
"""Keys that are in order wherever they stand, if they are no word of YAML's."""


def _is_nothing(event: Event) -> bool:
    return event.__class__ is SCALAR and not event.value


class Builder:
    """Builds one document; goes on after a mistake as long as there are events."""

    def __init__(self, advance: Next, text: str, shown: str) -> None:
        """Take the events of a text, and the name of its file as people know it."""
        self.complaints = Complaints(text, shown)
        self._advance = advance
        self._shown = shown
        self._asks = "?" in text
        self._marked = "&" in text or "!" in text
        self._may_skip = not (self._asks or self._marked)
        self._escapes = "\\" in text
        self._nodes = 0
        self._depth = 0
        self._keys: set[str] = set()  # plain ones that are in order: most keys stand in a file many times

    def build(self) -> tuple[Value, Place]:
        """Take the whole stream: one document with something in it."""
        self._advance()
        if self._advance().__class__ is STREAM_END:
            self.complaints.empty()
        first = self._advance()
        value, spot = self._node(first, flow=False)
        self._advance()
        if (event := self._advance()).__class__ is not STREAM_END:
            self._stop(event, signs.second_document())
        if isinstance(value, str):
            self.complaints.one_text(first)
        if value is None:
            self.complaints.empty()
        return value, spot if isinstance(spot, Place) else Place(self._shown, spot, {}, {})

    def _node(self, event: Event, *, flow: bool) -> tuple[Value, Mark | Place]:
        self._nodes += 1
        if self._nodes > NODES:
            self._stop(event, tr("内容超过 {most} 项；请拆成几个文件", most=NODES))
        kind = event.__class__
        if kind is SCALAR:
            return self._scalar(event, flow=flow), event.start_mark
        if kind is ALIAS:
            self._refuse(event, signs.alias())
            return None, event.start_mark
        return self._collection(event)

    def _collection(self, event: Event) -> tuple[Value, Place]:
        if self._marked and (event.anchor is not None or event.ctag is not None):
            self.complaints.decorated(event)
        self._depth += 1
        if self._depth > DEPTH:
            self._stop(event, tr("嵌套超过 {most} 层；请核对括号和缩进", most=DEPTH))
        whole = self._mapping(event) if event.__class__ is MAPPING else self._sequence(event)
        self._depth -= 1
        return whole

    def _mapping(self, start: Event) -> tuple[Value, Place]:
        flow = bool(start.flow_style)
        data: dict[str, Value] = {}
        place = Place(self._shown, start.start_mark, {}, {})
        keys, parts, advance, good = place.keys, place.parts, self._advance, self._keys
        while (event := advance()).__class__ is not MAPPING_END:
            # Most keys stand in a file many times and need no second look; nor a call, which is half of all time.
            key = event.value if event.__class__ is SCALAR and not event.style else None
            if key is None or key not in good or key in keys:
                key = self._key(event, place, flow=flow)
            value, spot = self._node(given := advance(), flow=flow)
            if value is None and _is_nothing(given):
                spot = event.start_mark
            data[key], keys[key], parts[key] = value, event.start_mark, spot
        return data, place

    def _sequence(self, start: Event) -> tuple[Value, Place]:
        flow = bool(start.flow_style)
        data: list[Value] = []
        place = Place(self._shown, start.start_mark, {}, {})
        advance = self._advance
        while (event := advance()).__class__ is not SEQUENCE_END:
            value, spot = self._node(event, flow=flow)
            if flow and isinstance(value, str) and "，" in value and not event.style:
                self.complaints.sign(event, "，", signs.wide_comma())
            if value is None and _is_nothing(event):
                spot = self.complaints.dash(event.start_mark)
            place.parts[len(data)] = spot
            data.append(value)
        return tuple(data), place

    def _key(self, event: Event, place: Place, *, flow: bool) -> str:
        if event.__class__ is not SCALAR:
            if event.__class__ is not ALIAS:
                self._refuse(event, tr("键必须是文字；若这是正文，请给整个值加引号"))
            self._node(event, flow=flow)
            return ""
        key = event.value
        if self._may_skip and not event.style and _ORDINARY.fullmatch(key) and key not in WORDS:
            self._keys.add(key)
        elif self._asks and self.complaints.explicit_key(event, flow=flow):
            return key
        else:
            self._check_key(event, flow=flow)
        if key in place.keys:
            self.complaints.repeated(key, event.start_mark, place.whole(place.keys[key]).location())
        return key

    def _check_key(self, event: Event, *, flow: bool) -> None:
        key = event.value
        if not key:
            self.complaints.no_key(event)
        elif key[0] in signs.EDGES or key[-1] in signs.EDGES:
            self.complaints.odd_edge(event)
        else:
            self._check_meaning(event, flow=flow)

    def _check_meaning(self, event: Event, *, flow: bool) -> None:
        key = event.value
        value = self._scalar(event, flow=flow)
        if not isinstance(value, str):
            self._refuse(event, tr("键“{key}”没有加引号，会被读成数、日期或空值；请加引号", key=signs.short(key)))
        elif flow and "：" in key and not event.style:
            self.complaints.sign(event, "：", signs.wide_colon())
        elif key == "<<" and not event.style:
            self._refuse(event, tr("这里不收合并键“<<”；请写出完整内容"))

    def _scalar(self, event: Event, *, flow: bool) -> Value:
        text = event.value
        if len(text) > CHARACTERS:
            self.complaints.too_long(event)
            return text
        if self._marked and (event.anchor is not None or event.ctag is not None):
            self.complaints.decorated(event)
        if event.style:
            if self._escapes and event.style == '"':
                self.complaints.half_character(event)
            elif event.style in "|>":
                self.complaints.text_after_bar(event)
            return text
        if flow and (":" in text or "?" in text):
            self.complaints.flow_sign(event)
        if "：" in text:
            self.complaints.wide_colon(event)
        return self._plain(event) if text[:1] in _SPECIAL else text

    def _plain(self, event: Event) -> Value:
        if event.value[:1] in signs.BLANKS:
            self.complaints.odd_start(event)
        try:
            return resolve(event.value)
        except Refusal as refusal:
            self._refuse(event, str(refusal))
            return event.value

    def _refuse(self, event: Event, message: str) -> None:
        self.complaints.refuse(self.complaints.at(event.start_mark), message)

    def _stop(self, event: Event, message: str) -> NoReturn:
        self.complaints.stop(self.complaints.at(event.start_mark), message)
