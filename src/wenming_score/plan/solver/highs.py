"""HiGHS behind a few typed calls; it is half typed."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingImports=false, reportUnknownParameterType=false
# pyright: reportUntypedBaseClass=false, reportMissingParameterType=false

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from threading import Thread

from wenming_score.records import record

Terms = Mapping[int, float]
"""Columns with their factors."""
WITHOUT_END = float("inf")
_HAIR = 1e-6


class SolverMissingError(Exception):
    """The problem takes a solver that is not installed."""


@record
class Solved:
    """The best columns that were found, None where there are none, and below what no others can cost."""

    columns: list[float] | None
    least: float
    proved: bool
    """Whether nothing better is left, or nothing at all; else the search ended at its limit."""
    nodes: int = 0
    """How many branches were looked at."""


@dataclass
class Model:
    """Whole numbers from 0 to 1 (or anything between), rows that bound sums of them, and what is to be small."""

    whole: list[bool] = field(default_factory=list[bool])
    rows: list[tuple[float, float, Terms]] = field(default_factory=list[tuple[float, float, Terms]])

    def column(self, *, whole: bool) -> int:
        """Add a column."""
        self.whole.append(whole)
        return len(self.whole) - 1

    def least(self, bound: float, terms: Terms) -> None:
        """Add a row that is no less than this."""
        self.rows.append((bound, WITHOUT_END, terms))

    def most(self, bound: float, terms: Terms) -> None:
        """Add a row that is no more than this."""
        self.rows.append((-WITHOUT_END, bound, terms))

    def exactly(self, value: float, terms: Terms) -> None:
        """Add a row that is this."""
        self.rows.append((value, value, terms))

    def solve(self, costs: Terms, gap: float, nodes: int, start: Sequence[float] | None = None) -> Solved:
        """Find the columns that cost the least, up to a gap, in a search of so many nodes: the same each time.

        What HiGHS makes simpler first may lose columns where a bound is tight. So it is asked again without that where
        it finds none, or where what it found costs more than what it says is the least.
        """
        if not self.whole:
            fine = all(low <= _HAIR and high >= -_HAIR for low, high, _ in self.rows)
            return Solved([] if fine else None, 0, proved=True)
        limits = {"mip_abs_gap": gap, "mip_max_nodes": nodes}
        solved, ended = self._asked(costs, limits, start)
        if ended and (solved.columns is None or not solved.proved):
            solved, _ = self._asked(costs, limits, start, presolve="off")
        return solved

    def _asked(
        self, costs: Terms, limits: Mapping[str, float], start: Sequence[float] | None, presolve: str = "choose"
    ) -> tuple[Solved, bool]:
        """Ask once; tell with what was found whether the search came to its end."""
        highs, highspy = _silent({**limits, "presolve": presolve})
        highs.passModel(self._written(highspy.HighsLp(), highspy, costs))
        if start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = list(start)
            highs.setSolution(solution)
        working = Thread(target=highs.run, daemon=True)  # so that Ctrl-C is heard meanwhile
        working.start()
        working.join()
        status, info = highs.getModelStatus(), highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        ended = status in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)
        nodes = max(0, info.mip_node_count)
        if not found:
            return Solved(None, info.mip_dual_bound, ended and start is None, nodes), ended
        columns = list(highs.getSolution().col_value)
        value = sum(columns[column] * cost for column, cost in costs.items())
        near = value - info.mip_dual_bound <= limits["mip_abs_gap"] + _HAIR
        return Solved(columns, info.mip_dual_bound, ended and near, nodes), ended

    def _written(self, model, highspy, costs: Terms):  # noqa: ANN001, ANN202 - the library has no types
        model.num_col_, model.num_row_ = len(self.whole), len(self.rows)
        model.col_cost_ = [costs.get(column, 0.0) for column in range(len(self.whole))]
        model.col_lower_, model.col_upper_ = [0.0] * len(self.whole), [1.0] * len(self.whole)
        kinds = highspy.HighsVarType
        model.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        model.row_lower_ = [low for low, _, _ in self.rows]
        model.row_upper_ = [high for _, high, _ in self.rows]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = list(accumulate((len(terms) for _, _, terms in self.rows), initial=0))
        matrix.index_ = [column for _, _, terms in self.rows for column in terms]
        matrix.value_ = [factor for _, _, terms in self.rows for factor in terms.values()]
        return model


def _silent(options: Mapping[str, float | str]):  # noqa: ANN202 - the library has no types
    """Make a solver that prints nothing and finds the same each time, and give the library with it."""
    try:
        import highspy  # noqa: PLC0415 - an extra that few plans need
    except ImportError:
        raise SolverMissingError from None

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - the library calls it so, and prints its name in doing so
            """Do without."""

    highs = Silent()
    fixed = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0}
    for name, value in {**fixed, **options}.items():
        highs.setOptionValue(name, value)
    return highs, highspy
