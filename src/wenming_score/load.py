"""Files to models, with all their mistakes at once."""

from functools import cache, lru_cache
from pathlib import Path

from pydantic import ValidationError

from wenming_score import catalogue
from wenming_score.assessment import SelfAssessment
from wenming_score.catalogue import DISK, Layer, Shelf
from wenming_score.consistency import faults
from wenming_score.finding import InputError, Location, Mistake
from wenming_score.kinds.base import Answer, Unread
from wenming_score.records import record
from wenming_score.rubric import Rubric
from wenming_score.schema_errors import mistakes
from wenming_score.source import MISTAKES, Document, Value, parse
from wenming_score.text import tr

_KEPT = 8
"""How many rubrics are kept in mind."""


@record
class LoadedRubric:
    """A rubric and the file that it stands in."""

    rubric: Rubric
    document: Document


@record
class LoadedUnit:
    """A unit file, read by its rubric."""

    assessment: SelfAssessment
    document: Document
    by: LoadedRubric


def load_rubric(name: str, beside: Path, asked_at: Location, shelf: Shelf = DISK) -> LoadedRubric:
    """Load a rubric by name or path and see that it holds together."""
    return _bundled(name) if name in catalogue.bundled() else _load(name, beside, asked_at, shelf)


@cache
def _bundled(name: str) -> LoadedRubric:
    return _load(name, Path(), Location(name), DISK)


def _load(name: str, beside: Path, asked_at: Location, shelf: Shelf) -> LoadedRubric:
    return _held_together(catalogue.layers(name, beside, asked_at, shelf))


@lru_cache(_KEPT)
def _held_together(layers: tuple[Layer, ...]) -> LoadedRubric:
    """Make a rubric of its files; the same bytes make the same rubric, however many units name it."""
    document = catalogue.laid(layers)
    try:
        rubric = Rubric.model_validate(document.data)
    except ValidationError as error:
        raise InputError(mistakes(error, Rubric, document)) from None
    wrong = [Mistake(document.at(path), message) for path, message in faults(rubric)]
    if wrong:
        raise InputError(sorted(wrong))
    return LoadedRubric(rubric, document)


def scorable(loaded: LoadedRubric) -> LoadedRubric:
    """Refuse a rubric some of whose points nobody knows, saying which and how to add them."""
    unknown = list(loaded.rubric.unknown_points())
    if unknown:
        message = tr(
            "{title}有 {n} 处分值未知，不能打分：{names}。官方全文没有公开这些数字；"
            "请新建一个 YAML 写上 extends: {name}，按手里的文件补齐各项 points 和测评内容，"
            "再用 -r 指定它（自带的 luoyang-2019 就是这样补齐的）",
            title=loaded.rubric.label, n=len(unknown), names=tr("、").join(unknown), name=loaded.rubric.name,
        )  # fmt: skip
        raise InputError([Mistake(loaded.document.at(("items",)), message)])
    return loaded


def load_unit(path: Path, shown: str, rubric: str | None = None, shelf: Shelf = DISK) -> LoadedUnit:
    """Load a unit file by the rubric that it names, or by another one, which is always on disk."""
    document = parse(shelf.load(path, shown), shown, strict=False)
    data = document.data
    wrong: list[Mistake] = []
    if not isinstance(data, dict):
        top = Mistake(document.at(()), tr("自评文件的顶层要是映射（schema_version、rubric、unit……）"))
        raise InputError(document.mistakes or [top])
    by = _rubric_of(data, document, path, rubric, shelf, wrong)
    answers = _answers(data.get("answers"), document, by, wrong)
    try:
        assessment = SelfAssessment.model_validate(data | {"answers": answers})
    except ValidationError as error:
        wrong += mistakes(error, SelfAssessment, document)
    else:
        if by and not wrong and not document.mistakes:
            return LoadedUnit(assessment, document, by)
    broken = {mistake.at.line for mistake in document.mistakes}
    follow = (mistake for mistake in wrong if mistake.at.line not in broken or mistake.at.file != document.file)
    raise InputError(sorted({*document.mistakes, *follow})[:MISTAKES])


def _rubric_of(
    data: dict[str, Value], document: Document, path: Path, given: str | None, shelf: Shelf, wrong: list[Mistake]
) -> LoadedRubric | None:
    """Load the rubric by which the file is to be read; where there is none, the file's own mistakes still count."""
    named = data.get("rubric")
    try:
        if given is not None:
            return scorable(load_rubric(given, Path(), Location("--rubric")))
        if isinstance(named, str):
            return scorable(load_rubric(named, path.parent, document.at(("rubric",)), shelf))
    except InputError as error:
        wrong += error.mistakes
    return None


def _answers(
    data: Value, document: Document, by: LoadedRubric | None, wrong: list[Mistake]
) -> "Value | dict[str, Answer]":
    """Read each answer by the kind of its indicator; one that the rubric does not know is left to the checks."""
    if not isinstance(data, dict):
        return data
    answers: dict[str, Answer] = {}
    for name, raw in data.items():
        indicator = by.rubric.indicators.get(name) if by else None
        if indicator is None:
            answers[name] = Unread()
            continue
        try:
            answers[name] = indicator.reads.model_validate({} if raw is None else raw)
        except ValidationError as error:
            wrong += mistakes(error, indicator.reads, document, ("answers", name))
    return answers
