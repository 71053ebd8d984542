"""Every option of `check` against every kind of unit: the exit code, the reasons, and the last line on stderr."""

import json
from inspect import signature
from pathlib import Path

import pytest

from door import here
from office import BREACHED, DAY, THREE_OF_SEVEN, UNDECLARED, lay
from wenming_score.cli.check import check

UNITS = {
    "fine": (),
    "below": (THREE_OF_SEVEN,),
    "vetoed": (BREACHED,),
    "undeclared": (UNDECLARED,),
    "invalid": (("schema_version: 1", "schema_version: 2"),),
    "empty": (
        ("plan: {met: [person, schedule], evidence: [E1], self_score: 4}", "plan:"),
        ("cleaning: {count: 7, evidence: [E2], self_score: 6}", "cleaning:"),
    ),
}  # fmt: skip
NO_GATE = {
    "invalid": (2, "unit.yaml:1:17: “2”不在可选的值里：1"),
    "empty": (3, "unit.yaml：没有一条自评（answers），也没有活动（activities），无从打分"),
}
RED, ERROR = "触碰红线：严重违纪", "有 1 个错误级问题"
USUAL: dict[str, list[str]] = {"fine": [], "below": [], "vetoed": [RED, ERROR], "undeclared": [ERROR]}
UNDER = "支撑得分 6.57 低于 {}"
ITEM_UNDER = "活动只有满分的 42.85%，低于 {}%"
DROPS = ["支撑得分比基线低 3.43（10 → 6.57）", "活动比基线低 3.43（6 → 2.57）"]
NEW = {"vetoed": "比基线多 1 个问题：red-line-breached", "undeclared": "比基线多 1 个问题：red-line-undeclared"}
WORSE = {"vetoed": [RED, ERROR, NEW["vetoed"]], "undeclared": [ERROR, NEW["undeclared"]]}
TOO_FAR = [f"{drop}，最多允许低 3.42" for drop in DROPS]
RATCHET = {"below": DROPS, "vetoed": [RED, NEW["vetoed"]], "undeclared": [NEW["undeclared"]]}
OPTIONS: tuple[tuple[list[str], dict[str, list[str]]], ...] = (
    ([], {}),
    (["--rubric", "tiny.yaml"], {}),
    (["--evidence-root", "."], {}),
    (["--as-of", "2025-12-30"], {}),
    (["--fail-under", "0"], {}),
    (["--fail-under", "6.57"], {}),
    (["--fail-under", "mark"], {"below": [UNDER.format(8)]}),
    (["--fail-under", "10"], {"below": [UNDER.format(10)]}),
    (["--fail-item-under", "42.85"], {}),
    (["--fail-item-under", "100"], {"below": [ITEM_UNDER.format(100)]}),
    (["--fail-under", "9", "--fail-item-under", "50"], {"below": [UNDER.format(9), ITEM_UNDER.format(50)]}),
    (["--fail-on", "error"], {}),
    (["--fail-on", "warning"], {}),
    (["--fail-on", "note"], {}),
    (["--fail-on", "never"], {"vetoed": [RED], "undeclared": []}),
    (["--strict"], {}),
    (["--baseline", "基线.json"], {"below": DROPS, **WORSE}),
    (["--baseline", "基线.json", "--max-drop", "3.43"], WORSE),
    (["--baseline", "基线.json", "--max-drop", "3.42"], {"below": TOO_FAR, **WORSE}),
    (["--baseline", "基线.json", "--fail-on", "never"], RATCHET),
    (["--against", "去年"], {}),
    (["--format", "table"], {}),
    (["--format", "markdown:报告.md", "--format", "github"], {}),
    (["--output", "报告.txt"], {}),
    (["--template", ".别处/模板.docx"], {}),
    (["--thumbnails", "--format", "html:报告.html"], {}),
    (["--show", "all"], {}),
    (["--show", "gaps"], {}),
    (["--show", "failing"], {}),
    (["--quiet"], {}),
    (["--verbose"], {}),
    (["--color", "always"], {}),
    (["--color", "never"], {}),
    (["--config", "设置.toml"], {"below": [UNDER.format(7)]}),
    (["--lang", "zh"], {}),
)  # fmt: skip
"""The options, and the reasons of the units for which they change them."""
ELSEWHERE = {"units", "context", "exit_zero", "show_config"}
"""What the tests below or others are about."""


@pytest.fixture
def world() -> None:
    """Lay out what the options speak of."""
    lay(Path("去年"))
    lay(Path())
    assert here("check", "unit.yaml", DAY, "-f", "json:基线.json", "-q", "-f", "table").code == 0
    Path(".别处").mkdir()
    assert here("template", "-o", ".别处/模板.docx").code == 0
    Path("设置.toml").write_text("fail-under = 7\n", encoding="utf-8")


def judged(unit: str, *options: str) -> tuple[int, list[str] | None, str]:
    """Check a unit; give the exit code, the reasons in the report and the last line on stderr."""
    lay(Path(), *UNITS[unit])
    Path("结果.json").unlink(missing_ok=True)
    done = here("check", "unit.yaml", DAY, *options, "-f", "json:结果.json", *bare(options))
    found = Path("结果.json")
    reasons = json.loads(found.read_text(encoding="utf-8"))["gate"]["reasons"] if found.exists() else None
    return done.code, reasons, done.err.splitlines()[-1] if done.err else ""


def bare(options: tuple[str, ...]) -> list[str]:
    return [] if any(option in options for option in ("--format", "-f")) else ["-f", "table"]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("options", "changed"), OPTIONS, ids=[" ".join(options) or "none" for options, _ in OPTIONS])
def test_the_gate(unit: str, options: list[str], changed: dict[str, list[str]]) -> None:
    code, reasons, last = judged(unit, *options)

    if unit in NO_GATE:
        assert (code, last) == NO_GATE[unit]
        assert reasons is None
        return
    expected = changed.get(unit, USUAL[unit])
    assert reasons == expected
    assert code == bool(expected)
    assert last == (f"门禁未通过：unit.yaml：{expected[-1]}" if expected else "")


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("unit", UNITS)
def test_exit_zero_changes_the_exit_code_of_a_shut_gate_and_nothing_else(unit: str) -> None:
    code, reasons, last = judged(unit)

    assert judged(unit, "--exit-zero") == (0 if code == 1 else code, reasons, last)


@pytest.mark.parametrize("unit", UNITS)
def test_to_show_the_settings_assesses_nothing(unit: str) -> None:
    assert judged(unit, "--show-config") == (0, None, "")


def test_every_option_of_check_is_tried() -> None:
    tried = {option.removeprefix("--").replace("-", "_") for options, _ in OPTIONS for option in options}
    named = {"formats": "format"}

    assert {named.get(name, name) for name in signature(check).parameters} - ELSEWHERE <= tried
