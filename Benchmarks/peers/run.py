"""Runs Trefoil and other solvers on the very same models, one after another, into one table.

EXAMPLES
  python run.py --trefoil ../../.build/release/trefoil --schools 30x3,45x3
  python run.py --trefoil ../../.build/release/trefoil --staffed 15x3 --limit 30
  python run.py --trefoil ../../.build/release/trefoil --openings 20x3,100x3 --solvers highs
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trefoil
from model import Result
from solve_one import SOLVERS

HERE = Path(__file__).parent
HEADER = [
    "trust", "seed", "columns", "rows", "solver", "status", "cost", "bound", "gap %", "seconds",
    "ratio", "note",
]  # fmt: skip


@dataclass
class Case:
    name: str
    seed: str
    folder: Path
    secondments: bool = False


def sizes(text: str) -> list[tuple[int, int]]:
    """30x3,90 as [(30, 3), (90, 1)]: schools and seeds."""
    parts = [part.partition("x") for part in text.split(",") if part]
    return [(int(size), int(seeds or 1)) for size, _, seeds in parts]


def cases(options: argparse.Namespace, folder: Path) -> Iterator[Case]:
    for kind, text in (("unstaffed", options.schools), ("staffed", options.staffed)):
        for schools, seeds in sizes(text):
            for seed in range(1, seeds + 1):
                place = folder / f"{kind}-{schools}-{seed}"
                trefoil.synthesise(options.trefoil, place, schools, seed, kind == "staffed")
                yield Case(f"{schools} {kind}", str(seed), place)
    for openings, seeds in sizes(options.openings):
        for seed in range(1, seeds + 1):
            place = folder / f"openings-{openings}-{seed}"
            trefoil.synthesise_openings(options.trefoil, place, openings, seed)
            yield Case(f"{openings} openings", str(seed), place, secondments=True)
    for scenario in options.scenario:
        yield Case(scenario.resolve().name, "", scenario)


def solve(solver: str, model: Path, options: argparse.Namespace) -> Result:
    """In a process of its own; one that does not keep to the limit is ended."""
    command = [
        sys.executable, HERE / "solve_one.py", solver, model,
        "--limit", str(options.limit), "--threads", str(options.threads),
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=3 * options.limit + 120, check=False
        )
    except subprocess.TimeoutExpired:
        return Result("none", note="did not end")
    if done.returncode != 0:
        return Result("not run", note=(done.stderr.strip().splitlines() or ["failed"])[-1])
    return Result(**json.loads(done.stdout.splitlines()[-1]))


def size_of(model: Path) -> tuple[int, int]:
    """Columns and rows, counted in the file."""
    columns, rows, section = 0, -1, ""
    with open(model, encoding="ascii", errors="replace") as lines:
        for line in lines:
            if not line.startswith((" ", "*")):
                section = line.split()[0]
            elif section == "ROWS":
                rows += 1
            elif section == "BOUNDS":
                columns += 1
    return columns, rows


def ratio(result: Result, ours: Result) -> str:
    """How many times our seconds to proof; a limit that ran out says 'more than'."""
    if ours.status != "optimal" or not ours.seconds or not result.seconds:
        return ""
    times = result.seconds / ours.seconds
    return f"{times:.1f}" if result.status in ("optimal", "infeasible") else f"> {times:.0f}"


def line(case: Case, size: tuple[int, int], solver: str, result: Result, ours: Result) -> list[str]:
    gap = ""
    if result.cost and result.bound is not None:
        gap = f"{100 * (result.cost - result.bound) / result.cost:.2f}"

    def text(value: object) -> str:
        return "" if value is None else str(value)

    seconds = "" if result.seconds is None else f"{result.seconds:.2f}"
    return [
        case.name, case.seed, str(size[0]), str(size[1]), solver, result.status,
        text(result.cost), text(result.bound), gap, seconds,
        "" if result is ours else ratio(result, ours), result.note,
    ]  # fmt: skip


def contradiction(results: dict[str, Result]) -> str:
    """Says so when a cost lies below a bound that another has proven."""
    bounds = [(r.bound, name) for name, r in results.items() if r.bound is not None]
    costs = [(r.cost, name) for name, r in results.items() if r.cost is not None]
    if not bounds or not costs or min(costs)[0] >= max(bounds)[0]:
        return ""
    (cost, cheap), (bound, strict) = min(costs), max(bounds)
    return f"{cheap} found {cost}, below {bound}, which {strict} says is the least"


def markdown(rows: list[list[str]]) -> str:
    lines = [HEADER, ["---"] * len(HEADER), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def compare(options: argparse.Namespace) -> tuple[list[list[str]], bool]:
    rows: list[list[str]] = []
    agrees = True
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(options, Path(folder)):
            model = Path(folder) / "model.mps"
            refused = trefoil.export(options.trefoil, case.folder, model, case.secondments)
            ours = trefoil.plan(
                options.trefoil, case.folder, options.limit, options.threads, case.secondments
            )
            results = {"trefoil": ours}
            for solver in options.solvers.split(","):
                result = Result("not run", note=refused)
                results[solver] = result if refused else solve(solver, model, options)
            size = (0, 0) if refused else size_of(model)
            for solver, result in results.items():
                rows.append(line(case, size, solver, result, ours))
                print("\t".join(rows[-1]), file=sys.stderr, flush=True)
            if words := contradiction(results):
                agrees = False
                print(f"CONTRADICTION in {case.name} {case.seed}: {words}", file=sys.stderr)
    return rows, agrees


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trefoil", type=Path, required=True, help="the built program")
    parser.add_argument("--schools", default="", help="made-up trusts without staff: 30x3,90")
    parser.add_argument("--staffed", default="", help="made-up trusts with staff: 15x3,30")
    parser.add_argument("--openings", default="", help="made-up openings to fill: 20x3,100")
    parser.add_argument("--scenario", type=Path, nargs="*", default=[], help="scenario folders")
    parser.add_argument("--solvers", default=",".join(SOLVERS), help="which peers")
    parser.add_argument("--limit", type=float, default=60, help="seconds for each solver")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--csv", type=Path, help="write the table here too")
    options = parser.parse_args()
    rows, agrees = compare(options)
    print(markdown(rows), end="")
    if options.csv:
        with open(options.csv, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
    sys.exit(0 if agrees else 1)


if __name__ == "__main__":
    main()
