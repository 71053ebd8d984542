"""SECURITY.md on settings: whoever may change them may open the gate, unless none of them count."""

from pathlib import Path

import pytest

from door import here
from office import DAY, MISSING, lay


@pytest.mark.parametrize("setting", ["exit-zero = true", 'fail-on = "never"', "quiet = true"])
def test_a_setting_can_open_the_gate_and_no_settings_shut_it_again(setting: str) -> None:
    lay(Path(), MISSING)
    Path("wenming.toml").write_text(f"{setting}\n", encoding="utf-8")

    assert here("check", "unit.yaml", DAY).code == (1 if "quiet" in setting else 0)
    assert here("check", "unit.yaml", DAY, "--config=").code == 1
