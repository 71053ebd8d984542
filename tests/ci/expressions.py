"""The little of GitHub's expressions that an action needs; whatever else is an error."""

import re
from collections.abc import Callable, Iterator

Value = str | bool
Context = dict[str, str]

_TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(&&|\|\||==|!=)|([a-z]+\(\))|([A-Za-z_][\w.-]*))\s*")
_PLACE = re.compile(r"\$\{\{(.*?)\}\}")


def _same(left: Value, right: Value) -> bool:
    assert isinstance(left, str), "only texts are compared"
    assert isinstance(right, str), "only texts are compared"
    return left.casefold() == right.casefold()


_OPERATORS: tuple[tuple[str, Callable[[Value, Value], Value]], ...] = (
    ("||", lambda left, right: left or right),
    ("&&", lambda left, right: left and right),
    ("!=", lambda left, right: not _same(left, right)),
    ("==", _same),
)
"""Those that bind loosest come first. A text is true unless it is empty, `false` as well, as in Python."""


def fill(text: str, context: Context) -> str:
    """Put values in the places of expressions; what stands around them stays."""
    return _PLACE.sub(lambda match: _spelt(_value(list(_tokens(match[1])), context)), text)


def holds(condition: str, context: Context, *, failed: bool) -> bool:
    """Tell whether a step is to run; a condition that names no status asks for success, too."""
    tokens = list(_tokens(condition))
    value = _value(tokens, context, failed=failed)
    return bool(value) and (not failed or any(token.endswith("()") for token in tokens))


def _tokens(expression: str) -> Iterator[str]:
    at = 0
    while at < len(expression):
        match = _TOKEN.match(expression, at)
        assert match, f"not understood: {expression[at:]!r}"
        yield match[0].strip()
        at = match.end()


def _value(tokens: list[str], context: Context, *, failed: bool = False) -> Value:
    for operator, combine in _OPERATORS:
        if operator in tokens:
            at = len(tokens) - 1 - tokens[::-1].index(operator)
            left, right = (_value(part, context, failed=failed) for part in (tokens[:at], tokens[at + 1 :]))
            return combine(left, right)
    assert len(tokens) == 1, f"not understood: {tokens}"
    return _one(tokens[0], context, failed=failed)


def _one(token: str, context: Context, *, failed: bool) -> Value:
    if token.startswith("'"):
        return token[1:-1].replace("''", "'")
    statuses = {"always()": True, "success()": not failed, "failure()": failed}
    if token in statuses:
        return statuses[token]
    assert token in context, f"unknown: {token}"
    return context[token]


def _spelt(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else value
