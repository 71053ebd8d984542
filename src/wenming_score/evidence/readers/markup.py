"""XML from unknown hands, walked element by element."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Protocol

from wenming_score.evidence import limits
from wenming_score.evidence.readers.base import ReadingError
from wenming_score.records import record
from wenming_score.text import tr


@record
class Mark:
    """An element and the name of the one around it; namespaces are left out, as programs mix them up."""

    name: str
    within: str
    text: str
    attributes: Mapping[str, str]


class _Element(Protocol):
    tag: str
    text: str | None
    attrib: dict[str, str]

    def __delitem__(self, key: slice, /) -> None: ...


def marks(part: str, data: bytes) -> Iterator[Mark]:
    """Give the elements of a part as they end, up to the limit; nothing is looked up, expanded or kept."""
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - only for files that hold XML
    from defusedxml.ElementTree import ParseError  # noqa: PLC0415 - as above

    try:
        yield from _walk(data)
    except DefusedXmlException as fault:
        raise ReadingError(tr("{part} 里有外部实体或 DTD 声明，没有读", part=part)) from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise ReadingError(tr("{part} 不是完好的 XML，没有读完", part=part)) from fault


def _walk(data: bytes) -> Iterator[Mark]:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - as above

    around: list[_Element] = []
    element: _Element
    for count, (event, element) in enumerate(iterparse(BytesIO(data), ("start", "end"), forbid_dtd=True)):
        if count > 2 * limits.ELEMENTS:
            raise ReadingError(tr("内容太多或太乱，没有读完"))
        if event == "start":
            around.append(element)
            continue
        around.pop()
        yield _mark(element, around[-1].tag if around else "")
        if around:
            del around[-1][:]  # what has been seen is let go, so that memory stays flat


def _mark(element: _Element, within: str) -> Mark:
    attributes = {_local(name): value for name, value in element.attrib.items()}
    return Mark(_local(element.tag), _local(within), (element.text or "").strip(), attributes)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
