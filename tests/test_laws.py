"""What holds for every rubric and every unit file."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from build import Raw, Section, paper
from oracle import added, carries, down, exact, extras, inside
from wenming_score import checks
from wenming_score.consistency import faults
from wenming_score.files import FileFact
from wenming_score.render.json import write
from wenming_score.report import IndicatorScore, Report
from wenming_score.reread import parse_reports
from worlds import World, worlds

law = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)


def scores(of: Report) -> dict[str, IndicatorScore]:
    return {score.id: score for item in of.items for score in item.indicators}


@law
@given(worlds())
def test_every_rubric_of_these_tests_holds_together(world: World) -> None:
    assert list(faults(world.by)) == []


@law
@given(worlds())
def test_supported_is_within_claimed_and_claimed_within_full(world: World) -> None:
    made = world.report
    for score in (*made.items, *scores(made).values()):
        assert 0 <= score.supported <= score.claimed <= score.full, score.id
        assert score.gap >= 0
    assert world.by.bonus is not None
    assert 0 <= made.score.supported <= made.score.claimed <= made.score.full + world.by.bonus.cap
    assert made.score.bonus <= world.by.bonus.cap


@law
@given(worlds())
def test_indicators_items_and_total_are_the_exact_sums_rounded_down(world: World) -> None:
    of, made = world.case, world.report
    points = exact(of, paper("{}"))
    shown = {name: (score.full, score.claimed, score.supported) for name, score in scores(made).items()}
    assert shown == {name: (down(one.full), down(one.claimed), down(one.supported)) for name, one in points.items()}
    for scored, asked in zip(made.items, of.rubric.items, strict=True):
        whole = added([points[one.id] for one in asked.indicators])
        sums = (down(whole.full), down(whole.claimed), down(whole.supported))
        assert (scored.full, scored.claimed, scored.supported) == sums
        assert scored.gap == down(whole.full - whole.supported)
    total, (bonus_claimed, bonus, penalty) = added(list(points.values())), extras(of)
    assert made.score.claimed == down(max(Fraction(0), total.claimed + bonus_claimed - penalty))
    assert made.score.supported == down(max(Fraction(0), total.supported + bonus - penalty))
    assert (made.score.bonus, made.score.penalty) == (down(bonus), down(penalty))


@law
@given(worlds())
def test_points_that_do_not_apply_are_shared_out_and_none_are_lost(world: World) -> None:
    of = world.case
    whole = added(list(exact(of, paper("{}")).values())).full
    applies = not all(of.spared(name) for name in of.rubric.indicators)
    shared = of.rubric.not_applicable == "redistribute" and not applies
    assert whole == (0 if shared else of.rubric.full_points)


@law
@given(worlds())
def test_evidence_carries_where_it_is_there_fits_and_is_in_time(world: World) -> None:
    of = world.case
    for name, score in scores(world.report).items():
        asked = of.rubric.indicators[name]
        for piece in score.evidence:
            assert (piece.state == "carried") == carries(of, piece.id, asked), (name, piece)
            assert (piece.state == "carried") == (piece.reason == "")


def citing(world: World, data: DataObject) -> tuple[str, str, Section] | None:
    """Pick an answer or an activity that may cite more: its section, its name, itself."""
    known = set(world.by.indicators)
    activities = [(name, one) for name, one in world.section("activities").items() if known & served(one)]
    places = [("answers", *pair) for pair in world.section("answers").items()]
    places += [("activities", *pair) for pair in activities]
    if not places:
        return None
    section, name, raw = data.draw(st.sampled_from(places))
    assert isinstance(raw, dict)
    return section, name, raw


def served(one: Raw) -> set[str]:
    serves = one["serves"] if isinstance(one, dict) else None
    return {str(name) for name in serves} if isinstance(serves, list) else set()


@law
@given(worlds())
def test_an_activity_counts_inside_the_period_and_is_proved_by_one_piece_that_carries(world: World) -> None:
    of = world.case
    refusals = checks.refusals(checks.run(of, paper("{}")), of)
    for asked in of.rubric.indicators.values():
        for event in of.facts(asked, refusals).events:
            held = of.assessment.activities[event.id]
            assert event.inside == inside(held.date, of.assessment.period)
            assert event.proven == any(carries(of, name, asked) for name in held.evidence)


@law
@given(worlds(), st.data())
def test_more_valid_evidence_never_earns_less_and_claims_no_more(world: World, data: DataObject) -> None:
    place = citing(world, data)
    if place is None:
        return
    section, name, one = place
    serves = {name} if section == "answers" else served(one)
    asked = data.draw(st.sampled_from([world.by.indicators[each] for each in sorted(serves) if each != "gone"]))
    entry: Section = {"path": "NEW.pdf", "type": data.draw(st.sampled_from(asked.evidence.types)), "date": "2025-06-30"}
    cites, met = one["evidence"], one.get("met")
    assert isinstance(cites, list)
    richer: Section = {**one, "evidence": [*cites, "NEW"]}
    if isinstance(met, dict):
        richer["met"] = {clause: [*cited, "NEW"] for clause, cited in met.items() if isinstance(cited, list)}
    after = world.but(
        **{section: world.section(section) | {name: richer}}, evidence=world.section("evidence") | {"NEW": entry}
    )
    before, after = world.report, replace(after, files={**after.files, "NEW": FileFact("present", 1)}).report
    for score, more in zip(scores(before).values(), scores(after).values(), strict=True):
        assert more.supported >= score.supported
        assert more.claimed == score.claimed
    assert after.score.supported >= before.score.supported


@law
@given(worlds(), st.data())
def test_less_evidence_never_earns_more(world: World, data: DataObject) -> None:
    ledger = world.section("evidence")
    lost = data.draw(st.sampled_from(sorted(ledger)))
    before = world.report
    after = world.but(evidence={name: entry for name, entry in ledger.items() if name != lost}).report
    for score, less in zip(scores(before).values(), scores(after).values(), strict=True):
        # A deduction takes off what findings prove, and a finding about a piece goes with the piece.
        assert less.supported <= score.supported or score.kind == "deduction"
        assert less.claimed == score.claimed
    assert after.score.bonus <= before.score.bonus


@law
@given(worlds())
def test_a_breached_red_line_bars_whatever_the_points_and_leaves_them(world: World) -> None:
    other = world.section("red_lines")["r2"]
    lines: list[Section] = [{"r1": {"status": status}, "r2": other} for status in ("clear", "breached")]
    clear, breached = (world.but(red_lines=given).report for given in lines)
    assert breached.verdict.outcome == "vetoed"
    assert (clear.verdict.outcome == "vetoed") == (other == {"status": "breached"})
    assert not breached.gate.passed
    assert (breached.score, breached.items, breached.gaps) == (clear.score, clear.items, clear.gaps)


@law
@given(worlds(), st.data())
def test_the_order_of_evidence_activities_and_answers_does_not_matter(world: World, data: DataObject) -> None:
    def shuffled(name: str) -> Section:
        return dict(data.draw(st.permutations(list(world.section(name).items()))))

    names = ("evidence", "activities", "answers")
    one, other = world.report, world.but(**{name: shuffled(name) for name in names}).report
    assert said(one) == said(other)


def said(of: Report) -> tuple[object, ...]:
    """Give what a report says, but for the order of evidence and findings and for their words (see test_edges)."""
    points = [replace(score, evidence=(), reason="") for score in scores(of).values()]
    gaps = [replace(gap, reason="") for gap in of.gaps]
    pieces = [Counter((piece.id, piece.state) for piece in score.evidence) for score in scores(of).values()]
    items = [replace(item, indicators=()) for item in of.items]
    found = Counter((one.rule, one.severity, one.indicator, one.evidence, one.activity) for one in of.findings)
    return of.score, of.verdict, of.gate, gaps, of.red_lines, items, points, pieces, found


@law
@given(worlds())
def test_a_report_reads_back_equal_from_its_json(world: World) -> None:
    made = world.report
    assert parse_reports(write(made).encode(), "r.json") == (made,)


@law
@given(worlds())
def test_the_same_unit_file_gives_the_same_bytes(world: World) -> None:
    assert write(world.report) == write(world.report)


ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LANG": "en_US.ISO-8859-1", "LC_ALL": "C", "COLUMNS": "40"},
    {
        "PYTHONHASHSEED": "3",
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "NO_COLOR": "1",
    },
]


def test_the_bytes_do_not_depend_on_hash_seed_time_zone_language_or_folder(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / "examples" / "county-office-2025"
    command = [sys.executable, "-m", "wenming_score", "check", str(example), "--as-of", "2025-12-31", "-f", "json"]
    here = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    here.pop("WENMING_SCORE_LANG", None)
    made: set[bytes] = set()
    for number, there in enumerate(ELSEWHERE):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = subprocess.run(command, cwd=folder, env=here | there, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr
        made.add(done.stdout)
    (only,) = made
    assert str(example.parent.parent).encode() not in only
