"""Real git repositories, in which nothing of this machine's own settings shows."""

import os
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tools_there import needed
from wenming_score.assess import Job, Looked, load, look
from wenming_score.finding import InputError
from wenming_score.history import Spec, Store, look_at_revision, parse

JOB = Job(date(2025, 12, 31))
UNIT = """\
schema_version: 1
rubric: luoyang-2019
unit: {name: 某局, type: government_office, staff: 86}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
"""
PHOTO_UNIT = f"""\
{UNIT}evidence:
  E0: {{path: 01/0.jpg, type: photo, date: 2025-03-05}}
  E1: {{path: 01/10.jpg, type: photo, date: 2025-03-06}}
  E2: {{path: 01/110.jpg, type: photo, date: 2025-03-07}}
answers: {{leifeng-plan: {{evidence: [E0, E1, E2]}}}}
"""
SURROUNDINGS = {
    **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository and its work tree."""

    folder: Path

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder, env={**os.environ, **SURROUNDINGS}, input=stdin, capture_output=True, timeout=60,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Write files."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def plan(self, path: str, unit: str = "unit.yaml") -> None:
        """Write a unit file that cites one piece of evidence."""
        text = f"evidence:\n  E1: {{path: {path}, type: plan, date: 2025-03-01}}\n"
        self.put({unit: f"{UNIT}{text}answers: {{leifeng-plan: {{evidence: [E1]}}}}\n"})

    def commit(self, tag: str | None = None) -> str:
        """Commit all that is there; give the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={tag or '.'}")
        if tag:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD").strip()


def repository(folder: Path) -> Repository:
    """Make an empty repository."""
    needed("git")
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def stand(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Stand in a folder, as a person does who has no settings of git."""
    for name, value in SURROUNDINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)


def looked(spec: str | Spec, store: Store | None = None, job: Job = JOB) -> Looked:
    """Look at a unit file of a revision."""
    found = parse(spec) if isinstance(spec, str) else spec
    assert found
    with ExitStack() as stack:
        return look_at_revision(found, job, store or stack.enter_context(Store()))


def on_disk(path: str = "unit.yaml", job: Job = JOB) -> Looked:
    """Look at a unit file of the work tree."""
    return look(load(Path(path), path, job.rubric), Path(path), job)


def refused(spec: str | Spec, job: Job = JOB) -> str:
    """Give the one mistake for which a revision is refused."""
    with pytest.raises(InputError) as caught:
        looked(spec, None, job)
    (mistake,) = caught.value.mistakes
    return str(mistake)
