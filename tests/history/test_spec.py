"""How a unit file of a revision is named, and what is a file after all."""

from pathlib import Path

import pytest

from wenming_score.history import Spec, parse, parse_range


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("text", "revision", "path", "here"),
    [
        ("HEAD~1:unit.yaml", "HEAD~1", "unit.yaml", False),
        ("v2024:子目录/unit.yaml", "v2024", "子目录/unit.yaml", False),
        ("HEAD:", "HEAD", "", False),
        ("feature/年度:a:b.yaml", "feature/年度", "a:b.yaml", False),
        ("main@{2 days ago}:u.yaml", "main@{2 days ago}", "u.yaml", False),
        ("HEAD^{/fix: 日期}:u.yaml", "HEAD^{/fix: 日期}", "u.yaml", False),
        ("HEAD:./unit.yaml", "HEAD", "./unit.yaml", True),
        ("HEAD:../甲/unit.yaml", "HEAD", "../甲/unit.yaml", True),
        ("-x:unit.yaml", "-x", "unit.yaml", False),
    ],
)
def test_a_revision_and_a_path_are_told_apart(text: str, revision: str, path: str, *, here: bool) -> None:
    assert parse(text) == Spec(revision, path, here)


@pytest.mark.parametrize(
    "text",
    [
        "unit.yaml",
        "",
        ":unit.yaml",
        "C:\\x\\unit.yaml",
        "C:/x/unit.yaml",
        "https://example.org/unit.yaml",
        "*:unit.yaml",
        "a b:unit.yaml",
        "..\\x:unit.yaml",
        "HEAD\n:unit.yaml",
        "HEAD{:unit.yaml",
        "a\0b:unit.yaml",
    ],
)
def test_what_no_revision_is_called_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("name", ["HEAD:unit.yaml", "12:30 会议.yaml", "v1..v2", "a..b"])
def test_a_file_of_that_name_is_never_taken_for_a_revision(name: str) -> None:
    Path(name).touch()
    assert parse(name) is None
    assert parse_range(name, "unit.yaml") is None


def test_a_link_to_nowhere_is_a_file_too() -> None:
    Path("HEAD:unit.yaml").symlink_to("nowhere")
    assert parse("HEAD:unit.yaml") is None


def test_braces_without_end_cost_no_time() -> None:
    assert parse("{}" * 100_000) is None
    assert parse_range("{ " * 10_000, "unit.yaml") is None


@pytest.mark.parametrize(
    ("text", "older", "newer"),
    [
        ("v2024..v2025", "v2024", "v2025"),
        ("v2024..", "v2024", "HEAD"),
        ("..v2025", "HEAD", "v2025"),
        ("HEAD@{1}..-x", "HEAD@{1}", "-x"),
    ],
)
def test_a_range_is_the_older_and_the_newer_revision(text: str, older: str, newer: str) -> None:
    assert parse_range(text, "子/unit.yaml") == (
        Spec(older, "子/unit.yaml", here=True),
        Spec(newer, "子/unit.yaml", here=True),
    )


@pytest.mark.parametrize("text", ["unit.yaml", "..", "../甲/unit.yaml", "a/../b.yaml", "..\\甲", "v1..v2:x", "a b..c"])
def test_a_path_that_steps_up_is_no_range(text: str) -> None:
    assert parse_range(text, "unit.yaml") is None


def test_what_a_terminal_would_obey_is_spelt_out() -> None:
    assert Spec("\x1b[31mHEAD", "a\u202eb").shown == "<U+001B>[31mHEAD:a<U+202E>b"
