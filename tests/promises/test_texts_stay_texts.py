"""C8 to C10: whatever stands in a text, no document of any command obeys it or lets its reader obey it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from outlines import outline, written
from stage import DAY, MADE, NOW, SCREEN, THEN, lay, lines

from door import here
from formats import live

TAME = "甲乙丙丁" * 20
"""As long as most of the others: a length has findings of its own."""
NAUGHTY = {
    "a runner's commands": "::stop-commands::假\r\n::warning::假\n##[error]假 ##vso[task.complete]假 ##teamcity[x]甲",
    "codes and no characters": "\x1b[31m红\x1b]8;;http://evil.example\x07链接\x1b]52;c;cm0gLXJm\x07\x9b2J\x00\u202e反\u2066"
    "\u2028乙\u2029丙\ufffe\uffff\x85丁\x0b\x0c\u200b甲",
    "a formula": '=1+1+HYPERLINK("http://evil.example","点我")&cmd|"/c calc"!A1' + "甲" * 30,
    "markup": "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>]]><!--<?x ?>&amp;"
    "| [/b][red]甲[link=http://evil.example]乙[/link] :smile: `丙` **丁** [戊](javascript:alert(1)) {{ 7*7 }} {x}",
}  # fmt: skip
Made = dict[str, bytes]


def made(folder: Path, said: str) -> Made:
    """Run every command over an office whose every text is this, and give all that it wrote, files and screen."""
    lay(folder, said)
    os.chdir(folder)
    screen = ""
    for line in lines():
        done = here(*line)
        assert done.code in {0, 1}, (line, done)
        screen += done.out + done.err
    return {**{path.name: path.read_bytes() for path in Path(MADE).iterdir()}, "screen.table": screen.encode()}


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    before = Path.cwd()
    yield made(tmp_path_factory.mktemp("tame"), TAME)
    os.chdir(before)


@pytest.mark.parametrize("said", NAUGHTY.values(), ids=NAUGHTY)
def test_a_document_is_made_of_the_same_parts_whatever_the_texts_say(tame: Made, tmp_path: Path, said: str) -> None:
    hostile = made(tmp_path, said)
    more: dict[str, object] = {}
    for name, content in hostile.items():
        kind = name.rpartition(".")[2]
        found: set[str] | list[str] = outline(kind, content) - outline(kind, tame[name])
        found = found or [line for text in written(kind, content) for line in live(text)]
        more |= {name: found} if found else {}

    assert hostile.keys() == tame.keys()
    assert more == {}


def test_a_long_text_is_not_multiplied(tmp_path: Path) -> None:
    said = "甲<" * 4_000
    lay(tmp_path, said)
    for line in (["evidence", "list", NOW, THEN, DAY], ["check", NOW, DAY, "--show", "all", "-v"], *SCREEN):
        assert len(here(*line).out) < 40 * len(said), line
