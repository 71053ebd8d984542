"""What plain and quoted text means, and where it stands."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from wenming_score.source import Value, parse


def value(written: str) -> Value:
    data = parse(f"a: {written}\n".encode(), "unit.yaml").data
    assert isinstance(data, dict)
    return data["a"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("86", 86),
        ("+86", 86),
        ("-3", -3),
        ("0", 0),
        ("999999999", 999_999_999),
        ("0o17", 15),
        ("0x1F", 31),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2025-02-28", date(2025, 2, 28)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_the_core_schema_gives_plain_text_its_value(written: str, meant: Value) -> None:
    given = value(written)
    assert given == meant
    assert type(given) is type(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("84.5", "84.5"),
        ("0.10", "0.10"),
        (".5", "0.5"),
        ("3.", "3"),
        ("1.5e3", "1500"),
        ("1e8", "100000000"),
        ("25E-2", "0.25"),
        ("999999999.999999999", "999999999.999999999"),
    ],
)
def test_a_fraction_is_an_exact_decimal(written: str, meant: str) -> None:
    given = value(written)
    assert isinstance(given, Decimal)
    assert str(given) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("yes", "No", "on", "OFF", "y", "nULL", "tRue", "None"),
        *("1:30", "1.2.3", "2025-03", "2025-Q1", "2025-02-30", "2025-13-01", "0000-01-01", "20xx-01-01", "2025/3/5"),
        *("0o8x", "1e", "e3", ".", "+", "...x", "12人次", "01-学雷锋/方案.pdf", "１２", "42余", "1 000"),
        *("-inf", ".information", "nan", "0xyz", "1-2", "deadbeef", "E001"),
    ],
)
def test_all_else_is_text_as_written(written: str) -> None:
    assert value(written) == written


@pytest.mark.parametrize(
    "written", ["1.10", "010", "1_000", ".inf", "true", "~", "2025-03-05", "<<", "&x", "*x", "!x", "@", ""]
)
def test_quoted_text_is_always_text(written: str) -> None:
    assert value(f'"{written}"') == written
    assert value(f"'{written}'") == written


@pytest.mark.parametrize(
    "written", ["见附件：方案，总结", "第一，第二；第三。", "PPT：见附件", "“学雷锋”活动（第三次）", "a,b", "是否达标?"]
)
def test_full_width_punctuation_is_ordinary_inside_a_text(written: str) -> None:
    assert value(written) == written


def test_a_paragraph_may_begin_with_ideographic_spaces() -> None:
    assert value("第一段\n  \u3000\u3000第二段：略") == "第一段 \u3000\u3000第二段：略"


def test_a_text_behind_its_key_may_begin_with_an_ideographic_space() -> None:
    assert value("\u3000略") == "\u3000略"


def test_escapes_are_kept_for_the_writers_to_make_harmless() -> None:
    assert value(r'"\e[31m\u6587\U0001F600"') == "\x1b[31m文😀"


def test_a_tab_between_words_counts_as_a_blank() -> None:
    assert value("甲\t乙\t") == "甲 乙"
    assert value("'甲\t乙'  \t") == "甲 乙"


def test_block_texts_keep_and_fold_their_lines() -> None:
    assert value("|\n  一\n  二") == "一\n二\n"
    assert value(">-\n  a\n  b") == "a b"


def test_sequences_are_tuples_all_the_way_down() -> None:
    assert value("[1, [甲, {b: [2.5]}]]") == (1, ("甲", {"b": (Decimal("2.5"),)}))


def test_keys_keep_their_order_and_may_look_like_values_when_quoted() -> None:
    data = parse("\"1.10\": 1\nb: 2\n'true': 3\n清明: 4\n".encode(), "u").data
    assert isinstance(data, dict)
    assert list(data.items()) == [("1.10", 1), ("b", 2), ("true", 3), ("清明", 4)]


def test_a_document_may_have_its_marks_and_comments() -> None:
    assert parse("# 自评\n--- # 开始\na: 1\n...\n# 完\n".encode(), "u").data == {"a": 1}


def test_the_digest_is_of_the_bytes() -> None:
    content = b"\xef\xbb\xbfa: 1\r\n"
    assert parse(content, "u").sha256 == hashlib.sha256(content).hexdigest()
