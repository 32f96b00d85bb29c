"""Timefold: local search, without bounds. Groups of three only.

Schools are given to groups; what three schools in a group cost is looked up among the columns.
"""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
    constraint_provider,
)

from model import Model, Result, read_model

FORBIDDEN = -1


@dataclass
class Group:
    number: int

    def __hash__(self):
        return self.number


@planning_entity
@dataclass
class School:
    number: Annotated[int, PlanningId]
    # costs[b][c] of the triad of this school, b and c, in ascending order of numbers.
    costs: list = field(default_factory=list)
    group: Annotated[Group | None, PlanningVariable] = field(default=None)


def triad_cost(one: School, other: School, third: School) -> int:
    return one.costs[other.number][third.number]


@constraint_provider
def constraints(factory: ConstraintFactory):
    def triads():
        return factory.for_each_unique_pair(
            School, Joiners.equal(lambda school: school.group)
        ).join(
            School,
            Joiners.equal(lambda one, other: other.group, lambda third: third.group),
            Joiners.less_than(lambda one, other: other.number, lambda third: third.number),
        )

    return [
        factory.for_each(School)
        .group_by(lambda school: school.group, ConstraintCollectors.count())
        .filter(lambda group, count: count > 3)
        .penalize(HardSoftScore.ONE_HARD, lambda group, count: count - 3)
        .as_constraint("more than three"),
        triads()
        .filter(lambda one, other, third: triad_cost(one, other, third) < 0)
        .penalize(HardSoftScore.ONE_HARD)
        .as_constraint("no such group"),
        triads()
        .filter(lambda one, other, third: triad_cost(one, other, third) >= 0)
        .penalize(HardSoftScore.ONE_SOFT, triad_cost)
        .as_constraint("cost"),
    ]


@planning_solution
@dataclass
class Partition:
    groups: Annotated[list[Group], ProblemFactCollectionProperty, ValueRangeProvider]
    schools: Annotated[list[School], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


def members(column: str) -> list[str] | None:
    kind, _, rest = column.partition("_")
    return rest.split(".") if kind == "group" else None


def is_triads_alone(model: Model) -> bool:
    return all(len(members(name) or []) == 3 for name in model.columns)


def table(model: Model, schools: list[str]) -> list[list[list[int]]]:
    """Costs by three numbers in ascending order; the least of all is counted as nothing."""
    count = len(schools)
    number = {school: index for index, school in enumerate(schools)}
    costs = [[[] for _ in range(count)] for _ in range(count)]
    for one in range(count):
        for other in range(one + 1, count):
            costs[one][other] = [FORBIDDEN] * count
    least = min(column.cost for column in model.columns.values())
    for column in model.columns.values():
        one, other, third = sorted(number[school] for school in members(column.name) or [])
        costs[one][other][third] = column.cost - least
    return costs


def solve(path: Path, seconds: float, _threads: int) -> Result:
    """On one thread whatever is asked for: more need its enterprise edition."""
    model = read_model(path)
    if not is_triads_alone(model):
        return Result("not run", note="only models of triads without staff")
    schools = sorted({school for name in model.columns for school in members(name) or []})
    costs = table(model, schools)
    config = SolverConfig(
        solution_class=Partition,
        entity_class_list=[School],
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=constraints
        ),
        termination_config=TerminationConfig(
            spent_limit=Duration(milliseconds=int(seconds * 1000))
        ),
    )
    problem = Partition(
        [Group(number) for number in range(len(schools) // 3)],
        [School(number, costs[number]) for number in range(len(schools))],
    )
    solver = SolverFactory.create(config).build_solver()
    started = time.perf_counter()
    best = solver.solve(problem)
    took = time.perf_counter() - started
    found: dict[int, list[int]] = {}
    for school in best.schools:
        found.setdefault(school.group.number, []).append(school.number)
    names = {tuple(sorted(members(name) or [])): name for name in model.columns}
    chosen = [names.get(tuple(sorted(schools[n] for n in group))) for group in found.values()]
    if None in chosen:
        return Result.judge(None, None, took)
    return Result.judge(model.cost({name: 1 for name in chosen if name}), None, took)
