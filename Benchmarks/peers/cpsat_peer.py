"""OR-Tools CP-SAT: constraint programming with clause learning."""

from pathlib import Path

from ortools.sat.python import cp_model

from model import Model, Result, read_model


def build(model: Model) -> tuple[cp_model.CpModel, dict[str, cp_model.IntVar]]:
    program = cp_model.CpModel()
    variables: dict[str, cp_model.IntVar] = {}
    terms: dict[str, list[tuple[cp_model.IntVar, int]]] = {name: [] for name in model.rows}
    for column in model.columns.values():
        if column.upper == 1:
            variable = program.new_bool_var(column.name)
        else:
            variable = program.new_int_var(0, column.upper, column.name)
        variables[column.name] = variable
        for row, coefficient in column.entries.items():
            terms[row].append((variable, coefficient))
    for row in model.rows.values():
        parts = terms[row.name]
        units = all(coefficient == 1 for _, coefficient in parts)
        booleans = all(model.columns[variable.name].upper == 1 for variable, _ in parts)
        if units and booleans and row.right_hand_side == 1 and row.sense in "EL":
            chosen = [variable for variable, _ in parts]
            if row.sense == "E":
                program.add_exactly_one(chosen)
            else:
                program.add_at_most_one(chosen)
            continue
        sum_ = cp_model.LinearExpr.weighted_sum(
            [variable for variable, _ in parts], [coefficient for _, coefficient in parts]
        )
        if row.sense == "E":
            program.add(sum_ == row.right_hand_side)
        elif row.sense == "L":
            program.add(sum_ <= row.right_hand_side)
        else:
            program.add(sum_ >= row.right_hand_side)
    columns = list(model.columns.values())
    program.minimize(
        cp_model.LinearExpr.weighted_sum(
            [variables[column.name] for column in columns], [column.cost for column in columns]
        )
    )
    return program, variables


def solve(path: Path, seconds: float, threads: int) -> Result:
    model = read_model(path)
    program, variables = build(model)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = threads
    status = solver.solve(program)
    if status == cp_model.INFEASIBLE:
        return Result("infeasible", seconds=solver.wall_time)
    bound = solver.best_objective_bound + model.constant
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Result.judge(None, bound, solver.wall_time)
    chosen = {name: solver.value(variable) for name, variable in variables.items()}
    cost = model.checked_cost({name: value for name, value in chosen.items() if value})
    return Result.judge(cost, bound, solver.wall_time)
