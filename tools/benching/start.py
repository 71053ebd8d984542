"""One unit, cold: `check` of 2,000 lines, help, completion, each against the peers' own."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benching.goals import COLUMNS, Part, at_most
from benching.race import OURS, ROOT, Program, race, ratio, said

LINES = 2000
BY_LINES = "{extends: default, rules: {line-length: disable}}"


def measure(peers: Path, folder: Path, runs: int) -> Part:
    """Measure all three."""
    unit = folder / "unit.yaml"
    unit.write_text("\n".join(unit_file()) + "\n", encoding="utf-8")
    schema = str(ROOT / "schema/unit.schema.json")
    checks = race(
        {
            "wenming-score check": Program([OURS, "check", str(unit), "--as-of", "2025-12-31"]),
            "check-jsonschema": Program([str(peers / "check-jsonschema"), "--schemafile", schema, str(unit)]),
            "yamllint": Program([str(peers / "yamllint"), "-d", BY_LINES, str(unit)]),
        },
        runs,
    )
    asks = race(asking(peers), runs)
    (ours, its, other), (help_, its_help, line, its_line) = checks, asks
    size = median(one.size for one in checks[ours]) / median(one.size for one in checks[its])
    what = f"`check` of a unit file of {LINES:,} lines, cold"
    return Part(
        "One unit",
        [
            at_most(what, ratio(checks, ours, its), 0.45, its),
            at_most(what, ratio(checks, ours, other), 0.60, other),
            at_most("`--help`", ratio(asks, help_, its_help), 0.40, "check-jsonschema"),
            at_most("completion of an option", ratio(asks, line, its_line), 0.40, "check-jsonschema"),
        ],
        [COLUMNS, *said(checks), *said(asks), "", f"`check` takes {size:.2f} × the memory of check-jsonschema."],
    )


def asking(peers: Path) -> dict[str, Program]:
    """Ask for help, and how a line may go on."""
    its = str(peers / "check-jsonschema")

    def words(line: str, number: int, program: str) -> dict[str, str]:
        return {"COMP_WORDS": line, "COMP_CWORD": str(number), f"_{program}_COMPLETE": "bash_complete"}

    ours = words("wenming-score check --f", 2, "WENMING_SCORE") | {"_WENMING_SCORE_COMPLETE": "complete_bash"}
    return {
        "wenming-score --help": Program([OURS, "--help"]),
        "check-jsonschema --help": Program([its, "--help"]),
        "wenming-score, completion": Program([OURS], ours),
        "check-jsonschema, completion": Program([its], words("check-jsonschema --s", 1, "CHECK_JSONSCHEMA")),
    }


def unit_file() -> Iterator[str]:
    """Write a unit file of 2,000 lines like the examples': a long ledger, many activities, every item answered."""
    example = (ROOT / "examples/county-office-2025/unit.yaml").read_text(encoding="utf-8").splitlines()
    at = {name: example.index(f"{name}:") for name in ("evidence", "activities", "answers")}
    more = LINES - len(example)
    entries = more // 5
    yield from example[: at["evidence"] + 1]
    for number in range(entries):
        yield f"  B{number:04}:"
        yield f"    url: https://example.org/wenming/2025/{number:04}.html"
        yield "    type: web_page"
        yield f"    date: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    yield from example[at["evidence"] + 1 : at["activities"] + 1]
    for number in range(more - entries * 4):
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        rest = f"serves: [leifeng-activities, volunteering-activities], hours: 8, evidence: [B{number:04}]"
        yield f"  B{number:04}: {{title: 社区义务清扫第{number + 1}次, date: {day}, {rest}}}"
    yield from example[at["activities"] + 1 :]
