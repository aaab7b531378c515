"""The figures of each class of service: how many cards of it were finished, in what times, and within its target.

A card counts for the class that it is in at the end. Cards that are not finished are counted beside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np

from flowsim.domain.figure_names import DURATIONS
from flowsim.metrics.figures import Durations, or_null
from flowsim.metrics.run_view import RunView


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Cards of the class `id` that were finished after the warm-up, and how many are in the system at the end.

    `target_met` is the share of those finished whose lead time is at most the target of the class; NaN without one.
    """

    id: str
    finished: int
    unfinished: int
    cycle_time: Durations
    lead_time: Durations
    target_met: float

    def as_json(self) -> dict[str, Any]:
        """The part of `flowsim run --summary` that tells of the class; what is not defined is None."""
        return {
            "finished": self.finished,
            "unfinished": self.unfinished,
            "cycle_time": {name: or_null(getattr(self.cycle_time, name)) for name in DURATIONS},
            "lead_time": {name: or_null(getattr(self.lead_time, name)) for name in DURATIONS},
            "target_met": or_null(self.target_met),
        }


def class_figures_of(run: RunView) -> Sequence[ClassFigures]:
    """The figures of every class, in the order of the scenario."""
    classes = run.classes_now()
    unfinished = np.bincount(classes[run.flow.in_system], minlength=len(run.scenario.classes))
    return [_of_class(run, place, int(unfinished[place])) for place in range(len(run.scenario.classes))]


def _of_class(run: RunView, place: int, unfinished: int) -> ClassFigures:
    its, done = run.scenario.classes[place], run.finished_in_class(place)
    lead_times = done.times - run.flow.arrived[done.cards]
    met = nan if its.target is None or not len(lead_times) else float(np.mean(lead_times <= its.target))
    return ClassFigures(
        its.id, len(done.cards), unfinished, Durations.of(done.cycle_times), Durations.of(lead_times), met
    )
