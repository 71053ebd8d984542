"""Samples that a fuzzer found: what broke a promise once, and what reaches a branch that no smaller sample reaches."""

from pathlib import Path

import pytest

from habits import HABITS, habits
from judging import probe
from samples import kept, read

CORPUS = Path(__file__).parent / "corpus"
SAMPLES = kept(CORPUS)
MOST, BYTES = 200, 1 << 20


@pytest.mark.parametrize("path", SAMPLES, ids=[f"{path.parent.name}-{path.name}" for path in SAMPLES])
def test_every_promise_is_kept(path: Path, tmp_path: Path) -> None:
    sample = read(path)
    broke = path.name.startswith("broke-")
    for number, habit in enumerate(HABITS[sample.target] if broke else habits(sample)):
        probe(sample, tmp_path / str(number), habit)


def test_the_corpus_is_small_and_all_of_it_is_replayed() -> None:
    files = [path for path in CORPUS.rglob("*") if path.is_file()]
    assert sorted(files) == sorted(SAMPLES)
    assert len(files) <= MOST
    assert sum(path.stat().st_size for path in files) <= BYTES
    assert {path.parent.name for path in files} == HABITS.keys()
