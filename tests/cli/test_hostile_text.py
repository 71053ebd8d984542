"""Names that try to be more than text: none of them reaches a terminal, a log viewer or a runner as a command."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from door import Outcome, here
from office import DAY, RUBRIC, changed, lay

LIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
NAUGHTY = {
    "colours": "红\x1b[31m字\x1b[0m",
    "a link": "\x1b]8;;http://evil.example\x07点我\x1b]8;;\x07",
    "the clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "one-byte controls": "甲\x9b31m乙\x85丙\x9d0;丁\x9c",
    "bell and backspaces": "甲\x07\x08\x08乙\x7f",
    "lines": "甲\n::error::乙\r\n丙\v丁\f戊\u2028己\u2029庚",
    "right to left": "报告\u202egpj.exe\u202c\u2066甲\u2069\u200f",
    "nothing to see": "甲\u200b乙\u200d丙\ufeff丁\u2060戊",
    "markup": "[/b][red]甲[/red][link=http://evil.example]乙[/link] :smile:",
    "braces": "{name} {0} {unit.__class__} %s %(x)s",
}
"""Written in YAML with escapes; what YAML itself refuses in a file is only ever an escape there."""
every_naughty_text = pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
every_view = pytest.mark.parametrize(
    "view", [[], ["-q"], ["--show", "all", "-v"], ["--color", "always", "--show", "all", "-v"]], ids=" ".join
)


def quoted(text: str) -> str:
    """Write a text as YAML, every character of it escaped that could be."""
    return json.dumps(text)


def inert(done: Outcome) -> None:
    """See that nothing is live in what was printed; the colours that we print ourselves are."""
    assert done.code in {0, 1, 2}
    ours = re.sub(r"\x1b\[[0-9;]*m", "", done.out)
    assert LIVE.findall(ours) == []
    assert LIVE.findall(done.err) == []
    assert done.out.count("\x1b[") == done.out.count("\x1b")
    assert not [line for line in (ours + done.err).splitlines() if line.lstrip().startswith("::error::")]


@every_view
@every_naughty_text
def test_the_text_of_a_unit_file_is_inert(text: str, view: list[str]) -> None:
    name = quoted(text)
    lay(
        Path(),
        ("name: 某县示范局", f"name: {name}"),
        ("declared_by: 纪检组", f"declared_by: {name}"),
        ("path: 名册.xlsx", f"path: {name}"),
        ("evidence: [E1]", f"evidence: [E1], note: {name}"),
        ("answers:", f"activities:\n  A1: {{title: {name}, date: 2025-05-01, serves: [cleaning]}}\nanswers:"),
    )

    done = here("check", ".", DAY, *view)

    inert(done)
    assert done.code == 1
    inert(here("explain", "cleaning", "--unit", "unit.yaml", DAY))


@every_view
@every_naughty_text
def test_the_text_of_a_rubric_is_inert(text: str, view: list[str]) -> None:
    title = quoted(text)
    rubric = changed(
        RUBRIC,
        ("title: 小测评体系", f"title: {title}"),
        ("title: 严重违纪", f"title: {title}"),
        ("title: 届期完整", f"title: {title}"),
        ("title: 活动", f"title: {title}"),
        ("title: 清扫", f"title: {title}"),
        ("action: 组织清扫", f"action: {title}"),
        ("document: 材料审核", f"document: {title}"),
    )
    lay(Path(), ("count: 7", "count: 3"), ("status: clear", "status: breached"), rubric=rubric)

    inert(here("check", ".", DAY, *view))
    for command in (["rubric", "show", "./tiny.yaml"], ["rubric", "validate", "tiny.yaml"]):
        inert(here(*command))
    for name in ("deeds", "cleaning", "misconduct", "whole-term", "plan"):
        inert(here("explain", name, "-r", "./tiny.yaml"))


@pytest.mark.parametrize("form", ["table", "csv", "json", "html"])
@every_naughty_text
def test_a_ranking_of_such_units_by_such_a_rubric_is_inert(text: str, form: str) -> None:
    title = quoted(text)
    rubric = changed(RUBRIC, *((f"title: {one}", f"title: {title}") for one in ("小测评体系", "严重违纪", "活动")))
    lay(Path("甲"), ("name: 某县示范局", f"name: {title}"), rubric=rubric)
    lay(Path("乙"), ("status: clear", "status: breached"), rubric=rubric)
    lay(Path(text.replace("/", "丶")), ("schema_version: 1", f"{title}: {title}"))

    done = here("rank", ".", DAY, "--by", "item", "-v", "-f", form)

    inert(replace(done, out=done.out.removeprefix("\ufeff").replace("\r\n", "\n")))
    assert "不认识的键" in done.err


@every_naughty_text
def test_a_refused_text_is_inert_in_the_refusal(text: str) -> None:
    lay(Path(), ("schema_version: 1", f"{quoted(text)}: {quoted(text)}"), ("type: plan", f"type: {quoted(text)}"))

    done = here("check", ".", DAY)

    inert(done)
    assert done.code == 2


@every_naughty_text
def test_the_words_of_a_command_line_are_inert(text: str) -> None:
    lay(Path())

    for arguments in (
        ["check", f"{text}.yaml"],
        ["check", f"{text}*"],
        ["check", ".", "-r", text],
        ["check", ".", "--as-of", text],
        ["check", ".", "-f", text],
        ["check", ".", "--evidence-root", text],
        ["explain", text],
        ["rank", f"{text}.yaml"],
        ["rank", ".", "-r", text],
        ["rank", ".", "-f", text],
        ["rank", ".", "--scheduler", text],
        ["rank", ".", "--resume", f"没有/{text}"],
        ["rubric", "show", text],
        [text],
    ):
        done = here(*arguments)
        assert LIVE.findall(done.out + done.err) == []
        assert done.code in {2, 3}


@pytest.mark.parametrize("view", [[], ["-q"], ["--color", "never", "--show", "all"]], ids=" ".join)
def test_no_line_begins_with_what_a_runner_takes_for_a_command(view: list[str]) -> None:
    lay(Path(), ("name: 某县示范局", 'name: "::error file=a::假的"'))

    done = here("check", ".", DAY, *view)

    assert not [line for line in (done.out + done.err).splitlines() if line.lstrip().startswith("::")]


def test_no_refusal_begins_with_what_a_runner_takes_for_a_command() -> None:
    lay(Path(), ("answers:", "answer:")).rename("::error::x.yaml")

    assert not here("check", "::error::x.yaml", DAY).err.startswith("::")


def test_the_other_form_of_a_runners_command_is_inert() -> None:
    lay(Path(), ("name: 某县示范局", 'name: "甲 ##[error]假的"'))

    assert "##[" not in here("check", ".", DAY).out


@pytest.mark.parametrize(
    "sign",
    ["\u061c", "\u00ad", "\u180e", "\u115f", "\u3164", "\ufff9", "\U000e0041"],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_a_sign_that_cannot_be_seen_is_spelt_out(sign: str) -> None:
    lay(Path(), ("name: 某县示范局", f'name: "甲{sign}乙"'))

    assert sign not in here("check", ".", DAY, "-q").out


@every_naughty_text
def test_json_keeps_the_text_as_it_was(text: str) -> None:
    lay(Path(), ("name: 某县示范局", f"name: {quoted(text)}"))

    done = here("check", ".", DAY, "-f", "json")

    assert json.loads(done.out)["unit"]["name"] == text
    assert re.findall("[\x00-\x09\x0b-\x1f]", done.out) == []
