"""`python -m tests.benchmarks.mutants`: do the tests notice when the engine or the metrics are broken?

mutmut changes one thing at a time in a copy of the project (a sign, a bound, a constant) and runs the tests that reach
it. A change that no test notices has survived: either it means the same, or a test is missing. To try all of some
thousand changes takes many hours, so a sample of `--sample` is tried, the same one for the same `--seed`. The result
goes into `RESULTS.md`.

mutmut is no part of the environments of this project: `make mutants` installs it into one of its own.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from tests.benchmarks.results import write_section

ROOT: Final = Path(__file__).resolve().parents[2]
COPY: Final = ROOT / "build" / "mutants"
ROOMS: Final = ("engine", "metrics")
PARTS: Final = ("flowsim", "tests", "resources", "pyproject.toml")

SETTINGS: Final = """
[tool.mutmut]
source_paths = [{sources}]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = ["-o", "strict_config=false", "-W", "default"]
also_copy = ["flowsim", "tests", "resources", "pyproject.toml"]
"""

PROFILE: Final = """
settings.register_profile("mutants", deadline=None, derandomize=True, max_examples=20, database=None)
settings.load_profile("mutants")
"""
"""Twenty examples of every property: enough to notice most of what is broken, and a fifth of the time."""

TIMED_OUT: Final = "noticed, by a time-out"
SAID: Final = {0: "survived", 5: "no test", 33: "no test", 36: TIMED_OUT, -24: TIMED_OUT, 24: TIMED_OUT, 152: TIMED_OUT}
"""What the exit code of the tests means; any other one says that a test has failed."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=400, help="how many changes are tried")
    parser.add_argument("--seed", type=int, default=1, help="chooses them")
    given = parser.parse_args(arguments)
    _copy()
    _mutmut("flowsim.engine.limits*")  # finds all changes there are, and which tests come by each
    names = sorted(_tried())
    _mutmut(*random.Random(given.seed).sample(names, min(given.sample, len(names))))
    _note(_tried(), len(names))
    return 0


def _copy() -> None:
    """The project as it is, where mutmut may change it."""
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, COPY / part)
    quoted = [f'"{folder}/{room}/"' for folder in ("flowsim", "tests") for room in ROOMS]
    settings = SETTINGS.format(sources=", ".join(quoted[:2]), tests=", ".join(quoted[2:]))
    with (COPY / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings)
    with (COPY / "tests" / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(PROFILE)


def _mutmut(*names: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names], cwd=COPY, check=False)


def _tried() -> dict[str, int | None]:
    """Every change by its name, with the exit code of its tests; None where it was not tried."""
    found: dict[str, int | None] = {}
    for path in (COPY / "mutants").rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _note(tried: dict[str, int | None], every: int) -> None:
    outcomes = Counter(SAID.get(code, "noticed") for code in tried.values() if code is not None)
    count = outcomes.total()
    noticed = sum(number for said, number in outcomes.items() if said.startswith("noticed"))
    survivors = {_function(name) for name, code in tried.items() if code == 0}
    body = f"""
Of {every:,} changes in flowsim/engine and flowsim/metrics {count:,} were tried; tests noticed {noticed:,} of them,
{100 * noticed / max(count, 1):.0f} %.

| outcome | changes |
| --- | --- |
"""
    body += "\n".join(f"| {said} | {number:,} |" for said, number in outcomes.most_common())
    write_section("Mutants", f"{body}\n\nSurvivors, by function: {', '.join(sorted(survivors)) or 'none'}.")


def _function(name: str) -> str:
    """The function that a change is in, as people write it."""
    return re.sub(r"__mutmut_\d+$", "", name).replace("xǁ", "").replace("ǁ", ".").replace(".x_", ".")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
