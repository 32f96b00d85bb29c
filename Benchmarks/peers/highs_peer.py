"""HiGHS: branch and cut."""

import time
from pathlib import Path

import highspy

from model import Result, read_model


def solve(path: Path, seconds: float, threads: int) -> Result:
    solver = highspy.Highs()
    options = {
        "output_flag": False,
        "threads": threads,
        # By itself it searches on one thread.
        "parallel": "on" if threads > 1 else "off",
        "time_limit": float(seconds),
        "mip_rel_gap": 0.0,
        # Costs are whole, so that nothing is left to gain within one.
        "mip_abs_gap": 0.99,
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.readModel(str(path))
    started = time.perf_counter()
    solver.run()
    took = time.perf_counter() - started
    info = solver.getInfo()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return Result("infeasible", seconds=took)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Result.judge(None, info.mip_dual_bound, took)
    model = read_model(path)
    names = solver.getLp().col_names_
    values = zip(names, solver.getSolution().col_value, strict=True)
    chosen = {name: round(value) for name, value in values if round(value)}
    return Result.judge(model.checked_cost(chosen), info.mip_dual_bound, took)
