"""A YAML file that knows its lines: bytes to values, each with its place."""

from wenming_score.source.document import Document, Value
from wenming_score.source.encoding import load, too_large
from wenming_score.source.limits import BYTES, CHARACTERS, DEPTH, MISTAKES, NODES
from wenming_score.source.merge import merge
from wenming_score.source.reading import parse, read

__all__ = [
    "BYTES", "CHARACTERS", "DEPTH", "MISTAKES", "NODES",
    "Document", "Value", "load", "merge", "parse", "read", "too_large",
]  # fmt: skip
