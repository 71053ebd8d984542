"""`rubric` and `schema`: what there is, whether it holds, and its shape for editors."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from door import ROOT, here
from office import BREACHED, DAY, RUBRIC, THREE_OF_SEVEN, changed, lay
from wenming_score import catalogue
from wenming_score.finding import Location
from wenming_score.source import Value, read

EXAMPLES = sorted(ROOT.glob("examples/*/unit.yaml"))
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def as_json(value: Value) -> Json:
    """Write what was read from YAML as JSON would have it."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    return value


def mistakes(schema: Json, data: Json) -> list[str]:
    """Say what a schema has against data."""
    assert isinstance(schema, dict)
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(data)  # pyright: ignore[reportUnknownMemberType] - half typed
    return [f"{error.json_path}: {error.message}" for error in errors]


def printed(*arguments: str) -> Json:
    done = here("schema", *arguments)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_every_bundled_rubric_is_listed_once_with_its_points() -> None:
    done = here("rubric", "list")

    assert (done.code, done.err) == (0, "")
    heads = [line.split()[0] for line in done.out.splitlines() if not line.startswith(" ")]
    assert heads == list(catalogue.bundled())
    assert done.out.count("（默认）") == 1
    assert "14 处分值未知" in done.out


@pytest.mark.parametrize("name", catalogue.bundled())
def test_a_rubric_is_shown_with_every_item_and_indicator(name: str) -> None:
    done = here("rubric", "show", name)
    rubric = catalogue.open_rubric(name, Path(), Location(name)).data

    assert (done.code, done.err) == (0, "")
    assert isinstance(rubric, dict)
    items = rubric["items"]
    assert isinstance(items, tuple)
    assert all(isinstance(item, dict) and f"{item['title']}（" in done.out for item in items)


def test_the_limits_of_what_is_plausible_are_shown_with_their_origin() -> None:
    lines = here("rubric", "show", "luoyang-2019").out.splitlines()

    at = lines.index("■ 合理的限度（超过了只提醒核对）")
    assert "hours_a_head_a_day  每人每天最多 12 小时" in lines[at:]
    assert lines[lines.index("spring_festival  节前 30 天到节后 15 天") + 1] == "  依据：自定；从进入腊月到元宵节"
    assert "合理的限度" not in here("rubric", "show", "thirteen-items-2012").out


def test_good_rubrics_validate() -> None:
    lay(Path("体 系"))

    done = here("rubric", "validate", *catalogue.bundled(), "体 系/tiny.yaml")

    assert (done.code, done.err) == (0, "")
    assert [line.split()[1] for line in done.out.splitlines() if line.startswith("√ ")] == [
        *catalogue.bundled(),
        "tiny-1",
    ]


def test_a_bad_rubric_is_refused_at_its_lines_and_does_not_hide_the_next() -> None:
    Path("坏.yaml").write_text(changed(RUBRIC, ("full_points: 10\n", "full_points: 11\n")), "utf-8")
    Path("好.yaml").write_text(RUBRIC, "utf-8")

    done = here("rubric", "validate", "没有.yaml", "坏.yaml", "好.yaml")

    assert done.code == 2
    assert done.out.startswith("√ tiny-1  ")
    assert [line.split(":")[0].removeprefix("./") for line in done.err.splitlines()] == ["没有.yaml", "坏.yaml"]
    assert "各测评项目合计 10，不等于满分 11" in done.err


@pytest.mark.parametrize("document", ["unit", "rubric", "report"])
def test_a_schema_is_valid_json_schema(document: str) -> None:
    schema = printed(document)

    assert isinstance(schema, dict)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("unit", EXAMPLES, ids=lambda unit: unit.parent.name)
@pytest.mark.parametrize("by", [[], ["-r", "luoyang-2019"]], ids=["any rubric", "its own"])
def test_the_schema_of_a_unit_file_takes_the_examples(unit: Path, by: list[str]) -> None:
    data = as_json(read(unit, "unit.yaml").data)

    assert mistakes(printed("unit", *by), data) == []


@pytest.mark.parametrize("name", catalogue.bundled())
def test_the_schema_of_a_rubric_takes_the_bundled_ones(name: str) -> None:
    data = as_json(catalogue.open_rubric(name, Path(), Location(name)).data)

    assert mistakes(printed("rubric"), data) == []


@pytest.mark.parametrize("change", [BREACHED, THREE_OF_SEVEN])
def test_the_schema_of_a_report_takes_real_ones(change: tuple[str, str]) -> None:
    lay(Path(), change)

    assert mistakes(printed("report"), json.loads(here("check", ".", DAY, "-f", "json").out)) == []
    for unit in EXAMPLES:
        assert mistakes(printed("report"), json.loads(here("check", unit, DAY, "-f", "json").out)) == []


def test_the_schema_of_a_report_refuses_a_misspelt_key() -> None:
    lay(Path())
    data = json.loads(here("check", ".", DAY, "-f", "json").out)
    known = mistakes(printed("report"), data)

    assert mistakes(printed("report"), data | {"itmes": []}) != known


@pytest.mark.parametrize("by", [[], ["-r", "luoyang-2019"]], ids=["any rubric", "its own"])
@pytest.mark.parametrize(
    ("path", "key"),
    [((), "answer"), (("unit",), "staf"), (("evidence", "E01"), "dat"), (("answers", "leifeng-plan"), "mett")],
)
def test_the_schema_of_a_unit_file_refuses_a_misspelt_key(by: list[str], path: tuple[str, ...], key: str) -> None:
    data = as_json(read(ROOT / "examples/small-unit/unit.yaml", "unit.yaml").data)
    inner = data
    for step in path:
        assert isinstance(inner, dict)
        inner = inner[step]
    assert isinstance(inner, dict)
    inner[key] = "甲"

    assert mistakes(printed("unit", *by), data) != []


def test_the_schema_of_a_rubric_refuses_a_misspelt_key_and_an_unknown_kind() -> None:
    lay(Path())
    schema = printed("rubric")
    wrong = ("target: 7", "targett: 7"), ("kind: count", "kind: counts"), ("level: provincial", "levels: provincial")

    Path("tiny.yaml").write_text(RUBRIC, "utf-8")
    assert mistakes(schema, as_json(read(Path("tiny.yaml"), "tiny.yaml").data)) == []
    for change in wrong:
        Path("tiny.yaml").write_text(changed(RUBRIC, change), "utf-8")
        assert mistakes(schema, as_json(read(Path("tiny.yaml"), "tiny.yaml").data)) != []


def test_the_schema_by_a_rubric_knows_its_indicators() -> None:
    lay(Path())
    data = as_json(read(Path("unit.yaml"), "unit.yaml").data)

    assert mistakes(printed("unit", "-r", "tiny.yaml"), data) == []
    assert mistakes(printed("unit", "-r", "luoyang-2019"), data) != []
