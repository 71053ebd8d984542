"""The English catalogue says all that the program says in Chinese."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from wenming_score.choices import Lang
from wenming_score.text import speak, tr

ROOT = Path(__file__).parent.parent
PO = Path("src/wenming_score/locale/en/LC_MESSAGES/messages.po")
with_babel = pytest.mark.skipif(find_spec("babel") is None, reason="tools/messages.py needs Babel: group lint")


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> Iterator[Lang]:
    chosen: Lang = "en" if request.param == "en" else "zh"
    speak(chosen)
    yield chosen
    speak("zh")


def said() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every message that stands in a call of `tr`, with a value for each name that it is given."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str(message))], keywords=given):
                    yield message, {word.arg: f"<{word.arg}>" for word in given if word.arg}
                case _:
                    pass


def test_every_message_says_all_that_it_is_given(lang: Lang) -> None:
    silent = [
        f"{lang}: {message}: {value}"
        for message, values in said()
        for value in values.values()
        if value not in tr(message, **values)
    ]
    assert not silent
    assert len(list(said())) > 300


def checked(root: Path) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "tools/messages.py", "--check"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


@with_babel
def test_the_catalogue_is_complete_and_compiled() -> None:
    code, report = checked(ROOT)
    assert code == 0, report


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("src", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "examples"))
    return tmp_path


@with_babel
@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgid "还没有翻译"', "", "no longer said: '还没有翻译'"),
        ('msgstr "there is no file {path}{hint}"', 'msgstr ""', "no translation: '找不到文件 {path}{hint}'"),
        ('msgstr "there is no file {path}{hint}"', 'msgstr "no file {name}"', "other placeholders than in Chinese"),
        (
            'msgid "找不到文件 {path}{hint}"',
            '#, fuzzy\nmsgid "找不到文件 {path}{hint}"',
            "fuzzy, see whether it still fits",
        ),
        ('msgstr "there is no file {path}{hint}"', 'msgstr "no file {path}{hint}"', "is not what the .po compiles to"),
    ],
)
def test_a_fault_of_the_catalogue_is_named(copy: Path, old: str, new: str, complaint: str) -> None:
    catalogue = copy / PO
    text = catalogue.read_text(encoding="utf-8")
    changed = text.replace(old, new) if new else f'{text}\n{old}\nmsgstr "x"\n'
    assert changed != text
    catalogue.write_text(changed, encoding="utf-8")
    code, report = checked(copy)
    assert code == 1
    assert complaint in report
