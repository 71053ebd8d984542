"""How samples change: as trees, as events of YAML, as lines, as parts of archives, as bytes."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from ruamel.yaml.error import YAMLError

from fuzzing.trees import grown, mixed, tree_of, written
from fuzzing.words import JUNK, MARKS
from samples import SEPARATOR, Sample, unpacked
from wenming_score.finding import InputError
from wenming_score.source.events import SCALAR, STREAM_END, parser

Change = Callable[[bytes, Random], bytes]
TREES = ("unit", "rubric", "both", "pair", "calendar", "plan", "report", "lock")
SHARES = {
    "unit": 6, "both": 6, "rubric": 4, "pair": 2, "evidence": 6, "lock": 1, "report": 2, "plan": 1, "calendar": 1,
    "template": 1, "settings": 1, "arguments": 2,
}  # fmt: skip
"""How often each target comes by."""
FRESH = 0.7
"""How often it is the shares that say what is changed, and not libFuzzer."""
RECORDS = ("plan", "report", "lock")
"""What is JSON."""
_PNG = b"\x89PNG\r\n\x1a\n"


class Mutator:
    """Changes packed samples, with what other samples hold at hand."""

    def __init__(self, samples: Sequence[Sample], blindly: Callable[[bytes, int], bytes]) -> None:
        """Take samples to borrow from, and what changes bytes without knowing what they are."""
        self._donors: dict[str, dict[bytes, str]] = {}
        for sample in samples:
            self._donors.setdefault(sample.target, {})[sample.content] = sample.suffix
        self._shares = [SHARES[target] for target in self._donors]
        self._blindly = blindly

    def __call__(self, packed: bytes, most: int, chance: Random) -> bytes:
        """Change a packed sample in one way, now and then in several."""
        sample = unpacked(packed)
        if sample is not None:
            self._donors[sample.target].setdefault(sample.content, sample.suffix)
        if sample is None or chance.random() < FRESH:
            sample = self._fresh(chance)
        content = sample.content
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            content = self._changed(Sample(sample.target, sample.suffix, content), chance)
        made = Sample(sample.target, self._suffix(sample, chance), content).packed()
        return made[:most]

    def _fresh(self, chance: Random) -> Sample:
        (target,) = chance.choices(list(self._donors), self._shares)
        content = chance.choice(list(self._donors[target]))
        return Sample(target, self._donors[target][content], content)

    def _suffix(self, sample: Sample, chance: Random) -> str:
        named = sample.target == "evidence" and chance.random() < 0.05
        return chance.choice(("jpg", "png", "pdf", "docx", "xlsx", "mp4", "wav", "txt")) if named else sample.suffix

    def _changed(self, sample: Sample, chance: Random) -> bytes:
        if sample.target in {"evidence", "template"}:
            ways: Sequence[Change] = (self._bytes, self._bytes, archived, chunked)
        elif sample.target in TREES:
            ways = (*[partial(self._tree, sample)] * 8, scalar, lines, spliced, self._bytes)
        else:
            ways = (lines, lines, spliced, self._bytes)
        if chance.random() < 0.1:
            donor = chance.choice(list(self._donors[sample.target]))
            return crossed(sample.content, donor, chance)
        return chance.choice(ways)(sample.content, chance)

    def _bytes(self, content: bytes, chance: Random) -> bytes:
        del chance
        return self._blindly(content, len(content) + 64)

    def _tree(self, sample: Sample, content: bytes, chance: Random) -> bytes:
        """Change one of the documents that the sample consists of, as a tree."""
        if sample.target == "both" and chance.random() < 0.05:
            return grown(chance)
        between = b"\n" if sample.target == "lock" else SEPARATOR
        parts = content.split(between)
        at = chance.randrange(len(parts))
        donor = chance.choice(list(self._donors[sample.target])).split(between)
        try:
            tree, other = tree_of(parts[at]), tree_of(donor[at % len(donor)])
        except InputError:
            return spliced(content, chance)
        changed = mixed(tree, other, chance)
        record = sample.target in RECORDS
        parts[at] = (
            json.dumps(changed, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
            if record
            else written(changed)
        )
        return between.join(parts)


def scalar(content: bytes, chance: Random) -> bytes:
    """Put something else where an event of YAML has a scalar."""
    try:
        text = content.decode()
        advance, spans = parser(text), list[tuple[int, int]]()
        while (event := advance()).__class__ is not STREAM_END:
            if event.__class__ is SCALAR:
                spans.append((event.start_mark.index, event.end_mark.index))
    except (ValueError, YAMLError):
        return spliced(content, chance)
    if not spans:
        return spliced(content, chance)
    start, end = chance.choice(spans)
    taken = text[slice(*chance.choice(spans))] if chance.random() < 0.4 else chance.choice(JUNK)
    framed = chance.choice(("{}", "{}", "{}", "'{}'", '"{}"', "|\n    {}", "[{}]", "{{a: {}}}", "{} # x")).format(taken)
    return (text[:start] + framed + text[end:]).encode("utf-8", "surrogatepass")


def lines(content: bytes, chance: Random) -> bytes:
    """Take a line away, put one in twice, swap two, or move one in or out."""
    rows = content.split(b"\n")
    at, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            del rows[at]
        case 1:
            rows.insert(other, rows[at])
        case 2:
            rows[at], rows[other] = rows[other], rows[at]
        case 3:
            rows[at] = b" " * chance.randrange(1, 4) + rows[at]
        case _:
            rows[at] = rows[at][chance.randrange(1, 3) :]
    return b"\n".join(rows)


def spliced(content: bytes, chance: Random) -> bytes:
    """Put a sign or a word in, over what was there or before it."""
    at = chance.randrange(len(content) + 1)
    word = chance.choice((*MARKS, *JUNK)).encode("utf-8", "surrogatepass")
    return content[:at] + word + content[at + chance.choice((0, 0, 1, len(word))) :]


def crossed(content: bytes, donor: bytes, chance: Random) -> bytes:
    """Go on as another sample does."""
    return content[: chance.randrange(len(content) + 1)] + donor[chance.randrange(len(donor) + 1) :]


def archived(content: bytes, chance: Random) -> bytes:
    """Change one part of a zip and pack it anew, so that its sums are right."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return spliced(content, chance)
    if not parts:
        return spliced(content, chance)
    name = chance.choice(sorted(parts))
    parts[name] = chance.choice((spliced, lines, spliced))(parts[name], chance)
    if chance.random() < 0.1:
        del parts[name]
    return _zipped(parts)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def chunked(content: bytes, chance: Random) -> bytes:
    """Change the parts of a PNG, with sums that are right."""
    if not content.startswith(_PNG):
        return spliced(content, chance)
    chunks, at = list[tuple[bytes, bytes]](), len(_PNG)
    while at + 12 <= len(content) and len(chunks) < 1000:
        size = int.from_bytes(content[at : at + 4], "big")
        chunks.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + size]))
        at += size + 12
    if not chunks:
        return spliced(content, chance)
    at = chance.randrange(len(chunks))
    kind, body = chunks[at]
    chunks[at] = chance.choice(((kind, spliced(body, chance)), (b"eXIf", body), (b"acTL", body[:8]), (kind, body[:4])))
    return _PNG + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big") for kind, body in chunks
    )
