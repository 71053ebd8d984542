"""What `rubric` does."""

from collections.abc import Iterator
from pathlib import Path

from wenming_score import catalogue
from wenming_score.choices import Color
from wenming_score.cli import codes
from wenming_score.cli.output import colored, complain, print_lines, terminal_width
from wenming_score.finding import InputError, Location
from wenming_score.load import LoadedRubric, load_rubric
from wenming_score.render import manual
from wenming_score.render.cells import Line, hang
from wenming_score.rubric import Rubric
from wenming_score.text import tr
from wenming_score.values import plain


def list_bundled(color: Color) -> int:
    """Print a paragraph for each bundled rubric."""
    lines = [line for name in catalogue.bundled() for line in _summary(_load(name).rubric)]
    print_lines(lines, color=colored(color))
    return codes.PASSED


def show_one(name: str, color: Color) -> int:
    """Print a rubric from its standards to its last indicator."""
    rubric = _load(name).rubric
    print_lines([*_summary(rubric), *_contents(rubric, terminal_width())], color=colored(color))
    return codes.PASSED


def validate_all(names: list[str]) -> int:
    """Validate each rubric; one that is wrong does not hide the next."""
    outcomes: list[int] = []
    for name in names:
        try:
            rubric = _load(name, as_path=True).rubric
        except InputError as error:
            complain(*map(str, error.mistakes))
            outcomes.append(codes.CANNOT_RUN)
        else:
            print_lines(
                [[("√ ", "good"), *line] if not at else line for at, line in enumerate(_summary(rubric))], color=False
            )
            outcomes.append(codes.PASSED)
    return codes.worst(outcomes)


def _load(name: str, *, as_path: bool = False) -> LoadedRubric:
    if as_path and name not in catalogue.bundled() and "/" not in name:
        name = f"./{name}"
    return load_rubric(name, Path(), Location(name))


def _summary(rubric: Rubric) -> Iterator[Line]:
    default = tr("（默认）") if rubric.name == catalogue.DEFAULT else ""
    yield [(rubric.name, "strong"), (f"  {rubric.label}{default}", "plain")]
    basis = rubric.points_by_basis()
    unknown = list(rubric.unknown_points())
    yield [(tr(
        "    {items} 个测评项目，{n} 项测评内容，满分 {full}；官方 {official}、推算 {derived}、自定 {house}",
        items=len(rubric.items), n=len(rubric.indicators), full=plain(rubric.full_points),
        official=plain(basis["official"]), derived=plain(basis["derived"]), house=plain(basis["house"]),
    ), "faint")]  # fmt: skip
    if unknown:
        yield [
            (tr("    有 {n} 处分值未知，不能直接打分：{names}", n=len(unknown), names=tr("、").join(unknown)), "unsure")
        ]


def _contents(rubric: Rubric, cells: int) -> Iterator[Line]:
    if rubric.note:
        yield from hang([("    ", "plain")], rubric.note, "plain", cells)
    sections: list[tuple[str, list[Line]]] = [
        (tr("标准"), [[(f"  {one.id}  {one.label}", "plain")] for one in rubric.standards]),
        (tr("红线"), [line for one in rubric.red_lines_in_force for line in manual.red_line_page(rubric, one, cells)]),
        (tr("申报条件"), [line for one in rubric.eligibility for line in manual.eligibility_page(rubric, one, cells)]),
        (tr("合理的限度（超过了只提醒核对）"), list(manual.limits_page(rubric, cells))),
    ]
    for title, pages in sections:
        if pages:
            yield []
            yield [(f"■ {title}", "strong")]
            yield from pages
    for item in rubric.items:
        yield []
        yield from manual.item_page(rubric, item, cells)
