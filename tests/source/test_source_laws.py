"""What holds for any bytes, and for both parsers."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml.events import ScalarEvent

from wenming_score.finding import InputError, Location, Path
from wenming_score.source import MISTAKES, Document, Value, parse
from wenming_score.source.events import Parser, hasten, parser, pure

ROOT = FilePath(__file__).parents[2]
FILES = sorted((*ROOT.glob("rubrics/*.yaml"), *ROOT.glob("examples/*/*.yaml")))

PIECES = [
    *("a", "b: ", "k:", ": ", ":", "- ", "-", "\n", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}", ", ", ","),
    *(
        "'",
        '"',
        "|\n",
        ">-\n",
        "|",
        "#",
        " # c",
        "&x ",
        "*x",
        "!t ",
        "? ",
        "?",
        "\t",
        "%",
        "@",
        "`",
        "---",
        "...",
        "<<",
    ),
    *("1", "010", "0x1F", "1.50", "2025-01-01", "true", "~", "\\", "\\ud800", "\\n", "\\x4", "\\U00110000"),
    *("文明", "：", "，", "x：y", "\u3000", "\u00a0", "\u200b", "\ufeff", "\r\n", "\r", "\0", "\x85", "é", "😀"),
]
CALM = settings(deadline=None, database=None)

texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"), max_size=8
)
keys = texts.filter(lambda key: key != "" and key == key.strip("\u00ad\u200b\u200c\u200d\u2060 \u3000").strip())
scalars = st.none() | st.booleans() | st.integers(-999_999_999, 999_999_999) | texts
data = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


def outcome(content: bytes, by: Parser = parser) -> Document | InputError:
    try:
        return parse(content, "f", by)
    except InputError as error:
        return error


def paths(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for step, part in inside:
        yield from paths(part, (*path, step))


def places(document: Document) -> list[tuple[Path, Location, Location]]:
    return [(path, document.at(path), document.at_key(path)) for path, _ in paths(document.data)]


def check_outcome(content: bytes) -> None:
    found = outcome(content)
    if isinstance(found, Document):
        assert all(place.line > 0 and place.column > 0 for _, *both in places(found) for place in both)
        return
    assert 0 < len(found.mistakes) <= MISTAKES
    assert list(found.mistakes) == sorted(set(found.mistakes))
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(0 < mistake.at.line <= lines + 1 and mistake.at.column > 0 for mistake in found.mistakes)
    assert all("；" in mistake.message for mistake in found.mistakes)


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xff")
@example(b"a: \xf0\x9f\xbf\xbe")
@CALM
def test_any_bytes_are_a_document_or_mistakes(content: bytes) -> None:
    check_outcome(content)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(CALM, max_examples=400)
def test_any_text_is_a_document_or_mistakes_and_the_parsers_agree(text: str) -> None:
    content = text.encode()
    check_outcome(content)
    # The Python parser wrongly refuses blank lines of growing length at the head of a block text.
    assume(not re.search(r"[|>][^\n]*\n *\n +[\r\n]", text))
    by_c, by_python = outcome(content), outcome(content, pure)
    if isinstance(by_c, Document):
        assert by_c == by_python
        assert places(by_c) == places(by_python) if isinstance(by_python, Document) else False
    else:
        assert isinstance(by_python, InputError)


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_the_parsers_agree_on_every_file_of_ours(path: FilePath) -> None:
    content = path.read_bytes()
    by_c, by_python = parse(content, "f"), parse(content, "f", pure)
    assert by_c == by_python
    assert places(by_c) == places(by_python)


def test_a_scalar_is_filled_in_one_step_with_what_three_would_fill_in() -> None:
    program = (
        "from ruamel.yaml import events\n"
        "def filled(kind, *given):\n"
        "    made = kind(*given)\n"
        "    slots = [name for one in type(made).__mro__ for name in getattr(one, '__slots__', ())]\n"
        "    return {name: getattr(made, name) for name in slots}\n"
        "kinds = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent\n"
        "def all_ways():\n"
        "    return [(filled(kind, *'abcdefgh'), filled(kind, *'abcd')) for kind in kinds]\n"
        "def homes():\n"
        "    return {kind.__init__.__module__ for kind in kinds}\n"
        "before, home = all_ways(), homes()\n"
        "import wenming_score.source\n"
        "assert {len(made) for made, _ in before} == {8}\n"
        "print(before == all_ways(), *home, *homes())\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "True ruamel.yaml.events wenming_score.source.events\n"


def made_otherwise(self: ScalarEvent, anchor: object, value: object) -> None:
    self.anchor, self.value = anchor, value


def test_a_scalar_of_another_make_is_left_as_it_is() -> None:
    class Other(ScalarEvent):
        def __init__(self, value: object) -> None:
            self.value = value

    usual = Other.__init__
    hasten(Other, made_otherwise)
    assert Other.__init__ is usual
    assert Other("x").value == "x"


def test_without_libyaml_the_python_parser_takes_its_place() -> None:
    program = (
        "import sys; sys.modules['_ruamel_yaml'] = None\n"
        "from wenming_score.source import events, parse\n"
        "assert events.parser is events.pure\n"
        "print(parse(b'a: [1, x]', 'f').data)\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "{'a': (1, 'x')}\n"


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_the_form_of_a_file_changes_nothing_in_it(path: FilePath) -> None:
    text = path.read_text("utf-8")
    plain = parse(text.encode(), "f")
    forms = (
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        f"\ufeff{text}",
        text.rstrip("\n"),
        f"{text}\n\n# 完",
    )
    for form in forms:
        document = parse(form.encode(), "f")
        assert document.data == plain.data
        assert places(document) == places(plain)


@given(data)
@example({"a": "\u3000"})
@settings(CALM, max_examples=300)
def test_json_reads_as_what_it_says_at_the_places_where_it_says_it(value: object) -> None:
    written = json.dumps({"top": value}, ensure_ascii=False, indent=1)
    document = parse(written.encode(), "f")
    assert json.dumps(document.data, ensure_ascii=False, indent=1) == written
    lines = written.split("\n")
    for path, part in list(paths(document.data))[1:]:
        at, key = document.at(path), document.at_key(path)
        if not isinstance(part, (dict, tuple)):
            assert lines[at.line - 1][at.column - 1 :].rstrip(",") == json.dumps(part, ensure_ascii=False)
        if isinstance(path[-1], str):
            assert lines[key.line - 1][key.column - 1 :].startswith(json.dumps(path[-1], ensure_ascii=False))
