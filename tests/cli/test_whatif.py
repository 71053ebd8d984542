"""`whatif`: a unit as it would be if something were otherwise."""

import json
from pathlib import Path

import pytest

from door import Outcome, here
from office import BREACHED, DAY, INELIGIBLE, NOTHING_SAID, RUBRIC, THREE_OF_SEVEN, lay
from wenming_score.choices import FORMATS

BROKEN = ("type: government_office", "type: 局")
ASIDE = ("count: 7, evidence: [E2], self_score: 6", "not_applicable: 本单位没有这项任务")
OPTIONAL = RUBRIC.replace("methods:", "not_applicable_to: [cleaning]\nmethods:")


def whatif(*arguments: str) -> Outcome:
    return here("whatif", "unit.yaml", *arguments, DAY)


def found(*arguments: str) -> dict[str, object]:
    """Give the report in JSON."""
    return json.loads(whatif(*arguments, "-f", "json").out)


def changes(*arguments: str) -> dict[str, object]:
    changed = found(*arguments)["changes"]
    assert isinstance(changed, dict)
    return {str(name): part for name, part in changed.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def test_it_shows_the_difference_to_what_is() -> None:
    lay(Path(), THREE_OF_SEVEN)

    made = whatif("--set", "cleaning=full", "--drop", "E1")

    assert (made.code, made.err) == (0, "")
    assert "假设：清扫得满分；没有 E1\n" in made.out
    assert "和现在相比（unit.yaml）" in made.out
    assert "支撑得分 6.57 → 6.00（-0.57）\n" in made.out
    assert "现在：满分 → 有效材料 0 份，至少要 1 份（E1 假设没有这份材料）" in made.out
    assert "现在：3次，要求 7次 → 假设得满分" in made.out
    assert "上期" not in made.out


@pytest.mark.parametrize(
    ("value", "points", "said"),
    [("full", 6, "清扫得满分"), ("none", 0, "清扫得 0 分"), ("2.5", 2.5, "清扫得 2.5 分"), ("6.00", 6, "清扫得满分")],
)
def test_an_indicator_earns_what_is_supposed(value: str, points: float, said: str) -> None:
    lay(Path())

    made = found("--set", f"cleaning={value}")

    assert isinstance(made["score"], dict)
    assert (made["score"]["claimed"], made["score"]["supported"]) == (4 + points, 4 + points)
    assert changes("--set", f"cleaning={value}")["supposed"] == [said]


def test_a_piece_supposed_away_costs_what_its_file_costs_and_stands_so_in_the_ledger() -> None:
    lay(Path())
    supposed = found("--drop", "E2", "--drop", "E2")
    Path("名册.xlsx").unlink()
    lost = json.loads(here("check", "unit.yaml", DAY, "-f", "json").out)

    assert supposed["score"] == lost["score"]
    ledger = supposed["ledger"]
    assert isinstance(ledger, list)
    assert [(one["id"], one["state"], one["remark"]) for one in ledger] == [  # pyright: ignore[reportUnknownVariableType]
        ("E1", "carried", ""),
        ("E2", "refused", "E2 假设没有这份材料"),
    ]


def test_the_findings_stay_those_of_the_unit_file() -> None:
    lay(Path(), THREE_OF_SEVEN)
    so = json.loads(here("check", "unit.yaml", DAY, "-f", "json").out)

    assert found("--set", "cleaning=full", "--drop", "E1")["findings"] == so["findings"]


def test_supposing_what_is_so_changes_nothing() -> None:
    lay(Path())

    made = whatif("--set", "cleaning=6", "--set", "plan=full")

    assert (made.code, changes("--set", "cleaning=6", "--set", "plan=full")["indicators"]) == (0, [])
    assert "支撑得分 10.00 → 10.00（0.00）" in made.out


def test_a_bare_unit_file_is_enough() -> None:
    bare = ("answers:\n  plan: {met: [person, schedule], evidence: [E1], self_score: 4}\n", "answers: {}\n")
    lay(Path(), bare, ("  cleaning: {count: 7, evidence: [E2], self_score: 6}\n", ""))

    made = whatif("--set", "plan=full")

    assert (made.code, made.err) == (0, "")
    assert "支撑得分 0.00 → 4.00（+4.00）" in made.out


@pytest.mark.parametrize("limit", ["9", "mark", "10"])
def test_it_fails_where_the_unit_would_stay_below(limit: str) -> None:
    lay(Path(), THREE_OF_SEVEN)
    mark = "8" if limit == "mark" else limit

    failed = whatif("--set", "cleaning=3.99", "--fail-under", limit)

    assert failed.code == int(float(mark) > 7.99)
    assert failed.err == f"门禁未通过：unit.yaml：支撑得分 7.99 低于 {mark}\n"
    assert (whatif("--set", "cleaning=full", "--fail-under", limit).code, whatif("--set", "cleaning=none").code) == (
        0,
        0,
    )


@pytest.mark.parametrize(
    ("change", "said"), [(BREACHED, "触碰红线：严重违纪"), (INELIGIBLE, "不符合申报条件：届期完整")]
)
def test_what_bars_a_unit_fails_only_where_it_is_asked_whether_it_would_pass(
    change: tuple[str, str], said: str
) -> None:
    lay(Path(), change)

    shown = whatif("--set", "cleaning=full")
    assert (shown.code, shown.err) == (0, "")
    assert said in shown.out
    asked = whatif("--set", "cleaning=full", "--fail-under", "mark")
    assert (asked.code, asked.err) == (1, f"门禁未通过：unit.yaml：{said}\n")


def test_error_findings_do_not_keep_it_from_passing() -> None:
    lay(Path(), ("名册.xlsx", "没有.xlsx"))

    assert whatif("--set", "cleaning=full", "--fail-under", "10").code == 0


def test_every_mistake_is_said_at_once() -> None:
    lay(Path())

    made = whatif(
        *("--set", "cleanings=full"),
        *("--set", "deeds=3"),
        *("--set", "plan"),
        *("--set", "plan=4.01"),
        *("--set", "cleaning=一半"),
        *("--set", "cleaning=-1"),
        *("--set", "谁=1.234"),
        *("--drop", "E22", "--drop", "乙"),
    )

    assert (made.code, made.out) == (2, "")
    assert made.err.splitlines() == [
        "--set cleanings=full: 测评体系里没有测评内容 cleanings，是不是 cleaning？",
        "--set deeds=3: deeds 是测评项目，要写它的测评内容：cleaning",
        "--set plan: 缺少等号，要写成 测评内容的编号=full、none 或分数",
        "--set plan=4.01: 年度方案满分 4 分，得不了 4.01 分",
        "--set cleaning=一半: “一半”不是 full、none 或分数；分数最多两位小数",
        "--set cleaning=-1: “-1”不是 full、none 或分数；分数最多两位小数",
        "--set 谁=1.234: 测评体系里没有测评内容 谁",
        "--set 谁=1.234: “1.234”不是 full、none 或分数；分数最多两位小数",
        "--set: plan 写了 2 次，只能写一次",
        "--set: cleaning 写了 2 次，只能写一次",
        "--drop E22: 台账里没有 E22，是不是 E2？",
        "--drop 乙: 台账里没有 乙",
    ]


def test_what_does_not_apply_earns_nothing_by_supposing_it() -> None:
    lay(Path(), ASIDE, rubric=OPTIONAL)
    said = "--set cleaning=full: 清扫在本单位不适用，不能假设它得多少分\n"

    made = whatif("--set", "cleaning=full")

    assert (made.code, made.out, made.err) == (2, "", said)
    assert whatif("--set", "plan=none").code == 0


def test_what_was_set_aside_wrongly_may_be_supposed() -> None:
    lay(Path(), ASIDE, rubric=RUBRIC.replace("methods:", "not_applicable_to: [plan]\nmethods:"))

    assert "支撑得分 4.00 → 10.00（+6.00）" in whatif("--set", "cleaning=full").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "用法有误：要写明假设什么：--set 或 --drop，至少一个"),
        (("--set",), "用法有误：选项 --set 后面要有值"),
        (("--drop", "E1", "--fail-under", "高"), "用法有误：--fail-under 要写数字，最多两位小数，现在是“高”"),
        (("--drop", "E1", "-f", "xsl"), "用法有误：没有 xsl 这种格式"),
    ],
)
def test_a_wrong_command_line_is_said(arguments: tuple[str, ...], said: str) -> None:
    lay(Path())
    made = here("whatif", "unit.yaml", *arguments)

    assert (made.code, made.out) == (2, "")
    assert made.err.startswith(said)
    assert here("whatif", "--drop", "E1").err.startswith("用法有误：缺少 UNIT")


def test_it_is_of_one_unit_only() -> None:
    for folder in ("甲", "乙"):
        lay(Path(folder))
    Path("空").mkdir()

    several = here("whatif", ".", "--drop", "E1", DAY)
    assert (several.code, several.out) == (2, "")
    assert several.err.startswith("用法有误：一次只能给一个单位，这里有 2 个\n")
    assert here("whatif", "甲", "--drop", "E1", DAY).code == 0
    assert here("whatif", "空", "--drop", "E1", DAY).code == 3
    assert here("whatif", "没有.yaml", "--drop", "E1", DAY).code == 2


def test_the_mistakes_of_the_unit_file_are_said() -> None:
    lay(Path(), BROKEN)

    made = whatif("--drop", "E1")

    assert (made.code, made.out) == (2, "")
    assert made.err.startswith("unit.yaml:")


def test_every_format_is_written_at_once_and_report_gives_the_same_bytes() -> None:
    lay(Path(), THREE_OF_SEVEN)
    Path("一").mkdir()
    Path("二").mkdir()
    made = whatif("--set", "cleaning=full", "--drop", "E1", *(f"-f{name}:一/r.{name}" for name in FORMATS))

    assert (made.code, made.out) == (0, "")
    for name in FORMATS:
        assert here("report", "一/r.json", "-f", name, "-o", f"二/r.{name}").code == 0
        assert Path(f"二/r.{name}").read_bytes() == Path(f"一/r.{name}").read_bytes(), name


def test_it_never_writes_over_what_it_reads() -> None:
    lay(Path())
    for read in ("unit.yaml", "tiny.yaml", "名册.xlsx"):
        before = Path(read).read_bytes()
        assert whatif("--drop", "E1", "-f", "json", "-o", read).code == 2
        assert Path(read).read_bytes() == before


def test_a_word_template_is_filled_in_and_kept() -> None:
    lay(Path(), NOTHING_SAID)
    assert here("template", "-o", "模板.docx").code == 0
    before = Path("模板.docx").read_bytes()

    assert whatif("--set", "plan=full", "-f", "docx", "-o", "a.docx", "--template", "模板.docx").code == 0
    assert whatif("--set", "plan=full", "-f", "docx", "-o", "模板.docx", "--template", "模板.docx").code == 2
    assert Path("模板.docx").read_bytes() == before


def test_one_line_says_the_difference_and_what_it_supposes() -> None:
    lay(Path(), THREE_OF_SEVEN)

    assert whatif("--set", "cleaning=full", "-q").out.endswith("，比现在 +3.43（假设：清扫得满分）\n")


def test_all_of_the_report_is_the_one_that_would_be() -> None:
    lay(Path(), THREE_OF_SEVEN)

    whole = whatif("--set", "cleaning=full", "--show", "all", "-v").out

    assert "和现在相比" in whole
    assert whole.count("假设得满分") >= 3  # why it changed, beside the points, how it is reckoned
    assert "3次，要求 7次" not in whole.partition("逐项算法")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["diff", "假设.json", "unit.yaml"],
        ["diff", "unit.yaml", "假设.json"],
        ["trend", "假设.json", "unit.yaml"],
        ["check", "unit.yaml", "--baseline", "假设.json"],
    ],
)
def test_what_is_only_supposed_is_no_year_to_compare_with(arguments: list[str]) -> None:
    lay(Path())
    whatif("--set", "cleaning=none", "-f", "json", "-o", "假设.json")

    made = here(*arguments, DAY)

    assert (made.code, made.out) == (2, "")
    assert "假设.json: 这是 whatif 假设的报告，不是真的得分，不能拿来比\n" in made.err


def test_what_is_only_supposed_can_be_laid_out_again() -> None:
    lay(Path())
    whatif("--set", "cleaning=none", "-f", "json", "-o", "假设.json")

    again = here("report", "假设.json", "-f", "markdown")

    assert again.code == 0
    assert again.out == whatif("--set", "cleaning=none", "-f", "markdown").out
