"""What each named person did: busy, setting up, held up by a card that cannot go on, free."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import Time
from flowsim.metrics.flow import Flow
from flowsim.metrics.integrals import BUSY, HELD_UP, SET_UP
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
    totals = flow.totals(staffing)
    return tuple(
        _figures(
            person.name,
            totals.person_time[index],
            staffing.presence(index, start, end) + float(totals.person_overtime[index]),
        )
        for index, person in enumerate(flow.scenario.people)
    )


def _figures(name: str, time: npt.NDArray[np.float64], present: Time) -> PersonFigures:
    if present <= 0:
        return PersonFigures(name, np.nan, np.nan, np.nan, np.nan)
    busy, setting_up, held_up = (float(time[part]) / present for part in (BUSY, SET_UP, HELD_UP))
    return PersonFigures(name, busy, setting_up, held_up, 1.0 - busy - setting_up - held_up)
