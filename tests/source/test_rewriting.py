"""What is renamed is renamed, what goes becomes a comment, and every other byte stays."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenming_score.finding import InputError, Path
from wenming_score.source import parse
from wenming_score.source.edits import Drop, Edit, Rekey, Replace, applied
from wenming_score.source.events import Parser, parser, pure
from wenming_score.source.rewriting import rewrite

CALM = settings(deadline=None, database=None)
GOES = Drop(("answers", "gone"), "没有了")


def rewritten(text: str, *edits: Edit) -> str:
    """Rewrite with both parsers, which must agree."""
    by_c, by_python = (rewrite(text.encode(), "unit.yaml", edits, by) for by in (parser, pure))
    assert by_c == by_python
    return by_c.decode()


def marked(text: str) -> tuple[str, str]:
    """Read a text as it was and as it becomes: «put in», ‹taken away›."""
    return re.sub("«.*?»|[‹›]", "", text, flags=re.DOTALL), re.sub("‹.*?›|[«»]", "", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("answers:\n  ‹old›«new»: {met: [a]}   # old\n", Rekey(("answers", "old"), "new")),
        ("answers: {‹old›«new»: {met: [a]}}\n", Rekey(("answers", "old"), "new")),
        ('answers: {"‹old›«new»": 1}\n', Rekey(("answers", "old"), "new")),
        ("answers: {'‹old›«new»' : 1}\n", Rekey(("answers", "old"), "new")),
        ("answers:\n  ‹old›«new»:\n\n  other: 1\n", Rekey(("answers", "old"), "new")),
        ("serves: [a, ‹old›«new» , b]\n", Replace(("serves", 1), "new")),
        ("serves:\n  - a\n  -   ‹old›«new»   # old\n", Replace(("serves", 1), "new")),
        ("rubric: ‹luoyang-2019›«luoyang-2024»  # 体系\n", Replace(("rubric",), "luoyang-2024")),
        ('rubric: ‹luoyang-2019›«"../a b.yaml"»\n', Replace(("rubric",), "../a b.yaml")),
        ("rubric: '‹x›«it''s»'\n", Replace(("rubric",), "it's")),
        ('rubric: "‹x›«\\"\\\\»"\n', Replace(("rubric",), '"\\')),
        ("rubric: ‹'x'›«\"a\\u200bb\"»\n", Replace(("rubric",), "a\u200bb")),
    ],
)
def test_a_name_is_changed_in_its_own_quotes(text: str, edit: Edit) -> None:
    before, after = marked(text)
    assert rewritten(before, edit) == after.replace("\\u200b", "\u200b")


LAYOUTS = """\
# a line
answers:
  plan: {met: []}   # 甲
  «# »gone: {met: [a]}   # 乙«  # 没有了»

  # 以下
  zeal: {}
====
# several lines, blank ones and comments in them
answers:
  «# »gone:   # 乙«  # 没有了»
  «# »  met: [a]

  «# »  # 内
  «# »  note: |
  «# »    一

  «# »      二: # 不是注
  plan: {}
====
# brackets over several lines
answers:
  «# »gone: {«  # 没有了»
  «# »  met: [a]
«# »}
  plan: {}
====
# the only one
answers:« {}»   # 自评
  «# »gone: {met: [a]}«  # 没有了»
# 完
====
# without a value
answers:
  «# »gone:«  # 没有了»
  plan: {}
====
# between brackets, first
answers: {‹gone: {met: [a]}, ›plan: {}}   # 注«  # 没有了：gone: {met: [a]}»
====
# between brackets, in the middle
answers: {plan: {}, ‹gone: {met: [a]}, ›zeal: {}}«  # 没有了：gone: {met: [a]}»
====
# between brackets, last
answers: {plan: {}‹, gone: {met: [a]}› }«  # 没有了：gone: {met: [a]}»
====
# between brackets, last with a comma behind
answers: {plan: {}‹, gone: {met: [a]}›,}«  # 没有了：gone: {met: [a]}»
====
# between brackets, the only one
answers: {‹gone: {met: [a]}›}   # 注«  # 没有了：gone: {met: [a]}»
====
# between brackets, the only one with a comma behind
answers: {‹gone: {met: [a]}, ›}«  # 没有了：gone: {met: [a]}»
====
# between brackets, on its own line
answers: {
  plan: {},   # 甲
  «# »gone: {met: [a]},   # 乙«  # 没有了»
  zeal: {}
}
====
# between brackets, last on its own lines
answers: {
  plan: {},
  «# »gone: {met: [«  # 没有了»
  «# »  a]}
}
====
# between brackets, behind the opening one
answers: {‹gone: {met: [a]}, ›
  plan: {}}
====
# between brackets, before the closing one
answers: {plan: {},
  ‹gone: {met: [a]}›}
====
# in JSON
{"answers": {‹"gone": {"met": ["a"]}, ›"plan": {}}}«  # 没有了："gone": {"met": ["a"]}»
"""


@pytest.mark.parametrize("text", [pytest.param(text, id=text.split("\n")[0]) for text in LAYOUTS.split("====\n")])
def test_what_goes_stays_as_a_comment_with_the_reason(text: str) -> None:
    text = re.sub(r"(‹gone.*›)$", r"\1«  # 没有了：gone: {met: [a]}»", text, flags=re.MULTILINE)
    text = re.sub(r"(‹gone.*›})$", r"\1«  # 没有了：gone: {met: [a]}»", text, flags=re.MULTILINE)
    before, after = marked(text)
    assert rewritten(before, GOES) == after


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("s: [‹a, ›b, c]«  # x：a»", [0]),
        ("s: [‹a, b, ›c]«  # x：a；x：b»", [0, 1]),
        ("s: [a‹, b, c›]«  # x：b；x：c»", [1, 2]),
        ("s: [‹a, ›b‹, c›]«  # x：a  # x：c»", [0, 2]),
        ("s: [‹a, b, c›]«  # x：a；x：b；x：c»", [0, 1, 2]),
        ("s: [‹a, b, ›«  # x：a；x：b»\n  ‹c, ›d]«  # x：c»", [0, 1, 2]),
        ("s: [\n  «# »a, b,   # 甲«  # x»\n  c]", [0, 1]),
        ("s:\n  - a\n  «# »- b   # 甲«  # x»\n  - c", [1]),
        ("s:« []»\n- a", []),
        ("s:« []»\n«# »- a«  # x»\n«# »- b: 1«  # x»\n«# »  c: 2", [0, 1]),
    ],
)
def test_entries_of_a_list_go_alone_or_together(text: str, gone: list[int]) -> None:
    if not gone:
        text = text.replace("« []»", "")
    before, after = marked(text)
    assert rewritten(before, *(Drop(("s", index), "x") for index in gone)) == after


def test_several_edits_meet_in_one_line_and_none_reaches_into_what_goes() -> None:
    text = "answers:\n  old: {met: [a, b, c], self_score: 1}   # 注\n  gone: {met: [a]}\n"
    edits = [
        Rekey(("answers", "old"), "new"), Replace(("answers", "old", "met", 0), "first"),
        Drop(("answers", "old", "met", 1), "无"), GOES, Replace(("answers", "gone", "met", 0), "first"),
    ]  # fmt: skip
    assert (
        rewritten(text, *edits[:4])
        == rewritten(text, *edits)
        == ("answers:\n  new: {met: [first, c], self_score: 1}   # 注  # 无：b\n  # gone: {met: [a]}  # 没有了\n")
    )


FORMS: dict[str, Callable[[str], str]] = {
    "line feeds": lambda text: text,
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "both": lambda text: text.replace("\n", "\r\n"),
    "a BOM": lambda text: f"\ufeff{text}",
    "no end": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_form_of_a_file_stays(form: Callable[[str], str]) -> None:
    before = "answers:\n  old: {}\t# 制表\n\n  gone:\n    met: [a]\n"
    after = "answers:\n  new: {}\t# 制表\n\n  # gone:  # 没有了\n  #   met: [a]\n"
    edits = [Rekey(("answers", "old"), "new"), GOES]
    assert rewrite(form(before).encode(), "f", edits) == form(after).encode()


def test_nothing_to_change_changes_nothing() -> None:
    text = "\ufeffa:  1\r\nb: [ ]\t\n"
    assert rewrite(text.encode(), "f", []) == text.encode()


def test_what_no_comment_can_follow_is_said_with_what_to_do_and_the_file_stays() -> None:
    text = "answers: {plan: 1, gone: 2, note: '一\n\n  二'}\nold: |\n  x\n"
    with pytest.raises(InputError) as refused:
        rewrite(text.encode(), "unit.yaml", [GOES, Replace(("old",), "y")])
    assert [str(mistake) for mistake in refused.value.mistakes] == [
        "unit.yaml:1:20: 这里的写法不便自动改动，文件没有改；请手工删去 answers.gone（没有了）",
        "unit.yaml:4:1: 这里的写法不便自动改动，文件没有改；请手工把 old 改成 y",
    ]


def test_a_reason_obeys_nothing() -> None:
    out = rewritten("answers:\n  gone: 1\n  plan: 2\n", Drop(("answers", "gone"), "a\nplan: 3\x1b[31m\u202e"))
    assert out == "answers:\n  # gone: 1  # a<U+000A>plan: 3<U+001B>[31m<U+202E>\n  plan: 2\n"


comments = st.sampled_from(["", "", "   # 注", " # gone: {x}", "  # “引号” 'x' {["])
values = st.sampled_from(
    ["{met: [a, b]}", "{ met: [a] }", "", "~", "a", '"b"', "[E1,]", "\n    met:\n    - a\n    - b"]
)
blank = st.sampled_from(["", "", "\n", "  # 顶上\n", "# 顶格\n", "      # 深处\n"])


@st.composite
def answers(draw: st.DrawFn) -> str:
    """Write answers in one of many layouts, with comments all over them."""
    keys = ["old", "gone", "plan"]
    block = "".join(f"  {key}: {draw(values)}{draw(comments)}\n{draw(blank)}" for key in draw(st.permutations(keys)))
    inner = ", ".join(f"{key}: {draw(st.sampled_from(['{met: [a]}', '', '1']))}" for key in draw(st.permutations(keys)))
    lines = ",\n".join(f"  {key}: {{met: [a, b]}}" for key in draw(st.permutations(keys)))
    return draw(
        st.sampled_from(
            [
                f"answers:{draw(comments)}\n{draw(blank)}{block}",
                f"answers: {{{inner}}}{draw(comments)}\n",
                f"answers: {{\n{lines}{draw(comments)}\n}}\n",
            ]
        )
    )


@given(answers(), st.sampled_from(["\n", "\r\n"]), st.sets(st.sampled_from(["old", "gone", "plan"])))
@settings(CALM, max_examples=300)
def test_in_any_layout_nothing_is_lost(text: str, end: str, dropped: set[str]) -> None:
    before = f"unit: {{}}\n{text}# 完\nend: 1\n".replace("\n", end)
    data = parse(before.encode(), "f").data
    path: Path = ("answers",)
    edits: list[Edit] = [Drop((*path, name), "没有") for name in sorted(dropped)]
    edits += [Rekey((*path, "old"), "new")] if "old" not in dropped else []
    after = rewrite(before.encode(), "f", edits).decode()
    assert parse(after.encode(), "f").data == applied(data, edits)
    assert len(after.split(end)) == len(before.split(end))
    for old, new in zip(before.split(end), after.split(end), strict=True):
        assert all(sign in new.replace("new:", "old:") for sign in re.findall(r"[\w“”]+", old))


TEXTS = st.lists(
    st.sampled_from(
        ["answers:", "gone", "old", ": ", " {", "}", "[", "]", ", ", "\n", "\n  ", "# 注", "'", '"', "|\n", "- ", "a"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def outcome(text: str, by: Parser) -> bytes | None:
    try:
        return rewrite(text.encode(), "f", [GOES, Rekey(("answers", "old"), "new")], by)
    except InputError:
        return None


@given(TEXTS)
@settings(CALM, max_examples=300)
def test_any_text_is_changed_alike_by_both_parsers_or_refused(text: str) -> None:
    assert outcome(text, parser) == outcome(text, pure)
