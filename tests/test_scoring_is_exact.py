"""Scoring is done in whole fractions: no binary floats, and nothing is rounded before it is shown."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import wenming_score

PACKAGE = Path(wenming_score.__file__).parent
SCORING = [
    *sorted((PACKAGE / "kinds").glob("*.py")),
    *(PACKAGE / f"{name}.py" for name in ("score", "shares", "extras", "standing", "verdict", "gate")),
]
INEXACT = {"float", "round", "quantize", "limit_denominator", "fsum"}


def inexact(tree: ast.AST) -> Iterator[str]:
    """Yield every inexact call and every floating-point literal, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"{node.lineno}: {node.value}"
        if isinstance(node, (ast.Name, ast.Attribute)):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in INEXACT:
                yield f"{node.lineno}: {name}"


@pytest.mark.parametrize("path", SCORING, ids=[path.relative_to(PACKAGE).as_posix() for path in SCORING])
def test_no_points_are_reckoned_in_floats_or_rounded(path: Path) -> None:
    assert list(inexact(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("bad", ["float(x)", "round(x, 2)", "map(float, xs)", "x * 0.5", "x.quantize(CENT)"])
def test_the_test_itself_sees_what_is_inexact(bad: str) -> None:
    assert list(inexact(ast.parse(bad)))
