"""What each named person did: busy, setting up, held up by a card that cannot go on, free."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.metrics.flow import BUSY, HELD_UP, HOLD, SET_UP, Flow
from flowsim.metrics.staffing import Staffing


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """Shares of one person's time on the window (warm-up, now]; they sum to 1, NaN for somebody who never was here."""

    name: str
    utilisation: float
    setup: float
    blocked: float
    starved: float


def people_of(flow: Flow, staffing: Staffing) -> tuple[PersonFigures, ...]:
    """The figures of every named person, in the scenario's order.

    Who has gone home but finishes the card at hand is still at work: that time counts as theirs, too.
    """
    start, end = flow.scenario.warm_up, flow.now
    time = flow.person_time.copy()
    present = flow.person_overtime + [staffing.presence(person, start, end) for person in range(len(time))]
    for person, part, since in _at_work(flow):
        since = max(since, start)
        time[person, part] += max(end - since, 0.0)
        if end > since:
            present[person] += staffing.absence(person, [since], [end])
    return tuple(
        _figures(person.name, time[index], float(present[index])) for index, person in enumerate(flow.scenario.people)
    )


def _at_work(flow: Flow) -> list[tuple[int, int, Time]]:
    """Who has a card now: (person, what they do, since when)."""
    if not flow.rows_read or not flow.scenario.people:
        return []
    rows = flow.rows[flow.last_row[flow.in_system]]
    held = rows[(rows["worker"] >= 0) & (rows["column"] >= 0)]
    return list(zip(held["worker"].tolist(), HOLD[held["state"]].tolist(), held["time"].tolist(), strict=True))


def _figures(name: str, time: npt.NDArray[np.float64], present: Time) -> PersonFigures:
    if present <= 0:
        return PersonFigures(name, np.nan, np.nan, np.nan, np.nan)
    busy, setting_up, held_up = (float(time[part]) / present for part in (BUSY, SET_UP, HELD_UP))
    return PersonFigures(name, busy, setting_up, held_up, 1.0 - busy - setting_up - held_up)
