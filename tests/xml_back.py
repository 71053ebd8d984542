"""XML read back; lxml, which has no types of its own, as far as it is used."""

from importlib import import_module
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import Element, fromstring


class _Schema(Protocol):
    error_log: object

    def validate(self, tree: object) -> bool: ...


def parsed(text: str) -> Element:
    """Read XML as any strict reader does."""
    return fromstring(text.encode())  # noqa: S314 - we wrote it


def complaints(text: str, schema: Path) -> str:
    """Say what a schema has against XML; nothing where it is valid."""
    etree = import_module("lxml.etree")
    judge: _Schema = etree.XMLSchema(etree.parse(schema))
    return "" if judge.validate(etree.fromstring(text.encode())) else str(judge.error_log)
