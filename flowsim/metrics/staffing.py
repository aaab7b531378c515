"""How many people there are to work in each column, over time: the scenario's number and every change to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from flowsim.domain.interventions import Intervention, SetWorkers
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time


@dataclass(frozen=True)
class Staffing:
    """`steps[column]` lists (from when, how many), the first from time 0. A queue has none."""

    steps: Sequence[Sequence[tuple[Time, int]]] = field(default_factory=list)

    @classmethod
    def of(cls, scenario: Scenario, interventions: Iterable[Intervention] = ()) -> Self:
        """The staffing that a scenario starts with, as `interventions` changed it."""
        steps = [[(0.0, 0 if column.is_queue else column.workers)] for column in scenario.columns]
        for change in interventions:
            if isinstance(change, SetWorkers):
                steps[scenario.column_index[change.column]].append((change.at, change.value))
        return cls(steps)

    def worker_time(self, column: int, start: Time, end: Time) -> Time:
        """∫ of the number of workers over [start, end)."""
        return sum(many * span for many, span in self._spans(column, start, end))

    def overtime(self, column: int, worker: int, start: Time, end: Time) -> Time:
        """Time in [start, end) in which `worker` was no longer on the staff: finishing the last card."""
        return sum(span for many, span in self._spans(column, start, end) if worker >= many)

    def changed(self, column: int) -> bool:
        """Whether anybody ever came or went."""
        return len(self.steps[column]) > 1

    def _spans(self, column: int, start: Time, end: Time) -> Iterable[tuple[int, Time]]:
        steps = self.steps[column]
        for index, (since, many) in enumerate(steps):
            until = steps[index + 1][0] if index + 1 < len(steps) else end
            span = min(until, end) - max(since, start)
            if span > 0:
                yield many, span
