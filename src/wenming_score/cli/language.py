"""Which language to speak: chosen before any help text is made."""

import os
from collections.abc import Sequence

from wenming_score.cli.whereabouts import settings_path, value_of
from wenming_score.text import speak

_VARIABLE = "WENMING_SCORE_LANG"


def choose_language(arguments: Sequence[str]) -> None:
    """Speak the language that the arguments, the environment or the settings ask for, Chinese where none does."""
    asked = value_of("--lang", arguments) or os.environ.get(_VARIABLE) or _set(arguments)
    speak("en" if asked == "en" else "zh")


def _set(arguments: Sequence[str]) -> object:
    """Look into the settings; what is wrong with them is said once there is a language to say it in."""
    path = settings_path(arguments)
    if path is None:
        return None
    from wenming_score.cli.settings_file import read  # noqa: PLC0415 - most runs find no file
    from wenming_score.finding import InputError  # noqa: PLC0415 - as above

    try:
        return read(path)["lang"][0]
    except (InputError, KeyError):
        return None
