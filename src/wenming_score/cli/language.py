"""Which language to speak: chosen before any help text is made."""

import os
from collections.abc import Sequence

from wenming_score.text import speak

_VARIABLE = "WENMING_SCORE_LANG"


def choose_language(arguments: Sequence[str]) -> None:
    """Speak the language that the arguments or the environment ask for, Chinese where they do not."""
    asked = os.environ.get(_VARIABLE, "zh")
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    speak("en" if asked == "en" else "zh")
