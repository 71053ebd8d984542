"""`--version`, help, completion."""

import re

import pytest
import typer
from typer.main import get_command

import wenming_score
from door import here, surroundings, there
from wenming_score.cli import (
    app,
    baseline,
    check,
    diff,
    evidence,
    explain,
    init,
    plan,
    rank,
    report,
    rubric,
    schema,
    template,
    trend,
    whatif,
)

COMMANDS = {
    "check": check,
    "baseline": baseline,
    "diff": diff,
    "evidence": evidence,
    "explain": explain,
    "init": init,
    "plan": plan,
    "rank": rank,
    "report": report,
    "rubric": rubric,
    "schema": schema,
    "template": template,
    "trend": trend,
    "whatif": whatif,
}
PATHS = [
    ["check"],
    ["explain"],
    ["init"],
    ["rank"],
    ["diff"],
    ["report"],
    ["schema"],
    ["template"],
    ["trend"],
    ["whatif"],
    ["baseline", "write"],
    ["evidence", "list"],
    ["evidence", "audit"],
    ["evidence", "lock"],
    ["evidence", "add"],
    ["rubric", "list"],
    ["rubric", "show"],
    ["rubric", "validate"],
]


def options(path: list[str]) -> set[str]:
    """Give every option of a command, as the parser knows them."""
    made = typer.Typer(add_completion=False)
    made.callback()(lambda: None)
    COMMANDS[path[0]].add_to(made)
    command = get_command(made)
    for name in path:
        command = vars(command)["commands"][name]
    return {name for parameter in vars(command)["params"] for name in parameter.opts if name.startswith("-")}


def test_the_version_is_that_of_the_package() -> None:
    done = here("--version")

    assert (done.code, done.out, done.err) == (0, f"wenming-score {wenming_score.__version__}\n", "")


def test_every_command_is_tried() -> None:
    assert {*COMMANDS} == {*app.COMMANDS}


def test_no_arguments_mean_help() -> None:
    assert here() == here("--help")
    assert here().code == 0


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(flag: str) -> None:
    done = here(flag)

    assert (done.code, done.err) == (0, "")
    assert [name for name in COMMANDS if not re.search(rf"^  {name}  ", done.out, re.MULTILINE)] == []


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_the_help_of_a_command_names_every_option(path: list[str]) -> None:
    done = here(*path, "--help")
    wanted = options(path)

    assert (done.code, done.err) == (0, "")
    assert "--lang" in wanted
    assert [name for name in wanted if not re.search(rf"(^|[\s,]){name}\b", done.out)] == []


def test_the_help_of_check_names_what_the_contract_promises() -> None:
    promised = [
        "--rubric",
        "--evidence-root",
        "--as-of",
        "--fail-under",
        "--fail-item-under",
        "--fail-on",
        "--strict",
        "--exit-zero",
        "--format",
        "--output",
        "--show",
        "--quiet",
        "--verbose",
        "--color",
        "--lang",
    ]

    assert options(["check"]) >= {*promised, "-r", "-f", "-o", "-q", "-v"}


@pytest.mark.parametrize("path", [["rubric"], ["rubric", "--help"]], ids=" ".join)
def test_the_rubric_group_names_its_commands(path: list[str]) -> None:
    done = here(*path)

    assert done.code == (0 if "--help" in path else 2)
    if "--help" in path:
        assert all(name in done.out for name in ("list", "show", "validate", "diff", "migrate"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("wenming-score ", list(COMMANDS)),
        ("wenming-score ch", ["check"]),
        ("wenming-score rubric ", ["list", "show", "validate", "diff", "migrate"]),
        ("wenming-score check --fail", ["--fail-under", "--fail-item-under", "--fail-on"]),
        ("wenming-score check --color ", ["auto", "always", "never"]),
        ("wenming-score schema ", ["unit", "rubric", "report", "plan", "rank"]),
    ],
)
def test_bash_is_offered_what_may_follow(words: str, offered: list[str]) -> None:
    done = there(
        env=surroundings(
            _WENMING_SCORE_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1)
        )
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(done.stdout.decode().split()) == sorted(offered)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_offered_the_commands(shell: str) -> None:
    done = there(
        env=surroundings(
            _WENMING_SCORE_COMPLETE=f"complete_{shell}",
            _TYPER_COMPLETE_ARGS="wenming-score ",
            _TYPER_COMPLETE_FISH_ACTION="get-args",
        )
    )

    assert done.returncode == 0
    assert all(name in done.stdout.decode() for name in COMMANDS)
