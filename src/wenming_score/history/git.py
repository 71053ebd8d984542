"""Running git: only to read, in surroundings in which a repository can make it do nothing else."""

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer

from wenming_score.records import record
from wenming_score.text import inert, tr, why

SECONDS = 60
"""How long git may say nothing."""
_ANSWER = 64 << 20
"""Bytes of one answer: the list of all files of a revision is the longest."""
_ALWAYS = ("-c", "core.fsmonitor=", "--no-pager", "--no-replace-objects")
_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES")
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    # A git too old for GIT_NO_LAZY_FETCH must not fetch either.
    "GIT_ALLOW_PROTOCOL": "none",
}


class GitError(Exception):
    """Git cannot give what was asked for; the message is for people."""


@record
class Answer:
    """What a run of git came to."""

    code: int
    out: bytes
    err: str


@record
class Git:
    """Git, run in a folder."""

    folder: Path
    program: str
    surroundings: Mapping[str, str]

    def start(self, *arguments: str, stdin: int = DEVNULL, stderr: int = DEVNULL) -> Popen[bytes]:
        """Start git; whoever does stops it."""
        command = (self.program, *_ALWAYS, *arguments)
        try:
            return Popen(  # noqa: S603 - the program is git, and nothing of the arguments is taken for an option
                command, cwd=self.folder, env=self.surroundings, stdin=stdin, stdout=PIPE, stderr=stderr
            )
        except (OSError, ValueError) as error:
            reason = why(error) if isinstance(error, OSError) else error
            raise GitError(tr("运行不了 git（{reason}）；请核对版本的写法和 git 的安装", reason=reason)) from None

    def ask(self, *arguments: str) -> Answer:
        """Run git and wait for its answer."""
        process = self.start(*arguments, stderr=PIPE)
        with process, limited(process):
            assert process.stdout
            assert process.stderr
            out = process.stdout.read(_ANSWER + 1)
            if len(out) > _ANSWER:
                process.kill()
                raise GitError(tr("这个版本里文件太多，列不完；请把自评材料放进单独的仓库"))
            err = process.stderr.read(4096).decode(errors="replace")
        return Answer(process.returncode, out, err)


def find_git(folder: Path) -> Git:
    """Find git, to run it in a folder."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    name = "git.exe" if os.name == "nt" else "git"
    for place in os.get_exec_path():
        program = os.path.join(place, name)  # noqa: PTH118 - entries of PATH are text
        # Never one that lies where we happen to stand.
        if os.path.isabs(place) and os.access(program, os.X_OK) and os.path.isfile(program):  # noqa: PTH113, PTH117 - as above
            return Git(folder, program, {**ours, **_SET})
    raise GitError(tr("没有找到 git；请先安装 git，或者直接给出那时的自评文件"))


@contextmanager
def limited(process: Popen[bytes]) -> Generator[None]:
    """Stop git where it says nothing for too long, and where anything goes wrong here."""
    late: list[bool] = []

    def stop() -> None:
        late.append(True)
        process.kill()

    timer = Timer(SECONDS, stop)
    timer.start()
    try:
        yield
    except BaseException:
        process.kill()
        raise
    finally:
        timer.cancel()
    if late:
        raise GitError(tr("git 超过 {n} 秒没有回答；请看看仓库所在的磁盘，稍后再试", n=SECONDS))


def failed(answer: Answer) -> GitError:
    """Say why git failed, in its own words where there are none better."""
    if "dubious ownership" in answer.err or "unsafe repository" in answer.err:
        return GitError(
            tr(
                "仓库的文件夹属于另一个用户，git 不肯读；确认可信以后运行 "
                "git config --global --add safe.directory 仓库文件夹"
            )
        )
    if "promisor remote" in answer.err:
        return GitError(tr("这个仓库是部分克隆，缺这个版本的文件；请重新完整克隆（不带 --filter）"))
    lines = answer.err.strip().splitlines() or [str(answer.code)]
    return GitError(tr("git 出错：{reason}（仓库可以用 git fsck 检查）", reason=inert(lines[0][:200])))
