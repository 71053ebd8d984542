"""What is set, as the defaults of a command's options."""

from collections.abc import Mapping, Sequence

from wenming_score.cli.whereabouts import settings_path

_SHARED = ("rubric", "evidence-root", "as-of", "color")
_TAKEN: Mapping[tuple[str, ...], Sequence[str]] = {
    ("baseline", "write"): (*_SHARED, "units", "against", "baseline"),
    ("evidence", "list"): (*_SHARED, "units"),
    ("evidence", "audit"): (*_SHARED, "units", "against", "fail-on", "strict"),
    ("evidence", "lock"): ("evidence-root", "units"),
    ("explain",): _SHARED,
    ("rank",): (*_SHARED, "units"),
    ("report",): ("evidence-root", "template", "thumbnails", "show", "color"),
    ("trend",): _SHARED,
}
"""Which settings a command takes; `check` takes all, any other none."""
_PARAMETERS = {"format": "formats"}
"""Where a parameter is not called as its option is."""

Defaults = dict[str, object]
Origins = dict[str, str]


def configured(arguments: Sequence[str]) -> tuple[Defaults, Origins]:
    """Give what is set for the command that is named, by command as click wants it, and where each was set."""
    words = list(arguments[:2])
    command = next((key for key in (("check",), *_TAKEN) if tuple(words[: len(key)]) == key), None)
    if command is None or {"--help", "-h"} & set(arguments):
        return {}, {}
    from wenming_score.cli.settings import settings  # noqa: PLC0415 - help and completion need none

    taken = settings(settings_path(arguments))
    wanted = _TAKEN.get(command, tuple(taken))
    found: Defaults = {parameter(key): setting.value for key, setting in taken.items() if key in wanted}
    for name in reversed(command):
        found = {name: found}
    return found, {key: setting.origin for key, setting in taken.items()}


def parameter(key: str) -> str:
    """Name the parameter of a command that a setting is for."""
    return _PARAMETERS.get(key, key.replace("-", "_"))
