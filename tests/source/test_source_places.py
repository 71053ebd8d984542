"""Every value at its own line and column."""

import pytest

from wenming_score.finding import Path
from wenming_score.source import parse
from wenming_score.source.events import Parser, parser, pure

TEXT = """\
# 自评
unit:
  name: 某局
  counts: {party_members: 41, "seats": 9}
evidence:
  E001: {path: 方案.pdf,
         date: 2025-03-05}
  E002:
steps:
  - at: 1
    points: 2
  -
  - - x
    - "y"
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "2:1", "2:1"),
        (("unit",), "3:3", "2:1"),
        (("unit", "name"), "3:9", "3:3"),
        (("unit", "counts"), "4:11", "4:3"),
        (("unit", "counts", "party_members"), "4:27", "4:12"),
        (("unit", "counts", "seats"), "4:40", "4:31"),
        (("evidence", "E001"), "6:9", "6:3"),
        (("evidence", "E001", "date"), "7:16", "7:10"),
        (("evidence", "E002"), "8:3", "8:3"),
        (("steps",), "10:3", "9:1"),
        (("steps", 0), "10:5", "10:5"),
        (("steps", 0, "points"), "11:13", "11:5"),
        (("steps", 1), "12:3", "12:3"),
        (("steps", 2), "13:5", "13:5"),
        (("steps", 2, 1), "14:7", "14:7"),
    ],
)
def test_a_value_and_its_key_are_found(path: Path, value: str, key: str) -> None:
    document = parse(TEXT.encode(), "unit.yaml")
    assert str(document.at(path)) == f"unit.yaml:{value}"
    assert str(document.at_key(path)) == f"unit.yaml:{key}"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("nothing",), "2:1"),
        (("unit", "type"), "3:3"),
        (("unit", "name", "deeper", 3), "3:9"),
        (("evidence", "E001", "type"), "6:9"),
        (("steps", 7, "at"), "10:3"),
        (("steps", "0"), "10:3"),
    ],
)
def test_what_is_not_there_is_looked_for_around_it(path: Path, place: str) -> None:
    document = parse(TEXT.encode(), "unit.yaml")
    assert str(document.at(path)) == f"unit.yaml:{place}"
    assert str(document.at_key(path)) == f"unit.yaml:{place}"


@pytest.mark.parametrize("by", [parser, pure], ids=["libyaml", "python"])
def test_an_empty_value_stands_at_its_key_and_an_empty_entry_at_its_dash(by: Parser) -> None:
    document = parse("a:  # 一\n\nb:\n-\n # 二\n- # 三-\n\n- - x\n  -\nc: {d: , e: }\nf:\n".encode(), "u", by)
    assert document.data == {"a": None, "b": (None, None, ("x", None)), "c": {"d": None, "e": None}, "f": None}
    found = [("a",), ("b", 0), ("b", 1), ("b", 2, 1), ("c", "d"), ("c", "e"), ("f",)]
    assert [str(document.at(path))[2:] for path in found] == ["1:1", "4:1", "6:1", "9:3", "10:5", "10:10", "11:1"]


def test_a_file_that_is_a_list_has_places_too() -> None:
    document = parse(b"- 1\n- 2\n", "list.yaml")
    assert str(document.at((1,))) == "list.yaml:2:3"


def test_a_file_that_is_a_number_has_a_place() -> None:
    document = parse(b"# n\n 42\n", "n.yaml")
    assert document.data == 42
    assert str(document.at(("a",))) == "n.yaml:2:2"


def test_columns_count_characters_beyond_the_basic_plane_once() -> None:
    assert str(parse("a: [😀, 甲]\n".encode(), "u").at(("a", 1))) == "u:1:8"
