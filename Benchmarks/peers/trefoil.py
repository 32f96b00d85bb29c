"""The program under test: made-up trusts, exported models, plans."""

import json
import subprocess
import time
from pathlib import Path

from model import Result

# The term has a name, which history is counted from, and no days: dates play no role.
SETTINGS = "trust: Made-up trust\nterm:\n  name: Autumn 2026\n"


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


def export(binary: Path, scenario: Path, model: Path) -> str:
    """Nothing, or why there is no model."""
    done = run(binary, "export-model", scenario, "--out", model)
    return "" if done.returncode == 0 else done.stderr.strip()


def plan(binary: Path, scenario: Path, limit: float, threads: int) -> Result:
    """The whole run of the program is timed, with reading, dates and writing."""
    started = time.perf_counter()
    done = run(binary, "plan", scenario, "--json", "--quiet", "--time", limit, "--threads", threads)
    took = time.perf_counter() - started
    if done.returncode not in (0, 1):
        return Result("not run", note=done.stderr.strip())
    found = json.loads(done.stdout)
    status = "none" if found["status"] == "unknown" else found["status"]
    return Result(status, found.get("cost"), found.get("bound"), took)
