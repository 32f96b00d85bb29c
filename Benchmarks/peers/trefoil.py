"""The program under test: made-up trusts, exported models, plans."""

import json
import subprocess
import time
from pathlib import Path

from model import Result

# The term has a name, which history is counted from, and no days: dates play no role.
SETTINGS = "trust: Made-up trust\nterm:\n  name: Autumn 2026\n"

# Candidates and terms that a number of openings goes with, as in `Benchmarks secondments`.
CANDIDATES = {20: (60, 3), 100: (300, 6), 400: (1_000, 6), 500: (2_000, 9)}


def run(binary: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(binary), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def synthesise(binary: Path, folder: Path, schools: int, seed: int, staffed: bool) -> None:
    """Writes a made-up trust without dates, with its people or without."""
    made = run(binary, "synthesise", "--schools", schools, "--seed", seed, "--out", folder)
    made.check_returncode()
    (folder / "scenario.yaml").write_text(SETTINGS, encoding="utf-8")
    if not staffed:
        (folder / "people.csv").unlink(missing_ok=True)


def synthesise_openings(binary: Path, folder: Path, openings: int, seed: int) -> None:
    """Writes a made-up trust with openings and candidates, and nobody who reviews."""
    candidates, terms = CANDIDATES.get(openings, (3 * openings, 6))
    made = run(
        binary, "synthesise", "--schools", max(30, openings * 3 // 5), "--seed", seed,
        "--openings", openings, "--candidates", candidates, "--terms", terms, "--out", folder,
    )  # fmt: skip
    made.check_returncode()
    people = (folder / "people.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in people[1:] if row.startswith("candidate-")]
    (folder / "people.csv").write_text("".join([people[0], *kept]), encoding="utf-8")


def export(binary: Path, scenario: Path, model: Path, secondments: bool = False) -> str:
    """Nothing, or why there is no model."""
    which = ["--secondments"] if secondments else []
    done = run(binary, "export-model", scenario, *which, "--out", model)
    return "" if done.returncode == 0 else done.stderr.strip()


def plan(
    binary: Path, scenario: Path, limit: float, threads: int, secondments: bool = False
) -> Result:
    """The whole run of the program is timed, with reading, dates and writing.

    With `secondments` the cost is theirs alone, while the seconds are still those of the whole
    plan; it is proven where the whole plan is.
    """
    started = time.perf_counter()
    done = run(binary, "plan", scenario, "--json", "--quiet", "--time", limit, "--threads", threads)
    took = time.perf_counter() - started
    if done.returncode not in (0, 1):
        return Result("not run", note=done.stderr.strip())
    found = json.loads(done.stdout)
    status = "none" if found["status"] == "unknown" else found["status"]
    if not secondments:
        return Result(status, found.get("cost"), found.get("bound"), took)
    cost = sum(found.get("secondmentCosts", {}).values())
    return Result(status, cost, cost if status == "optimal" else None, took)
