"""A moment of a run as people look at it: the board, the flow and what is in force, now or earlier."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
import numpy.typing as npt

from flowsim.domain.conditions import Conditions, conditions
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId, CardState, Time, WorkerId
from flowsim.engine import Simulation, Standstill
from flowsim.metrics import Flow, LiveFlow, PastFlow, Staffing
from flowsim.session.standing import Standing


@dataclass(frozen=True)
class Moment:
    """Everything that is shown of one moment. The latest one moves on with its run; an earlier one stays as it is.

    `interventions` are those up to this moment; `simulation` is asked only for what no row of the trace tells.
    """

    scenario: Scenario
    simulation: Simulation
    flow: Flow
    standing: Standing
    conditions: Conditions
    staffing: Staffing
    interventions: Sequence[Intervention]
    reclassed: Sequence[tuple[Time, CardId, int, int]]

    @classmethod
    def earlier(cls, simulation: Simulation, live: LiveFlow, time: Time, done: Sequence[Intervention]) -> "Moment":
        """The moment `time` of a run, everything that has happened by then included, and nothing that comes later.

        A moment that is now stays as it is, whatever is done while time stands.
        """
        scenario, flow = simulation.scenario, live.at(time)
        so_far = tuple(one for one in done if one.at <= flow.now)
        standing = Standing.of(flow)
        reclassed = tuple(one for one in simulation.deck.reclassed if one[0] <= flow.now)
        now, staffing = conditions(scenario, so_far), Staffing.of(scenario, so_far)
        return cls(scenario, simulation, flow, standing, now, staffing, so_far, reclassed)

    @classmethod
    def of_run(cls, simulation: Simulation) -> "Moment":
        """The end of a run that was played without a session."""
        live = LiveFlow(simulation.scenario)
        staffing = Staffing.of(simulation.scenario, simulation.interventions)
        live.read(simulation.trace, simulation.now, staffing)
        return cls.earlier(simulation, live, simulation.now, simulation.interventions)

    def before(self, time: Time) -> "Moment":
        """An earlier moment of the same run; this one as it is, if that is not earlier and it stays as it is."""
        if time >= self.now and isinstance(self.flow, PastFlow):
            return self
        live = self.flow.live if isinstance(self.flow, PastFlow) else self.flow
        assert isinstance(live, LiveFlow)
        return Moment.earlier(self.simulation, live, time, self.interventions)

    @property
    def now(self) -> Time:
        """When it is."""
        return self.flow.now

    def started(self, card: CardId) -> Time | None:
        """When `card` entered its first column; None if it has not."""
        started = float(self.flow.started[card])
        return None if isnan(started) else started

    def worker_name(self, worker: WorkerId) -> str:
        """What people call somebody who has a card: their name, or their number in the column."""
        people = self.scenario.people
        return people[worker].name if people else phrase("person {0}", worker + 1)

    def class_of(self, card: CardId) -> int:
        """Place of a card's class in the scenario's list."""
        own = [new for _, number, _, new in self.reclassed if number == card]
        return own[-1] if own else self.simulation.deck.class_on_arrival(card)

    def classes_now(self) -> npt.NDArray[np.int8]:
        """By card, the place of its class in the scenario's list."""
        classes = self.simulation.deck.classes_on_arrival()[: len(self.flow.arrived)]
        for _, card, _, new in self.reclassed:
            classes[card] = new
        return classes

    def title_of(self, card: CardId) -> str:
        """A card's title, empty if it has none."""
        return self.simulation.deck.titles.get(card, "")

    def family_of(self, card: CardId) -> int:
        """Place of a card's family in the scenario's list."""
        return self.simulation.deck.family_of(card)

    def passes_again(self, card: CardId) -> int:
        """How often work on `card` had been done again."""
        return self.simulation.passes_again(card, self.now)

    def work_at_hand(self, card: CardId) -> tuple[Time, Time] | None:
        """When the present stretch of work on `card`, or the set-up for it, began and how long it takes.

        A stretch that was broken off later is known only as long as it lasted.
        """
        its = self.standing.cards[card]
        if its.state not in (CardState.SETUP, CardState.WORKING):
            return None
        ended = self.flow.ended(card) if isinstance(self.flow, PastFlow) else None
        return self.simulation.work_at_hand(card) if ended is None else (its.since, ended - its.since)

    @property
    def standstill(self) -> Standstill | None:
        """Where and why nothing moves any more, if that was so then."""
        stands = self.simulation.standstill
        return stands if stands is not None and stands.since <= self.now else None
