"""An output is the old file or the whole new one, whatever fails and whenever."""

import errno
import os
from pathlib import Path

import pytest

from door import here, there
from office import DAY, lay

OUTPUTS = ("甲.json", "乙.txt", "丙.json")
FORMATS = ("-f", "json:甲.json", "-f", "table:乙.txt", "-f", "json:丙.json")


class Faulty:
    """Fails at the n-th call."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.calls, self.at, self.error = 0, at, error

    def tick(self) -> None:
        self.calls += 1
        if self.calls == self.at:
            raise self.error


def contents() -> dict[str, str]:
    """Give what every file holds, hidden ones too."""
    return {str(path): path.read_text("utf-8", "replace") for path in sorted(Path().rglob("*")) if path.is_file()}


def broken(monkeypatch: pytest.MonkeyPatch, step: str, faulty: Faulty) -> None:
    """Break one of the steps by which a file is written."""
    real_sync, real_replace, real_chmod = os.fsync, Path.replace, Path.chmod

    def fsync(handle: int) -> None:
        faulty.tick()
        real_sync(handle)

    def replace(self: Path, target: "Path | str") -> Path:
        faulty.tick()
        return real_replace(self, target)

    def chmod(self: Path, mode: int, *, follow_symlinks: bool = True) -> None:
        faulty.tick()
        real_chmod(self, mode, follow_symlinks=follow_symlinks)

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fsync)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", replace)
    else:
        monkeypatch.setattr(Path, "chmod", chmod)


@pytest.fixture(autouse=True)
def old_reports() -> None:
    lay(Path())
    for name in OUTPUTS:
        Path(name).write_text("旧的", encoding="utf-8")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("step", ["fsync", "chmod"])
def test_a_failure_leaves_no_file_beside_the_old_ones_and_names_the_output(
    monkeypatch: pytest.MonkeyPatch, step: str, at: int, number: int
) -> None:
    before = contents()
    broken(monkeypatch, step, Faulty(at, OSError(number, os.strerror(number))))

    done = here("check", ".", DAY, *FORMATS)

    assert (done.code, done.out) == (74, "")
    assert "写不出去" in done.err
    assert OUTPUTS[at - 1] in done.err
    if step == "fsync":
        assert contents() == before
    assert contents().keys() == before.keys()


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_failed_rename_leaves_every_file_old_or_new_and_no_other(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    before = contents()
    with monkeypatch.context() as patch:
        broken(patch, "replace", Faulty(at, OSError(errno.EACCES, "Permission denied")))
        done = here("check", ".", DAY, *FORMATS)
    after = contents()
    assert here("check", ".", DAY, *FORMATS).code == 0
    whole = contents()

    assert done.code == 74
    assert OUTPUTS[at - 1] in done.err
    assert after.keys() == before.keys() == whole.keys()
    assert [after[name] for name in OUTPUTS] == [
        (whole if position < at else before)[name] for position, name in enumerate(OUTPUTS, 1)
    ]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_an_interruption_leaves_no_file_half_written(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = contents()
    broken(monkeypatch, step, Faulty(1, KeyboardInterrupt()))

    assert here("check", ".", DAY, *FORMATS).code == 130
    assert contents() == before


def test_a_first_rename_waits_until_every_file_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        steps.append("fsync")
        real_sync(handle)

    def replace(self: Path, target: "Path | str") -> Path:
        steps.append("replace")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    here("check", ".", DAY, *FORMATS)

    assert steps == ["fsync"] * 3 + ["replace"] * 3


def test_a_failed_init_leaves_no_half_written_file(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, "fsync", Faulty(2, OSError(errno.ENOSPC, "No space left on device")))

    done = here("init", "新")

    assert done.code == 74
    assert [path for path in Path("新").rglob("*") if path.is_file()] == []


def test_a_new_report_is_as_readable_as_any_new_file() -> None:
    other = Path("别的.txt")
    other.touch()

    here("check", ".", DAY, "-o", "新.txt")

    assert Path("新.txt").stat().st_mode == other.stat().st_mode


@pytest.mark.parametrize(
    "name",
    [
        "unit.yaml",
        "./01-计划/../unit.yaml",
        pytest.param("tiny.yaml"),
        pytest.param("名册.xlsx"),
    ],
)
def test_an_input_is_never_overwritten(name: str) -> None:
    before = contents()

    done = here("check", "unit.yaml", DAY, "-o", name)

    assert (done.code, contents()) == (2, before)


def test_two_formats_for_one_file_are_refused() -> None:
    assert here("check", ".", DAY, "-f", "json:一.txt", "-f", "table:一.txt").code == 2


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_the_screen_may_be_named_as_a_file(tmp_path: Path) -> None:
    done = there("check", ".", DAY, "-q", "-o", "/dev/stdout", cwd=tmp_path)

    assert (done.returncode, done.stdout.decode()) == (0, here("check", ".", DAY, "-q").out)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_what_is_not_a_regular_file_is_written_to_and_never_replaced() -> None:
    os.mkfifo("管道")
    reader = os.open("管道", os.O_RDONLY | os.O_NONBLOCK)

    done = here("check", ".", DAY, "-o", "管道")
    got = os.read(reader, 65536).decode()
    os.close(reader)

    assert Path("管道").is_fifo()
    assert (done.code == 0 and "某县示范局" in got) or (done.code == 2 and not got)


def test_a_link_goes_on_leading_to_the_report() -> None:
    Path("链接.txt").symlink_to("乙.txt")

    here("check", ".", DAY, "-o", "链接.txt")

    assert Path("链接.txt").is_symlink()
    assert "某县示范局" in Path("乙.txt").read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="names are bytes only there")
def test_a_file_name_that_is_not_utf_8_is_no_fault_of_ours() -> None:
    Path("unit.yaml").rename("坏\udcff.yaml")

    assert here("check", "坏\udcff.yaml", DAY, "-f", "json:甲.json").code in {0, 2}
