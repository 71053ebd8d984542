"""Random rubrics, and random unit files over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from build import HOUSE, Raw, Section, assessment, case, indicator, item, report, rubric
from wenming_score.facts import Case
from wenming_score.files import FileFact
from wenming_score.kinds import KINDS
from wenming_score.report import Report
from wenming_score.rubric import Rubric

TYPES = ["plan", "photo", "record", "roster", "statistics", "survey_form"]
DAYS = [*["2025-06-01"] * 4, "2025-H2", "2025", "2024-05-01", "2024", "2022-01-01", "20xx", "2026-01"]
FESTIVALS = ["春节", "清明", "端午", "中秋"]
OFFICES = ["办公室", "宣教科", "财务科"]
LEDGER = [f"E{number}" for number in range(4)]
POINTS = st.sampled_from([Decimal("0.5"), Decimal(1), Decimal("2.5"), Decimal(3), Decimal(7)])
QUANTITIES = st.sampled_from([3, 10, 38, 40, 50, "42余", "约30人", "25人次", ">=12次", 0, "待填", None])
BASES = st.sampled_from([40, 40, 40, 12, "10余", 0, "待填"])
FILES = [*[FileFact("present", 1)] * 9, FileFact("missing"), FileFact("empty"), FileFact("escapes")]
PIECES = st.sampled_from(list(product(TYPES, [*DAYS, None], FILES)))


@dataclass(frozen=True)
class World:
    """A rubric, the sections of a unit file over it, and what its files are like."""

    by: Rubric
    claimed: Section
    files: Mapping[str, FileFact]

    def section(self, name: str) -> Section:
        section = self.claimed.get(name, {})
        assert isinstance(section, dict)
        return dict(section)

    def but(self, **sections: Raw) -> "World":
        return replace(self, claimed=self.claimed | sections)

    @property
    def case(self) -> Case:
        unit = assessment(self.by, **self.claimed)
        return case(self.by, unit, files={name: fact for name, fact in self.files.items() if name in unit.evidence})

    @property
    def report(self) -> Report:
        return report(self.case)


def some(names: Sequence[str], least: int = 0) -> SearchStrategy[list[str]]:
    """Pick up to three of the names, or one more than the least; in one draw, since drawing is what takes time."""
    sizes = range(least, max(3, least + 1) + 1)
    return st.sampled_from([list(chosen) for size in sizes for chosen in combinations(names, size)])


def fields(**strategies: SearchStrategy[Raw]) -> SearchStrategy[Section]:
    return st.fixed_dictionaries(strategies)


def _clauses(points: Sequence[Decimal]) -> Section:
    listed = [{"id": f"c{n}", "title": f"第{n}点", "points": one} for n, one in enumerate(points)]
    return {"clauses": listed, "points": sum(points, Decimal(0))}


def _equal_clauses(number: int) -> Section:
    return {"clauses": [{"id": f"c{n}", "title": f"第{n}点"} for n in range(number)]}


def _both(one: Section, other: Section) -> Section:
    return one | other


def _steps(steps: Mapping[int, Decimal]) -> Section:
    pairs = [{"at": at, "points": one} for at, one in zip(sorted(steps), sorted(steps.values()), strict=True)]
    return {"target": None, "steps": pairs, "points": max(steps.values())}


def _lacks(costs: Sequence[Decimal], proof: Sequence[str]) -> Section:
    listed: list[Section] = [{"id": f"l{n}", "title": f"缺{n}", "points": cost} for n, cost in enumerate(costs)]
    return {"lacks": [lack | {"proved_by": proof} for lack in listed]}


_SCALE = {
    "denominator": st.sampled_from([*["staff"] * 4, "volunteers", "nobody"]),
    "none_at": st.sampled_from([0, 0.2]),
    "slide": st.sampled_from([None, {"per": 0.01, "points": 1}, {"per": 0.3, "points": 0.7}]),
}
_PROOF = some(["evidence-missing", "evidence-outside-period", "activity-without-evidence"])
ASKED: dict[str, SearchStrategy[Section]] = {
    "checklist": st.builds(
        _both,
        st.one_of(st.lists(POINTS, min_size=1, max_size=3).map(_clauses), st.integers(1, 4).map(_equal_clauses)),
        fields(all_or_nothing=st.booleans()),
    ),
    "count": st.one_of(
        fields(target=st.integers(1, 6)), st.dictionaries(st.integers(1, 6), POINTS, min_size=1, max_size=3).map(_steps)
    ),
    "coverage": fields(expected=st.one_of(some(FESTIVALS, 1), st.just("departments"))),
    "ratio": fields(full_at=st.sampled_from([1, 0.9]), unit=st.sampled_from(["人", "人次"]), **_SCALE),
    "average": fields(full_at=st.integers(1, 9), field=st.sampled_from(["hours", "participants"]), **_SCALE),
    "grade": st.just({}),
    "survey": fields(
        full_at=st.sampled_from([1, 0.85]),
        slide=_SCALE["slide"],
        blank_penalty=st.sampled_from([0, 0.2]),
        void_counts=st.booleans(),
        sample=st.sampled_from([None, {"share": 0.6, "at_most": 20}]),
    ),
    "deduction": st.builds(_lacks, st.lists(POINTS, min_size=1, max_size=3), _PROOF),
}
EVIDENCE = fields(
    types=some(TYPES, 3), at_least=st.sampled_from([1, 1, 2]), window=st.sampled_from(["period", "term", "any"])
)


@st.composite
def indicators(draw: DrawFn, name: str) -> Section:
    """Draw an indicator of any kind."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    asked = {"points": draw(POINTS)} | draw(ASKED[kind])
    return indicator(kind, id=name, **asked, evidence=draw(EVIDENCE), standards=draw(some(["s1", "s2"])))


@st.composite
def rubrics(draw: DrawFn) -> Rubric:
    """Draw a rubric that holds together."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    names = [[f"i{i}{j}" for j in range(size)] for i, size in enumerate(sizes)]
    items = [item(f"item{i}", *(draw(indicators(name)) for name in group)) for i, group in enumerate(names)]
    priced = [{"id": name, "title": name, "points": draw(POINTS), **HOUSE} for name in ("p1", "p2")]
    return rubric(
        *items,
        figures={"full_points": HOUSE, "not_applicable": HOUSE},
        not_applicable=draw(st.sampled_from(["redistribute", "redistribute", "full", "zero"])),
        not_applicable_to=draw(st.one_of(st.none(), some([name for group in names for name in group]))),
        sources={"paper": {"title": "测试文件", "kind": "house"}},
        standards=[{"id": name, "title": name, "source": "paper"} for name in ("s1", "s2")],
        red_lines=[{"id": name, "title": name, "look_back_months": 24, **HOUSE} for name in ("r1", "r2")],
        eligibility=[
            {"id": "term", "title": "届期", "rule": {"kind": "term", "years": draw(st.sampled_from([2, 3]))}, **HOUSE}
        ],
        bonus={"cap": draw(POINTS), "awards": priced, **HOUSE},
        penalties={"entries": priced, **HOUSE},
        pass_mark=draw(st.one_of(st.none(), st.just({"points": 2, **HOUSE}))),
    )


_CITES = some([*LEDGER, "E404"], 1)
_MET = some(["c0", "c1", "c2", "none"])
ANSWERS: dict[str, SearchStrategy[Section]] = {
    "checklist": fields(met=st.one_of(_MET, st.dictionaries(st.sampled_from(["c0", "c1", "c2"]), _CITES))),
    "count": fields(count=QUANTITIES),
    "coverage": fields(covered=some([*FESTIVALS, *OFFICES])),
    "ratio": fields(count=QUANTITIES),
    "average": fields(total=QUANTITIES),
    "grade": fields(grade=st.sampled_from(["A", "B", "C", "E", None]), graded_by=st.sampled_from(["self", "reviewer"])),
    "survey": fields(
        responses=st.dictionaries(st.sampled_from(["优", "良", "差", "其他"]), st.integers(0, 30)),
        blank=st.integers(0, 3), void=st.integers(0, 3), disagree=st.integers(0, 3),
    ),
    "deduction": fields(lacks=st.one_of(st.none(), some(["l0", "l1"]), st.just({"l0": 2}))),
}  # fmt: skip
_COMMON = fields(
    evidence=_CITES,
    not_applicable=st.sampled_from([*[None] * 8, "本单位没有这项任务", "无"]),
    not_held=st.sampled_from([None, None, "场地维修"]),
    self_score=st.one_of(st.none(), POINTS),
)
_UNIT = fields(
    name=st.just("某局"),
    type=st.just("other"),
    staff=BASES,
    counts=fields(volunteers=BASES),
    departments=some(OFFICES),
)
_LINE = fields(status=st.sampled_from(["clear", "clear", "undeclared", "breached"]))
_BONUS = fields(award=st.sampled_from(["p1", "p2"]), project=st.sampled_from(["甲", "乙"]), evidence=some(["B1", "B2"]))
_FAULT = fields(penalty=st.sampled_from(["p1", "p2"]), self_reported=st.booleans())


def _activity(names: Sequence[str]) -> SearchStrategy[Section]:
    return fields(
        title=st.just("活动"),
        date=st.sampled_from(DAYS),
        serves=some([*names, "gone"]),
        tags=some(FESTIVALS),
        departments=some(OFFICES),
        participants=QUANTITIES,
        hours=QUANTITIES,
        evidence=_CITES,
    )


@st.composite
def unit_files(draw: DrawFn, by: Rubric) -> World:
    """Draw a unit file over a rubric; what proves a bonus proves nothing else."""
    held = draw(st.lists(_activity(list(by.indicators)), max_size=4))
    pieces = {name: draw(PIECES) for name in [*LEDGER, "B1", "B2"]}
    ledger: Section = {
        name: {"path": f"{name}.pdf", "type": kind, "date": day} for name, (kind, day, _) in pieces.items()
    }
    answers: Section = {}
    for name, one in by.indicators.items():
        kind = next(kind for kind, cls in KINDS.items() if isinstance(one, cls))
        if draw(st.integers(0, 3)):
            answers[name] = draw(ANSWERS[kind]) | draw(_COMMON)
    claimed: Section = {
        "unit": draw(_UNIT),
        "evidence": ledger,
        "activities": {f"A{number}": one for number, one in enumerate(held)},
        "answers": answers,
        "red_lines": draw(fields(r1=_LINE, r2=_LINE)),
        "bonus": draw(st.lists(_BONUS, max_size=3)),
        "penalties": draw(st.lists(_FAULT, max_size=2)),
    }
    return World(by, claimed, {name: piece[2] for name, piece in pieces.items()})


def worlds() -> SearchStrategy[World]:
    """Draw a rubric and a unit file over it."""
    return rubrics().flatmap(unit_files)
