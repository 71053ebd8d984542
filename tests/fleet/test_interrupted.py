import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from door import surroundings, there
from fleets import unit

UNITS = 500


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fleet") / "各单位"
    for number in range(UNITS):
        unit(folder / f"站{number:03}", registered=number % 9)
    whole = there("rank", folder.name, "--as-of", "2025-12-31", "-f", "json:whole.json", cwd=folder.parent)
    assert whole.returncode == 0
    return folder


def begun(fleet: Path, temp: Path, *more: str) -> subprocess.Popen[bytes]:
    ours = [sys.executable, "-m", "wenming_score", "rank", fleet.name, "--as-of", "2025-12-31", "-f", "json:out.json"]
    command = ["nice", "-n", "19", *ours, *more]
    return subprocess.Popen(
        command, cwd=fleet.parent, env=surroundings(TMPDIR=str(temp)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def stopped(running: subprocess.Popen[bytes], store: str, how: signal.Signals) -> tuple[int, str]:
    """Stop a run once a few units have been kept."""
    deadline = monotonic() + 60
    while monotonic() < deadline and kept(store) < 32:
        sleep(0.02)
    running.send_signal(how)
    _, said = running.communicate(timeout=60)
    return running.returncode, said.decode()


def kept(pattern: str) -> int:
    for path in Path("/").glob(pattern.lstrip("/")):
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0)) as db:
                return int(db.execute("SELECT count(*) FROM units").fetchone()[0])
        except sqlite3.Error:
            return 0
    return 0


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_what_was_done_is_left_and_gone_on_from(fleet: Path, tmp_path: Path, how: signal.Signals, jobs: str) -> None:
    home = fleet.parent
    running = begun(fleet, tmp_path, "--jobs", jobs)

    code, said = stopped(running, f"{tmp_path}/wenming-score-*/rank.db", how)

    assert code == 130, said
    assert said.startswith("已评好 ")
    assert said.count("\n") == 1
    assert not (home / "out.json").exists()
    assert list(tmp_path.iterdir()) == []
    assert 32 <= kept(f"{home}/rank.db") < UNITS
    again = there("rank", fleet.name, "--as-of", "2025-12-31", "-f", "json:out.json", "--resume", "rank.db", cwd=home)
    assert again.returncode == 0, again.stderr.decode()
    assert (home / "out.json").read_bytes() == (home / "whole.json").read_bytes()
    (home / "out.json").unlink()
    (home / "rank.db").unlink()


def test_a_run_that_is_killed_outright_has_left_what_it_was_given_a_file_for(fleet: Path, tmp_path: Path) -> None:
    home = fleet.parent
    running = begun(fleet, tmp_path, "--resume", "kept.db")

    code, _ = stopped(running, f"{home}/kept.db", signal.SIGKILL)

    assert code == -signal.SIGKILL
    before = kept(f"{home}/kept.db")
    assert 32 <= before < UNITS
    again = there("rank", fleet.name, "--as-of", "2025-12-31", "--resume", "kept.db", "-f", "json:out.json", cwd=home)
    assert again.returncode == 0, again.stderr.decode()
    assert kept(f"{home}/kept.db") == UNITS
    (home / "out.json").unlink()


def test_other_options_than_those_it_was_begun_with_are_refused(fleet: Path) -> None:
    home = fleet.parent
    there("rank", f"{fleet.name}/站00*", "--as-of", "2025-12-31", "--resume", "few.db", cwd=home)
    before = (home / "few.db").read_bytes()

    refused = there("rank", f"{fleet.name}/站00*", "--as-of", "2026-01-01", "--resume", "few.db", cwd=home)

    assert refused.returncode == 2
    assert "2025-12-31" in refused.stderr.decode()
    assert (home / "few.db").read_bytes() == before
