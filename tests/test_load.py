"""Files to models: every mistake at once, each at its own line and column."""

from pathlib import Path

import pytest

from build import at
from rubric_text import SOUND, load
from wenming_score.finding import InputError
from wenming_score.load import LoadedUnit, load_unit
from wenming_score.values import Quantity

HEAD = """\
schema_version: 1
rubric: luoyang-2019
unit: {name: 某局, type: government_office, staff: 86}
term: {start: 2023-01-01, end: 2025-12-31}
period: {start: 2025-01-01, end: 2025-12-31}
"""


def read(folder: Path, text: str, rubric: str | None = None) -> LoadedUnit:
    path = folder / "unit.yaml"
    path.write_text(text, encoding="utf-8")
    return load_unit(path, "unit.yaml", rubric)


def mistakes(folder: Path, text: str, rubric: str | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, text, rubric)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_unit_file_is_read_by_its_rubric(tmp_path: Path) -> None:
    loaded = read(tmp_path, HEAD + "answers: {volunteering-registered: {count: 70余人}}\n")
    assert loaded.by.rubric.name == "luoyang-2019"
    answer = loaded.assessment.answers["volunteering-registered"]
    assert isinstance(getattr(answer, "count", None), Quantity)


def test_empty_sections_are_as_good_as_none(tmp_path: Path) -> None:
    empty = "titles:\nred_lines:\neligibility:\nevidence:\nactivities:\nanswers:\nself_scores:\n"
    assert read(tmp_path, HEAD + empty).assessment == read(tmp_path, HEAD).assessment


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ("evidense: {}\n", "evidense", "不认识的键 evidense，是不是 evidence？"),
        ("evidence:\n  E1: {path: x, type: plan, dat: 2025}\n", "dat:", "不认识的键 dat，是不是 date？"),
        ("answers:\n  leifeng-plan: {meet: [person]}\n", "meet", "不认识的键 meet，是不是 met？"),
        (
            "answers:\n  leifeng-plan:\n    met: []\n    selfscore: 4\n",
            "selfscore",
            "不认识的键 selfscore，是不是 self_score？",
        ),
        ("answers:\n  service-satisfaction: {blanks: 1}\n", "blanks", "不认识的键 blanks，是不是 blank？"),
        (
            "activities:\n  A1: {title: 扫, date: 2025, serves: [], hour: 3}\n",
            "hour",
            "不认识的键 hour，是不是 hours？",
        ),
        (
            "titles:\n- {level: county, name: 某, awarded: 2020, xyzxyz: 1}\n",
            "xyzxyz",
            "不认识的键 xyzxyz；可以写的有：level、name、awarded、valid_until、status、rechecks、evidence、note",
        ),
        ("evidence:\n  E 1: {path: x, type: plan}\n", "E 1", "编号里不能有空格、逗号、冒号"),
    ],
)
def test_a_misspelt_key_is_found_at_the_key_with_the_nearest_name(
    tmp_path: Path, text: str, key: str, message: str
) -> None:
    assert mistakes(tmp_path, HEAD + text) == [f"unit.yaml:{at(HEAD + text, key)}: {message}"]


LIST, MAP = "列表（[甲, 乙]，或每行一个“- ”）", "映射（每行一个“键: 值”）"


@pytest.mark.parametrize(
    ("text", "value", "message"),
    [
        ("answers: [a]\n", "[a]", f"这里要写{MAP}，现在是列表"),
        ("answers:\n  leifeng-plan: 3\n", "3", f"这里要写{MAP}，现在是“3”"),
        ("answers:\n  leifeng-plan: {evidence: E1}\n", "E1", f"这里要写{LIST}，现在是“E1”"),
        ("titles: {}\n", "{}", f"这里要写{LIST}，现在是映射"),
        ("evidence:\n  E1: 方案.pdf\n", "方案", f"这里要写{MAP}，现在是“方案.pdf”"),
        ("evidence:\n  E1: {path: true, type: plan}\n", "true", "这里要写文字；true 请加引号"),
        ("evidence:\n  E1: {path: 2025, type: plan}\n", "2025,", "这里要写文字；2025 请加引号"),
        ("evidence:\n  E1: {path: '', type: plan}\n", "''", "是空的，要写文字"),
        ("evidence:\n  E1: {path: x, type: plan, pages: 三}\n", "三", "这里要写整数，现在是“三”"),
        ("evidence:\n  E1: {path: x, type: plan, pages: 0}\n", "0}", "不能小于 1"),
        ("answers:\n  leifeng-plan: {self_score: -1}\n", "-1", "不能小于 0"),
        (
            "answers:\n  volunteering-registered: {count: -1}\n",
            "-1",
            '数量要写成 42、">=42"、"42余" 或 "约42"，可以带单位',
        ),
        ("answers:\n  service-satisfaction: {responses: {优: 4.5}}\n", "4.5", "这里要写整数，现在是“4.5”"),
        (
            "red_lines:\n  crime: {status: clear, declared_on: 2025-13-01}\n",
            "2025-13",
            "这里要写日期，如 2025-03-05，现在是“2025-13-01”",
        ),
        (
            "titles:\n- {level: country, name: 某, awarded: 2020}\n",
            "country",
            "“country”不在可选的值里：national, provincial, municipal, county，是不是 county？",
        ),
        ("activities:\n  A1: {title: 某, date: 2025, serves: [" + "a" * 81 + "]}\n", "a" * 81, "太长，最多 80 字"),
        ("bonus:\n- {award: prize}\n", "{award", "缺少 project"),
        ("activities:\n  A1: {date: 2025, serves: []}\n", "{date", "缺少 title"),
        ("evidence:\n  E1: {path: x, url: y, type: plan}\n", "{path", "path 和 url 要填一个，只填一个"),
        ("evidence:\n  E1: {type: plan}\n", "{type", "path 和 url 要填一个，只填一个"),
    ],
)
def test_a_wrong_value_is_found_at_the_value(tmp_path: Path, text: str, value: str, message: str) -> None:
    assert mistakes(tmp_path, HEAD + text) == [f"unit.yaml:{at(HEAD + text, value)}: {message}"]


@pytest.mark.parametrize(
    ("answer", "value", "message"),
    [
        ("leifeng-plan: {met: 3}", "3}", f"这里要写{LIST}或{MAP}，现在是“3”"),
        ("leifeng-plan: {met: person}", "person}", f"这里要写{LIST}或{MAP}，现在是“person”"),
        ("leifeng-plan: {met: {person: E1}}", "E1", f"这里要写{LIST}，现在是“E1”"),
        ("leifeng-plan: {met: [person, 3]}", "3]", "这里要写文字；3 请加引号"),
        ("leifeng-plan: {met: [person: E1]}", "person: E1", "这里要写文字，现在是映射"),
        ("leifeng-plan: {not_held: 3}", "3}", f"这里要写文字或{MAP}；3 请加引号"),
    ],
)
def test_where_two_shapes_will_do_one_mistake_names_both(tmp_path: Path, answer: str, value: str, message: str) -> None:
    text = f"{HEAD}answers:\n  {answer}\n"
    assert mistakes(tmp_path, text) == [f"unit.yaml:{at(text, value)}: {message}"]


def test_text_where_a_number_belongs_is_told_so(tmp_path: Path) -> None:
    text = f"{HEAD}answers:\n  leifeng-plan: {{self_score: 四}}\n"
    assert mistakes(tmp_path, text) == [f"unit.yaml:{at(text, '四')}: 这里要写数字，现在是“四”"]


def test_all_mistakes_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = HEAD.replace("staff", "staf") + "evidense: {}\nanswers:\n  leifeng-plan: {met: 3, selfscore: 4}\n"
    assert [one.split(": ", 1)[1] for one in mistakes(tmp_path, text)] == [
        "缺少 staff",
        "不认识的键 staf，是不是 staff？",
        "不认识的键 evidense，是不是 evidence？",
        f"这里要写{LIST}或{MAP}，现在是“3”",
        "不认识的键 selfscore，是不是 self_score？",
    ]


def test_an_unknown_rubric_does_not_hide_the_other_mistakes(tmp_path: Path) -> None:
    text = HEAD.replace("luoyang-2019", "luoyang-2018").replace("name: 某局, ", "")
    assert mistakes(tmp_path, text) == [
        "unit.yaml:2:9: 没有名为 luoyang-2018 的测评体系，是不是 luoyang-2019？",
        "unit.yaml:3:7: 缺少 name",
    ]


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("some.yaml", "unit.yaml:2:9: 找不到测评体系文件 some.yaml（相对于 某局）"),
        ("3", "unit.yaml:2:9: 这里要写文字；3 请加引号"),
        ("", "unit.yaml:2:1: 这里要写文字，现在是空的"),
    ],
)
def test_a_rubric_that_is_not_there_is_found_where_it_is_named(tmp_path: Path, named: str, message: str) -> None:
    (tmp_path / "某局").mkdir()
    assert mistakes(tmp_path / "某局", HEAD.replace("luoyang-2019", named)) == [message]


def test_a_rubric_that_is_far_from_any_name_gets_the_list(tmp_path: Path) -> None:
    (said,) = mistakes(tmp_path, HEAD.replace("luoyang-2019", "qqqqqqqq"))
    assert said.startswith(
        "unit.yaml:2:9: 没有名为 qqqqqqqq 的测评体系；自带的有：henan-provincial-2019、luoyang-2019、"
    )


def test_without_a_rubric_the_file_is_incomplete(tmp_path: Path) -> None:
    assert mistakes(tmp_path, HEAD.replace("rubric: luoyang-2019\n", "")) == ["unit.yaml:1:1: 缺少 rubric"]


def test_another_rubric_may_be_given_from_outside(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD, "henan-provincial-2019").by.rubric.id == "henan-provincial"
    assert mistakes(tmp_path, HEAD, "luoyang-20") == ["--rubric: 没有名为 luoyang-20 的测评体系，是不是 luoyang-2019？"]


def test_a_rubric_beside_the_unit_file_is_read_by_its_path(tmp_path: Path) -> None:
    load(SOUND, tmp_path, "own.yaml")
    loaded = read(tmp_path, HEAD.replace("luoyang-2019", "own.yaml") + "answers: {listed: {met: [plan]}}\n")
    assert loaded.by.rubric.name == "test-1"


def test_a_faulty_rubric_is_told_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(SOUND.replace("full_points: 10", "full_points: 99"), encoding="utf-8")
    said = mistakes(tmp_path, HEAD.replace("luoyang-2019", "own.yaml").replace("staff", "staf"))
    assert [one.split(":")[0] for one in said] == ["own.yaml", "own.yaml", "unit.yaml", "unit.yaml"]


@pytest.mark.parametrize("text", ["- a\n", "乱写\n", ""])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    (said,) = mistakes(tmp_path, text)
    assert said.startswith("unit.yaml")
