"""Jinja for a template from unknown hands: it may read the report's fields, loop over them and compare them."""

from collections.abc import Mapping
from typing import TypeAlias

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wenming_score.render.docx.context import Value
from wenming_score.render.docx.filters import FILTERS, written
from wenming_score.render.docx.refused import Refused
from wenming_score.render.docx.tags import misspelt, shorter
from wenming_score.text import inert, nearest, tr

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Tuple, nodes.Getattr,
    nodes.Getitem, nodes.For, nodes.If, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Concat,
)  # fmt: skip
"""No calls, no variables, no other files, nothing that multiplies."""
_Holder: TypeAlias = "Value | LoopContext"
_LOOP = ("index", "index0", "first", "last", "length")
_ROUNDS = 200_000
"""Rounds of all loops together."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which a template has the report, and nothing else."""

    def __init__(self, known: Mapping[str, Value]) -> None:
        """Know the names at the top."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=written)
        self._known = known
        self._rounds = 0
        self.globals = {}
        self.filters = {**FILTERS, "counted": self._counted}

    def from_string(self, source: str | nodes.Template, *rest: object, **named: object) -> Template:
        """Take a template that keeps to what is allowed."""
        del rest, named
        assert isinstance(source, str)
        try:
            tree = self.parse(source)
            self._look_over(tree, source)
            return super().from_string(tree)
        except TemplateSyntaxError as fault:
            if "end of template" in (fault.message or ""):
                raise Refused(tr("有 for 没有配上 endfor，或者 if 没有配上 endif")) from fault
            raise misspelt(_near(source, fault.lineno)) from fault

    def _look_over(self, tree: nodes.Template, source: str) -> None:
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                near = _near(source, node.lineno or 1)  # Jinja gives no line to an escaping mode
                raise Refused(tr("有不支持的写法，在“{near}”附近：只能用字段、for、if 和过滤器", near=near))
            if isinstance(node, nodes.Filter) and node.name not in FILTERS:
                meant = nearest(node.name, FILTERS)
                raise Refused(tr("没有“{name}”这个过滤器{meant}", name=inert(node.name), meant=meant))
        for name in sorted(find_undeclared_variables(tree) - self._known.keys()):
            raise Refused(_unknown(name, self._known))
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None)

    def _counted(self, rows: Value) -> Value:
        if not isinstance(rows, tuple):
            raise Refused(tr("for 只能用在成组的字段上，例如 items、gaps、ledger"))
        self._rounds += len(rows)
        if self._rounds > _ROUNDS:
            raise Refused(tr("for 套得太多，要填的内容超过 {most} 行", most=_ROUNDS))
        return rows

    def getattr(self, obj: _Holder, attribute: str) -> object:
        """Give a field of a record, and nothing of Python."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: _Holder, argument: str | int) -> object:
        """Give a field of a record or one of several records, and nothing of Python."""
        if isinstance(obj, LoopContext) and argument in _LOOP:
            return super().getattr(obj, str(argument))
        if isinstance(obj, Mapping) and argument in obj:
            return obj[str(argument)]
        if isinstance(obj, tuple) and isinstance(argument, int) and 0 <= argument < len(obj):
            return obj[argument]
        raise Refused(_unknown(str(argument), obj if isinstance(obj, Mapping) else {}))


def _unknown(name: str, known: Mapping[str, Value]) -> str:
    return tr("没有“{name}”这个字段{meant}", name=inert(name), meant=nearest(name, known))


def _near(source: str, line: int) -> str:
    return shorter(source.splitlines()[line - 1])
