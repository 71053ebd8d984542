"""What is added to a file is in it, and all else is as it was."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenming_score.finding import InputError
from wenming_score.source import Value, parse
from wenming_score.source.editing import Additions, edit
from wenming_score.source.events import Parser, parser, pure
from wenming_score.source.writing import written

ROOT = Path(__file__).parents[2]
CALM = settings(deadline=None, database=None)

ENTRY: Additions = {"evidence": {"E3": {"path": "新 3.jpg", "type": "photo"}}}
TWO: Additions = {"evidence": {"E3": {"path": "3"}, "E4": {"path": "4"}}}
CITED: Additions = {"answers": {"plan": {"evidence": ("E3", "E4")}}}
BOTH: Additions = {**ENTRY, "answers": {"plan": {"evidence": ("E3",)}}}


def added(text: str, additions: Additions) -> str:
    """Edit with both parsers, which must agree."""
    by_c, by_python = (edit(text.encode(), "unit.yaml", additions, by) for by in (parser, pure))
    assert by_c == by_python
    return by_c.decode()


def marked(text: str) -> tuple[str, str]:
    """Read a text as it was and as it becomes: «put in», ‹taken away›; an empty «» is the entry of these tests."""
    text = text.replace("«»", "«E3: {path: 新 3.jpg, type: photo}»")
    return re.sub("«.*?»|[‹›]", "", text, flags=re.DOTALL), re.sub("‹.*?›|[«»]", "", text)


LAYOUTS = """\
# behind the last entry
evidence:
  E1: {path: a}
  E2: {path: b}   # 原件在档案室«
  E3: {path: 新 3.jpg, type: photo}»

# 活动
activities: {}
====
# before the heading of the next group
evidence:
  # 一
  E2: {path: a}«
  E3: {path: 新 3.jpg, type: photo}»

  # 二
  E21: {path: b}
====
# before other letters
evidence:
  E2: {path: a}«
  E3: {path: 新 3.jpg, type: photo}»
  P1: {path: b}
====
# at the end where no number is smaller
evidence:
  方案: {path: a}
  E9: {path: b}«
  E3: {path: 新 3.jpg, type: photo}»
====
# behind the last of the smaller numbers
evidence:
  E2: {path: a}
  E0001: {path: b}«
  E3: {path: 新 3.jpg, type: photo}»
  E40: {path: c}
====
# in block style after block style
evidence:
    E2:
       path: a
       type: plan
       # 只有复印件«
    E3:
       path: 新 3.jpg
       type: photo»
    # 以下待补
answers: {}
====
# behind a text of several lines
evidence:
  E2:
    note: |
      一

      二«
  E3:
    path: 新 3.jpg
    type: photo»

answers: {}
====
# behind the blank lines that a text keeps
evidence:
  E2:
    note: |+
      一
«
  E3:
    path: 新 3.jpg
    type: photo»
# 完
====
# behind a plain text that goes on
evidence:
  E2: 一
    二  # 注«
  E3: {path: 新 3.jpg, type: photo}»
====
# behind an empty entry
evidence:
  E2:   # 待补«
  E3: {path: 新 3.jpg, type: photo}»
====
# between brackets on one line
evidence: {E2: {path: a}«, E3: {path: 新 3.jpg, type: photo}»}   # 短
====
# between brackets over several lines
evidence: {
  E1: {path: a},  # 甲
  E2: {path: b}«,»  # 乙«
  E3: {path: 新 3.jpg, type: photo}»
}
====
# between brackets with a last comma
evidence: {
  E2: {path: b},  # 乙«
  E3: {path: 新 3.jpg, type: photo},»
  # 完
}
====
# in the empty brackets of a new file
evidence:‹ {}›   # 一行一份«
  E3: {path: 新 3.jpg, type: photo}»

# 活动
activities: {}
====
# in brackets that hold a comment
evidence: {
  # 待补
«»}
====
# in an empty section, behind its own comments
unit:
   name: 某局
evidence:
   # 样子：E1: {path: 路径}«
   E3: {path: 新 3.jpg, type: photo}»

# 活动
activities:
====
# in a section that says null
evidence:‹ ~› # 空«
  E3: {path: 新 3.jpg, type: photo}»
answers: {}
====
# in a section of its own, with the air that the file has
unit: {name: 某局}

answers:
  plan: {met: []}
  # 待答«

evidence:
  E3: {path: 新 3.jpg, type: photo}»

# 完
====
# in a section of its own, close to the rest
---
unit: {name: 某局}«
evidence:
  E3: {path: 新 3.jpg, type: photo}»
====
# in a file of brackets
{"unit": {"name": "某局"}, "evidence": ‹{}›«{E3: {path: 新 3.jpg, type: photo}}»}
====
# in a file of nothing
‹{}›«{evidence: {E3: {path: 新 3.jpg, type: photo}}}»
"""


@pytest.mark.parametrize("text", [pytest.param(text, id=text.split("\n")[0]) for text in LAYOUTS.split("====\n")])
def test_an_entry_goes_where_its_neighbours_are(text: str) -> None:
    before, after = marked(text)
    assert added(before, ENTRY) == after


@pytest.mark.parametrize(
    "answer",
    [
        "plan: {evidence: [E1«, E3, E4»], met: []}",
        "plan: {evidence: [E1«, E3, E4»,]}",
        "plan: {evidence: ‹[]›«[E3, E4]», met: []}   # 注",
        "plan: {met: [a]«, evidence: [E3, E4]»}   # 注",
        "plan: { met: [a]«, evidence: [E3, E4]» }",
        "plan: {met: [a], self_score: «, evidence: [E3, E4]»}",
        "plan: {met« , evidence: [E3, E4]»}",
        "plan: {evidence:‹ ›« [E3, E4]», met: []}",
        "plan: {met: [], evidence:‹ ›« [E3, E4]»}",
        "plan: {evidence: ‹~›«[E3, E4]», met: []}",
        "plan:« {evidence: [E3, E4]}»   # 待答",
        "plan: ‹{}›«{evidence: [E3, E4]}»",
        "other: {met: [a]}   # 注«\n  plan: {evidence: [E3, E4]}»",
        "plan:\n    met: [a]   # 注«\n    evidence: [E3, E4]»",
        "plan:\n    evidence:\n      - E1  # 甲«\n      - E3\n      - E4»\n      # 还有\n    met: []",
        "plan:\n    evidence:\n    - E1«\n    - E3\n    - E4»\n    met: []",
        "plan: {evidence: [\n    E1,  # 甲\n    E2«,»   # 乙«\n    E3,\n    E4»\n  ]}",
        "plan: {evidence: [E1,\n                   E2«, E3, E4»], met: []}",
        '"plan": {"evidence": ["E1"«, E3, E4»]}',
    ],
)
def test_evidence_is_cited_however_the_answer_is_written(answer: str) -> None:
    before, after = marked(f"# 自评\nanswers:\n  # 一\n  {answer}\n\n# 完\n")
    assert added(before, CITED) == after


@pytest.mark.parametrize(
    "text",
    [
        "unit: {}\nanswers:«\n  plan: {evidence: [E3, E4]}»\n\n# 完\n",
        "unit: {}\nanswers:‹ {}›«\n  plan: {evidence: [E3, E4]}»\n",
        "unit: {}«\nanswers:\n  plan: {evidence: [E3, E4]}»\n",
    ],
)
def test_without_answers_they_are_begun(text: str) -> None:
    before, after = marked(text)
    assert added(before, CITED) == after


def test_several_entries_stand_in_their_order() -> None:
    assert added("evidence:\n  E2: {path: 2}\n", TWO) == (
        'evidence:\n  E2: {path: 2}\n  E3: {path: "3"}\n  E4: {path: "4"}\n'
    )
    assert added("evidence: {E2: {path: 2}}", TWO) == 'evidence: {E2: {path: 2}, E3: {path: "3"}, E4: {path: "4"}}'


def test_what_ends_in_one_place_is_written_inside_out() -> None:
    before = "answers:\n  plan:\n    evidence:\n      - E1"
    additions: Additions = {
        "answers": {"plan": {"evidence": ("E2",), "note": "甲"}, "zeal": {"note": "乙"}},
        "end": "丙",
    }
    assert added(before, additions) == (f"{before}\n      - E2\n    note: 甲\n  zeal:\n    note: 乙\nend: 丙")


FORMS: dict[str, Callable[[str], str]] = {
    "line feeds": lambda text: text,
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "both": lambda text: text.replace("\n", "\r\n"),
    "a BOM": lambda text: f"\ufeff{text}",
    "no end": lambda text: text.rstrip("\n"),
    "all of it": lambda text: f"\ufeff{text}".rstrip("\n").replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_form_of_a_file_stays(form: Callable[[str], str]) -> None:
    before = "evidence:\n  E2: {path: a}\n\nanswers:\n  plan: {met: []}\n"
    after = before.replace("a}\n", "a}\n  E3: {path: 新 3.jpg, type: photo}\n").replace("[]}", "[], evidence: [E3]}")
    assert edit(form(before).encode(), "f", BOTH) == form(after).encode()


def test_mixed_line_ends_and_tabs_stay_where_they_are() -> None:
    before = "evidence:\r\n  E2: {path: a}\t\n# 注\tx\nanswers: {}\t# 空\r\n"
    assert added(before, BOTH) == (
        "evidence:\r\n  E2: {path: a}\t\r\n  E3: {path: 新 3.jpg, type: photo}\n# 注\tx\n"
        "answers:\t# 空\r\n  plan: {evidence: [E3]}\r\n"
    )


def test_what_cannot_be_added_is_said_with_what_to_write() -> None:
    with pytest.raises(InputError) as refused:
        edit("evidence: [a]\nanswers:\n  plan: {evidence: 没有}\n".encode(), "unit.yaml", BOTH)
    assert [str(mistake).split("：", 1) for mistake in refused.value.mistakes] == [
        [
            "unit.yaml:1:11: 这里的写法不便自动改动，文件没有改；请手工在 文件最外层 里加上",
            "evidence: {E3: {path: 新 3.jpg, type: photo}}",
        ],
        ["unit.yaml:3:20: 这里的写法不便自动改动，文件没有改；请手工在 answers.plan 里加上", "evidence: [E3]"],
    ]


def test_a_file_that_is_a_list_is_refused() -> None:
    with pytest.raises(InputError):
        edit(b"- a\n", "unit.yaml", ENTRY)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
@CALM
def test_any_text_can_be_written(text: str) -> None:
    value: Value = {"a": text, "b": (text,)}
    assert parse(f"top: {written(value)}".encode(), "f").data == {"top": value}


@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("01-学雷锋/3月5日 清扫（一）.jpg", "01-学雷锋/3月5日 清扫（一）.jpg"),
        ("示范局〔2025〕6号", "示范局〔2025〕6号"),
        ("2025-Q1", "2025-Q1"),
        ("2025-03-05", '"2025-03-05"'),
        ("007", '"007"'),
        ("null", '"null"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("a #1", '"a #1"'),
        ("甲，乙", '"甲，乙"'),
        ("甲：乙", '"甲：乙"'),
        ("- a", '"- a"'),
        ("a ", '"a "'),
        ('"a" \\ \n', '"\\"a\\" \\\\ \\u000a"'),
    ],
)
def test_only_what_needs_quotes_gets_them(text: str, as_written: str) -> None:
    assert written(text) == as_written


comments = st.sampled_from(["", "", "   # 注", " # E9: {path: x}", "  # “引号” 'x' {[", "\t# 制表"])
values = st.sampled_from(
    ["{path: a}", "{ path: a, type: plan }", "", "~", "{}", "a", '"b"', "{path: , type: }", "[E1,]"]
)
blank = st.sampled_from(["", "", "\n", "  # 顶上\n", "# 顶格\n", "      # 深处\n", "    # 中间\n\n"])


@st.composite
def sections(draw: st.DrawFn, name: str, keys: list[str]) -> str:
    """Write a section in one of many layouts, with comments all over it."""
    entries = [f"  {key}: {draw(values)}{draw(comments)}\n{draw(blank)}" for key in keys]
    blocks = [f"  {key}:{draw(comments)}\n    path: x{draw(comments)}\n{draw(blank)}" for key in keys]
    lines = ",\n".join(f"  {key}: {{path: x}}" for key in keys)
    return draw(blank) + draw(
        st.sampled_from(
            [
                "",
                f"{name}:{draw(comments)}\n{draw(blank)}",
                f"{name}: {{}}{draw(comments)}\n",
                f"{name}:{draw(comments)}\n{draw(blank)}{''.join(entries)}",
                f"{name}:\n{''.join(blocks)}{draw(blank)}",
                f"{name}: {{{', '.join(f'{key}: {{path: x}}' for key in keys)}}}\n",
                f"{name}: {{\n{lines}{draw(comments)}\n}}\n",
            ]
        )
    )


def remarks(text: str) -> list[str]:
    """List the comments of a text that has no such sign elsewhere."""
    return re.findall("#.*", text)


def headings(text: str) -> list[tuple[str, str]]:
    """Pair every comment at the edge with the key that it stands over."""
    return re.findall(r"^(#.*)\n(?:[ \t]*(?:#.*)?\n)*(\w*)", text, re.MULTILINE)


@given(
    sections("evidence", ["E1", "E2", "E21"]), sections("answers", ["plan", "zeal"]), st.sampled_from(["\n", "\r\n"])
)
@settings(CALM, max_examples=400)
def test_every_comment_and_every_other_line_survives_in_any_layout(ledger: str, answers: str, end: str) -> None:
    before = f"unit: {{}}\n{ledger}{answers}".replace("\n", end)
    old = parse(before.encode(), "f").data
    assert isinstance(old, dict)
    answered = old.get("answers") or {}
    assert isinstance(answered, dict)
    if isinstance(answered.get("plan"), (str, tuple)):
        with pytest.raises(InputError):
            edit(before.encode(), "f", BOTH)
        return
    after = edit(before.encode(), "f", BOTH).decode()
    assert remarks(after) == remarks(before)
    assert headings(after.replace(end, "\n")) == headings(before.replace(end, "\n"))
    lost = Counter(before.split(end)) - Counter(after.split(end))
    assert lost.total() <= 2
    kept = iter(after.split(end))
    assert all(line in kept for line in before.split(end) if line not in lost)


PIECES = [
    *(
        "evidence:",
        "answers:",
        "E1: ",
        "plan:",
        " {",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ",",
        "a",
        "- ",
        "-",
        "\n",
        "\n",
        "\n  ",
    ),
    *("\n    ", " ", " # 注", "#", "'", '"', "|\n", ">-\n", "|+\n", "\r\n", "\t", "~", ": ", ":", "---\n", "...", "？"),
]


def outcome(text: str, by: Parser) -> bytes | None:
    try:
        return edit(text.encode(), "f", BOTH, by)
    except InputError:
        return None


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(CALM, max_examples=400)
def test_any_text_is_added_to_exactly_or_refused(text: str) -> None:
    edited = outcome(text, parser)
    if edited is None:
        return
    data = parse(edited, "f").data
    assert isinstance(data, dict)
    assert data["evidence"] != {}
    rest = iter(edited.decode())
    assert all(sign in rest for sign in re.sub(r"[\s{}\[\]~]", "", text))


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/unit.yaml")), ids=lambda path: path.parent.name)
def test_only_the_lines_concerned_change_in_our_examples(path: Path) -> None:
    before = path.read_text("utf-8")
    after = added(
        before, {"evidence": {"E0109": {"path": "新.jpg"}}, "answers": {"leifeng-plan": {"evidence": ("E0109",)}}}
    )
    old, new = before.split("\n"), after.split("\n")
    assert [line for line in new if line not in old] == [
        "  E0109: {path: 新.jpg}",
        next(line for line in new if line.startswith("  leifeng-plan:")),
    ]
    assert len(new) == len(old) + 1
