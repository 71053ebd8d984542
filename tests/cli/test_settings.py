"""What a team sets once: where it is looked for, what wins, and what is refused."""

from pathlib import Path

import pytest

from door import Outcome, here
from office import DAY, MISSING, THREE_OF_SEVEN, lay


def settings(text: str, name: str = "wenming.toml") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def shown(*options: str) -> dict[str, tuple[str, str]]:
    """Ask where each value came from."""
    done = here("check", "--show-config", *options)
    assert (done.code, done.err) == (0, "")
    rows = (line.split("  ", 1) for line in done.out.splitlines())
    return {key: (rest.strip().rpartition("  ")[0].strip(), rest.rpartition("  ")[2]) for key, rest in rows}


def quick(*options: str) -> Outcome:
    return here("check", ".", DAY, "-q", *options)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wenming.toml", "fail-under = 9\n"),
        ("wenming.toml", '"fail-under" = "9"\n'),
        ("pyproject.toml", "[project]\nname = 'x'\n\n[tool.wenming-score]\nfail-under = 9\n"),
        ("pyproject.toml", '[tool . "wenming-score"]\nfail-under = 9.0\n'),
    ],
)
def test_a_setting_counts_as_if_it_were_an_option(name: str, text: str) -> None:
    lay(Path(), THREE_OF_SEVEN)
    assert quick().code == 0

    settings(text, name)

    assert quick().code == 1


def test_the_environment_wins_over_the_file_and_an_option_over_both(monkeypatch: pytest.MonkeyPatch) -> None:
    settings("fail-under = 1\n")
    assert shown()["fail-under"] == ("1", "wenming.toml:1:1")

    monkeypatch.setenv("WENMING_SCORE_FAIL_UNDER", "2")
    assert shown()["fail-under"] == ("2", "WENMING_SCORE_FAIL_UNDER")
    assert shown("--fail-under", "3")["fail-under"] == ("3", "命令行")
    assert shown()["fail-on"] == ("error", "默认")


def test_every_setting_says_where_it_stands() -> None:
    settings("""
# 说明
units = [
  "甲",   # 一
  "乙",
]
strict = true
  show = "all"
against = "去年"
""")

    found = shown()

    assert found["units"] == ("甲 乙", "wenming.toml:3:1")
    assert found["strict"] == ("true", "wenming.toml:7:1")
    assert found["show"] == ("all", "wenming.toml:8:3")
    assert found["against"] == ("去年", "wenming.toml:9:1")


def test_the_nearest_file_counts_and_the_own_one_before_the_shared_one(monkeypatch: pytest.MonkeyPatch) -> None:
    settings("fail-under = 1\n")
    settings("[tool.wenming-score]\nfail-under = 2\n", "里/pyproject.toml")
    settings("[tool.other]\nx = 1\n", "里/更里/pyproject.toml")
    monkeypatch.chdir("里/更里")
    assert shown()["fail-under"] == ("2", "pyproject.toml:2:1")

    settings("fail-under = 3\n", "../wenming.toml")
    assert shown()["fail-under"] == ("3", "wenming.toml:1:1")


def test_what_is_above_the_repository_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    settings("fail-under = 1\n")
    Path("仓库/.git").mkdir(parents=True)
    monkeypatch.chdir("仓库")

    assert shown()["fail-under"] == ("-", "默认")


def test_a_file_may_be_named_and_an_empty_one_means_none() -> None:
    settings("fail-under = 1\n")
    settings("fail-under = 4\n", "别处/设置.toml")
    settings("", "空.toml")

    assert shown("--config", "别处/设置.toml")["fail-under"] == ("4", "别处/设置.toml:1:1")
    assert shown("--config=空.toml")["fail-under"] == ("-", "默认")
    assert here("check", "--show-config", "--config", "没有.toml").err.startswith("没有.toml: 找不到这个文件")


def test_paths_are_taken_from_where_the_file_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path("单位"))
    settings('units = ["单位"]\nrubric = "单位/tiny.yaml"\nformat = ["table", "json:出/r.json"]\nas-of = 2025-12-31\n')
    Path("出").mkdir()
    Path("单位/里").mkdir()
    monkeypatch.chdir("单位/里")

    done = here("check", "-q")

    assert (done.code, done.err) == (0, "")
    assert Path("../../出/r.json").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_under = 1", "wenming.toml:1:1: 不认识的键 fail_under，是不是 fail-under？"),
        ("[check]\nstrict = true", "wenming.toml:1:2: 不认识的键 check"),
        ("strict = 1", "wenming.toml:1:1: strict 要写 true 或 false"),
        ('fail-on = "warnings"', "wenming.toml:1:1: “warnings”不在可选的值里"),
        ("fail-under = 1.234", "wenming.toml:1:1: --fail-under 要写数字，最多两位小数，现在是“1.234”"),
        ("fail-under = true", "wenming.toml:1:1: fail-under 要写文字或数字"),
        ('as-of = "去年"', "wenming.toml:1:1: --as-of 要写成 2025-12-31 这样的日期"),
        ('format = ["table", "jsn"]', "wenming.toml:1:1: 没有 jsn 这种格式"),
        ("a = \n", "wenming.toml:1:5: 从这里起不是 TOML"),
        ("a = 1\na = 2\n", "wenming.toml:2:"),
        ("strict = true\n[", "wenming.toml:2:"),
    ],
)
def test_what_cannot_be_set_is_refused_with_its_place(text: str, said: str) -> None:
    lay(Path())
    settings(text)

    done = quick()

    assert done.code == 2
    assert done.err.startswith(said)


def test_every_mistake_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    settings('strct = true\n\nshow = "some"\n')
    monkeypatch.setenv("WENMING_SCORE_COLOR", "blue")

    done = here("check", "--show-config")

    assert done.code == 2
    assert [line.partition(": ")[0] for line in done.err.splitlines()] == [
        "WENMING_SCORE_COLOR",
        "wenming.toml:1:1",
        "wenming.toml:3:1",
    ]


@pytest.mark.parametrize("text", ["strict = nonsense", "[[["])
def test_help_needs_no_settings(text: str) -> None:
    settings(text)

    assert here("check", "--help").code == 0


@pytest.mark.parametrize(
    ("word", "value"), [("1", "true"), ("true", "true"), ("YES", "true"), ("0", "-"), ("off", "-")]
)
def test_a_flag_is_a_word_in_the_environment(word: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMING_SCORE_QUIET", word)

    assert shown()["quiet"] == (value, "WENMING_SCORE_QUIET")


def test_a_list_is_parted_by_blanks_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    monkeypatch.setenv("WENMING_SCORE_FORMAT", "table json:r.json")

    assert quick().code == 0
    assert Path("r.json").exists()


def test_the_language_may_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(Path())
    settings('lang = "en"\n')
    assert "Reaches the mark" in quick().out or "supported" in quick().out

    monkeypatch.setenv("WENMING_SCORE_LANG", "zh")
    assert "支撑" in quick().out


def test_other_commands_take_what_they_share() -> None:
    lay(Path("单位"), MISSING)
    settings('units = "单位"\nas-of = "2025-12-31"\nbaseline = "基线.json"\nformat = "json"\n')

    assert here("baseline", "write").err.startswith("基线写好了：基线.json")
    assert here("evidence", "audit").code == 1
    assert "没有.xlsx" in here("evidence", "list").out


def test_without_units_anywhere_the_command_says_so() -> None:
    done = here("check", DAY)

    assert (done.code, done.err.splitlines()[0]) == (2, "用法有误：缺少 UNIT")
