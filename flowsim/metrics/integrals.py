"""Time summed up: how long cards were in each column and state, and what workers did meanwhile."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState, Time
from flowsim.metrics.staffing import Staffing
from flowsim.metrics.state_times import STATES

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.void]
Numbers = npt.NDArray[Any]

BUSY, SET_UP, HELD_UP = range(3)
"""What a worker who has a card is doing: touch work, setting up, or held up by a card that cannot go on."""

HOLD: Final = np.array([HELD_UP] * STATES)
HOLD[CardState.WORKING] = BUSY
HOLD[CardState.SETUP] = SET_UP


@dataclass
class Integrals:
    """Sums of time after the warm-up, in time units, over the intervals that have ended.

    `column_time` (columns x states): card time. `worker_time` (columns x 3: busy, set-up, held up): worker time.
    `overtime` (columns): time of workers no longer on the staff who finish a card. `person_time` (people x 3) and
    `person_overtime` (people): the same for named people. `state_time` (states): total time that the cards delivered
    after the warm-up spent in each state, before the warm-up included.
    """

    column_time: Floats
    worker_time: Floats
    overtime: Floats
    person_time: Floats
    person_overtime: Floats
    state_time: Floats

    @classmethod
    def zero(cls, columns: int, people: int) -> "Integrals":
        """Nothing yet."""
        return cls(
            np.zeros((columns, STATES)),
            np.zeros((columns, 3)),
            np.zeros(columns),
            np.zeros((people, 3)),
            np.zeros(people),
            np.zeros(STATES),
        )

    def copy(self) -> "Integrals":
        """The same sums, which may go on by themselves."""
        return Integrals(*(np.array(getattr(self, name)) for name in self.__dataclass_fields__))

    def add(self, begun: Rows, since: Floats, ended: Floats, staffing: Staffing) -> None:
        """Add the intervals that rows `begun` began, from `since` (not before the warm-up) until `ended`."""
        inside = (begun["column"] >= 0) & (ended > since)
        begun, since, ended = begun[inside], since[inside], ended[inside]
        np.add.at(self.column_time, (begun["column"], begun["state"]), ended - since)
        self._add_workers(begun, since, ended, staffing)

    def add_helpers(
        self, begun: Rows, since: Floats, ended: Floats, staffing: Staffing, beside: tuple[Numbers, Numbers]
    ) -> None:  # fmt: skip
        """Add the time of those who worked beside the one whom a row names: places of intervals, and workers."""
        places, workers = beside
        if not len(places):
            return
        theirs, since, ended = begun[places].copy(), since[places], ended[places]
        theirs["worker"] = workers
        inside = ended > since
        self._add_workers(theirs[inside], since[inside], ended[inside], staffing)

    def _add_workers(self, begun: Rows, since: Floats, ended: Floats, staffing: Staffing) -> None:
        held = begun["worker"] >= 0
        begun, since, ended = begun[held], since[held], ended[held]
        np.add.at(self.worker_time, (begun["column"], HOLD[begun["state"]]), ended - since)
        if len(self.person_time):
            np.add.at(self.person_time, (begun["worker"], HOLD[begun["state"]]), ended - since)
            for person in staffing.who_left:
                hers = begun["worker"] == person
                self.person_overtime[person] += staffing.absence(person, since[hers], ended[hers])
        for column in range(len(self.overtime)):
            if staffing.changed(column):
                self.overtime[column] += overtime_of(staffing, column, begun, since, ended)


def overtime_of(staffing: Staffing, column: int, begun: npt.NDArray[Any], since: Floats, ended: Floats) -> Time:
    """Time in which workers who had left the staff of `column` were finishing the cards of these intervals."""
    always = np.array(sorted(staffing.never_left[column]), dtype=np.int16)
    late = np.flatnonzero((begun["column"] == column) & ~np.isin(begun["worker"], always))
    return sum(
        staffing.overtime(column, int(begun["worker"][index]), float(since[index]), float(ended[index]))
        for index in late
    )
