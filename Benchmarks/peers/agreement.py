"""Holds the optimum of exported models by HiGHS against Trefoil's proven cost, on small trusts.

EXAMPLES
  python agreement.py --trefoil ../../.build/release/trefoil --cases 100
"""

import argparse
import sys
import tempfile
from pathlib import Path

import highs_peer
import trefoil


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trefoil", type=Path, required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--schools", type=int, nargs=2, default=(3, 11), metavar=("FROM", "TO"))
    parser.add_argument("--limit", type=float, default=60, help="seconds for each solver")
    options = parser.parse_args()
    first, last = options.schools
    counts = {"equal": 0, "open": 0, "refused": 0, "different": 0}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, options.cases + 1):
            schools = first + seed % (last - first + 1)
            scenario, model = Path(folder) / f"{seed}", Path(folder) / "model.mps"
            trefoil.synthesise(options.trefoil, scenario, schools, seed, staffed=True)
            ours = trefoil.plan(options.trefoil, scenario, options.limit, 2)
            refused = trefoil.export(options.trefoil, scenario, model)
            if refused:
                counts["refused"] += 1
                print(f"{schools} schools, seed {seed}: {ours.status}; {refused}")
                continue
            theirs = highs_peer.solve(model, options.limit, 2)
            proven = {"optimal", "infeasible"}
            if ours.status not in proven or theirs.status not in proven:
                kind = "open"
            elif (ours.status, ours.cost) == (theirs.status, theirs.cost):
                kind = "equal"
            else:
                kind = "different"
            counts[kind] += 1
            if kind != "equal":
                print(f"{schools} schools, seed {seed}: {kind}: {ours} {theirs}", flush=True)
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    sys.exit(1 if counts["different"] else 0)


if __name__ == "__main__":
    main()
