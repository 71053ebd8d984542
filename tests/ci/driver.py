"""Runs the steps of a composite action as GitHub's runner does, but for the actions that it uses.

What is known of the runner stands here: anything that it does not know makes the test fail, never an empty text.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from expressions import Context, fill, holds
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from wenming_score.source import read

Text = Annotated[str, BeforeValidator(lambda value: str(value).lower() if isinstance(value, bool) else value)]
Texts = dict[str, Text]


class Strict(BaseModel):
    """Takes the documented keys and no others."""

    model_config = ConfigDict(strict=True, extra="forbid", populate_by_name=True)


class Input(Strict):
    """What a workflow may give."""

    description: str
    default: str = ""
    required: bool = False


class Output(Strict):
    """What a workflow may ask for."""

    description: str
    value: str


class Step(Strict):
    """A script, or another action."""

    id: str = ""
    when: str = Field(alias="if", default="success()")
    uses: str = ""
    given: Texts = Field(alias="with", default_factory=dict)
    run: str = ""
    shell: str = ""
    env: Texts = Field(default_factory=dict)
    folder: str = Field(alias="working-directory", default="")


class Runs(Strict):
    """How it is run."""

    using: str
    steps: tuple[Step, ...]


class Action(Strict):
    """The whole of action.yml."""

    name: str
    description: str
    branding: dict[str, str]
    inputs: dict[str, Input]
    outputs: dict[str, Output]
    runs: Runs


@dataclass(frozen=True, slots=True)
class Used:
    """Another action, and what it was given."""

    uses: str
    given: Mapping[str, str]


@dataclass(slots=True)
class Ran:
    """What a run came to."""

    code: int = 0
    """Of the first step that failed."""
    log: str = ""
    summary: str = ""
    used: list[Used] = field(default_factory=list[Used])
    outputs: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Runner:
    """A machine: where it keeps things, and what the actions that it does not run would have put out."""

    workspace: Path
    temp: Path
    stubs: Mapping[str, Mapping[str, str]]
    env: Mapping[str, str]

    def run(self, file: Path, *, skip: frozenset[str] = frozenset(), **given: str) -> Ran:
        """Run the steps but for those to skip; `fail_under=…` gives the input `fail-under`."""
        action = Action.model_validate(read(file, file.name).data)
        inputs = {name.replace("_", "-"): value for name, value in given.items()}
        assert inputs.keys() <= action.inputs.keys(), "an input that the action does not have"
        context: Context = {f"inputs.{name}": inputs.get(name, one.default) for name, one in action.inputs.items()}
        context |= {"github.workspace": str(self.workspace)}
        ran = Ran()
        for number, step in enumerate(action.runs.steps):
            for name in self._may_put_out(step):
                context[f"steps.{step.id}.outputs.{name}"] = ""
            if step.id in skip or not holds(step.when, context, failed=bool(ran.code)):
                continue
            put_out = self._use(step, context, ran) if step.uses else self._script(number, step, context, file, ran)
            context |= {f"steps.{step.id}.outputs.{name}": value for name, value in put_out.items()}
        ran.outputs = {name: fill(output.value, context) for name, output in action.outputs.items()}
        return ran

    def _may_put_out(self, step: Step) -> Iterator[str]:
        """Name the outputs of a step: an expression with any other name is a mistake."""
        yield from self.stubs[step.uses] if step.uses else re.findall(r"(?<![\w-])([a-z-]+)=(?=[{\"])", step.run)

    def _use(self, step: Step, context: Context, ran: Ran) -> Mapping[str, str]:
        given = {name: fill(value, context) for name, value in step.given.items()}
        ran.used.append(Used(step.uses, given))
        if "sarif_file" in given:
            assert Path(given["sarif_file"]).is_file()
        return self.stubs[step.uses]

    def _script(self, number: int, step: Step, context: Context, file: Path, ran: Ran) -> Mapping[str, str]:
        assert step.shell == "bash"
        script = self.temp / f"{number}.sh"
        script.write_text(step.run, encoding="utf-8")
        names = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH")
        files = {name: self.temp / f"{name}_{number}" for name in names}
        for path in files.values():
            path.write_bytes(b"")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=self.workspace / fill(step.folder, context),
            env={
                **self.env, **{name: str(path) for name, path in files.items()},
                "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(file.parent),
                "GITHUB_WORKSPACE": str(self.workspace), "RUNNER_TEMP": str(self.temp),
                **{name: fill(value, context) for name, value in step.env.items()},
            },
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=300, check=False,
        )  # fmt: skip
        ran.log += done.stdout.decode()
        ran.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        ran.code = ran.code or done.returncode
        assert not files["GITHUB_ENV"].read_bytes() + files["GITHUB_PATH"].read_bytes(), "it changes later steps"
        return dict(_pairs(files["GITHUB_OUTPUT"].read_text("utf-8")))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Read what a step put out; only one-line values are known here."""
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        assert re.fullmatch(r"[a-z-]+=", name + sign), f"not an output: {line!r}"
        yield name, value


def machine(folder: Path, stubs: Mapping[str, Mapping[str, str]]) -> Runner:
    """Set up a runner in a folder; of this environment it has only what finds programs and packages."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"} or name.startswith("PIP_")}
    workspace, temp = folder / "工作 区", folder / "temp"
    workspace.mkdir()
    temp.mkdir()
    return Runner(workspace, temp, stubs, kept)
