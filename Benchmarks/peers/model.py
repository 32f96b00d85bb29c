"""The exported model: rows and columns of whole numbers, read from free-format MPS."""

import math
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Column:
    name: str
    cost: int = 0
    upper: int = 1
    entries: dict[str, int] = field(default_factory=dict)


@dataclass
class Row:
    name: str
    sense: str  # E, L or G
    right_hand_side: int = 0


@dataclass
class Model:
    rows: dict[str, Row]
    columns: dict[str, Column]
    constant: int

    def cost(self, values: dict[str, int]) -> int | None:
        """What a choice of columns costs; None when it breaks a row or a bound."""
        sums = dict.fromkeys(self.rows, 0)
        total = self.constant
        for name, value in values.items():
            column = self.columns[name]
            if not 0 <= value <= column.upper:
                return None
            total += value * column.cost
            for row, coefficient in column.entries.items():
                sums[row] += value * coefficient
        for row in self.rows.values():
            excess = sums[row.name] - row.right_hand_side
            if excess > 0 and row.sense != "G" or excess < 0 and row.sense != "L":
                return None
        return total

    def checked_cost(self, values: dict[str, int]) -> int:
        """What a choice costs that a solver says keeps every row; an error when it does not."""
        cost = self.cost(values)
        if cost is None:
            raise ValueError("the solver's choice of columns breaks the model")
        return cost


@dataclass
class Result:
    """What a solver says. Times are of solving alone, without reading the model."""

    status: str  # optimal, feasible, infeasible, none, not run
    cost: int | None = None
    bound: int | None = None
    seconds: float | None = None
    note: str = ""

    @staticmethod
    def judge(cost: int | None, bound: float | None, seconds: float) -> "Result":
        """Whole costs: a bound is as good as the next whole number above it."""
        whole = None
        if bound is not None and math.isfinite(bound):
            whole = math.ceil(bound - 1e-6)
        if cost is None:
            return Result("none", None, whole, seconds)
        if whole is not None:
            whole = min(whole, cost)
        status = "optimal" if whole == cost else "feasible"
        return Result(status, cost, whole, seconds)


def read_model(path: Path) -> Model:
    """Reads what `trefoil export-model` writes; other files may hold more than this knows."""
    rows: dict[str, Row] = {}
    columns: dict[str, Column] = {}
    objective = ""
    constant = 0
    section = ""
    with open(path, encoding="ascii", errors="replace") as lines:
        for line in lines:
            if line.startswith("*") or not line.strip():
                continue
            words = line.split()
            if not line.startswith(" "):
                section = words[0]
            elif section == "ROWS" and words[0] == "N":
                objective = words[1]
            elif section == "ROWS":
                rows[words[1]] = Row(words[1], words[0])
            elif section == "COLUMNS" and words[1] != "'MARKER'":
                column = columns.setdefault(words[0], Column(words[0]))
                for row, number in zip(words[1::2], words[2::2], strict=True):
                    if row == objective:
                        column.cost = int(number)
                    else:
                        column.entries[row] = int(number)
            elif section == "RHS" and words[1] == objective:
                constant = -int(words[2])
            elif section == "RHS":
                rows[words[1]].right_hand_side = int(words[2])
            elif section == "BOUNDS" and words[0] == "UP":
                columns[words[2]].upper = int(words[3])
    return Model(rows, columns, constant)
