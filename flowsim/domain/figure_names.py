"""How the figures of a run are called in files: in plans of experiments, in exercises, in predictions."""

from typing import Final

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState

DURATIONS: Final = ("mean", "p50", "p85", "p95")
COLUMN_PARTS: Final = ("wip", "queue", "utilisation", "setup", "blocked", "starved")
PLAIN: Final = ("throughput", "wip", "flow_efficiency", "first_delivery", "last_delivery")
COUNTS: Final = ("finished", "unfinished", "cost")
"""Figures of a round besides: cards delivered, cards not delivered, and the cost of delay."""

CAUSES: Final = {
    "transport": CardState.MOVING,
    "capacity": CardState.WAITING,
    "setup": CardState.SETUP,
    "blocker": CardState.BLOCKED,
    "batch": CardState.BATCHING,
    "downstream": CardState.READY,
    "backlog": CardState.BACKLOG,
}
"""What a started card can wait for, and the state it waits in; `backlog` only after a return to it."""

KNOWN: Final = (
    "throughput, wip, flow_efficiency, first_delivery, last_delivery, cycle_time.mean (or .p50, .p85, .p95), "
    "lead_time.mean, columns.ID.utilisation (or .wip, .queue, .setup, .blocked, .starved) or waits.CAUSE"
)

KNOWN_OF_A_ROUND: Final = f"{KNOWN}, or {', '.join(COUNTS)}"


def is_figure(name: str, scenario: Scenario) -> bool:
    """Whether a run of `scenario` has a figure of this name that an experiment can ask for."""
    kind, _, rest = name.partition(".")
    column, _, part = rest.rpartition(".")
    return (
        name in PLAIN
        or (kind in ("cycle_time", "lead_time") and rest in DURATIONS)
        or (kind == "waits" and rest in CAUSES)
        or (kind == "columns" and column in scenario.column_index and part in COLUMN_PARTS)
    )


def is_figure_of_a_round(name: str, scenario: Scenario) -> bool:
    """Whether people can predict a figure of this name."""
    return name in COUNTS or is_figure(name, scenario)
