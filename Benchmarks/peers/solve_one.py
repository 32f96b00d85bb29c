"""Runs one solver on one model and prints its result as a line of JSON.

A process for each, so that every solver begins with an empty machine.
"""

import argparse
import dataclasses
import importlib
import json
from pathlib import Path

from model import Result

SOLVERS = {"highs": "highs_peer", "cpsat": "cpsat_peer", "timefold": "timefold_peer"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("solver", choices=sorted(SOLVERS))
    parser.add_argument("model", type=Path)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    try:
        solver = importlib.import_module(SOLVERS[options.solver])
    except ImportError as error:
        result = Result("not run", note=str(error))
    else:
        result = solver.solve(options.model, options.limit, options.threads)
    print(json.dumps(dataclasses.asdict(result)))


if __name__ == "__main__":
    main()
