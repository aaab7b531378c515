"""Fills in what the pages of the manual take from the program, and builds the website of them.

    python packaging/manual.py             # renews docs/, then builds build/site
    python packaging/manual.py --fill      # renews docs/ alone
    python packaging/manual.py --check     # exit code 1 if a page is not what the program gives

Between `<!-- =NAME words -->` and `<!-- / -->` stands what the program gives; people read it where it stands, and a
page that is out of date is found. NAME is one of:

    run EXERCISE UNTIL FIGURE FORMAT [PATH=VALUE …]     a figure of one run of the board of a built-in exercise
    seeds EXERCISE UNTIL FIGURE RUNS STATISTIC FORMAT   of so many seeds: min, max, mean, p25, p75
    mmc RATE WORK PEOPLE FORMAT                         the mean time in an M/M/c queue
    exercise NAME                                       all that whoever leads an exercise needs
    keys, terms, commands, plan-keys, schema KIND       tables made of the code
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from manual_exercises import exercise_page
from manual_reference import commands, keys, plan_keys, schema, terms
from product import ROOT

from flowsim.engine import Simulation
from flowsim.experiments.statistics import nearest_rank
from flowsim.experiments.theory import mmc_lead_time
from flowsim.metrics import figures_of
from flowsim.session.simulation_view import view_of
from flowsim.storage.document import load_scenario
from flowsim.storage.resources import resources
from flowsim.storage.settings import with_settings

DOCS: Final = ROOT / "docs"
SITE: Final = ROOT / "build" / "site"
CONFIGURATION: Final = ROOT / "packaging" / "site"
MARKED: Final = re.compile(r"<!-- =(?P<asked>.*?) -->(?P<given>.*?)<!-- / -->", re.DOTALL)
SHARES: Final[Mapping[str, float]] = {"min": 0.0, "p25": 0.25, "p75": 0.75, "max": 1.0}


def main(arguments: list[str]) -> int:
    """What the module's docstring says; the exit code."""
    pages = sorted(DOCS.rglob("*.md"))
    if arguments == ["--check"]:
        stale = [page for page in pages if filled(text := page.read_text(encoding="utf-8")) != text]
        for page in stale:
            print(f"{page.relative_to(ROOT)}: not what the program gives; call make docs")
        return 1 if stale else 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if (new := filled(text)) != text:
            page.write_text(new, encoding="utf-8")
            print(f"{page.relative_to(ROOT)}: renewed")
    return 0 if arguments == ["--fill"] else build()


def build() -> int:
    """The website, in a folder that can be opened from anywhere; warnings are faults."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-n", "-E", "-b", "html"]
    folders = ["-c", str(CONFIGURATION), "-d", str(ROOT / "build" / "doctrees"), str(DOCS), str(SITE)]
    code = subprocess.run([*command, *folders], check=False).returncode
    if code == 0:
        print(f"{SITE / 'index.html'}")
    return code


def filled(text: str) -> str:
    """A page with everything in it that the program gives, as it gives it now."""
    return MARKED.sub(lambda found: f"<!-- ={found['asked']} -->{given(found['asked'])}<!-- / -->", text)


def given(asked: str) -> str:
    """What the program gives for the words of a mark.

    Raises:
        KeyError, ValueError: they ask for nothing that there is.
    """
    name, *words = asked.split()
    return MAKERS[name](*words)


def _run(exercise: str, until: str, figure: str, form: str, *settings: str) -> str:
    text = format(_figure(exercise, float(until), figure, None, dict(_settings(settings))), form)
    return text.replace("%", " %")


def _seeds(exercise: str, until: str, figure: str, runs: str, statistic: str, form: str) -> str:
    values = sorted(_figure(exercise, float(until), figure, seed, {}) for seed in range(1, int(runs) + 1))
    if statistic == "mean":
        return format(sum(values) / len(values), form)
    import numpy as np

    return format(values[0] if statistic == "min" else nearest_rank(np.array(values), SHARES[statistic]), form)


def _mmc(rate: str, work: str, people: str, form: str) -> str:
    return format(mmc_lead_time(float(rate), float(work), int(people)), form)


def _figure(exercise: str, until: float, figure: str, seed: int | None, settings: Mapping[str, Any]) -> float:
    scenario = with_settings(load_scenario(resources() / "exercises" / f"{exercise}.flowsim"), settings)
    simulation = Simulation(scenario if seed is None else replace(scenario, seed=seed))
    simulation.advance_to(until)
    run = view_of(simulation)
    value: Any = figures_of(run.flow, run.staffing).as_json([column.id for column in scenario.columns])
    for part in figure.split("."):
        value = value[part]
    return float(value)


def _settings(words: tuple[str, ...]) -> Iterator[tuple[str, int | float]]:
    for word in words:
        path, _, value = word.partition("=")
        yield path, int(value) if value.isdecimal() else float(value)


MAKERS: Final[Mapping[str, Callable[..., str]]] = {
    "run": _run, "seeds": _seeds, "mmc": _mmc, "exercise": exercise_page, "keys": keys, "terms": terms,
    "commands": commands, "plan-keys": plan_keys, "schema": schema,
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
