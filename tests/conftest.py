"""No test shows in the next one: the program speaks Chinese again, and cycles are looked for as often as before."""

import gc
from collections.abc import Iterator

import pytest

from wenming_score.text import speak


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Set back what a run in this process leaves behind."""
    looked_for, often = gc.isenabled(), gc.get_threshold()
    yield
    speak("zh")
    gc.set_threshold(*often)
    (gc.enable if looked_for else gc.disable)()
