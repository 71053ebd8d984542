"""Tests of a fleet leave the language as they found it."""

from collections.abc import Iterator

import pytest

from wenming_score.text import speak, spoken


@pytest.fixture(autouse=True)
def same_language() -> Iterator[None]:
    """Speak as before."""
    before = spoken()
    yield
    speak(before)
