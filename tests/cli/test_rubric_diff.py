"""`rubric diff`: what a new edition changes, for a clerk, a pull request and a program."""

import json
import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from test_hostile_text import LIVE, every_naughty_text, quoted

from door import ROOT, here
from office import RUBRIC, changed
from wenming_score.catalogue import bundled
from wenming_score.editions.fields import _fields, _top  # pyright: ignore[reportPrivateUsage] - every field wants a name
from wenming_score.finding import Location
from wenming_score.load import load_rubric
from wenming_score.render.editions.labels import label

OLD, NEW = "luoyang-2019", str(ROOT / "tests/editions/luoyang-2024.yaml")
GOLDEN = ROOT / "tests/golden"


def golden(name: str, text: str) -> None:
    """Compare with a golden file, or write it."""
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text, "UPDATE_GOLDEN=1 writes it again"


def said(*words: str) -> str:
    done = here("rubric", "diff", *words)
    assert (done.code, done.err) == (0, "")
    return done.out


def pair(*changes: tuple[str, str]) -> tuple[str, str]:
    """Write two rubrics that differ in this."""
    Path("old.yaml").write_text(RUBRIC, encoding="utf-8")
    Path("new.yaml").write_text(changed(RUBRIC, *changes), encoding="utf-8")
    return "old.yaml", "new.yaml"


@pytest.mark.parametrize(("lang", "name"), [("zh", "rubric-diff.txt"), ("en", "rubric-diff-en.txt")])
def test_the_second_edition_reads_as_it_did(monkeypatch: pytest.MonkeyPatch, lang: str, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    golden(name, said(OLD, NEW, "--lang", lang))


@pytest.mark.parametrize(("lang", "name"), [("zh", "rubric-diff.md"), ("en", "rubric-diff-en.md")])
def test_the_second_edition_as_markdown_is_as_it_was(lang: str, name: str) -> None:
    golden(name, said(OLD, NEW, "-f", "markdown", "--lang", lang))


@pytest.mark.parametrize("columns", ["60", "80", "120", "1000", "1"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch, columns: str, lang: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    lines = said(OLD, NEW, "--lang", lang).splitlines()

    assert max(map(cell_len, lines)) <= min(max(int(columns), 60), 120)


def test_the_first_lines_say_how_much_there_is() -> None:
    assert said(OLD, NEW).splitlines()[1:4] == [
        "  luoyang-2019 → luoyang-2024",
        "  满分 100；合格线 85 → 80",
        "  测评内容 42 项：23 项不变，16 项改动（改编号 1、换项目 1、换计分方式 1），新增 3 项，取消 3 项",
    ]


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_of_one_rubric_there_is_nothing_to_say(form: str) -> None:
    assert said(OLD, OLD, "-f", form).count("没有不同") == 1


def test_an_item_that_is_only_reworded_is_told() -> None:
    names = pair(("    title: 活动\n", "    title: 行动\n"))
    for form in ("table", "markdown"):
        out = said(*names, "-f", form)
        assert "名称：活动 → 行动" in out
        assert re.search(r"^(■|##) 行动", out, re.MULTILINE)


def test_a_program_is_told_everything() -> None:
    told = json.loads(said(*pair(("target: 7", "target: 8")), "-f", "json"))
    assert told["schema_version"] == 1
    assert told["indicators"] == {"kept": 1, "changed": 1, "added": 0, "removed": 0}
    deeds = told["items"][1]
    assert (deeds["status"], deeds["parts"][0]["changes"]) == (
        "changed", [{"field": "target", "before": 7, "after": 8}],
    )  # fmt: skip


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_it_is_written_to_a_file_as_it_is_printed(form: str) -> None:
    done = here("rubric", "diff", *pair(("target: 7", "target: 8")), "-f", form, "-o", "不同.txt")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path("不同.txt").read_text("utf-8") == said("old.yaml", "new.yaml", "-f", form)


def test_neither_rubric_is_written_over() -> None:
    before = Path(pair(("target: 7", "target: 8"))[1]).read_bytes()
    done = here("rubric", "diff", "old.yaml", "new.yaml", "-o", "new.yaml")
    assert (done.code, done.out) == (2, "")
    assert Path("new.yaml").read_bytes() == before


def test_what_is_wrong_with_either_is_said_at_once() -> None:
    pair(("points: 6\n    basis", "points: 5\n    basis"))
    done = here("rubric", "diff", "luoyang-2091", "new.yaml")
    assert (done.code, done.out) == (2, "")
    assert [line.split(":")[0] for line in done.err.splitlines()[:2]] == ["luoyang-2091", "new.yaml"]
    assert "是不是 luoyang-2019" in done.err


def test_a_rubric_with_unknown_points_can_be_compared() -> None:
    out = said("thirteen-items-2012", OLD)
    assert "志愿服务活动  未知 → 10 分" in out
    assert "合格线 没有 → 85" in out


@every_naughty_text
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_text_of_a_rubric_is_inert(text: str, form: str) -> None:
    name = quoted(text)
    names = pair(
        *((f"title: {title}", f"title: {name}") for title in ("小测评体系", "年度方案", "有责任人", "严重违纪")),
        ("action: 组织清扫", f"action: {name}"),
        ("target: 7", f"target: 7\n        unit: {name}"),
        ("{document: 材料审核}", f"{{document: {name}}}"),
    )
    for lang in ("zh", "en"):
        out = said(*names, "-f", form, "--lang", lang)
        assert LIVE.findall(out) == []
        assert not [line for line in out.splitlines() if line.lstrip().startswith("::error::")]


def test_every_field_of_every_rubric_has_a_name() -> None:
    bare: set[str] = set()
    for name in (*bundled(), NEW):
        one = load_rubric(name, Path(), Location(name)).rubric
        things = (*one.standards, *one.red_lines, *one.eligibility, *one.items, *one.indicators.values())
        fields = {field for thing in things for field in _fields(thing)} | _top(one).keys()
        bare |= {field for field in fields if label(field) == field}
    whole = {"bonus", "penalties", "pass_mark", "slide", "steps", "sample", "methods", "method_points"}
    assert bare - whole == {field for field in bare if field.startswith("plausible.") and field.count(".") == 1}
