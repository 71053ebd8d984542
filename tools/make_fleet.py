"""Write a fleet of unit files, each of its own kind: sizes, answers, evidence; one in a hundred broken in some way.

The same seed gives the same bytes. Every unit has a folder of its own; all evidence is links, but in every tenth unit a
few small papers. `--broken` lists the units that cannot be assessed, with what is wrong with each.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "examples/county-office-2025/unit.yaml").read_text(encoding="utf-8")
SHORTEST, LONGEST = 800, 2000
ENTRY_LINES = 4
FITTING = 0.95
"""Which share of the pages is of a type that what they prove takes; offices rarely err there."""
TYPES = ("government_office", "institution", "enterprise", "school", "hospital", "other")
PLACES = ("某县", "某市", "某区", "某镇")
WORK = ("教育", "税务", "水务", "住建", "卫健", "文旅", "民政", "统计", "林业", "气象", "财政", "审计")
SERVED = ("leifeng-activities", "volunteering-activities", "culture-sport-events", "classics-readings")
PAPER = b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Title (%s) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%%%EOF\n"


def main() -> int:
    """Write the fleet that the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("units", type=int)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--broken", action="store_true", help="list what is broken")
    given = options.parse_args()
    for path, wrong in make_fleet(given.folder, given.units, given.seed):
        if given.broken and wrong:
            print(f"{path.relative_to(given.folder).as_posix()}\t{wrong}")
    return 0


def make_fleet(folder: Path, units: int, seed: int = 0) -> Iterator[tuple[Path, str]]:
    """Write so many units; give the path of each, and in what way it is broken, if it is."""
    for number in range(units):
        chance = random.Random(f"{seed} {number}")
        home = folder / f"{number:05}-{chance.choice(WORK)}"
        home.mkdir(parents=True)
        text = unit_file(chance, number)
        if number % 10 == 0:
            text = with_papers(home, text, number)
        hundred, rest = divmod(number, 100)
        wrong = sorted(FAULTS)[(hundred + seed) % len(FAULTS)] if rest == 37 else ""
        content = FAULTS[wrong](text) if wrong else text
        (home / "unit.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
        yield home / "unit.yaml", wrong


def unit_file(chance: random.Random, number: int) -> str:
    """Write a unit file after the example: some answers less, other figures, and a longer ledger."""
    care = chance.uniform(0.4, 1)
    lines = [varied(line, chance) for line in EXAMPLE.splitlines() if is_kept(line, chance, care)]
    lines = [named(line, chance, number) for line in lines]
    more = chance.randint(SHORTEST, LONGEST) - len(lines)
    pieces = more // (ENTRY_LINES + 1)
    at = lines.index("activities:")
    lines[at + 1 : at + 1] = held(chance, pieces)
    lines[at:at] = ledger(chance, number, more - pieces)
    return "\n".join(lines) + "\n"


def is_kept(line: str, chance: random.Random, care: float) -> bool:
    """Leave out activities and short answers that a careless unit does not have."""
    loose = re.match(r"  (A\d{4}|[a-z]+(-[a-z]+)+): \{(title|met|count|self_score)", line)
    return not loose or chance.random() < care


def varied(line: str, chance: random.Random) -> str:
    """Give a line other figures."""
    line = re.sub(r"path: .*?, type", lambda found: f"{link(found[0])}, type", line)
    if chance.random() < 0.3:
        line = re.sub(r", self_score: [\d.]+", "", line)
    line = re.sub(r"(?<=participants: )\d+", lambda found: str(max(3, int(found[0]) + chance.randint(-9, 9))), line)
    line = re.sub(r"\{count: (\d\d)", lambda found: f"{{count: {int(found[1]) - chance.randint(0, 30)}", line)
    line = re.sub(r"total: \d+", f"total: {chance.randint(200, 1600)}", line)
    return re.sub(r"grade: B", f"grade: {chance.choice('ABC')}", line)


def link(path: str) -> str:
    """Turn the path of a file into the address of a page."""
    return f'url: "https://example.org/{path.removeprefix("path: ").removesuffix(", type").replace(" ", "-")}"'


def named(line: str, chance: random.Random, number: int) -> str:
    """Say whose file it is."""
    if line == "  name: 某县示范局":
        return f"  name: {chance.choice(PLACES)}{chance.choice(WORK)}局第{number}分局"
    if line == "  type: government_office":
        return f"  type: {chance.choice(TYPES)}"
    return re.sub(r"^  staff: 86 ", f"  staff: {chance.randint(70, 300)} ", line)


def ledger(chance: random.Random, number: int, lines: int) -> Iterator[str]:
    """Write so many lines of the ledger: pages of the unit's own site."""
    for at in range(lines // ENTRY_LINES):
        yield f"  B{at:04}:"
        yield f"    url: https://example.org/{number}/2025/{at:04}.html"
        yield f"    type: {'photo' if chance.random() < FITTING else chance.choice(('web_page', 'screenshot'))}"
        yield f"    date: 2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    yield from ("  # 以下再无" for _ in range(lines % ENTRY_LINES))


def held(chance: random.Random, pieces: int) -> Iterator[str]:
    """Write activities that are proved by the pages of the ledger."""
    for at in range(pieces):
        day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        what = f"serves: [{chance.choice(SERVED)}], participants: {chance.randint(3, 60)}, evidence: [B{at:04}]"
        yield f"  B{at:04}: {{title: 第{at + 1}次{chance.choice(WORK)}服务日, date: {day}, {what}}}"


def with_papers(home: Path, text: str, number: int) -> str:
    """Put three small papers beside the unit file, in place of the first links of their kinds."""
    for kind in ("plan", "minutes", "notice"):
        name = f"{kind}.pdf"
        text, found = re.subn(rf'url: "[^"]*", type: {kind}', f"path: {name}, type: {kind}", text, count=1)
        if found:
            (home / name).write_bytes(PAPER % f"{number} {kind}".encode())
    return text


FAULTS: Mapping[str, Callable[[str], str | bytes]] = {
    "blank": lambda text: text[: text.index("\nevidence:") + 1],
    "cut": lambda text: text[: text.rindex("{") + 9],
    "double-key": lambda text: text.replace("  B0001:", "  B0000:", 1),
    "empty": lambda _: b"",
    "gbk": lambda text: text.encode("gbk", "replace"),
    "no-staff": lambda text: re.sub(r"^  staff: .*\n", "", text, flags=re.MULTILINE),
    "tab": lambda text: text.replace("    url:", "\turl:", 1),
    "unknown-rubric": lambda text: text.replace("rubric: luoyang-2019", "rubric: luoyang-1919", 1),
    "wide-colon": lambda text: text.replace("    type: ", "    type：", 1),
    "wrong-kind": lambda text: text.replace("period: {", "period: [", 1).replace("}     # 本次", "]     # 本次", 1),
}
"""Ways in which a unit file cannot be assessed."""


if __name__ == "__main__":
    sys.exit(main())
