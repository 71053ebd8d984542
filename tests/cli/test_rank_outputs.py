"""`rank`: where the ranking goes, what is refused, and what is told meanwhile."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

import door
from door import here, surroundings, there
from office import BREACHED, DAY, NOTHING_SAID, RUBRIC, lay
from terminals import looked_on, piped

BROKEN = ("schema_version: 1", "schema_versoin: 1")


@pytest.mark.parametrize("form", ["table", "csv", "json", "html"])
def test_no_output_says_where_this_machine_keeps_the_units(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    lay(tmp_path / "全市/甲区/一局")
    lay(tmp_path / "全市/乙区/二局", BROKEN)
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")

    done = here("rank", tmp_path / "全市", DAY, "-f", form, "-v")

    assert done.code == 2
    assert "unit.yaml" in done.out
    assert str(tmp_path) not in done.out + done.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--quota", "0"], "--quota 的值不对，要写不小于 1 的整数"),
        (["--quota", "三"], "--quota 的值不对，要写整数"),
        (["--jobs", "0"], "--jobs 的值不对，要写不小于 1 的整数"),
        (["--by", "points"], "--by"),
        (["--engine", "cloud"], "--engine"),
        (["--engine", "dask"], "--engine dask 要有 --scheduler"),
        (["--scheduler", "tcp://127.0.0.1:1"], "--scheduler 要和 --engine dask 一起用"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"], "--jobs 只用于本机"),
        (["-f", "jsno"], "json"),
        (["-f", "docx"], "docx"),
        (["-f", "json:一.txt", "-f", "csv:一.txt"], "两种格式不能写到同一个文件"),
        (["-f", "json", "-f", "csv"], "只能有一种格式不写路径"),
        (["--as-of", "昨天"], "--as-of"),
    ],
)
def test_a_wrong_option_is_refused_before_anything_is_measured(options: list[str], said: str) -> None:
    lay(Path("甲"), BROKEN)

    done = here("rank", "甲", DAY, *options)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "schema_versoin" not in done.err
    assert os.listdir() == ["甲"]  # noqa: PTH208 - names are all that is asked


@pytest.mark.parametrize(
    "path", ["甲/unit.yaml", "甲/名册.xlsx", "甲/01-计划/年度 方案.pdf", "甲/tiny.yaml", "连/名册.xlsx", "共用.yaml"]
)
@pytest.mark.parametrize("option", ["-f", "--resume"])
def test_what_a_unit_reads_is_never_written_over(path: str, option: str) -> None:
    lay(Path("甲"))
    lay(Path("乙"), ("rubric: tiny.yaml", "rubric: ../共用.yaml"))
    Path("共用.yaml").write_text(RUBRIC, encoding="utf-8")
    Path("连").symlink_to("甲")
    before = Path(path).read_bytes()

    done = here("rank", "甲", "乙", DAY, option, f"json:{path}" if option == "-f" else path)

    assert done.code == 2
    assert "输出会盖掉" in done.err
    assert Path(path).read_bytes() == before


def test_evidence_under_a_root_of_its_own_is_never_written_over() -> None:
    lay(Path("甲"))
    Path("材料").mkdir()
    Path("甲/01-计划").rename("材料/01-计划")
    Path("甲/名册.xlsx").rename("材料/名册.xlsx")
    before = Path("材料/名册.xlsx").read_bytes()

    done = here("rank", "甲", DAY, "--evidence-root", "材料", "-f", "xlsx:材料/名册.xlsx")

    assert (done.code, Path("材料/名册.xlsx").read_bytes()) == (2, before)
    assert "输出会盖掉" in done.err


def test_the_rubric_of_the_command_line_is_never_written_over() -> None:
    lay(Path("甲"))
    Path("别的").write_text(RUBRIC, encoding="utf-8")

    done = here("rank", "甲", DAY, "-r", "./别的", "-o", "别的")

    assert (done.code, Path("别的").read_text(encoding="utf-8")) == (2, RUBRIC)


def test_the_file_to_go_on_from_is_never_written_over() -> None:
    lay(Path("甲"))
    assert here("rank", "甲", DAY, "--resume", "存.db").code == 0
    before = Path("存.db").read_bytes()

    done = here("rank", "甲", DAY, "--resume", "存.db", "-f", "json:./存.db")

    assert (done.code, Path("存.db").read_bytes()) == (2, before)
    assert "输出会盖掉" in done.err


def test_an_output_may_lie_among_the_evidence_and_be_written_anew() -> None:
    lay(Path("甲"))

    codes = [here("rank", "甲", DAY, "-f", "csv:甲/排名.csv").code for _ in range(2)]

    assert codes == [0, 0]
    assert Path("甲/排名.csv").exists()


def test_without_duckdb_parquet_is_refused_at_once_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path("甲"), BROKEN)
    monkeypatch.setitem(sys.modules, "duckdb", None)

    done = here("rank", "甲", DAY, "-f", "parquet:一.parquet")

    assert (done.code, done.out) == (2, "")
    assert done.err == '-f parquet: 没有装 duckdb；请运行 pip install "wenming-score[fleet]"\n'


def test_an_output_without_a_folder_is_told_before_anything_is_measured() -> None:
    lay(Path("甲"), BROKEN)

    done = here("rank", "甲", DAY, "-f", "json:没有/一.json")

    assert done.code == 74
    assert "没有/一.json" in done.err
    assert "schema_versoin" not in done.err


def test_several_formats_are_written_at_once_and_the_screen_has_the_table() -> None:
    lay(Path("甲"))

    done = here("rank", "甲", DAY, "-f", "table", "-f", "csv:一.csv", "-f", "json:一.json", "-f", "html:一.html")

    assert done.out.startswith("■ 排名  1 个自评文件，截至 2025-12-31\n")
    assert Path("一.json").read_text(encoding="utf-8") == here("rank", "甲", DAY, "-f", "json").out
    assert Path("一.csv").read_bytes().decode() == here("rank", "甲", DAY, "-f", "csv").out
    assert Path("一.html").read_text(encoding="utf-8") == here("rank", "甲", DAY, "-f", "html").out


def test_output_takes_the_one_format() -> None:
    lay(Path("甲"))

    done = here("rank", "甲", DAY, "-f", "xlsx", "-o", "排名.xlsx")

    assert (done.code, done.out) == (0, "")
    assert load_workbook("排名.xlsx").sheetnames == ["排名", "热力图", "各项分布"]


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_what_is_no_text_goes_through_a_pipe_as_into_a_file(form: str) -> None:
    pytest.importorskip("duckdb")
    lay(Path("甲"))

    done = there("rank", "甲", DAY, "-f", form)
    assert here("rank", "甲", DAY, "-f", form, "-o", "一").code == 0

    assert done.returncode == 0
    assert done.stdout == Path("一").read_bytes()
    assert load_workbook(BytesIO(done.stdout)) if form == "xlsx" else done.stdout.startswith(b"PAR1")


def test_a_table_in_a_file_tells_as_much_as_the_screen_asked_for_all() -> None:
    lay(Path("甲"))
    lay(Path("乙"), ("name: 某县示范局", "name: 某局"), ("type: government_office", "type: school"))

    assert here("rank", ".", DAY, "-o", "排名.txt").code == 0

    assert Path("排名.txt").read_text(encoding="utf-8") == here("rank", ".", DAY, "-v").out
    assert "乙/unit.yaml" in here("rank", ".", DAY, "-v").out
    assert "乙/unit.yaml" not in here("rank", ".", DAY).out


def test_it_speaks_english_where_it_is_asked_to() -> None:
    lay(Path("甲"))
    lay(Path("乙"), BREACHED)

    done = here("rank", ".", DAY, "--lang", "en", "--quota", "1")

    assert done.out.startswith("■ Ranking  unit files: 2, as of 2025-12-31\n")
    assert json.loads(here("rank", ".", DAY, "--lang", "en", "-f", "json").out)["lang"] == "en"


@pytest.mark.skipif(os.name != "posix", reason="pipes work otherwise here")
def test_a_reader_that_has_seen_enough_is_not_complained_of() -> None:
    lay(Path("甲"))
    command = f'"{sys.executable}" -m wenming_score rank 甲 {DAY} -f json; echo $? >&2'
    done = subprocess.run(
        ["bash", "-c", f"({command}) | head -c 1"], env=surroundings(), capture_output=True, timeout=60, check=False
    )

    assert done.stdout == b"{"
    assert done.stderr.strip() in {b"141", b"0"}


@pytest.mark.parametrize("by", ["total", "item", "standard"])
def test_the_json_keeps_to_its_schema_as_it_is_printed(by: str) -> None:
    lay(Path("甲"))
    lay(Path("乙"), BREACHED)
    lay(Path("丙"), BROKEN)
    lay(Path("丁"), NOTHING_SAID)
    schema = json.loads(here("schema", "rank").out)
    made = json.loads(here("rank", ".", door.ROOT / "examples", DAY, "-f", "json", "--by", by, "--quota", "1").out)
    errors = Draft202012Validator(schema).iter_errors(made)  # pyright: ignore[reportUnknownMemberType] - half typed

    Draft202012Validator.check_schema(schema)
    assert [error.message for error in errors] == []
    assert schema["title"] == "排名"


def test_a_ranking_with_a_key_too_many_breaks_its_schema() -> None:
    lay(Path("甲"))
    schema = json.loads(here("schema", "rank").out)
    made = json.loads(here("rank", "甲", DAY, "-f", "json").out) | {"rank": 1}

    assert not Draft202012Validator(schema).is_valid(made)  # pyright: ignore[reportUnknownMemberType] - half typed


@pytest.mark.skipif(os.name != "posix", reason="terminals work otherwise here")
def test_a_terminal_is_told_how_far_the_work_has_come_and_a_pipe_is_not() -> None:
    for number in range(40):
        lay(Path(str(number)))
    command = ("rank", ".", DAY, "-o", "排名.txt")

    said = looked_on(*command)

    assert "正在评分 " in said
    assert said.split("\r\x1b[K")[-1] == ""
    assert piped(*command) == ""
