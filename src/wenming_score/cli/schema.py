"""`schema`: JSON Schema for editors."""

import typer


def add_to(app: typer.Typer) -> None:
    """Add."""
