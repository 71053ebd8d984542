"""The bundled rubrics by name, and rubrics that stand on others."""

from pathlib import Path

import pytest

from rubric_text import ASKED_AT, SOUND, load
from wenming_score import catalogue
from wenming_score.finding import InputError
from wenming_score.load import load_rubric

OVER = 'schema_version: 1\nextends: base.yaml\nid: over\nedition: "2"\n'


def over(folder: Path, text: str) -> str:
    """Lay text over the sound rubric; give the file's name."""
    load(SOUND, folder, "base.yaml")
    (folder / "over.yaml").write_text(OVER + text, encoding="utf-8")
    return "over.yaml"


def refused(folder: Path, name: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_rubric(name, folder, ASKED_AT)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_bundled_rubrics_are_known_by_id_and_edition() -> None:
    assert catalogue.DEFAULT in catalogue.bundled()
    assert list(catalogue.bundled()) == sorted(path.stem for path in catalogue.folder().glob("*.yaml"))


def test_what_is_laid_over_a_rubric_changes_only_what_it_names(tmp_path: Path) -> None:
    text = "title: 另一体系\nitems:\n  - id: work\n    indicators:\n      - {id: often, title: 多开展}\n"
    made = load_rubric(over(tmp_path, text), tmp_path, ASKED_AT).rubric
    base = load_rubric("base.yaml", tmp_path, ASKED_AT).rubric
    assert (made.name, made.title) == ("over-2", "另一体系")
    assert [one.title for one in made.indicators.values()] == ["有方案", "多开展", "满意"]
    assert made.full_points == base.full_points


def test_new_entries_are_appended_and_omitted_ones_dropped(tmp_path: Path) -> None:
    text = (
        "red_lines:\n  - {id: crime, omit: true}\n"
        "  - {id: safety, title: 安全事故, look_back_months: 12, basis: official, source: paper}\n"
    )
    made = load_rubric(over(tmp_path, text), tmp_path, ASKED_AT).rubric
    assert [line.id for line in made.red_lines] == ["safety"]


def test_lists_of_anything_else_are_replaced(tmp_path: Path) -> None:
    assert load_rubric(over(tmp_path, "not_applicable_to: []\n"), tmp_path, ASKED_AT).rubric.not_applicable_to == ()


def test_what_is_dropped_must_be_there(tmp_path: Path) -> None:
    name = over(tmp_path, "red_lines:\n  - {id: crimes, omit: true}\n")
    assert refused(tmp_path, name) == ["over.yaml:6:5: 要去掉的“crimes”在所继承的体系里没有；请核对 id"]


def test_a_fault_is_told_in_the_file_that_it_stands_in(tmp_path: Path) -> None:
    text = "items:\n  - id: work\n    points: 8\n"
    assert refused(tmp_path, over(tmp_path, text)) == [
        "base.yaml:6:14: 各测评项目合计 9，不等于满分 10",
        "over.yaml:7:13: “工作”各测评内容合计 9，不等于 8",
    ]


def test_a_rubric_may_stand_on_one_that_stands_on_another(tmp_path: Path) -> None:
    over(tmp_path, "title: 另一体系\n")
    third = OVER.replace("base", "over").replace("id: over", "id: third") + "full_points: 10\n"
    made = load(third, tmp_path, "third.yaml")
    assert (made.rubric.name, made.rubric.title) == ("third-2", "另一体系")


def test_rubrics_that_stand_on_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: b.yaml\n")
    (tmp_path / "b.yaml").write_text("id: b\nextends: a.yaml\n")
    assert refused(tmp_path, "a.yaml") == ["b.yaml:2:10: extends 绕成了圈"]


def test_a_rubric_that_stands_on_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: a.yaml\n")
    assert refused(tmp_path, "a.yaml") == ["a.yaml:1:10: extends 绕成了圈"]


def test_a_tower_of_rubrics_has_its_limit(tmp_path: Path) -> None:
    for floor in range(7):
        (tmp_path / f"{floor}.yaml").write_text(f"extends: {floor + 1}.yaml\n")
    assert refused(tmp_path, "0.yaml") == ["4.yaml:1:10: extends 超过 5 层"]


def test_a_base_that_is_not_there_is_found_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: a\nextends: luoyang-2018\n")
    assert refused(tmp_path, "a.yaml") == ["a.yaml:2:10: 没有名为 luoyang-2018 的测评体系，是不是 luoyang-2019？"]


def test_a_bundled_rubric_may_be_stood_on(tmp_path: Path) -> None:
    made = load("schema_version: 1\nextends: luoyang-2019\nid: mine\ntitle: 本县体系\n", tmp_path)
    assert (made.rubric.name, made.rubric.full_points) == ("mine-2019", 100)


def test_a_rubric_that_many_units_name_is_made_once(tmp_path: Path) -> None:
    name = over(tmp_path, "title: 甲\n")
    assert load_rubric(name, tmp_path, ASKED_AT) is load_rubric(name, tmp_path, ASKED_AT)


def test_a_rubric_is_made_anew_once_its_file_says_something_else(tmp_path: Path) -> None:
    first, second = (load_rubric(over(tmp_path, f"title: {title}\n"), tmp_path, ASKED_AT) for title in "甲乙")
    assert (first.rubric.title, second.rubric.title) == ("甲", "乙")
    assert first.document.sha256 != second.document.sha256


def test_a_rubric_is_made_anew_once_the_one_below_it_says_something_else(tmp_path: Path) -> None:
    name = over(tmp_path, "title: 甲\n")
    before = load_rubric(name, tmp_path, ASKED_AT).rubric.label, load_rubric(name, tmp_path, ASKED_AT).rubric.level
    load(SOUND.replace("level: county", "level: municipal"), tmp_path, "base.yaml")
    after = load_rubric(name, tmp_path, ASKED_AT).rubric
    assert before == ("甲", "county")
    assert (after.label, after.level) == ("甲", "municipal")


def test_the_same_rubric_under_another_name_is_called_by_that(tmp_path: Path) -> None:
    one, other = (load(SOUND, tmp_path, name).document.at(()).file for name in ("one.yaml", "other.yaml"))
    assert (one, other) == ("one.yaml", "other.yaml")
