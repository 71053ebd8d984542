"""XML that is broken, hostile or endless: a fault of its part, never of the whole file."""

import pytest

from documents import CORE, office, read_soon, said, zipped
from wenming_score.evidence.readers.office import read

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)


@pytest.mark.parametrize(
    "core", ["", "\0" * 40, "PK", "<a>", "<a></b>", "<a>&b;</a>", '<?xml version="1.0" encoding="x"?><a/>']
)
def test_properties_that_are_no_xml_are_a_fault_beside_what_can_be_read(core: str) -> None:
    inside = read_soon(read, zipped(office(core)))

    assert (inside.dates, inside.pages) == ((), 3)
    assert inside.fault == "docProps/core.xml 不是完好的 XML，没有读完"


def test_properties_that_break_off_keep_what_came_before() -> None:
    core = CORE.format(created="2025-03-05", modified="2025-03-06").partition("</dcterms:modified>")[0]

    inside = read_soon(read, zipped(office(core)))

    assert said(inside) == {"created": "2025-03-05"}
    assert "docProps/core.xml" in inside.fault


@pytest.mark.parametrize(
    "core",
    [
        LAUGHS,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://example.invalid/e.dtd"> %e;]><x/>',
        '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd"><x/>',
    ],
)
def test_entities_are_refused_by_name_and_the_rest_is_read(core: str) -> None:
    inside = read_soon(read, zipped(office(core)))

    assert inside.fault == "docProps/core.xml 里有外部实体或 DTD 声明，没有读"
    assert (inside.dates, inside.pages) == ((), 3)


@pytest.mark.parametrize(
    "core", ["<r>" + "<a/>" * 260_000 + "</r>", "<a>" * 149_000 + "</a>" * 149_000, "<a b='" + "x" * 1_040_000]
)
def test_wide_deep_and_endless_xml_is_given_up(core: str) -> None:
    inside = read_soon(read, zipped(office(core)))

    assert (inside.dates, inside.pages) == ((), 3)
    assert inside.fault.endswith("没有读完")
