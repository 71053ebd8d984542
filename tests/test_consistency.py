"""A rubric that contradicts itself is refused, with every fault at its place."""

from pathlib import Path

import pytest

from build import at
from rubric_text import SOUND, load, spoilt

UNKNOWN_POINTS = ("        points: 5\n", "        points: null\n")
WITHOUT_CLAUSE_POINTS = (
    "[{id: plan, title: 方案, points: 3}, {id: person, title: 责任人, points: 2}]",
    "[{id: plan, title: 方案}, {id: person, title: 责任人}]",
)


def test_a_rubric_that_holds_together_is_loaded(tmp_path: Path) -> None:
    assert load(SOUND, tmp_path).rubric.name == "test-1"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("full_points: 10", "full_points: 11", "11\n", "各测评项目合计 10，不等于满分 11"),
        (
            "    title: 工作\n    points: 9",
            "    title: 工作\n    points: 9.5",
            "9.5\n",
            "“工作”各测评内容合计 9，不等于 9.5",
        ),
        (
            "points: 9, basis: official, source: paper}\nbonus",
            "points: 8, basis: official, source: paper}\nbonus",
            "8, basis: official, source: paper}\nbonus",
            "listed、often 合计 9，不等于已知的 8",
        ),
        ("of: [listed, often]", "of: [listed, oftn]", "oftn", "没有 oftn 这一项，是不是 often？"),
        ("document: {points: 9,", "document: {points: 8,", "8, basis", "document 的测评内容合计 9，不等于 8"),
        (
            "methods: [survey]",
            "methods: [survey, document]",
            "[survey, document]",
            "按方法分配分值时，每项测评内容只能有一种测评方法",
        ),
        (
            "  survey: {points: 1, ",
            "  surveys: {points: 1, ",
            "{points: 1, basis: derived",
            "没有 surveys 这一项，是不是 survey？",
        ),
        ("{at: 4, points: 4}", "{at: 4, points: 3}", "[{at", "最高一档要等于这一项的 4 分"),
        ("责任人, points: 2}", "责任人, points: 1}", "5\n        basis: house", "各计分点合计 4，不等于 5"),
        ("责任人, points: 2}", "责任人}", "[{id: plan", "计分点要么都写分值，要么都不写"),
        ("{id: person,", "{id: plan,", "plan, title: 责任人", "plan 用了两次"),
        ("- id: often", "- id: listed", "listed\n        title: 常开展", "listed 用了两次"),
        ("- id: opinion", "- id: work", "work\n    title: 民意", "work 用了两次"),
        ("- id: asked", "- id: work", "work\n        title: 满意", "work 用了两次"),
        ("standards: [order]", "standards: [ordre]", "ordre]", "没有 ordre 这一项，是不是 order？"),
        ("methods: [survey]", "methods: [surveys]", "surveys]", "没有 surveys 这一项，是不是 survey？"),
        ("not_applicable_to: [often]", "not_applicable_to: [rarely]", "rarely]", "没有 rarely 这一项"),
        ("indicators: [listed, often]}", "indicators: [listed, work]}", "work]}", "没有 work 这一项"),
        (
            "  - {id: order, title: 秩序优良, source: paper}",
            "  - {id: order, title: 秩序优良, source: book}",
            "book}",
            "sources 里没有 book",
        ),
        (
            "full_points: {basis: official, source: paper}",
            "full_points: {basis: official, source: papers}",
            "papers}",
            "sources 里没有 papers，是不是 paper？",
        ),
        ("  term_years: {basis: official, source: paper}\n", "", "3\npass_mark", "figures 里要写 term_years 的依据"),
        (
            "24, basis: official, source: paper}",
            "24, basis: official}",
            "{id: crime",
            "依据是 official 的数字要写出处 source",
        ),
        (
            "survey: {points: 1, basis: derived, source: paper}",
            "survey: {points: 1, basis: derived}",
            "{points: 1, basis: derived}",
            "依据是 derived 的数字要写出处 source",
        ),
        (
            "pass_mark: {points: 8, basis: house, note: 自定}",
            "pass_mark: {points: 8, basis: house}",
            "{points: 8",
            "自定（house）的数字要用 note 写明理由",
        ),
        (
            "rule: {basis: house, note: 自定}",
            "rule: {basis: house}",
            "{basis: house}",
            "自定（house）的数字要用 note 写明理由",
        ),
        ("term_years: 3\n", "term_years: 3\nnote_at_most: 300\n", "300", "figures 里要写 note_at_most 的依据"),
        (
            "sources:\n",
            "plausible:\n  festivals: {days_before: 15, days_after: 7, basis: house}\nsources:\n",
            "{days_before",
            "自定（house）的数字要用 note 写明理由",
        ),
        (
            "sources:\n",
            "plausible:\n  a_head: {小时: {at_most: 900, basis: official}}\nsources:\n",
            "{at_most",
            "依据是 official 的数字要写出处 source",
        ),
        (
            "sources:\n",
            "plausible:\n  hours_a_head_a_day: {at_most: 9, basis: house, note: 自定, source: papers}\nsources:\n",
            "papers",
            "sources 里没有 papers，是不是 paper？",
        ),
        (
            "remedy: {action: 补活动, person_days: 1, lead_days: 1}",
            "remedy: {action: 补活动, person_days: 1, lead_days: 1, after: [lised]}",
            "lised",
            "没有 lised 这一项，是不是 listed？",
        ),
        (
            "remedy: {action: 补活动, person_days: 1, lead_days: 1}",
            "remedy: {action: 补活动, person_days: 1, lead_days: 1, together: [lised]}",
            "lised",
            "没有 lised 这一项，是不是 listed？",
        ),
        (
            "remedy: {action: 补活动, person_days: 1, lead_days: 1}",
            "remedy: {action: 补活动, person_days: 1, lead_days: 1, after: [often]}",
            "[often]",
            "先后次序绕成了圈：often → often",
        ),
        (
            "        basis: house\n        note: 自定\n",
            "        basis: house\n",
            "id: listed\n",
            "自定（house）的数字要用 note 写明理由",
        ),
    ],
)
def test_every_fault_is_found_at_its_place(tmp_path: Path, old: str, new: str, place: str, message: str) -> None:
    text, mistakes = spoilt(tmp_path, (old, new))
    assert f"r.yaml:{at(text, place)}: {message}" in mistakes


def test_what_must_come_first_may_not_go_round_in_a_circle(tmp_path: Path) -> None:
    first = "remedy: {action: 补方案, person_days: 1, lead_days: 1}"
    second = "remedy: {action: 补活动, person_days: 1, lead_days: 1}"
    text, mistakes = spoilt(
        tmp_path, (first, f"{first[:-1]}, after: [often]}}"), (second, f"{second[:-1]}, after: [listed]}}")
    )

    assert f"r.yaml:{at(text, '[often]')}: 先后次序绕成了圈：listed → often → listed" in mistakes
    assert f"r.yaml:{at(text, '[listed]')}: 先后次序绕成了圈：often → listed → often" in mistakes


@pytest.mark.parametrize("list_", ["bonus", "penalties"])
def test_a_house_list_without_a_note_is_found_with_all_its_entries(tmp_path: Path, list_: str) -> None:
    (line,) = (line for line in SOUND.splitlines() if line.startswith(list_))
    _, mistakes = spoilt(tmp_path, (line, line.replace("note: 自定, ", "")))
    assert [mistake.split(": ")[1] for mistake in mistakes] == ["自定（house）的数字要用 note 写明理由"] * 2


def test_all_faults_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    _, mistakes = spoilt(
        tmp_path,
        ("full_points: 10", "full_points: 11"),
        ("[order]", "[ordre]"),
        ("not_applicable_to: [often]", "not_applicable_to: [no]"),
    )
    assert [mistake.split(":")[1] for mistake in mistakes] == ["6", "11", "13", "43"]


@pytest.mark.parametrize("note", ["    points: 9\n    basis: official\n    note: 为何\n", "note"])
def test_a_note_of_the_item_or_the_rubric_speaks_for_the_figures_below(tmp_path: Path, note: str) -> None:
    bare = SOUND.replace("        basis: house\n        note: 自定\n", "        basis: house\n")
    if note == "note":
        text = bare.replace("level: county\n", "level: county\nnote: 为何\n")
    else:
        text = bare.replace("    points: 9\n    basis: official\n", note)
    assert load(text, tmp_path).rubric.indicators["listed"].note is None


def test_unknown_points_may_be_anything_that_still_fits(tmp_path: Path) -> None:
    text = SOUND.replace(*UNKNOWN_POINTS).replace(*WITHOUT_CLAUSE_POINTS)
    assert list(load(text, tmp_path).rubric.unknown_points()) == ["listed"]


def test_unknown_points_cannot_make_up_for_too_much(tmp_path: Path) -> None:
    _, mistakes = spoilt(
        tmp_path,
        UNKNOWN_POINTS,
        WITHOUT_CLAUSE_POINTS,
        ("    title: 工作\n    points: 9", "    title: 工作\n    points: 3"),
    )
    assert any(mistake.endswith("“工作”各测评内容合计 4，不等于 3") for mistake in mistakes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("{at: 2, points: 2}", "{at: 2, points: 9}", id="a lower step earns more than the indicator"),
        pytest.param("{优: 1, 差: 0}", "{优: 1, 差: 0}\n        none_at: 1", id="none_at is full_at"),
        pytest.param(
            "{优: 1, 差: 0}",
            "{优: 1, 差: 0}\n        full_at: 0.5\n        none_at: 0.8",
            id="none_at above",
        ),
    ],
)
def test_a_scale_that_cannot_be_reckoned_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert spoilt(tmp_path, (old, new))[1]
