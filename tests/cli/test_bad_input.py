"""What is refused in unit files: at its place, with nothing written."""

import os
import tracemalloc
from pathlib import Path

import pytest

from door import CODES, here
from office import DAY, UNIT, lay, place
from pace import within

ANCHOR, ALIAS, TAG = "这里不收 YAML 锚点", "这里不收 YAML 引用", "这里不收 YAML 标签"
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))

Change = tuple[str, str]


def text_of(unit: Path) -> str:
    return unit.read_text(encoding="utf-8")


def refused(*arguments: str | Path) -> list[str]:
    """Check what must be refused, asking for a file too, and give what is said of it."""
    written = Path("报告.json")
    done = here("check", *arguments, DAY, "-f", f"json:{written}")
    assert (done.code, done.out) == (2, "")
    assert not written.exists()
    assert not list(Path().glob(".报告*"))
    return done.err.splitlines()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: 文件里没有内容"),
        ("# 只有注释\n\n# 没有别的\n", "1:1: 文件里没有内容"),
        ("只是一段话", "1:1: 整个文件只是一段文字"),
        ("- a\n- b\n", "1:1: 自评文件的顶层要是映射"),
        ("42\n", "1:1: 自评文件的顶层要是映射"),
        ("a: [1, 2\nb: 3\n", "1:4: 括号“[”没有收尾"),
        ('a: "没有收尾\n', "1:4: 这个引号没有收尾"),
        ("a: 1\n b: 2\n", "2:3: 这里多出了冒号"),
        ("a: 1\na: 2\n", "2:1: 键“a”重复，第一次在第 1 行第 1 列"),
        ("a: &x 1\n", f"1:4: {ANCHOR}"),
        ("a: *x\n", f"1:4: {ALIAS}"),
        ("a: {b: 1}\nc: {<<: {b: 2}}\n", "2:5: 这里不收合并键“<<”"),
        ("a: !!python/object/apply:os.system ['true']\n", f"1:4: {TAG}"),
        ("%YAML 1.1\n---\na: no\n", "1:1: 这里不收 YAML 指令"),
        ("a: 1\n---\nb: 2\n", "2:1: 一个文件里只能有一份内容"),
        ("unit：{name: 某局}\n", "1:5: 这里是全角冒号“：”"),
        ("a:\n\tb: 1\n", "2:1: 行首有制表符（Tab）"),
        ("a: 1\n\u3000b: 2\n", "2:1: 行首有全角空格（U+3000）"),
        ("a: 1\n\x07b: 2\n", "2:1: 这里有看不见的字符（U+0007）"),
        ("[" * 10_000, "1:33: 嵌套超过 32 层"),
        ("{a: " * 10_000, "1:129: 嵌套超过 32 层"),
        ("- " * 10_000, "1:65: 嵌套超过 32 层"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_not_plain_yaml_is_refused_at_its_place(text: str, said: str) -> None:
    Path("unit.yaml").write_text(text, encoding="utf-8")

    lines = refused("unit.yaml")

    assert [line for line in lines if line.startswith(f"unit.yaml:{said}")]


def test_an_alias_bomb_is_refused_at_once() -> None:
    Path("unit.yaml").write_text(BOMB, encoding="utf-8")

    with within(2):
        lines = refused("unit.yaml")

    assert lines[:3] == [
        f"unit.yaml:1:5: {ANCHOR}（以 & 开头）；请写出完整内容，若是正文，请给整个值加引号",
        f"unit.yaml:2:5: {ANCHOR}（以 & 开头）；请写出完整内容，若是正文，请给整个值加引号",
        f"unit.yaml:2:10: {ALIAS}（以 * 开头）；请写出完整内容，若是正文，请给整个值加引号",
    ]


@pytest.mark.parametrize(
    ("change", "points_at", "said"),
    [
        (("answers:", "answer:"), "answer:", "不认识的键 answer，是不是 answers？"),
        (("staff: 40", "staff: 40, dpartments: []"), "dpartments:", "不认识的键 dpartments，是不是 departments？"),
        (("met: [person", "mett: [person"), "mett:", "不认识的键 mett，是不是 met？"),
        (("unit: {name: 某县示范局, ", "unit: {"), "{type", "缺少 name"),
        (("type: government_office", "type: office"), "office", "“office”不在可选的值里"),
        (("schema_version: 1", "schema_version: 2"), "2", "“2”不在可选的值里：1"),
        (("rubric: tiny.yaml", "rubric: 7"), "7", "这里要写文字；7 请加引号"),
        (("name: 某县示范局", "name: 1.10"), "1.10", "这里要写文字；1.10 请加引号"),
        (("name: 某县示范局", 'name: ""'), '""', "是空的，要写文字"),
        (("name: 某县示范局", "name: [甲]"), "[甲]", "这里要写文字，现在是列表"),
        (("term: {start: 2023-01-01", "term: {start: 2026-01-01"), "{start: 2026", "结束日期早于开始日期"),
        (("evidence: [E1]", "evidence: E1"), "E1, self", "这里要写列表"),
        (("self_score: 4", "self_score: -1"), "-1}", "不能小于 0"),
        (("self_score: 4", "self_score: .inf"), ".inf", "“.inf”不是数"),
        (("self_score: 4", "self_score: 1e999999999"), "1e999999999", "数“1e999999999”太长"),
        (("period: {start: 2025-01-01", "period: {start: 2025-02-30"), "2025-02-30", ""),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_on_its_exact_value_or_key(change: Change, points_at: str, said: str) -> None:
    unit = lay(Path(), change)

    lines = refused("unit.yaml")

    assert len(lines) == 1
    assert lines[0].startswith(f"unit.yaml:{place(text_of(unit), points_at)}: {said}")


def test_all_mistakes_of_a_file_are_said_at_once_and_in_its_order() -> None:
    lay(Path(), ("answers:", "answer:"), ("staff: 40", "staff: []"), ("type: plan", "type: plans"))

    places = [tuple(map(int, line.split(":")[1:3])) for line in refused("unit.yaml")]

    assert len(places) == 3
    assert places == sorted(places)


def test_an_id_that_does_not_exist_is_a_finding_with_the_nearest_one() -> None:
    unit = lay(Path(), ("plan: {met", "plam: {met"), ("evidence: [E2]", "evidence: [E22]"))

    done = here("check", "unit.yaml", DAY)

    assert done.code == 1
    at = place(text_of(unit), "plam:")
    assert f"unit.yaml:{at} 错误 unknown-id\n      没有 plam 这个编号，是不是 plan？" in done.out
    assert f"unit.yaml:{place(text_of(unit), 'E22')} 错误 unknown-id\n      没有 E22 这个编号，是不是 E2？" in done.out


def test_a_period_outside_the_term_is_a_finding() -> None:
    unit = lay(Path(), ("term: {start: 2023-01-01, end: 2025-12-31}", "term: {start: 2021-01-01, end: 2023-12-31}"))

    done = here("check", "unit.yaml", DAY)

    assert done.code == 1
    assert f"unit.yaml:{place(text_of(unit), 'period:')} 错误 period-outside-term" in done.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (UNIT.encode("gbk"), "unit.yaml:3:15: 文件编码看来是 GBK"),
        (UNIT.encode("utf-16"), "unit.yaml:1:1: 文件编码看来是 UTF-16"),
        (UNIT.encode("utf-16-le"), "unit.yaml:1:2: 文件编码看来是 UTF-16"),
        (UNIT.encode("utf-32"), "unit.yaml:1:1: 文件编码看来是 UTF-32"),
        (UNIT.encode()[:80], "unit.yaml:3:"),
        (bytes(range(256)) * 40, "unit.yaml:"),
        (b"\x7fELF\x02\x01\x01\x00" + b"\0" * 400, "unit.yaml:1:1: "),
        (b"PK\x03\x04\x14\x00\x06\x00", "unit.yaml:1:3: "),
    ],
    ids=["gbk", "utf-16", "utf-16-le", "utf-32", "cut", "all bytes", "elf", "zip"],
)
def test_a_file_that_is_not_utf_8_is_refused_with_what_it_seems_to_be(content: bytes, said: str) -> None:
    Path("unit.yaml").write_bytes(content)

    assert refused("unit.yaml")[0].startswith(said)


@pytest.mark.parametrize("form", ["bom", "crlf", "cr", "no last line end"])
def test_the_form_of_a_file_changes_nothing_but_its_digest(form: str) -> None:
    unit = lay(Path())
    plain = here("check", "unit.yaml", DAY)
    text = unit.read_bytes()
    forms = {
        "bom": b"\xef\xbb\xbf" + text,
        "crlf": text.replace(b"\n", b"\r\n"),
        "cr": text.replace(b"\n", b"\r"),
        "no last line end": text.rstrip(b"\n"),
    }
    unit.write_bytes(forms[form])

    assert here("check", "unit.yaml", DAY) == plain


def test_a_huge_file_is_refused_fast_and_in_little_memory() -> None:
    with Path("unit.yaml").open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()

    with within(2):
        lines = refused("unit.yaml")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert lines == ["unit.yaml: 文件超过 4 MB；请核对是不是给错了文件"]
    assert most < 10_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_is_refused_without_waiting_for_a_writer() -> None:
    os.mkfifo("unit.yaml")

    assert refused("unit.yaml") == ["unit.yaml: 这不是普通文件（是管道或设备）；请给出一个文件"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused() -> None:
    lay(Path()).chmod(0)

    assert refused("unit.yaml") == ["unit.yaml: 没有读这个文件的权限；请让文件的主人放开读取权限"]


def test_a_missing_file_is_refused_by_its_name() -> None:
    assert refused("没有 这个.yaml") == ["没有 这个.yaml: 找不到这个文件；请核对路径和文件名"]


def test_a_name_that_is_too_long_is_a_missing_file() -> None:
    assert len(refused("a" * 5000)) == 1


def test_a_rubric_name_that_is_too_long_is_refused_at_its_line() -> None:
    lay(Path(), ("rubric: tiny.yaml", f"rubric: {'a' * 5000}.yaml"))

    assert refused("unit.yaml")[0].startswith("unit.yaml:2:9: ")


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "9999-12-31"])
def test_a_day_that_is_out_of_reach_is_refused_or_judged(day: str) -> None:
    lay(Path())

    assert here("check", "unit.yaml", "--as-of", day).code in CODES
