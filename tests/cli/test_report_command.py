"""`report`: the same report in another format, without scoring again; and the formats of a run of `check`."""

import json
from pathlib import Path

import pytest

import reports
from door import here
from office import DAY, MISSING, THREE_OF_SEVEN, lay
from wenming_score.choices import FORMATS, Format
from wenming_score.render.json import write

TEXTS: tuple[Format, ...] = (
    "json",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "csv",
    "markdown",
    "html",
    "badge",
    "shields",
)
FILES: tuple[Format, ...] = ("xlsx", "docx")


@pytest.fixture
def checked() -> Path:
    """Check a unit in every format at once, then take away the unit."""
    unit = lay(Path(), MISSING)
    wanted = [f"-f{name}:一/报告.{name}" for name in (*TEXTS, *FILES)]
    Path("一").mkdir()
    Path("二").mkdir()
    assert here("check", "unit.yaml", DAY, *wanted, "-f", "table:一/报告.table").code == 1
    unit.unlink()
    return Path("一")


def test_every_format_is_among_these() -> None:
    assert {*TEXTS, *FILES, "table"} == set(FORMATS)


@pytest.mark.parametrize("name", [*TEXTS, *FILES, "table"])
def test_it_gives_the_bytes_that_check_gave(name: Format, checked: Path) -> None:
    done = here("report", checked / "报告.json", "-f", name, "-o", f"二/报告.{name}")

    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path(f"二/报告.{name}").read_bytes() == (checked / f"报告.{name}").read_bytes()


@pytest.mark.parametrize("name", TEXTS)
def test_text_goes_to_the_screen_as_it_goes_to_a_file(name: Format, checked: Path) -> None:
    done = here("report", checked / "报告.json", "-f", name)

    assert done.out.encode() == (checked / f"报告.{name}").read_bytes()


def test_it_speaks_the_language_of_the_report_unless_asked() -> None:
    Path("r.json").write_text(write(reports.rich("en")), encoding="utf-8")

    assert here("report", "r.json", "-q").out.startswith("Below the pass mark")
    assert here("report", "r.json", "-q", "--lang", "zh").out.startswith("未达合格线")


def test_several_files_make_one_report() -> None:
    lay(Path("a"))
    lay(Path("b"), THREE_OF_SEVEN)
    for name in "ab":
        here("check", name, DAY, "-f", "json", "-o", f"{name}.json")

    assert here("check", "a", "b", DAY, "-f", "json").out == here("report", "a.json", "b.json", "-f", "json").out


def test_every_mistake_of_every_file_is_said() -> None:
    Path("a.json").write_text("{}", encoding="utf-8")
    Path("b.json").write_text("{", encoding="utf-8")

    done = here("report", "a.json", "没有.json", "b.json")

    assert done.code == 2
    assert {line.partition(":")[0] for line in done.err.splitlines()} == {"a.json", "没有.json", "b.json"}


def test_it_never_writes_over_what_it_reads(checked: Path) -> None:
    before = (checked / "报告.json").read_bytes()

    assert here("report", checked / "报告.json", "-f", "html", "-o", checked / "报告.json").code == 2
    assert (checked / "报告.json").read_bytes() == before


def test_a_badge_in_a_json_file_is_the_one_for_shields(checked: Path) -> None:
    here("report", checked / "报告.json", "-f", "badge:二/b.json", "-f", "badge:二/b.svg")

    assert json.loads(Path("二/b.json").read_bytes())["schemaVersion"] == 1
    assert Path("二/b.svg").read_text(encoding="utf-8").startswith("<svg")


def test_github_gets_a_summary_behind_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    Path("summary.md").write_text("前面的\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path("summary.md").absolute()))

    assert here("check", ".", DAY, "-f", "table").code == 0
    assert Path("summary.md").read_text(encoding="utf-8") == "前面的\n"
    assert here("check", ".", DAY, "-f", "github").code == 0
    assert Path("summary.md").read_text(encoding="utf-8").startswith("前面的\n# 某县示范局\n")


def test_a_summary_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path("没有/summary.md").absolute()))

    assert here("check", ".", DAY, "-f", "github").code == 74


def test_if_one_file_cannot_be_written_none_is() -> None:
    lay(Path())
    Path("r.json").write_text("旧", encoding="utf-8")

    assert here("check", ".", DAY, "-f", "json:r.json", "-f", "html:没有/r.html", "-f", "table").code == 74
    assert Path("r.json").read_text(encoding="utf-8") == "旧"
    assert not list(Path().glob(".r.json*"))


def test_the_bundled_template_is_written_once() -> None:
    assert here("template").code == 0
    before = Path("自查报告模板.docx").read_bytes()

    again = here("template")

    assert again.code == 2
    assert "已经有了" in again.err
    assert Path("自查报告模板.docx").read_bytes() == before


def test_the_bundled_template_fills_in_as_the_report_without_one() -> None:
    lay(Path())
    Path(".出").mkdir()
    here("template", "-o", ".出/模板.docx")

    done = here("check", ".", DAY, "--template", ".出/模板.docx", "-f", "docx:.出/有.docx", "-q", "-f", "table")
    assert (done.code, done.err) == (0, "")
    here("check", ".", DAY, "-f", "docx:.出/无.docx", "-f", "table")

    assert Path(".出/有.docx").read_bytes() == Path(".出/无.docx").read_bytes()


def test_a_broken_template_is_refused_by_name_and_nothing_is_written() -> None:
    lay(Path())
    Path("坏.docx").write_bytes(b"PK\x03\x04 ...")

    done = here("check", ".", DAY, "--template", "坏.docx", "-f", "docx:r.docx", "-f", "json:r.json", "-f", "table")

    assert done.code == 2
    assert done.err.startswith("坏.docx: ")
    assert not Path("r.json").exists()
    assert not Path("r.docx").exists()
