"""What holds for every plan: of one rubric with every kind, and of whatever unit file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from planned import ANNOUNCED, carried_out, planned, remedy

from build import HOUSE, Raw, Section, assessment, case, indicator, item, report, rubric
from wenming_score.checks import proved, refusals
from wenming_score.choices import MINIMISE
from wenming_score.facts import Case
from wenming_score.kinds.mending import mended
from wenming_score.kinds.portion import Portion
from wenming_score.plan import Ask, Plan, follow, parse_plan
from wenming_score.plan.floors import holds
from wenming_score.render.json import write
from wenming_score.shares import factors
from worlds import OFFICES, World, unit_files

law = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
CLAUSES: list[Raw] = [{"id": f"c{number}", "title": f"第{number}点"} for number in range(3)]
LACKS: list[Raw] = [{"id": f"l{number}", "title": f"缺{number}", "points": 1} for number in range(2)]
PRIZES: list[Raw] = [{"id": name, "title": name, "points": 2, **HOUSE} for name in ("p1", "p2")]
SEASON: Section = {"days_before": 15, "days_after": 7, **HOUSE}
EVERY = rubric(
    item(
        "papers",
        indicator("checklist", clauses=CLAUSES, standards=["s1"]),
        indicator("checklist", id="rules", clauses=CLAUSES, all_or_nothing=True, standards=["s2"]),
        indicator("ratio", standards=["s1"], remedy=remedy(after=["checklist"])),
        indicator("deduction", lacks=LACKS),
    ),
    item(
        "work",
        indicator("count", target=3, remedy=remedy(apart_days=30, after=["checklist"], together=["coverage"])),
        indicator("count", id="articles", target=3, unit="篇", standards=["s2"]),
        indicator("coverage", standards=["s1"]),
        indicator("coverage", id="offices", expected="departments"),
        indicator("average", remedy=remedy(lead_days=60)),
    ),
    item("people", indicator("grade", evidence={"types": ["photo", "record"], "at_least": 2}), indicator("survey")),
    not_applicable="redistribute",
    plausible={"festivals": SEASON, "spring_festival": SEASON},
    sources={"paper": {"title": "测试文件", "kind": "house"}},
    standards=[{"id": name, "title": name, "source": "paper"} for name in ("s1", "s2")],
    bonus={"cap": 3, "awards": PRIZES, **HOUSE},
    penalties={"entries": PRIZES, **HOUSE},
)
OWNERS: Section = {"papers": {"department": "办公室"}, "work": {"department": "宣教科"}}
DAYS = st.sampled_from([date(2025, 1, 6), date(2025, 3, 3), date(2025, 7, 25), date(2025, 11, 24), date(2026, 1, 5)])
SHARES = st.sampled_from([None, None, Fraction(1, 2)])


@dataclass(frozen=True)
class Asked:
    """A unit file, a day, and what is asked of a plan."""

    world: World
    as_of: date
    wish: Ask

    def case(self, claimed: Section | None = None) -> Case:
        unit = assessment(self.world.by, **(claimed or self.world.claimed))
        files = {name: fact for name, fact in self.world.files.items() if name in unit.evidence}
        return case(self.world.by, unit, as_of=self.as_of, files=files)

    @property
    def plan(self) -> Plan:
        return planned(self.case(), self.wish)


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    world, as_of = draw(unit_files(EVERY)), draw(DAYS)
    hands: Section = {"responsibilities": OWNERS}
    if draw(st.integers(0, 2)) == 0:
        hands["capacity"] = {name: draw(st.integers(0, 6)) for name in OFFICES}
    last = draw(st.sampled_from([date(2025, 6, 30), date(2025, 12, 31), date(2026, 3, 31)]))
    target, minimise = Fraction(draw(st.sampled_from([12, 24, 36, 44]))), draw(st.sampled_from(MINIMISE))
    wish = Ask(target, max(as_of, last), minimise, draw(SHARES), draw(SHARES))
    return Asked(world.but(**hands), as_of, wish)


def wrongly_aside(of: Case) -> bool:
    """Tell whether something is declared not applicable without a reason."""
    answers = of.assessment.answers.items()
    return any(one.not_applicable is not None and not of.spared(name) for name, one in answers)


def supported(of: Case) -> Fraction:
    """Give the supported points of the indicators, before they are rounded."""
    return sum((Fraction(one.exact.supported) for part in report(of).items for one in part.indicators), Fraction(0))


def mending(of: Case, plan: Plan) -> Fraction:
    """Reckon what the parts of a plan earn when they are all done."""
    findings = report(of).findings
    refused, against, scale = refusals(findings, of), proved(findings, of), factors(of)
    gain = Fraction(0)
    for name, one in of.rubric.indicators.items():
        chosen = {part.portion for task in plan.tasks for part in task.serves if part.indicator == name}
        facts, answer = of.facts(one, refused, against.get(name, frozenset())), of.assessment.answers.get(name)
        if answer is None or answer.not_applicable is not None:
            answer = one.reads()
        portions: Sequence[Portion] = [part for part in one.portions(answer, facts) if part.id in chosen]
        done = one.award(*mended(answer, facts, portions)).supported - one.award(answer, facts).supported
        gain += done * scale[name]
    return gain


@law
@given(asked())
def test_what_a_plan_is_said_to_earn_is_earned_by_mending_the_answers(given_: Asked) -> None:
    of, plan = given_.case(), given_.plan

    gains = [Fraction(part.exact) for task in plan.tasks for part in task.serves]
    assert mending(of, plan) == sum(gains)


@law
@given(asked())
def test_a_plan_that_is_carried_out_in_the_unit_file_is_scored_as_it_says(given_: Asked) -> None:
    plan = given_.plan
    before, after = given_.case(), given_.case(carried_out(given_.world.claimed, plan))
    made = report(after)

    gains = sum((Fraction(part.exact) for task in plan.tasks for part in task.serves), Fraction(0))
    if wrongly_aside(before):  # what was held for it counts as soon as that is withdrawn
        assert supported(after) - supported(before) >= gains
        assert made.score.supported >= plan.score.planned
    else:
        assert supported(after) - supported(before) == gains
        assert made.score.supported == plan.score.planned
    assert not plan.reached or made.score.supported >= plan.score.target
    assert all(holds(one, made) for one in plan.floors if one.met)


@law
@given(asked())
def test_a_plan_is_within_what_was_asked(given_: Asked) -> None:
    plan = given_.plan

    score = plan.score
    assert score.now <= score.planned <= score.best <= score.full + 3
    assert plan.reached == (score.planned >= score.target and all(one.met for one in plan.floors))
    assert all(given_.as_of <= one.start <= one.due <= one.latest <= plan.by for one in plan.tasks)
    assert all(ANNOUNCED.open(one.due) and ANNOUNCED.open(one.latest) for one in plan.tasks)
    assert all(one.capacity is None or one.person_days <= one.capacity for one in plan.loads)
    assert plan.tasks == tuple(sorted(plan.tasks, key=lambda one: (one.due, one.id)))


@law
@given(asked())
def test_a_plan_reads_back_equal_from_its_json(given_: Asked) -> None:
    plan = given_.plan

    assert parse_plan(write(plan).encode(), "plan.json") == plan


@law
@given(asked())
def test_when_a_plan_is_carried_out_every_task_is_done(given_: Asked) -> None:
    plan = given_.plan
    after = given_.case(carried_out(given_.world.claimed, plan))
    later = replace(after, as_of=plan.by)

    assert {one.state for one in follow(plan, later, report(later)).tasks} <= {"done"}
