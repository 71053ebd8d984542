"""Git is only read, few times, and a repository makes nothing run."""

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from time import perf_counter

import pytest

from pictures import picture
from repositories import JOB, PHOTO_UNIT, Repository, looked, on_disk, refused
from wenming_score.assess import assess_looked
from wenming_score.history import Store, look_at_revision, parse
from wenming_score.history import git as git_

REVISIONS = 120


class Runs:
    """Every git that was started."""

    def __init__(self) -> None:
        self.all: list[Popen[bytes]] = []

    def commands(self) -> list[str]:
        """Give git's own command of each run."""
        found: list[str] = []
        for run in self.all:
            assert isinstance(run.args, tuple)
            found += [str(word) for word in run.args if word in {"rev-parse", "ls-tree", "cat-file"}]
        return found


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    made, start = Runs(), git_.Git.start

    def started(git: git_.Git, *arguments: str, **options: int) -> Popen[bytes]:
        made.all.append(start(git, *arguments, **options))
        return made.all[-1]

    monkeypatch.setattr(git_.Git, "start", started)
    return made


def everything(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Say of every file, and of every folder, when it was written and what is in it."""
    return {
        str(path): (path.lstat().st_mtime_ns, path.lstat().st_size, path.read_bytes() if path.is_file() else b"")
        for path in sorted((folder, *folder.rglob("*")))
    }


def followed(here: Repository, count: int) -> None:
    """Commit as many revisions of a unit, each with a photo more."""
    for number in range(count):
        if number % 10 == 0:
            here.put({f"01/{number}.jpg": picture() + bytes([number])})
        here.put({"unit.yaml": f"{PHOTO_UNIT}# {number}\n"})
        here.commit(f"v{number}")


@pytest.mark.parametrize(
    "spec", ["HEAD:unit.yaml", "HEAD:gone.yaml", "gone:unit.yaml", "-x:unit.yaml", "HEAD~1:", "--output=PWN:unit.yaml"]
)
def test_neither_the_repository_nor_the_work_tree_changes(here: Repository, spec: str) -> None:
    followed(here, 2)
    here.put({"unit.yaml": "changed\n", "new.txt": "x"})
    here.git("add", "new.txt")
    # What is staged looks changed by its times, which a git that refreshes its index would write down.
    os.utime("01/0.jpg", (1, 1))
    before = everything(here.folder)
    try:
        looked(spec)
    except Exception:  # noqa: BLE001 - whatever it came to
        assert spec not in {"HEAD:unit.yaml", "HEAD~1:"}
    assert everything(here.folder) == before


def spoil(here: Repository, marker: str) -> None:
    """Name programs wherever a repository can; each leaves a marker."""
    run = f"touch '{here.folder.parent / marker}'; true"
    (here.folder / ".git/hooks").mkdir(exist_ok=True)
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (here.folder / ".git/hooks" / hook).write_text(f"#!/bin/sh\n{run}\n")
        (here.folder / ".git/hooks" / hook).chmod(0o755)
    for name in (
        "core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.smudge", "filter.x.clean",
        "filter.x.process", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy",
        "credential.helper", "remote.origin.uploadpack", "pager.rev-parse", "pager.ls-tree", "pager.cat-file",
        "core.alternateRefsCommand", "uploadpack.packObjectsHook", "gpg.program",
    ):  # fmt: skip
        here.git("config", name, f"!{run}" if name == "credential.helper" else run)
    for name in ("rev-parse", "ls-tree", "cat-file"):
        here.git("config", f"alias.{name}", f"!{run}")
    here.git("config", "extensions.partialClone", "origin")
    here.git("config", "remote.origin.url", f"ext::sh -c {run.replace(' ', '% ')}")
    here.git("config", "remote.origin.promisor", "true")


def test_a_hostile_repository_makes_nothing_run(here: Repository) -> None:
    here.put({".gitattributes": "* filter=x diff=x\n"})
    followed(here, 2)
    spoil(here, "PWN")
    for spec in ("HEAD:unit.yaml", "HEAD~1:unit.yaml"):
        assert looked(spec).holdings.files["E0"].type == "jpeg"
    for spec in ("gone:unit.yaml", "HEAD:gone.yaml", "0123456789012345678901234567890123456789:unit.yaml"):
        refused(spec)
    marker = here.folder.parent / "PWN"
    assert not marker.exists()
    subprocess.run(["git", "status"], cwd=here.folder, capture_output=True, timeout=60, check=False)
    assert marker.exists(), "the repository is not hostile"


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_TRACE", "GIT_TRACE2_EVENT", "GIT_EXEC_PATH"]
)
def test_what_the_caller_says_of_git_leads_nowhere_else(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    followed(here, 1)
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert looked("HEAD:unit.yaml").holdings.files["E0"].state == "present"
    assert not (tmp_path / "elsewhere").exists()


def test_one_process_gives_the_files_of_all_revisions(here: Repository, runs: Runs) -> None:
    followed(here, 12)
    with Store() as store:
        for number in range(12):
            looked(f"v{number}:unit.yaml", store)
    commands = runs.commands()
    assert commands.count("cat-file") == 1
    assert commands.count("ls-tree") == 12
    assert commands.count("rev-parse") == 12 + 2


def test_leaving_the_store_stops_git_whatever_happens(here: Repository, runs: Runs) -> None:
    followed(here, 1)

    def interrupted(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    spec = parse("HEAD:unit.yaml")
    assert spec
    with pytest.raises(KeyboardInterrupt), Store() as store:
        look_at_revision(spec, JOB, store, interrupted)
    assert "cat-file" in runs.commands()
    assert all(run.poll() is not None for run in runs.all)


def test_nothing_is_left_in_the_folder_for_temporary_files(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("wenming_score.history.objects._IN_MEMORY", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    followed(here, 1)
    there: list[list[Path]] = []

    def look(_kind: str) -> None:
        there.append(list((tmp_path / "tmp").iterdir()))

    monkeypatch.setattr("wenming_score.evidence.reading.reader_of", look)
    looked("HEAD:unit.yaml")
    assert there == [[]]
    assert not list((tmp_path / "tmp").iterdir())


def test_many_revisions_take_little_longer_than_as_many_plain_scorings(here: Repository) -> None:
    followed(here, REVISIONS)

    from_git = plain = 0.0
    with Store() as store:
        for number in range(REVISIONS):  # in turn, so that what else the machine does hits both
            from_git += timed(lambda of=f"v{number}:unit.yaml": assess_looked(looked(of, store), JOB))
            plain += timed(lambda: assess_looked(on_disk(), JOB))
    assert from_git < 3 * plain


def timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
