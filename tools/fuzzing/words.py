"""What is put into samples: signs of YAML, words that mean something, texts that must mean nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

from reports import HOSTILE

MARKS = (
    ": ", ":", "- ", "-", "\n", "\n  ", " ", "[", "]", "{", "}", ", ", "'", '"', "|\n", ">-\n", " #", "#", "&x ", "*x",
    "!t ", "!!str ", "? ", "\t", "%", "---\n", "...\n", "<<: ", "~", "\\", "：", "，", "\u3000", "\u00a0", "\u200b",
    "\ufeff", "\r\n", "\r", "\0", "\x85", "\u2028", "\x1b[31m", "=", "[[", '"""',
)  # fmt: skip
JUNK = (
    "0", "-1", "1", "100", "0.5", "0.005", "1e9", "-0", "010", "0x1F", "1_000", ".nan", ".inf", "999999999",
    "0.000000001", "true", "no", "null", "2025-02-30", "2025-12-31", "2024-02-29", "2025", "2025-03", "2025-Q1",
    "2025-H2", "20xx", "1228日", "{start: 2025-03-01, end: 2025-02-01}",
    "{start: 2025-03-01, end: 2025-03-09, days: 4}", "42余", "约30人", ">=12次", "25人次", "待填", "x",
    "../../etc/passwd", "/dev/zero", "材料/", ".", "..", "CON", "a/../b", "luoyang-2019", "tiny.yaml", "unit.yaml",
    "henan-provincial-2019", "thirteen-items-2012", "E1", "E2", "plan", "cleaning", "person", "schedule",
    "misconduct", "A", "reviewer", "photo", "not_applicable", "redistribute", "mark", "\U0001f600", "é", "e\u0301",
    "\ud800", "甲" * 600, "甲" * 10_001, "[" * 40, "9" * 30,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *JUNK, *HOSTILE[:-1], None, True, False, 0, 1, -1, 2, 7, 40, 999_999_999, -999_999_999, Decimal("0.5"),
    Decimal("0.333"), Decimal("1.005"), Decimal("-0.01"), Decimal("0.000000001"), date(2025, 12, 31),
    date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), [], {}, [None], {"": ""}, {"a": {"b": []}}, "", " ", "\n",
)  # fmt: skip
