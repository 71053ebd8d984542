"""What `rubric diff` does."""

from pathlib import Path

from wenming_score.choices import Color, EditionFormat
from wenming_score.cli import codes
from wenming_score.cli.looking import keep
from wenming_score.cli.output import colored, plain_text, print_lines, put, terminal_width, write_files
from wenming_score.editions import difference
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.load import load_rubric
from wenming_score.render import editions, json
from wenming_score.rubric import Rubric

_NARROW, _WIDE = 60, 120


def compare(names: tuple[str, str], form: EditionFormat, output: Path | None, color: Color) -> int:
    """Print what differs between two rubrics, or write it to a file."""
    keep(map(Path, names), [output] if output else [])
    old, new = _load(names)
    diff = difference(old, new)
    lines = list(editions.lines(diff, old, new, min(max(terminal_width(), _NARROW), _WIDE))) if form == "table" else []
    if form == "table" and output is None:
        print_lines(lines, color=colored(color))
        return codes.PASSED
    made = {"table": plain_text(lines), "json": json.write(diff)}.get(form) or editions.markdown(diff, old, new)
    if output:
        write_files({output: made})
    else:
        put(made)
    return codes.PASSED


def _load(names: tuple[str, str]) -> tuple[Rubric, Rubric]:
    """Load both, and say what is wrong with either."""
    wrong: list[Mistake] = []
    loaded: list[Rubric] = []
    for name in names:
        try:
            loaded.append(load_rubric(name, Path(), Location(name)).rubric)
        except InputError as error:
            wrong += error.mistakes
    if wrong:
        raise InputError(sorted({*wrong}))
    return loaded[0], loaded[1]
