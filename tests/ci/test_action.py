"""The GitHub action: its own scripts, run by bash; setting up Python and uploading are only recorded.

The first run installs this checkout as the action does, from wherever pip finds packages. The others run in the same
environment and leave that step out.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from driver import Action, Ran, Runner, machine

import door
from office import BREACHED, MISSING, THREE_OF_SEVEN, UNDECLARED, UNIT, lay, place
from tools_there import needed
from wenming_score.source import read

FILE = door.ROOT / "action.yml"
ACTION = Action.model_validate(read(FILE, FILE.name).data)
UPLOAD = "github/codeql-action/upload-sarif@v4"
STUBS = {"actions/setup-python@v6": {"python-path": sys.executable}, UPLOAD: {}}
DAY = "2025-12-31"
EXAMPLE = "examples/county-office-2025/unit.yaml"
HOSTILE = [
    "有 空格",
    "引'号\"",
    "$(touch 坏)",
    "`touch 坏`",
    "a;touch 坏",
    "-r",
    "反\\斜",
    "${{ inputs.rubric }}",
    "[方]",
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Runner, Ran]:
    """Run the whole action on the example, beginning with an empty machine."""
    needed("bash")
    runner = machine(tmp_path_factory.mktemp("action"), STUBS)
    shutil.copytree(door.ROOT / "examples", runner.workspace / "examples")
    return runner, runner.run(FILE, units=EXAMPLE, as_of=DAY, sarif="true")


@pytest.fixture
def runner(installed: tuple[Runner, Ran], tmp_path: Path) -> Runner:
    """Give a machine on which the action was installed before, with an empty workspace."""
    there, _ = installed
    return Runner(tmp_path, there.temp, there.stubs, there.env)


def check(runner: Runner, **given: str) -> Ran:
    """Run all but the installing."""
    return runner.run(FILE, skip=frozenset({"install"}), as_of=DAY, **given)


def uploads(ran: Ran) -> list[str]:
    return [one.given["category"] for one in ran.used if one.uses == UPLOAD]


def test_a_gate_that_fails_annotates_the_lines_and_uploads_before_it_fails(installed: tuple[Runner, Ran]) -> None:
    _, ran = installed

    assert ran.code == 1, ran.log
    assert f"::error file={EXAMPLE},line=153," in ran.log
    assert "84.90" in ran.summary
    assert uploads(ran) == ["wenming-score"]
    assert f"门禁未通过：{EXAMPLE}：有 1 个错误级问题" in ran.log


def test_what_it_puts_out_is_what_the_report_says(installed: tuple[Runner, Ran]) -> None:
    _, ran = installed
    report = json.loads(Path(ran.outputs["report"]).read_bytes())
    sarif = json.loads(Path(ran.outputs["sarif"]).read_bytes())

    said = {"score": "84.9", "verdict": "below_mark", "passed": "false", "exit-code": "1"}
    assert ran.outputs == {**ran.outputs, **said}
    assert ran.outputs.keys() == {*said, "report", "sarif"}
    assert (report["score"]["supported"], report["unit"]["file"]) == (84.9, EXAMPLE)
    assert len(sarif["runs"][0]["results"]) >= len(report["findings"])


def test_python_is_set_up_for_the_action_alone(installed: tuple[Runner, Ran]) -> None:
    _, ran = installed

    assert ran.used[0].given == {"python-version": "3.13", "update-environment": "false"}


def test_a_gate_that_passes_passes(runner: Runner) -> None:
    lay(runner.workspace)

    ran = check(runner, units="unit.yaml", fail_under="mark")

    assert (ran.code, ran.outputs["passed"], ran.outputs["verdict"]) == (0, "true", "qualified")
    assert (ran.outputs["score"], ran.outputs["exit-code"]) == ("10", "0")


def test_nothing_fails_where_nothing_is_to_fail(runner: Runner) -> None:
    lay(runner.workspace, MISSING)

    assert check(runner, units="unit.yaml").code == 1
    assert check(runner, units="unit.yaml", fail_on="never").code == 0


def test_a_unit_file_that_cannot_be_read_exits_2_with_its_line_and_uploads_nothing(runner: Runner) -> None:
    lay(runner.workspace, ("staff: 40", "staf: 40"))

    ran = check(runner, units="unit.yaml", sarif="true")

    assert ran.code == 2
    assert f"unit.yaml:{place(UNIT, 'staff')}: " in ran.log
    assert ran.outputs == {
        "score": "", "verdict": "", "passed": "false", "exit-code": "2", "report": "", "sarif": "",
    }  # fmt: skip
    assert uploads(ran) == []


def test_findings_are_uploaded_only_when_that_is_asked_for(runner: Runner) -> None:
    lay(runner.workspace)

    assert uploads(check(runner, units="unit.yaml")) == []
    assert uploads(check(runner, units="unit.yaml", sarif="true", category="某局")) == ["某局"]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_of_a_folder_is_only_a_name(runner: Runner, name: str) -> None:
    lay(runner.workspace / name)

    ran = check(runner, units=name, formats=f"table:{name}/报告.txt")

    assert ran.code == 0, ran.log
    assert json.loads(Path(ran.outputs["report"]).read_bytes())["unit"]["file"] == f"{name}/unit.yaml"
    assert (runner.workspace / name / "报告.txt").is_file()
    assert [path.name for path in runner.workspace.iterdir()] == [name]


@pytest.mark.parametrize("given", ["rubric", "fail_under", "baseline", "fail_on", "max_drop", "category", "version"])
def test_no_input_is_ever_run(runner: Runner, given: str) -> None:
    lay(runner.workspace)
    before = sorted(runner.workspace.rglob("*"))

    check(runner, units="unit.yaml", sarif="true", **{given: "$(touch 坏) `touch 坏`; touch 坏 '\" --exit-zero"})

    assert sorted(runner.workspace.rglob("*")) == before


def test_of_several_units_the_worst_is_put_out(runner: Runner) -> None:
    lay(runner.workspace / "甲")
    lay(runner.workspace / "乙", THREE_OF_SEVEN)
    lay(runner.workspace / "丙 局", BREACHED)

    ran = check(runner, units="\n甲/unit.yaml\n\n  乙\n*局\n", fail_on="never")

    assert len(json.loads(Path(ran.outputs["report"]).read_bytes())) == 3
    assert (ran.outputs["score"], ran.outputs["verdict"]) == ("6.57", "vetoed")
    assert (ran.code, ran.outputs["passed"]) == (1, "false")


def test_one_unit_that_cannot_be_read_does_not_hide_the_others(runner: Runner) -> None:
    lay(runner.workspace / "甲")

    ran = check(runner, units="甲\n没有.yaml", sarif="true")

    assert (ran.code, ran.outputs["score"], ran.outputs["passed"]) == (2, "10", "false")
    assert uploads(ran) == ["wenming-score"]


def test_every_format_that_is_asked_for_is_written(runner: Runner) -> None:
    lay(runner.workspace)

    ran = check(runner, units="unit.yaml", formats="html:报告 一.html\nxlsx:得分.xlsx\n junit:junit.xml ")

    assert ran.code == 0, ran.log
    assert {"报告 一.html", "得分.xlsx", "junit.xml"} <= {path.name for path in runner.workspace.iterdir()}


def test_what_is_worse_than_the_baseline_fails(runner: Runner) -> None:
    unit = lay(runner.workspace)
    shutil.copy(check(runner, units="unit.yaml").outputs["report"], runner.workspace / "基线.json")
    lay(runner.workspace, THREE_OF_SEVEN)

    limits = {"units": unit.name, "baseline": "基线.json", "fail_on": "never"}
    assert check(runner, **limits, max_drop="2").code == 1
    assert check(runner, **limits, max_drop="4").code == 0


def test_a_team_s_settings_hold_where_an_input_says_nothing(runner: Runner) -> None:
    lay(runner.workspace / "某 局", THREE_OF_SEVEN)
    (runner.workspace / "wenming.toml").write_text('units = ["某 局"]\nfail-under = 8\n', encoding="utf-8")

    assert check(runner).code == 1
    assert check(runner, fail_under="6.5").code == 0


def test_a_gate_that_fails_without_failing_the_job_is_not_called_passed(runner: Runner) -> None:
    lay(runner.workspace, UNDECLARED)
    (runner.workspace / "wenming.toml").write_text("exit-zero = true\n", encoding="utf-8")

    ran = check(runner, units="unit.yaml")

    assert (ran.code, ran.outputs["exit-code"], ran.outputs["passed"]) == (0, "0", "false")


def test_settings_that_open_the_gate_count_for_nothing_where_that_is_asked_for(runner: Runner) -> None:
    lay(runner.workspace, BREACHED)
    (runner.workspace / "wenming.toml").write_text("exit-zero = true\n", encoding="utf-8")

    assert check(runner, units="unit.yaml", settings="true").code == 0
    assert check(runner, units="unit.yaml", settings="false").code == 1


def test_a_repository_checked_out_beside_others_is_checked_and_uploaded_as_one(runner: Runner) -> None:
    lay(runner.workspace / "材料 库", MISSING)

    ran = check(runner, units="unit.yaml", working_directory="材料 库", sarif="true")

    assert "::error file=unit.yaml,line=10," in ran.log
    assert ran.used[-1].given["checkout_path"] == str(runner.workspace / "材料 库")


def test_code_in_the_repository_is_not_taken_for_python_s_own(installed: tuple[Runner, Ran], tmp_path: Path) -> None:
    for name in ("pip", "json", "venv", "wenming_score"):
        (tmp_path / f"{name}.py").write_text("open('坏', 'w')\n", encoding="utf-8")
    lay(tmp_path)
    there, _ = installed

    ran = Runner(tmp_path, there.temp, there.stubs, there.env).run(FILE, units="unit.yaml", as_of=DAY)

    assert ran.code == 0, ran.log
    assert not (tmp_path / "坏").exists()


def test_what_cannot_be_installed_fails_before_anything_is_checked(tmp_path: Path) -> None:
    needed("bash")
    runner = machine(tmp_path, STUBS)

    ran = runner.run(FILE, units="unit.yaml", sarif="true", version="./没有.whl")

    assert ran.code not in {0, 2}
    assert ran.outputs["exit-code"] == ""
    assert uploads(ran) == []


def test_without_a_version_to_set_up_the_python_that_is_there_is_taken(tmp_path: Path) -> None:
    needed("bash")
    runner = machine(tmp_path, STUBS)

    ran = runner.run(FILE, python_version="", version="./没有.whl")

    assert ran.used == []
    assert (runner.temp / "wenming-score/bin/python").exists()


def test_no_script_has_an_expression_in_it() -> None:
    assert [step.id for step in ACTION.runs.steps if "${{" in step.run] == []


def test_every_script_stops_at_its_first_mistake() -> None:
    scripts = [step.run for step in ACTION.runs.steps if step.run]

    assert [script for script in scripts if not script.startswith("set -euo pipefail\n")] == []


def test_every_action_that_it_uses_is_pinned() -> None:
    used = [step.uses for step in ACTION.runs.steps if step.uses]

    assert [name for name in used if not re.fullmatch(r"[\w./-]+@(v\d+|[0-9a-f]{40})", name)] == []


def test_every_input_is_used_and_every_one_may_be_left_out() -> None:
    text = FILE.read_text("utf-8")

    assert [name for name in ACTION.inputs if not re.search(rf"inputs\.{name}(?![\w-])", text)] == []
    assert [name for name, one in ACTION.inputs.items() if one.required] == []
