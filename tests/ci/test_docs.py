"""The snippets of the manual name what exists, and both languages give the same ones."""

import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest
from driver import Action

import door
from office import MISSING, NO_SELF_SCORE, lay
from tools_there import needed
from wenming_score.cli.settings import KEYS, PREFIX
from wenming_score.source import parse, read

DAY = "2025-12-31"
MANUALS = [door.ROOT / "docs/ci.md", door.ROOT / "docs/ci.zh-CN.md"]
ACTION = Action.model_validate(read(door.ROOT / "action.yml", "action.yml").data)


def blocks(manual: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", manual.read_text("utf-8"), re.DOTALL)


def bare(text: str) -> str:
    """Leave out the remarks, which are translated."""
    return re.sub(r"\s+# .*", "", text)


@pytest.mark.parametrize("language", ["yaml", "toml", "sh"])
def test_both_manuals_have_the_same_snippets(language: str) -> None:
    english, chinese = ([bare(block) for block in blocks(manual, language)] for manual in MANUALS)

    assert english == chinese
    assert english


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_every_snippet_of_yaml_can_be_read(manual: Path) -> None:
    for block in blocks(manual, "yaml"):
        parse(block.encode(), "snippet")


def test_the_settings_are_taken(tmp_path: Path) -> None:
    lay(tmp_path)
    for block in blocks(MANUALS[0], "toml"):
        (tmp_path / "wenming.toml").write_text(block, encoding="utf-8")
        shown = door.there("check", "--show-config", cwd=tmp_path)

        assert shown.returncode == 0, shown.stderr.decode()
        assert shown.stdout.count(b"wenming.toml") == block.count(" = ")


def test_the_baseline_that_is_written_is_the_one_that_is_compared_with(tmp_path: Path) -> None:
    lay(tmp_path, MISSING)
    (lines,) = (block for block in blocks(MANUALS[0], "sh") if "baseline write" in block)
    env = door.surroundings(PATH=f"{needed('wenming-score').parent}:/usr/bin:/bin", WENMING_SCORE_AS_OF=DAY)

    def run(text: str) -> int:
        command = [needed("bash"), "-ec", text]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False).returncode

    assert run(lines) == 0
    lay(tmp_path, MISSING, NO_SELF_SCORE)
    assert run(lines.splitlines()[1]) == 1


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_every_input_and_output_of_the_action_is_told_of(manual: Path) -> None:
    text = manual.read_text("utf-8")

    assert [name for name in chain(ACTION.inputs, ACTION.outputs) if f"`{name}`" not in text] == []


def test_the_inputs_in_the_workflow_are_those_of_the_action() -> None:
    (workflow,) = (block for block in blocks(MANUALS[0], "yaml") if "steps:" in block)
    given = re.findall(r"^ {10}([a-z-]+):", workflow, re.MULTILINE)

    assert given == ["units", "fail-under", "formats", "sarif"]
    assert set(given) <= ACTION.inputs.keys()


@pytest.mark.parametrize("file", [*MANUALS, door.ROOT / "templates/wenming-score.yml"], ids=lambda path: path.name)
def test_the_variables_are_options(file: Path) -> None:
    named = re.findall(rf"{PREFIX}([A-Z_]+)", file.read_text("utf-8"))

    assert named
    assert {name.lower().replace("_", "-") for name in named} <= KEYS.keys()


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_the_hooks_are_those_of_the_manifest(manual: Path) -> None:
    hooks = re.findall(r"- id: (.+)", (door.ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    text = manual.read_text("utf-8")

    assert set(re.findall(r"- id: (.+)", text)) <= set(hooks)
    assert [hook for hook in hooks if f"| `{hook}` |" not in text] == []


def test_the_last_step_of_the_workflow_that_init_writes_marks_the_lines(tmp_path: Path) -> None:
    command = needed("wenming-score")
    door.here("init", tmp_path)
    workflow = (tmp_path / ".github/workflows/wenming-score.yml").read_text("utf-8")
    lay(tmp_path, ("staff: 40", "staff: x"))
    (last,) = re.findall(r"- run: (wenming-score .*)", workflow)

    done = subprocess.run(
        [needed("bash"), "-c", f"{last} --as-of={DAY}"], cwd=tmp_path,
        env=door.surroundings(PATH=f"{command.parent}:/usr/bin:/bin"), capture_output=True, timeout=60, check=False,
    )  # fmt: skip

    parse(workflow.encode(), "workflow")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"::warning file=unit.yaml,line=3,")
