"""Whatever bytes stand in a unit file or a rubric: an exit code of the contract, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from door import CODES, here
from office import DAY, RUBRIC, UNIT, lay

JUNK = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["{", "[", "- ", ": ", "：", "'", '"', "&a ", "*a", "!!x ", "|", ">", "? ", "%", "\t", "\n", "#"]),
    st.sampled_from(["null", "~", "true", "1e9", "-0", ".nan", "2025-13-01", "[[[[", "{a: {b: 1}}", "\u3000", "\x00"]),
)
slow_fixtures_are_fine = settings(
    max_examples=120, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def unharmed() -> None:
    done = here("check", "unit.yaml", DAY, "-f", "json:报告.json", "-f", "table")
    assert done.code in CODES
    assert "Traceback" not in done.err
    if done.code in {2, 3}:
        assert done.out == ""
        assert all(line.startswith(("unit.yaml", "tiny.yaml")) for line in done.err.splitlines())
        assert not Path("报告.json").exists()
    Path("报告.json").unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def office() -> None:
    lay(Path())


@slow_fixtures_are_fine
@given(st.binary(max_size=200))
def test_random_bytes_do_no_harm(content: bytes) -> None:
    Path("unit.yaml").write_bytes(content)

    unharmed()


@slow_fixtures_are_fine
@given(st.text(max_size=200))
def test_random_text_does_no_harm(text: str) -> None:
    Path("unit.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))

    unharmed()


@slow_fixtures_are_fine
@given(st.integers(0, len(UNIT)), st.integers(0, 12), JUNK)
def test_junk_in_a_good_unit_file_does_no_harm(at: int, cut: int, junk: str) -> None:
    Path("unit.yaml").write_bytes((UNIT[:at] + junk + UNIT[at + cut :]).encode("utf-8", "surrogatepass"))

    unharmed()


@slow_fixtures_are_fine
@given(st.integers(0, len(RUBRIC)), st.integers(0, 12), JUNK)
def test_junk_in_a_good_rubric_does_no_harm(at: int, cut: int, junk: str) -> None:
    Path("tiny.yaml").write_bytes((RUBRIC[:at] + junk + RUBRIC[at + cut :]).encode("utf-8", "surrogatepass"))

    unharmed()
