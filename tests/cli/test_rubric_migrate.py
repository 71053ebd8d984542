"""`rubric migrate`: a unit file under another edition, with nothing lost and nothing made up."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from test_hostile_text import LIVE, every_naughty_text, quoted

from door import ROOT, Outcome, here, surroundings, there
from office import DAY, RUBRIC, UNIT, changed, lay
from wenming_score.load import load_unit
from wenming_score.renames import renames, translate
from wenming_score.source import Value

NEW = ROOT / "tests/editions/luoyang-2024.yaml"
EXAMPLE = ROOT / "examples/county-office-2025"
FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a BOM": lambda text: f"\ufeff{text}",
    "no end": lambda text: text.rstrip("\n"),
}
RENAMED = (
    ('edition: "1"', 'edition: "2"'),
    ("- id: plan\n", "- id: scheme\n        was: [plan]\n"),
    ("{id: person, title", "{id: someone, was: [person], title"),
    ("- id: cleaning\n", "- id: tidying\n        was: [cleaning]\n"),
    ("- {id: misconduct,", "- {id: offence, was: [misconduct],"),
)


def next_edition(*changes: tuple[str, str]) -> str:
    Path("next.yaml").write_text(changed(RUBRIC, *changes), encoding="utf-8")
    return "next.yaml"


def migrated(*words: str | Path) -> Outcome:
    done = here("rubric", "migrate", *words)
    assert (done.code, done.out) == (0, "")
    return done


def unit(path: str = "unit.yaml") -> str:
    return Path(path).read_bytes().decode()


@pytest.fixture
def county() -> Path:
    shutil.copy(NEW, "luoyang-2024.yaml")
    shutil.copytree(EXAMPLE, "county")
    return Path("county/unit.yaml")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_where_everything_is_only_renamed_every_other_byte_stays(form: Callable[[str], str]) -> None:
    lay(Path())
    Path("unit.yaml").write_bytes(form(unit()).encode())
    before = unit()

    done = migrated("unit.yaml", "--to", next_edition(*RENAMED), "--in-place")

    renamed = (("tiny.yaml", "next.yaml"), ("misconduct:", "offence:"), ("plan: {met", "scheme: {met"))
    more = (("[person, ", "[someone, "), ("cleaning: {count", "tidying: {count"))
    assert unit() == changed(before, *renamed, *more)
    assert done.err.splitlines() == [
        "unit.yaml：转到 tiny-2，改名 5 处，改为注释 0 处",
        "请逐条看过，改好后再打分：wenming-score check unit.yaml",
    ]
    assert here("check", ".", DAY).code == 0

    migrated("unit.yaml", "--to", "tiny.yaml", "--in-place")
    assert unit() == before


def test_comments_blanks_and_quotes_stay() -> None:
    lay(Path())
    answers = (
        "answers:\n\n  # 一\n  \"plan\" :   {met: [ 'person' , schedule ]}   # 甲\n\n  cleaning:   # 乙\n    count: 7\n"
    )
    Path("unit.yaml").write_text(unit()[: unit().index("answers:")] + answers, encoding="utf-8")

    migrated("unit.yaml", "--to", next_edition(*RENAMED), "--in-place")

    assert unit().endswith(changed(answers, ("plan", "scheme"), ("person", "someone"), ("cleaning", "tidying")))


def test_what_has_no_counterpart_stays_as_a_comment_and_is_listed() -> None:
    lay(Path(), ("answers:", "activities:\n  A1: {title: 清扫, date: 2025-05-01, serves: [cleaning]}\nanswers:"))
    done = migrated(
        "unit.yaml", "-o", "new.yaml", "--to",
        next_edition(('edition: "1"', 'edition: "2"'), ("- id: cleaning\n", "- id: sweeping\n"),
                     ("- {id: misconduct,", "- {id: offence,"), ("{id: person,", "{id: someone,")),
    )  # fmt: skip
    text = changed(
        unit(), ("tiny.yaml", "next.yaml"), ("red_lines:", "red_lines: {}"), ("  misconduct:", "  # misconduct:"),
        ("serves: [cleaning]}", "serves: []}  # 新体系里没有这一项：cleaning"), ("  cleaning: {", "  # cleaning: {"),
        ("[person, schedule], evidence: [E1], self_score: 4}",
         "[schedule], evidence: [E1], self_score: 4}  # 新体系里没有这一项：person"),
    )  # fmt: skip
    text = re.sub(r"^(  # (?:misconduct|cleaning):.*)$", r"\1  # 新体系里没有这一项", text, flags=re.MULTILINE)
    assert unit("new.yaml") == text
    assert done.err.splitlines() == [
        "new.yaml：转到 tiny-2，改名 1 处，改为注释 4 处",
        "new.yaml:6:1: 新增红线“严重违纪”，请声明：offence: {status: undeclared, declared_by: , declared_on: }",
        "new.yaml:7:3: misconduct 改为注释：新体系里没有这一项",
        "new.yaml:12:46: cleaning 改为注释：新体系里没有这一项",
        "new.yaml:13:1: 新增测评内容“清扫”（6 分），请填写：sweeping: {count: , evidence: []}",
        "new.yaml:14:3: “年度方案”多了 someone（有责任人），达到的请补上",
        "new.yaml:14:16: person 改为注释：新体系里没有这一项",
        "new.yaml:15:3: cleaning 改为注释：新体系里没有这一项",
        "请逐条看过，改好后再打分：wenming-score check new.yaml",
    ]


def test_an_answer_of_another_kind_is_to_be_given_anew() -> None:
    lay(Path())
    other = (("kind: count", "kind: grade"), ("target: 7", "grades: {A: 1, B: 0}"))
    done = migrated("unit.yaml", "--to", next_edition(('edition: "1"', 'edition: "2"'), *other), "--in-place")
    lines = [line for line in done.err.splitlines() if ":13:" in line]
    template = "cleaning: {grade: , graded_by: self, date: , evidence: []}"
    assert lines == [
        "unit.yaml:13:3: cleaning 改为注释：新体系里计分方式变了，要重新填写",
        f"unit.yaml:13:3: “清扫”（6 分）换了计分方式，请重新填写：{template}",
    ]
    assert unit().splitlines()[12].startswith("  # cleaning: {count: 7")


def test_what_was_answered_to_another_scale_wants_another_look() -> None:
    lay(Path())
    rubric = next_edition(
        ('edition: "1"', 'edition: "2"'), ("target: 7", "target: 7\n        unit: 篇"),
        ("points: 4\n    basis", "points: 3\n    basis"), ("points: 4\n        basis", "points: 3\n        basis"),
        ("points: 6\n    basis", "points: 7\n    basis"), ("points: 6\n        basis", "points: 7\n        basis"),
    )  # fmt: skip
    assert migrated("unit.yaml", "--to", rubric, "--in-place").err.splitlines()[1:-1] == [
        "unit.yaml:12:3: “年度方案”自评 4 分，高于新的分值 3 分，请重新自评",
        "unit.yaml:13:3: “清扫”的计量单位由 次 改为 篇，请核对数字",
    ]


def test_the_example_loads_under_the_second_edition_and_names_nothing_unknown(county: Path) -> None:
    before = load_unit(county, "unit.yaml")

    migrated(county, "--to", "luoyang-2024.yaml", "--in-place")

    after = load_unit(county, "unit.yaml")
    by = renames(before.by.rubric, after.by.rubric)
    assert by.new.name == "luoyang-2024"
    old, new = before.document.data, after.document.data
    assert isinstance(old, dict)
    assert new == {**translate(old, by), "rubric": "../luoyang-2024.yaml"}
    done = here("check", county, DAY, "-f", "json")
    assert '"rule": "unknown-id"' not in done.out
    assert '"supported"' in done.out


def test_there_and_back_every_answer_that_could_go_is_as_it_was(county: Path) -> None:
    before = county.read_bytes().decode()
    migrated(county, "--to", "luoyang-2024.yaml", "--in-place")
    migrated(county, "--to", "luoyang-2019", "--in-place")
    after = county.read_bytes().decode()
    pairs = list(zip(before.splitlines(), after.splitlines(), strict=True))
    changed_lines = [(old, new) for old, new in pairs if old != new]
    assert changed_lines.pop(0) == ("rubric: luoyang-2019", 'rubric: "luoyang-2019"')
    assert len(changed_lines) == 8
    assert all("# 新体系里" in new and old.split("serves")[0].strip(" {") in new for old, new in changed_lines)


def test_every_comment_of_the_example_is_still_there(county: Path) -> None:
    before = re.findall("#.*", county.read_text("utf-8"))
    migrated(county, "--to", "luoyang-2024.yaml", "--in-place")
    after = county.read_text("utf-8")
    assert all(comment in after for comment in before)


def test_without_a_place_the_new_file_is_printed_byte_for_byte() -> None:
    lay(Path())
    Path("unit.yaml").write_bytes(f"\ufeff{unit()}".replace("\n", "\r\n").encode())
    before = Path("unit.yaml").read_bytes()
    rubric = next_edition(*RENAMED)

    done = there("rubric", "migrate", "unit.yaml", "--to", rubric, cwd=Path(), env=surroundings())

    assert done.returncode == 0
    assert Path("unit.yaml").read_bytes() == before
    migrated("unit.yaml", "--to", rubric, "--in-place")
    assert done.stdout == Path("unit.yaml").read_bytes()
    assert "转到 tiny-2" in done.stderr.decode()


def test_to_its_own_rubric_nothing_changes() -> None:
    lay(Path())
    before = Path("unit.yaml").read_bytes()
    assert "改名 0 处，改为注释 0 处" in migrated(".", "--to", "tiny.yaml", "--in-place").err
    assert Path("unit.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("output", "to", "named"),
    [
        ("new.yaml", "next.yaml", "next.yaml"),
        ("deep/new.yaml", "next.yaml", '"../next.yaml"'),
        ("new.yaml", "luoyang-2019", "luoyang-2019"),
    ],
)
def test_the_rubric_is_named_from_where_the_new_file_is(output: str, to: str, named: str) -> None:
    lay(Path())
    next_edition(*RENAMED)
    Path("deep").mkdir()
    done = migrated("unit.yaml", "--to", to, "-o", output)
    assert unit(output).splitlines()[1] == f"rubric: {named}"
    assert ("材料的路径没有改" in done.err) == output.startswith("deep")


def test_an_absolute_path_is_written_as_one_from_the_file() -> None:
    lay(Path())
    migrated(Path("unit.yaml").resolve(), "--to", Path(next_edition(*RENAMED)).resolve(), "--in-place")
    assert unit().splitlines()[1] == "rubric: next.yaml"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--in-place", "-o", "x.yaml"], "--in-place 和 -o 不能一起用"),
        (["-o", "unit.yaml"], "输出会盖掉 unit.yaml"),
        (["-o", "tiny.yaml"], "输出会盖掉 tiny.yaml"),
        (["-o", "名册.xlsx"], "输出会盖掉 名册.xlsx"),
        (["-o", "next.yaml"], "输出会盖掉 next.yaml"),
    ],
)
def test_nothing_that_was_read_is_written_over_by_mistake(words: list[str], said: str) -> None:
    lay(Path())
    next_edition(*RENAMED)
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = here("rubric", "migrate", "unit.yaml", "--to", "next.yaml", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_every_mistake_of_both_files_is_said_and_nothing_is_written() -> None:
    lay(Path(), ("staff: 40", "staff: 四十"), ("start: 2023", "start: x2023"))
    next_edition(("points: 6\n    basis", "points: 5\n    basis"))
    before = unit()
    done = here("rubric", "migrate", "unit.yaml", "--to", "next.yaml", "--in-place")
    assert (done.code, done.out) == (2, "")
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["next.yaml", "next.yaml", "unit.yaml"]
    assert unit() == before


def test_a_rubric_with_unknown_points_is_refused() -> None:
    lay(Path())
    done = here("rubric", "migrate", "unit.yaml", "--to", "thirteen-items-2012")
    assert (done.code, done.out) == (2, "")
    assert "分值未知" in done.err


def test_a_layout_that_leaves_no_room_is_refused_with_what_to_do() -> None:
    lay(
        Path(),
        ("  cleaning: {count: 7, evidence: [E2], self_score: 6}", "  cleaning: {count: 7, note: '一\n\n    二'}"),
    )
    text = unit().replace("answers:\n  plan: {", "answers: {plan: {").replace("\n  cleaning", ", cleaning") + "  }\n"
    Path("unit.yaml").write_text(text, encoding="utf-8")
    gone = next_edition(('edition: "1"', 'edition: "2"'), ("- id: plan\n", "- id: scheme\n"))
    done = here("rubric", "migrate", "unit.yaml", "--to", gone, "--in-place")
    assert (done.code, done.out, unit()) == (2, "", text)
    assert done.err.splitlines()[-1].startswith(
        "unit.yaml:11:11: 这里的写法不便自动改动，文件没有改；请手工删去 answers.plan"
    )


def test_a_disk_that_is_full_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    rubric, before = next_edition(*RENAMED), unit()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = here("rubric", "migrate", "unit.yaml", "--to", rubric, "--in-place")
    assert (done.code, unit()) == (74, before)
    assert not list(Path().glob(".unit*"))


@every_naughty_text
def test_what_is_said_and_written_obeys_nothing(text: str) -> None:
    name = quoted(text)
    lay(Path(), ("name: 某县示范局", f"name: {name}"), ("evidence: [E2]", f"evidence: [E2], note: {name}"))
    rubric = next_edition(
        ('edition: "1"', f"edition: {name}"), ("title: 年度方案", f"title: {name}"), ("title: 清扫", f"title: {name}"),
        ("- id: cleaning\n", "- id: sweeping\n"), ("{id: person, title: 有责任人}", f"{{id: someone, title: {name}}}"),
    )  # fmt: skip
    done = migrated("unit.yaml", "--to", rubric, "--in-place")
    assert LIVE.findall(done.err) == []
    assert LIVE.findall(unit()) == []
    assert not [line for line in done.err.splitlines() if line.startswith("::error::")]
    load_unit(Path("unit.yaml"), "unit.yaml")


def test_half_of_a_unit_file_is_not_taken_for_another() -> None:
    """A file that says more than the rubric knows keeps the rest as it was."""
    lay(Path(), ("answers:", "self_scores: {plans: 4, deeds: 6}\nanswers:"))
    rubric = next_edition(('edition: "1"', 'edition: "2"'), ("- id: deeds\n", "- id: acts\n    was: [deeds]\n"))
    migrated("unit.yaml", "--to", rubric, "--in-place")
    data: Value = load_unit(Path("unit.yaml"), "unit.yaml").document.data
    assert isinstance(data, dict)
    assert data["self_scores"] == {"plans": 4, "acts": 6}
    assert UNIT.splitlines()[2] in unit()
