"""What is read off each run of an experiment: figures by name, as plans ask for them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.figure_names import CAUSES, COLUMN_PARTS, DURATIONS
from flowsim.domain.scenario import Scenario
from flowsim.metrics import Figures, Flow, Staffing, figures_of

DEFAULT: Final = ("lead_time.mean", "throughput", "cycle_time.mean", "wip")
"""Lead time, what customers wait, always stands first."""

LESS_IS_BETTER: Final = ("lead_time", "cycle_time", "waits", "last_delivery", "first_delivery", "wip", "lost")

Reader = Callable[[Figures, Flow], float]
"""Takes a figure off one run."""


def figures_by_name(names: Sequence[str], scenario: Scenario, flow: Flow, staffing: Staffing) -> dict[str, float]:
    """These figures of a run that somebody has read already."""
    figures = figures_of(flow, staffing)
    readers = {name: reader_of(name, scenario) for name in names}
    return {name: reader(figures, flow) for name, reader in readers.items() if reader is not None}


def reader_of(name: str, scenario: Scenario) -> Reader | None:
    """How the figure with this name is read; None if there is none."""
    if name in ("throughput", "wip", "flow_efficiency", "lost"):
        return partial(_plain, name)
    if name in ("first_delivery", "last_delivery"):
        return partial(_delivery, 0 if name.startswith("first") else -1)
    kind, _, rest = name.partition(".")
    if kind in ("cycle_time", "lead_time") and rest in DURATIONS:
        return partial(_duration, kind, rest)
    if kind == "waits" and rest in CAUSES:
        return partial(_wait, rest)
    column, _, part = rest.rpartition(".")
    if kind == "columns" and column in scenario.column_index and part in COLUMN_PARTS:
        return partial(_of_column, scenario.column_index[column], part)
    return None


def pooled_kinds(names: Sequence[str]) -> tuple[str, ...]:
    """Of which times of cards a percentile is asked for; these are also pooled over all runs."""
    return tuple(kind for kind in ("lead_time", "cycle_time") if any(name.startswith(f"{kind}.p") for name in names))


def durations_of(flow: Flow, kind: str) -> npt.NDArray[np.float64]:
    """The lead times or cycle times of the finished cards."""
    return flow.lead_times if kind == "lead_time" else flow.cycle_times


def less_is_better(name: str) -> bool:
    """Whether people want this figure to be small."""
    return name.startswith(LESS_IS_BETTER)


def is_time_of_finished(name: str) -> bool:
    """Whether a figure says something of finished cards alone, so that those not in yet may make it look better."""
    return name.startswith(("cycle_time.", "lead_time.", "waits.")) or name == "flow_efficiency"


def _plain(name: str, figures: Figures, _: Flow) -> float:
    return float(getattr(figures, name))


def _duration(kind: str, which: str, figures: Figures, _: Flow) -> float:
    return float(getattr(getattr(figures, kind), which))


def _wait(cause: str, figures: Figures, _: Flow) -> float:
    return figures.waits[cause]


def _of_column(column: int, part: str, figures: Figures, _: Flow) -> float:
    return float(getattr(figures.columns[column], part))


def _delivery(which: int, _: Figures, flow: Flow) -> float:
    times = flow.lines[-1]
    return float(times[which]) if len(times) else float("nan")
