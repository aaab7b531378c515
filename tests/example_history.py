"""Makes the example of a team's export in resources/: an invented team of seven, half a year, by a board of ours.

    python -m tests.example_history

The titles are put together from two lists of words; nobody's data is in it.
"""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from flowsim.domain.arrivals import ByPeriod, Period
from flowsim.domain.distributions import Gamma, Lognormal
from flowsim.domain.policies import Rework
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.engine import Simulation
from flowsim.metrics.first_entries import first_entries
from flowsim.storage.resources import resources
from flowsim.storage.tables import csv_text, save_text

FIRST_DAY: Final = date(2025, 6, 2)
DAYS: Final = 182
THINGS: Final = ("invoice", "login", "search", "basket", "report", "export", "profile", "calendar", "map", "menu")
DEEDS: Final = (
    "simplify",
    "speed up",
    "redesign",
    "repair",
    "translate",
    "secure",
    "split",
    "test",
    "merge",
    "explain",
)
WEEK: Final = tuple(Period(lasts=1.0, rate=rate) for rate in (1.1, 0.9, 0.9, 0.8, 0.7, 0.0, 0.05))

TEAM: Final = Scenario(
    name="Example team",
    arrivals=ByPeriod(periods=WEEK),
    classes=(CardClass(id="story", name="Story", share=0.7), CardClass(id="bug", name="Bug", share=0.3, priority=1)),
    columns=(
        Column(id="ready", name="Ready", kind="queue", wip_limit=8),
        Column(id="build", name="Build", workers=4, wip_limit=6, service=Lognormal(mean=4.2, cv=0.9)),
        Column(id="review", name="Review", workers=1, wip_limit=4, service=Gamma(mean=0.9, cv=0.8)),
        Column(id="test", name="Test", workers=2, wip_limit=4, service=Gamma(mean=1.6, cv=0.7),
               rework=Rework(probability=0.12, to="build")),
    ),
    seed=11,
)  # fmt: skip


def main() -> None:
    """Play the team, and write what a tool would have exported at the end."""
    run = Simulation(TEAM)
    run.advance_to(float(DAYS))
    entered, own = first_entries(run.trace.rows(), len(TEAM.columns))
    rng = random.Random(7)
    rows = []
    for card in range(len(entered)):
        days = [
            (FIRST_DAY + timedelta(days=int(when))).isoformat() if there and when < DAYS else ""
            for when, there in zip(entered[card], own[card], strict=True)
        ]
        if not days[0]:
            continue
        title = f"{rng.choice(DEEDS).capitalize()} the {rng.choice(THINGS)}"
        rows.append([f"EX-{card + 1}", "", title, *days, TEAM.classes[run.class_of(card)].title])
    header = ("ID", "Link", "Name", *(column.title for column in TEAM.columns), "Done", "Type")
    save_text(str(Path(str(resources())) / "histories" / "example-team.csv"), csv_text(header, rows))


if __name__ == "__main__":
    main()
