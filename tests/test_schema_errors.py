"""What is wrong with a rubric's shape, at its place."""

from pathlib import Path

import pytest

from build import at
from pace import within
from rubric_text import SOUND, spoilt
from wenming_score.source import MISTAKES

KINDS = "checklist, count, coverage, ratio, average, grade, survey, deduction"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("kind: checklist", "kind: checklst", "id: listed\n", f"“checklst”不在可选的值里：{KINDS}，是不是 checklist？"),
        ("        kind: checklist\n", "", "id: listed\n", "缺少 kind"),
        ("        clauses:", "        clause:", "clause:", "不认识的键 clause，是不是 clauses？"),
        ("{id: plan, title: 方案,", "{id: plan, titel: 方案,", "titel", "不认识的键 titel，是不是 title？"),
        ("steps: [{at: 2, points: 2}", "steps: [{att: 2, points: 2}", "att:", "不认识的键 att，是不是 at？"),
        (
            "remedy: {action: 补方案, person_days: 1",
            "remedy: {action: 补方案, person_day: 1",
            "person_day:",
            "不认识的键 person_day，是不是 person_days？",
        ),
        ("look_back_months: 24", "look_back_months: 0", "0, basis", "不能小于 1"),
        ("look_back_months: 24", "look_back_months: 两年", "两年", "这里要写整数，现在是“两年”"),
        ("level: county", "level: 县级", "县级", "“县级”不在可选的值里：national, provincial, municipal, county"),
        ("full_points: 10", "full_points: 0", "0\nterm_years", "要大于 0"),
        ('edition: "1"', "edition: 2019", "2019", "这里要写文字；2019 请加引号"),
        ("types: [plan]", "types: []", "[]}\n        remedy: {action: 补方案", "至少要有 1 个"),
        ("types: [plan]", "types: [plans]", "plans]", "“plans”不在可选的值里：plan, "),
        (
            "rule: {kind: term, years: 3}",
            "rule: {kind: terms, years: 3}",
            "{kind: terms",
            "“terms”不在可选的值里：title_held, results_since, term, rechecked，是不是 term？",
        ),
        ("weights: {优: 1, 差: 0}", "weights: {优: 1.5, 差: 0}", "1.5", "不能大于 1"),
        (
            "        steps: [{at: 2, points: 2}, {at: 4, points: 4}]\n",
            "",
            "id: often\n",
            "target 和 steps 要填一个，只填一个",
        ),
    ],
)
def test_a_mistake_in_a_rubric_is_found_at_its_place(
    tmp_path: Path, old: str, new: str, place: str, message: str
) -> None:
    text, mistakes = spoilt(tmp_path, (old, new))
    assert any(mistake.startswith(f"r.yaml:{at(text, place)}: {message}") for mistake in mistakes), mistakes


def test_the_shape_comes_before_the_sums(tmp_path: Path) -> None:
    _, mistakes = spoilt(tmp_path, ("full_points: 10", "full_points: 99"), ("level: county", "levle: county"))
    assert [mistake.split(": ", 1)[1] for mistake in mistakes] == ["缺少 level", "不认识的键 levle，是不是 level？"]


def test_a_rubric_without_items_is_none(tmp_path: Path) -> None:
    _, mistakes = spoilt(tmp_path, (SOUND[SOUND.index("items:\n") :], "items: []\n"))
    assert [mistake.split(": ", 1)[1] for mistake in mistakes] == ["至少要有 1 个"]


def test_thousands_of_mistakes_are_found_soon_and_the_first_of_them_are_said(tmp_path: Path) -> None:
    entries = ", ".join("1" for _ in range(16_000))
    with within(2):
        text, mistakes = spoilt(tmp_path, ("standards: [order]", f"standards: [{entries}]"))
    line, column = map(int, at(text, f"{entries}]").split(":"))
    said = "这里要写文字；1 请加引号"
    assert mistakes == [f"r.yaml:{line}:{column + 3 * number}: {said}" for number in range(MISTAKES)]
