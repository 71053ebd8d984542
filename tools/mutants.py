"""What became of the mutants that `mutmut run` made, a line a module; fails where too many went unnoticed."""

import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

WANTED = 90
"""Of a hundred mutants, how many the tests must notice."""
NOTICED = {"killed", "timeout", "caught by type check"}
PACKAGE = "wenming_score."


def main() -> int:
    """Print the table; the code says whether enough were noticed."""
    modules = figures(results())
    total = sum(modules.values(), Counter[bool]())
    print("| module | mutants | killed | survived | % |\n|---|---|---|---|---|")
    for name, counted in [*sorted(modules.items()), ("together", total)]:
        print(f"| {name} | {counted.total()} | {counted[True]} | {counted[False]} | {share(counted):.1f} |")
    return 0 if share(total) >= WANTED else 1


def results() -> list[tuple[str, str]]:
    """Ask mutmut for each mutant and what became of it."""
    mutmut = Path(sys.executable).with_name("mutmut")
    said = subprocess.run([mutmut, "results", "--all", "true"], capture_output=True, text=True, check=True)  # noqa: S603 - our own
    lines = (line.strip().rpartition(": ") for line in said.stdout.splitlines())
    return [(name, state) for name, _, state in lines if name.startswith(PACKAGE) and state != "not checked"]


def figures(mutants: list[tuple[str, str]]) -> dict[str, Counter[bool]]:
    """Count by module what was noticed and what was not."""
    modules: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for name, state in mutants:
        modules[name.removeprefix(PACKAGE).rpartition(".")[0]][state in NOTICED] += 1
    return modules


def share(counted: Counter[bool]) -> float:
    """Say how many of a hundred were noticed."""
    return 100 * counted[True] / max(1, counted.total())


if __name__ == "__main__":
    sys.exit(main())
