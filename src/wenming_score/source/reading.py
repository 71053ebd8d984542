"""A file or its bytes to a document, or to every mistake in it."""

import hashlib
from pathlib import Path

from wenming_score.source.build import Builder
from wenming_score.source.document import Document
from wenming_score.source.encoding import load, text_of, too_large
from wenming_score.source.events import ERRORS, Parser, parser
from wenming_score.source.hints import alike, explain
from wenming_score.source.limits import BYTES
from wenming_score.source.preflight import settle


def read(path: Path, shown: str, *, strict: bool = True) -> Document:
    """Read a file, called `shown` in messages; raise `InputError` with every mistake that was found.

    Unless `strict`, mistakes after which the rest can still be read are left in the document.
    """
    return parse(load(path, shown), shown, strict=strict)


def parse(content: bytes, shown: str, by: Parser = parser, *, strict: bool = True) -> Document:
    """Read bytes as `read` reads a file."""
    if len(content) > BYTES:
        raise too_large(shown)
    text = settle(text_of(content, shown), shown)
    builder = Builder(by(text), text, shown)
    try:
        data, places = builder.build()
    except ERRORS:
        mistake = explain(by, text, shown)
        for other in alike(mistake, text, shown):
            builder.complaints.refuse(other.at, other.message)
        builder.complaints.stop(mistake.at, mistake.message)
    if strict and builder.complaints.found:
        builder.complaints.close()
    return Document(shown, data, hashlib.sha256(content).hexdigest(), places, tuple(builder.complaints.found))
