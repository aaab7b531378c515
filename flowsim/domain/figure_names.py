"""How the figures of a run are called in files: in plans of experiments, in exercises, in predictions."""

from dataclasses import dataclass
from typing import Final

from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState

DURATIONS: Final = ("mean", "p50", "p85", "p95")
COLUMN_PARTS: Final = ("wip", "queue", "utilisation", "setup", "blocked", "starved")
PLAIN: Final = ("throughput", "wip", "flow_efficiency", "first_delivery", "last_delivery", "lost")
COUNTS: Final = ("finished", "unfinished", "cost")
"""Figures of a round besides: cards delivered, cards not delivered, and the cost of delay."""

TIMES: Final = ("lead_time", "cycle_time")
DURATION_KINDS: Final = (*TIMES, "waits", "first_delivery", "last_delivery")
"""Kinds of figures that are told in units of time."""

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
    "throughput, wip, flow_efficiency, first_delivery, last_delivery, lost, cycle_time.mean (or .p50, .p85, .p95), "
    "lead_time.mean, columns.ID.utilisation (or .wip, .queue, .setup, .blocked, .starved) or waits.CAUSE"
)

KNOWN_OF_A_ROUND: Final = ", ".join((KNOWN, "classes.ID.lead_time.mean (or .cycle_time)", *COUNTS))


@dataclass(frozen=True, slots=True)
class ClassFigure:
    """A time of the finished cards of one class of service: `kind` of `TIMES`, `which` of `DURATIONS`."""

    id: str
    kind: str
    which: str


def class_figure(name: str) -> ClassFigure | None:
    """The figure of one class that `name` means, "classes.ID.lead_time.mean"; None for any other name."""
    start, _, rest = name.partition(".")
    its, _, which = rest.rpartition(".")
    its, _, kind = its.rpartition(".")
    means_one = start == "classes" and its and kind in TIMES and which in DURATIONS
    return ClassFigure(its, kind, which) if means_one else None


def is_duration(name: str) -> bool:
    """Whether a figure is told in units of time."""
    return name.partition(".")[0] in DURATION_KINDS or class_figure(name) is not None


def is_figure(name: str, scenario: Scenario) -> bool:
    """Whether a run of `scenario` has a figure of this name that an experiment can ask for."""
    kind, _, rest = name.partition(".")
    column, _, part = rest.rpartition(".")
    return (
        name in PLAIN
        or (kind in TIMES and rest in DURATIONS)
        or (kind == "waits" and rest in CAUSES)
        or (kind == "columns" and column in scenario.column_index and part in COLUMN_PARTS)
    )


def is_figure_of_a_round(name: str, scenario: Scenario) -> bool:
    """Whether people can predict a figure of this name."""
    its = class_figure(name)
    return name in COUNTS or is_figure(name, scenario) or (its is not None and its.id in scenario.class_index)
