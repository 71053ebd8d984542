"""What `extends` means: one file laid over another, values and places."""

import hashlib

import pytest

from wenming_score.finding import InputError
from wenming_score.source import Document, Value, merge, parse

BASE = """\
id: base
extends: older
title: 底本
full_points: 100
methods: {document: 材料审核, onsite: 实地考察}
archive: [甲, 乙]
items:
  - id: leifeng
    title: 学雷锋
    points: 14
    indicators:
      - {id: plan, points: 4}
      - {id: activities, points: 10}
  - id: service
    title: 志愿服务
    points: 10
"""
OVER = """\
id: over
extends: base
methods: {onsite: 现场, survey: 问卷}
archive: [丙]
items:
  - id: forum
    title: 道德讲堂
  - id: leifeng
    points: 12
    indicators:
      - {id: plan, omit: true}
      - {id: activities, points: 12}
  - {id: service, omit: true}
"""


def merged(base: str, over: str) -> Document:
    return merge(parse(base.encode(), "base.yaml"), parse(over.encode(), "over.yaml"))


def refused(base: str, over: str) -> str:
    with pytest.raises(InputError) as caught:
        merged(base, over)
    return str(caught.value)


def test_mappings_merge_key_by_key_and_lists_by_id() -> None:
    assert merged(BASE, OVER).data == {
        "id": "over",
        "title": "底本",
        "full_points": 100,
        "methods": {"document": "材料审核", "onsite": "现场", "survey": "问卷"},
        "archive": ("丙",),
        "items": (
            {"id": "leifeng", "title": "学雷锋", "points": 12, "indicators": ({"id": "activities", "points": 12},)},
            {"id": "forum", "title": "道德讲堂"},
        ),
        "extends": "base",
    }


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "over.yaml:1:1", "over.yaml:1:1"),
        (("id",), "over.yaml:1:5", "over.yaml:1:1"),
        (("title",), "base.yaml:3:8", "base.yaml:3:1"),
        (("methods",), "over.yaml:3:10", "over.yaml:3:1"),
        (("methods", "document"), "base.yaml:5:21", "base.yaml:5:11"),
        (("methods", "onsite"), "over.yaml:3:19", "over.yaml:3:11"),
        (("archive", 0), "over.yaml:4:11", "over.yaml:4:11"),
        (("archive", 1), "over.yaml:4:10", "over.yaml:4:10"),
        (("items", 0), "over.yaml:8:5", "over.yaml:8:5"),
        (("items", 0, "title"), "base.yaml:9:12", "base.yaml:9:5"),
        (("items", 0, "points"), "over.yaml:9:13", "over.yaml:9:5"),
        (("items", 0, "indicators", 0, "points"), "over.yaml:12:34", "over.yaml:12:26"),
        (("items", 1, "title"), "over.yaml:7:12", "over.yaml:7:5"),
        (("extends",), "over.yaml:2:10", "over.yaml:2:1"),
    ],
)
def test_every_value_is_found_in_the_file_that_it_comes_from(path: tuple[str | int, ...], value: str, key: str) -> None:
    document = merged(BASE, OVER)
    assert str(document.at(path)) == value
    assert str(document.at_key(path)) == key


def test_the_file_and_the_digest_are_of_both() -> None:
    base, over = parse(b"a: 1", "base.yaml"), parse(b"b: 2", "over.yaml")
    document = merge(base, over)
    assert document.file == "over.yaml"
    assert document.sha256 == hashlib.sha256(f"{base.sha256}{over.sha256}".encode()).hexdigest()


def test_neither_document_is_changed() -> None:
    base, over = parse(BASE.encode(), "b"), parse(OVER.encode(), "o")
    merge(base, over)
    assert (base.data, over.data) == (parse(BASE.encode(), "b").data, parse(OVER.encode(), "o").data)
    assert str(base.at(("items", 0, "points"))) == "b:10:13"


def test_a_chain_keeps_the_places_of_all_its_files() -> None:
    first, second, third = (
        parse(text, name) for text, name in ((b"a: 1\nb: 1\nc: 1", "1"), (b"b: 2\nc: 2", "2"), (b"c: 3", "3"))
    )
    document = merge(merge(first, second), third)
    assert document.data == {"a": 1, "b": 2, "c": 3}
    assert [str(document.at((key,))) for key in "abc"] == ["1:1:4", "2:1:4", "3:1:4"]


@pytest.mark.parametrize(
    ("base", "over", "data"),
    [
        ("a: {b: 1}", "a: 2", {"a": 2}),
        ("a: 2", "a: {b: 1}", {"a": {"b": 1}}),
        ("a: {b: 1}", "a:", {"a": None}),
        ("a: [{id: x, n: 1}]", "a: []", {"a": ()}),
        ("a: []", "a: [{id: x}]", {"a": ({"id": "x"},)}),
        ("a: [{id: x}]", "a: [{n: 1}]", {"a": ({"n": 1},)}),
        ("a: [{n: 1}]", "a: [{id: x}]", {"a": ({"id": "x"},)}),
        ("a: [{id: x}, 1]", "a: [{id: x, n: 1}]", {"a": ({"id": "x", "n": 1},)}),
        ("a: [{id: x, n: [1, 2]}]", "a: [{id: x, n: [3]}]", {"a": ({"id": "x", "n": (3,)},)}),
        ("[1]", "a: 1", {"a": 1}),
        ("a: 1", "[1]", (1,)),
        ("extends: x\na: 1", "b: 2", {"a": 1, "b": 2}),
    ],
)
def test_all_else_is_replaced(base: str, over: str, data: Value) -> None:
    assert merged(base, over).data == data


def test_what_is_not_there_cannot_be_taken_away() -> None:
    said = "要去掉的“z”在所继承的体系里没有；请核对 id"
    over = "a:\n  - {id: z, omit: true}\n  - {id: x, b: [{id: y}]}"
    assert refused("a: [{id: x}]", over) == f"over.yaml:2:5: {said}"
    assert refused("a: []", over) == f"over.yaml:2:5: {said}"


@pytest.mark.parametrize(
    ("base", "over", "data"),
    [
        ("a: [{id: x, n: 1}, {id: z}]", "a: [{id: y, was: [x]}]", [{"id": "y", "n": 1, "was": ("x",)}, {"id": "z"}]),
        ("a: [{id: x, n: 1}]", "a: [{id: y, was: [w, x], n: 2}]", [{"id": "y", "n": 2, "was": ("w", "x")}]),
        ("a: [{id: x, n: 1}]", "a: [{id: y, was: [x]}, {id: x, omit: true}]", [{"id": "y", "was": ("x",)}]),
        ("a: [{id: x}]", "a: [{id: y, was: [x]}, {id: x, n: 2}]", [{"id": "x", "n": 2}, {"id": "y", "was": ("x",)}]),
        ("a: [{id: x, n: 1}, {id: y}]", "a: [{id: y, was: [x]}]", [{"id": "x", "n": 1}, {"id": "y", "was": ("x",)}]),
        ("a: [{id: x}]", "a: [{id: y, was: 3}]", [{"id": "x"}, {"id": "y", "was": 3}]),
    ],
)
def test_what_was_another_is_laid_upon_it_unless_that_is_spoken_of(base: str, over: str, data: list[Value]) -> None:
    assert merged(base, over).data == {"a": tuple(data)}


def test_a_key_may_be_taken_away() -> None:
    document = merged("a: {b: 1, c: 2}\nd: 3", "a: {b: {omit: true}}\nd: {omit: true}")
    assert document.data == {"a": {"c": 2}}
    assert str(document.at(("d",))) == str(document.at(()))
    assert refused("a: {b: 1}", "a:\n  c: {omit: true}").startswith("over.yaml:2:6: 要去掉的“c”在所继承的体系里没有")


def test_an_id_may_stand_in_a_list_only_once() -> None:
    said = "id“x”重复；请改名或删去一处"
    assert refused("a: [{id: x}, {id: x}]", "a: [{id: y}]") == f"base.yaml:1:14: {said}"
    assert refused("a: [{id: x}]", "a: [{id: y}, {id: x},\n  {id: x}]") == f"over.yaml:2:3: {said}"


def test_a_document_over_itself_is_itself() -> None:
    document = parse(BASE.encode(), "base.yaml")
    assert merge(document, document).data == document.data
