"""`--show-config`: every setting of `check`, its value, and where that came from."""

import typer

from wenming_score.cli.configured import Origins, parameter
from wenming_score.cli.output import plain_text, put
from wenming_score.cli.settings import KEYS
from wenming_score.render.cells import left, width
from wenming_score.text import tr


def show_settings(context: typer.Context) -> int:
    """Print the settings; nothing is assessed."""
    rows = [(key, _value(context.params.get(parameter(key))), _origin(context, key)) for key in KEYS]
    first, second = (max(width(row[column]) for row in rows) for column in (0, 1))
    put(plain_text([(f"{left(key, first)}  {left(value, second)}  {said}", "plain")] for key, value, said in rows))
    return 0


def _value(value: object) -> str:
    if not value:
        return "-"
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value).replace("True", "true")  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - what click has read


def _origin(context: typer.Context, key: str) -> str:
    source = context.get_parameter_source(parameter(key))
    origins: Origins = context.obj
    if source is not None and source.name == "COMMANDLINE":
        return tr("命令行")
    return origins.get(key) or tr("默认")
