"""`init`: a place to start from, that never treads on what is there."""

import errno
import os
from pathlib import Path

import pytest

from door import here
from office import lay
from wenming_score import catalogue
from wenming_score.load import load_unit

SNIPPETS = (".github/workflows/wenming-score.yml", ".pre-commit-config.yaml")
SCORABLE = [name for name in catalogue.bundled() if name != "thirteen-items-2012"]


@pytest.mark.parametrize("rubric", SCORABLE)
def test_what_it_writes_loads_without_a_mistake_and_says_nothing_yet(rubric: str) -> None:
    made = here("init", "新 局", "-r", rubric, "--name", "某县“示范”局", "--year", "2025")

    assert (made.code, made.out) == (0, "")
    loaded = load_unit(Path("新 局/unit.yaml"), "unit.yaml")
    assert loaded.assessment.unit.name == "某县“示范”局"
    assert str(loaded.assessment.period.span) == "2025-01-01~2025-12-31"
    assert loaded.assessment.answers.keys() == loaded.by.rubric.indicators.keys()
    assert loaded.by.rubric.name == rubric
    assert here("check", "新 局").code == 3


def test_every_file_that_it_wrote_is_named_on_stderr() -> None:
    done = here("init")

    files = sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())
    assert files == sorted(["unit.yaml", *SNIPPETS])
    assert all(f"写好：{name}\n" in done.err for name in files)
    assert "wenming-score check unit.yaml" in done.err


def test_it_makes_a_folder_for_each_item_and_one_for_the_rest() -> None:
    here("init", "新")

    folders = sorted(path.name for path in Path("新").iterdir() if path.is_dir() and path.name != ".github")
    assert [name[:3] for name in folders] == [f"{number:02}-" for number in range(14)]
    assert folders[1] == "01-学雷锋活动"
    assert folders[8] == "08-我们的节日活动"


def test_a_unit_file_that_is_there_stops_it_before_anything_is_written() -> None:
    Path("unit.yaml").write_text("我的", encoding="utf-8")

    done = here("init")

    assert (done.code, done.out) == (2, "")
    assert "unit.yaml 已经有了，不会覆盖" in done.err
    assert [path.name for path in Path().iterdir()] == ["unit.yaml"]
    assert Path("unit.yaml").read_text("utf-8") == "我的"


@pytest.mark.parametrize("kept", SNIPPETS)
def test_snippets_that_are_there_are_kept(kept: str) -> None:
    Path(kept).parent.mkdir(parents=True, exist_ok=True)
    Path(kept).write_text("我的", encoding="utf-8")

    done = here("init")

    assert done.code == 0
    assert f"已有，没有改动：{kept}\n" in done.err
    assert Path(kept).read_text("utf-8") == "我的"
    assert Path("unit.yaml").exists()


def test_folders_with_evidence_are_left_as_they_are() -> None:
    Path("01-学雷锋活动").mkdir()
    Path("01-学雷锋活动/照片.jpg").write_bytes(b"jpg")

    assert here("init").code == 0
    assert Path("01-学雷锋活动/照片.jpg").read_bytes() == b"jpg"


def test_a_rubric_of_ones_own_is_named_from_the_new_folder() -> None:
    lay(Path("体系"))

    assert here("init", "局/新", "-r", "体系/tiny.yaml").code == 0
    assert 'rubric: "../../体系/tiny.yaml"\n' in Path("局/新/unit.yaml").read_text("utf-8")
    assert here("check", "局/新").code == 3


@pytest.mark.parametrize("rubric", ["thirteen-items-2012", "nothing", "./nothing.yaml"])
def test_a_rubric_that_cannot_be_scored_by_writes_nothing(rubric: str) -> None:
    assert here("init", "新", "-r", rubric).code == 2
    assert not Path("新").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES], ids=errno.errorcode.get)
def test_a_folder_that_cannot_be_made_exits_74(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(self: Path, mode: int = 0o777, *, parents: bool = False, exist_ok: bool = False) -> None:
        raise OSError(number, os.strerror(number), str(self))

    monkeypatch.setattr(Path, "mkdir", fail)

    assert here("init", "新").code == 74


def test_the_year_is_this_year_in_china_unless_it_is_given() -> None:
    here("init", "新", "--year", "2031")

    text = Path("新/unit.yaml").read_text("utf-8")
    assert "term: {start: 2029-01-01, end: 2031-12-31}" in text
    assert "period: {start: 2031-01-01, end: 2031-12-31}" in text


@pytest.mark.parametrize("name", ['引"号', "反\\斜", "冒: 号 # 井", "'单'", "{花} [方]", " 空 "])
def test_any_name_of_a_unit_can_be_read_back(name: str) -> None:
    assert here("init", "新", "--name", name).code == 0
    assert load_unit(Path("新/unit.yaml"), "unit.yaml").assessment.unit.name == name


@pytest.mark.parametrize("name", ["换\n行", "颜\x1b色", "制\t表"])
def test_a_name_with_control_characters_can_be_read_back_or_is_refused(name: str) -> None:
    if here("init", "新", "--name", name).code == 0:
        assert load_unit(Path("新/unit.yaml"), "unit.yaml").assessment.unit.name == name
