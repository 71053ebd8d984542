"""Every way in which a revision cannot be read, and what is said of it."""

import os
import shutil
from pathlib import Path

import pytest

from repositories import UNIT, Repository, looked, refused
from wenming_score.history import Spec, Store
from wenming_score.source import BYTES


def lose(repository: Repository, name: str, instead: bytes | None = None) -> None:
    """Take one object out of a repository, or put something else in its place."""
    found = repository.git("rev-parse", name).strip()
    path = repository.folder / ".git/objects" / found[:2] / found[2:]
    path.unlink()
    if instead is not None:
        path.write_bytes(instead)


def test_a_revision_that_is_not_there(here: Repository) -> None:
    here.plan("a.txt")
    said = "没有 v2024 这个版本；请核对标签、分支或提交的名字（git tag、git log --oneline 可以看）"
    assert refused("v2024:unit.yaml") == f"v2024:unit.yaml: {said}"
    here.commit()
    assert refused("v2024:unit.yaml") == f"v2024:unit.yaml: {said}"


@pytest.mark.parametrize(
    "revision", ["-x", "--all", "--git-dir", "--output=PWN", "-h", "a...b", "HEAD..", "^HEAD", "@{", "/"]
)
def test_a_revision_is_never_an_option(here: Repository, revision: str) -> None:
    here.plan("a.txt")
    here.commit()
    before = sorted(Path().iterdir())
    assert f"没有 {revision} 这个版本" in refused(Spec(revision, "unit.yaml"))
    assert sorted(Path().iterdir()) == before


def test_a_revision_that_begins_with_a_dash_is_read(here: Repository) -> None:
    here.plan("a.txt")
    commit = here.commit()
    here.git("update-ref", "refs/heads/-x", commit)
    assert looked("-x:unit.yaml").loaded.document.file == "-x:unit.yaml"


@pytest.mark.parametrize("revision", ["a\0b", "x" * 200_000, "\ud800"])
def test_what_cannot_be_passed_to_git_is_no_crash(here: Repository, revision: str) -> None:
    here.plan("a.txt")
    here.commit()
    assert "运行不了 git" in refused(Spec(revision, "unit.yaml"))


def test_a_shallow_clone_says_how_to_get_what_it_lacks(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here.plan("a.txt")
    here.commit("v2024")
    here.commit("v2025")
    here.git("clone", "--quiet", "--depth=1", f"file://{here.folder}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    looked("HEAD:unit.yaml")
    for revision in ("v2024", "HEAD~1"):
        assert refused(f"{revision}:unit.yaml") == (
            f"{revision}:unit.yaml: 这个仓库是浅克隆，只有最近的提交，没有 {revision}；请取全历史："
            "CI 里设 fetch-depth: 0，自己的电脑上运行 git fetch --unshallow --tags"
        )


def test_a_clone_without_the_files_fetches_nothing(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here.git("config", "uploadpack.allowFilter", "true")
    here.plan("a.txt")
    here.put({"a.txt": "then"})
    here.commit()
    here.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{here.folder}", str(tmp_path / "part"))
    clone = Repository(tmp_path / "part")
    clone.git("config", "remote.origin.uploadpack", f"touch {tmp_path / 'PWN'};")
    monkeypatch.chdir(clone.folder)
    said = "这个仓库是部分克隆，缺这个版本的文件；请重新完整克隆（不带 --filter）"
    assert refused("HEAD:unit.yaml") == f"HEAD:unit.yaml: {said}"
    assert not (tmp_path / "PWN").exists()


def test_a_file_that_the_repository_lacks(here: Repository) -> None:
    here.plan("a.txt")
    here.put({"a.txt": "then"})
    here.commit()
    lose(here, "HEAD:a.txt")
    fact = looked("HEAD:unit.yaml").holdings.files["E1"]
    assert (fact.state, fact.detail) == ("unreadable", "无法读取（仓库不完整，缺它的内容，请重新克隆）")
    lose(here, "HEAD:unit.yaml")
    assert refused("HEAD:unit.yaml") == "HEAD:unit.yaml: 读不了：仓库不完整，缺它的内容，请重新克隆"


def test_no_repository(here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    said = "HEAD:unit.yaml: 这里不是 git 仓库；请到放自评文件的仓库里运行"
    assert refused("HEAD:unit.yaml") == said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_repository_of_another_user(here: Repository) -> None:
    here.plan("a.txt")
    here.commit()
    os.chown(here.folder, 12345, 12345)
    os.chown(here.folder / ".git", 12345, 12345)
    assert refused("HEAD:unit.yaml") == (
        "HEAD:unit.yaml: 仓库的文件夹属于另一个用户，git 不肯读；确认可信以后运行 "
        "git config --global --add safe.directory 仓库文件夹"
    )


def test_no_git_on_the_path_and_none_from_where_we_stand(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here.put({"git": f"#!/bin/sh\ntouch {tmp_path / 'PWN'}\n"})
    Path("git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path / "empty"), "", "."]))
    assert refused("HEAD:unit.yaml") == "HEAD:unit.yaml: 没有找到 git；请先安装 git，或者直接给出那时的自评文件"
    assert not (tmp_path / "PWN").exists()


def test_a_renamed_unit_file_is_suggested_by_its_bytes(here: Repository) -> None:
    here.plan("a.txt", "甲/自评 2024.yaml")
    here.put({"other.yaml": UNIT, "b/unit.yaml": UNIT})
    here.commit("v2024")
    (here.folder / "甲/自评 2024.yaml").rename(here.folder / "unit.yaml")
    here.commit("v2025")
    assert refused("v2024:unit.yaml") == "v2024:unit.yaml: 这个版本里没有 unit.yaml，是不是 甲/自评 2024.yaml？"


@pytest.mark.parametrize(
    ("path", "there", "near"),
    [
        ("unit.yaml", ["甲/unit.yaml"], "，是不是 甲/unit.yaml？"),
        ("乙", ["甲/unit.yaml"], "，是不是 甲/unit.yaml？"),
        ("2025/自评.yaml", ["2024/自评.yaml", "x.txt"], "，是不是 2024/自评.yaml？"),
        ("Unit.yaml", ["unit.yaml", "甲/unit.yaml"], "，是不是 unit.yaml？"),
        ("unit.yml", ["unit.yaml", "甲/x.yaml"], "，是不是 unit.yaml？"),
        ("unit.yaml", ["甲/unit.yaml", "乙/unit.yaml", "丙.txt"], ""),
        ("unit.yaml/x", ["unit.txt"], ""),
        ("unit.yaml", [], ""),
    ],
)
def test_a_file_that_is_not_in_the_revision(here: Repository, path: str, there: list[str], near: str) -> None:
    here.put(dict.fromkeys(there, "x"))
    here.commit()
    assert refused(f"HEAD:{path}") == f"HEAD:{path}: 这个版本里没有 {path}{near}"


def test_a_folder_without_a_unit_file(here: Repository) -> None:
    here.put({"甲/a.txt": "x", "甲/乙/unit.yaml": "x"})
    here.commit()
    assert refused("HEAD:甲") == "HEAD:甲: 这个版本里没有 甲/unit.yaml，是不是 甲/乙/unit.yaml？"


def test_a_unit_file_in_a_submodule(here: Repository, tmp_path: Path) -> None:
    part = Repository(tmp_path / "part")
    part.folder.mkdir()
    part.git("init", "--quiet")
    part.plan("a.txt")
    part.commit()
    here.git("submodule", "--quiet", "add", str(part.folder), "甲/part")
    here.commit()
    said = "甲/part 是 Git 子模块，里面的文件在另一个仓库里；请到那个文件夹里运行"
    assert refused("HEAD:甲/part/unit.yaml") == f"HEAD:甲/part/unit.yaml: {said}"
    assert refused("HEAD:甲/part") == f"HEAD:甲/part: {said}"
    assert refused(Spec("HEAD", "甲/part/unit.yaml", here=True)) == f"HEAD:甲/part/unit.yaml: {said}"


def test_a_unit_file_that_is_a_link(here: Repository) -> None:
    here.plan("a.txt", "real.yaml")
    Path("unit.yaml").symlink_to("real.yaml")
    here.commit()
    assert refused("HEAD:") == "HEAD:: unit.yaml 是符号链接，不跟随；请写它指向的文件"


def test_a_unit_file_that_is_kept_elsewhere(here: Repository) -> None:
    here.put({"unit.yaml": b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 5\n" % (b"0" * 64)})
    here.commit()
    assert refused("HEAD:unit.yaml").startswith("HEAD:unit.yaml: 这里只有 Git LFS 的指针")


@pytest.mark.parametrize(("size", "most"), [(BYTES + 1, "4 MB"), (BYTES, "")])
def test_a_unit_file_beyond_the_limit_is_not_read(here: Repository, size: int, most: str) -> None:
    text = f"{UNIT}answers: {{leifeng-plan: {{met: [department]}}}}\n#"
    here.put({"unit.yaml": text + "x" * (size - len(text.encode()))})
    here.commit()
    if most:
        assert refused("HEAD:unit.yaml") == f"HEAD:unit.yaml: 文件超过 {most}；请核对是不是给错了文件"
    else:
        looked("HEAD:unit.yaml")


def test_evidence_beyond_the_limit_is_not_read(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenming_score.evidence.limits.HASHED", 9)
    here.plan("a.txt")
    here.put({"a.txt": b"x" * 10})
    here.commit()
    fact = looked("HEAD:unit.yaml").holdings.files["E1"]
    assert (fact.size, fact.sha256, fact.inside.fault) == (10, "", "超过 0 GB，没有看内容")


def test_more_files_than_can_be_listed(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenming_score.history.git._ANSWER", 100)
    here.plan("a.txt")
    here.put({f"{number}.txt": "x" for number in range(9)})
    here.commit()
    assert refused("HEAD:unit.yaml") == "HEAD:unit.yaml: 这个版本里文件太多，列不完；请把自评材料放进单独的仓库"


@pytest.mark.parametrize("mute", ["rev-parse", "ls-tree", "cat-file"])
def test_git_that_says_nothing_is_stopped(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mute: str
) -> None:
    here.plan("a.txt")
    here.commit()
    real = shutil.which("git")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text(f'#!/bin/sh\ncase "$*" in *{mute}*) exec sleep 60;; esac\nexec {real} "$@"\n')
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("wenming_score.history.git.SECONDS", 0.5)
    assert refused("HEAD:unit.yaml") == "HEAD:unit.yaml: git 超过 0.5 秒没有回答；请看看仓库所在的磁盘，稍后再试"


def test_a_damaged_file_is_a_fault_of_that_file_alone(here: Repository) -> None:
    here.plan("a.txt")
    here.put({"a.txt": "then"})
    here.commit()
    lose(here, "HEAD:a.txt", b"broken")
    with Store() as store:
        fact = looked("HEAD:unit.yaml", store).holdings.files["E1"]
        assert fact.state == "unreadable"
        here.plan("b.txt")
        here.put({"b.txt": "now"})
        here.git("add", "unit.yaml", "b.txt")
        here.git("commit", "--quiet", "--message=.")
        assert looked(f"{here.git('rev-parse', 'HEAD').strip()}:unit.yaml", store).holdings.files["E1"].size == 3


def test_a_damaged_list_of_files(here: Repository) -> None:
    here.plan("a.txt")
    here.commit()
    lose(here, "HEAD^{tree}")
    assert refused("HEAD:unit.yaml") == "HEAD:unit.yaml: git 出错：fatal: not a tree object（仓库可以用 git fsck 检查）"


def test_what_a_terminal_would_obey_is_spelt_out(here: Repository) -> None:
    assert refused(Spec("\x1b[31m", "unit.yaml")).startswith("<U+001B>[31m:unit.yaml: ")
