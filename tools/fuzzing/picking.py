"""What of a run belongs in the corpus: the smallest samples that together reach what all of them reach."""

import sys
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from inspect import CO_OPTIMIZED
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType

import wenming_score
from habits import habits
from judging import BrokenPromiseError, probe
from samples import PLACES, Sample, unpacked

Line = tuple[str, int]
MOST_BYTES = 8 << 10
"""Of a sample in the corpus."""
INSIDE = Path(wenming_score.__file__).parent


def pick(work: Path, scratch: Path, number: int) -> None:
    """Choose greedily, and write what was chosen where the corpus has it."""
    grown = filter(None, (unpacked(path.read_bytes()) for path in sorted((work / "grown").iterdir())))
    reached = {sample: lines(sample, scratch) for sample in grown if len(sample.content) <= MOST_BYTES}
    chosen = list(covering(reached, number))
    for sample in chosen:
        folder = work / "picked" / sample.target
        folder.mkdir(parents=True, exist_ok=True)
        name = sha256(sample.content).hexdigest()[:8]
        (folder / f"{name}.{sample.suffix}").write_bytes(sample.content)
    every, some = (set[Line]().union(*(reached[one] for one in ones)) for ones in (reached, chosen))
    whole = {line for file in INSIDE.rglob("*.py") for line in _inner(compile(file.read_bytes(), str(file), "exec"))}
    print(f"{len(reached)} samples reach {len(every & whole)} of {len(whole)} lines of functions")
    print(f"{len(chosen)} chosen reach {len(some & whole)}: {dict(Counter(one.target for one in chosen))}")


def covering(reached: Mapping[Sample, frozenset[Line]], number: int) -> Iterator[Sample]:
    """Yield samples, each time the one that adds most; at least two of every target."""
    left, missing = dict(reached), set[Line]().union(*reached.values())
    for target in PLACES:
        some = sorted((one for one in left if one.target == target), key=lambda one: -len(left[one]))
        for sample in some[:2]:
            missing -= left.pop(sample)
            yield sample
    for _ in range(number - 2 * len(PLACES)):
        best = max(left, key=lambda one: (len(left[one] & missing), -len(one.content)), default=None)
        if best is None or not left[best] & missing:
            return
        missing -= left.pop(best)
        yield best


def lines(sample: Sample, scratch: Path) -> frozenset[Line]:
    """Note every line of the program that a sample reaches."""
    seen = set[Line]()

    def line(frame: FrameType, event: str, _: object) -> object:
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    def call(frame: FrameType, _event: str, _argument: object) -> object:
        return line if frame.f_code.co_filename.startswith(str(INSIDE)) else None

    for habit in habits(sample):
        with TemporaryDirectory(dir=scratch) as name:
            threading.settrace(call)  # evidence is read in threads
            sys.settrace(call)
            try:
                probe(sample, Path(name) / "room", habit)
            except BrokenPromiseError:
                return frozenset()
            finally:
                sys.settrace(None)
                threading.settrace(None)
    return frozenset(seen)


def _inner(code: CodeType) -> Iterator[Line]:
    """Yield the lines of the functions in a module, without those that run when it is imported."""
    for part in (one for one in code.co_consts if isinstance(one, CodeType)):
        if part.co_flags & CO_OPTIMIZED:
            yield from (
                (part.co_filename, line) for _, _, line in part.co_lines() if line and line > part.co_firstlineno
            )
        yield from _inner(part)
