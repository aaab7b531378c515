"""The read-only view of a run at one moment: what charts, figures, tables and reports are made from.

It holds a trace's fold and a catalogue of its cards, never the engine that played it, so that a run from a file,
another process or a team's own history is read by the same code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
import numpy.typing as npt

from flowsim.domain.conditions import Conditions
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import counted, joined, phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardId, CardState, Time, WorkerId
from flowsim.metrics.board_state import BoardState, CardPosition
from flowsim.metrics.card_catalogue import CardCatalogue, Reclassing, classes_after
from flowsim.metrics.finished_by_class import FinishedByClass, FinishedCards
from flowsim.metrics.flow import Flow
from flowsim.metrics.flow_accumulator import FlowAccumulator
from flowsim.metrics.flow_snapshot import FlowSnapshot
from flowsim.metrics.staffing import Staffing


@dataclass(frozen=True, slots=True)
class CardStep:
    """One stay of a card: in `column` (-1: none), in `state`, with `worker` (-1: nobody), from `since` to `until`.

    `until` is the moment of the view for the stay that goes on; `people` is how many work on it, where somebody does.
    """

    column: int
    state: CardState
    worker: WorkerId
    since: Time
    until: Time
    people: int = 1


@dataclass(frozen=True)
class RunView:
    """Everything that is shown of one moment. The latest one moves on with its run; an earlier one stays as it is.

    `interventions` and `reclassed` are those up to this moment.
    """

    scenario: Scenario
    flow: Flow
    board_state: BoardState
    conditions: Conditions
    staffing: Staffing
    interventions: Sequence[Intervention]
    cards: CardCatalogue
    reclassed: Sequence[Reclassing]
    finished_by_class: FinishedByClass

    @classmethod
    def of_trace(
        cls, scenario: Scenario, trace: Trace, now: Time, cards: CardCatalogue, done: Sequence[Intervention] = ()
    ) -> "RunView":
        """The end of a run that is known by its trace, its cards and the interventions `done` in it."""
        live, staffing = FlowAccumulator(scenario), Staffing.of(scenario, done)
        live.read(trace, now, staffing)
        return cls.earlier(live, now, cards, done, FinishedByClass(len(scenario.classes)))

    @classmethod
    def earlier(
        cls,
        live: FlowAccumulator,
        time: Time,
        cards: CardCatalogue,
        done: Sequence[Intervention],
        finished_by_class: FinishedByClass,
    ) -> "RunView":
        """The moment `time` of a run, everything that has happened by then included, and nothing that comes later.

        A moment that is now stays as it is, whatever is done while time stands.
        """
        scenario, flow = live.scenario, FlowSnapshot(live, time)
        so_far = tuple(one for one in done if one.at <= flow.now)
        return cls(
            scenario, flow, BoardState.of(flow), live.conditions_over_time.after(so_far),
            live.staffing.until(flow.now), so_far,
            cards, tuple(one for one in cards.reclassed if one[0] <= flow.now), finished_by_class,
        )  # fmt: skip

    def before(self, time: Time) -> "RunView":
        """An earlier moment of the same run; this one as it is, if that is not earlier and it stays as it is."""
        if time >= self.now and isinstance(self.flow, FlowSnapshot):
            return self
        return RunView.earlier(self.live, time, self.cards, self.interventions, self.finished_by_class)

    @property
    def live(self) -> FlowAccumulator:
        """The fold of the whole run, of which this is a moment."""
        flow = self.flow.live if isinstance(self.flow, FlowSnapshot) else self.flow
        assert isinstance(flow, FlowAccumulator)
        return flow

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

    def who_is_at(self, its: CardPosition) -> str:
        """What people call those who have a card that stands like this; empty where nobody has it."""
        if its.worker < 0:
            return ""
        crew = (its.worker, *its.beside)
        if len(crew) > 1 and not self.scenario.people:
            return counted("{0} people", "{0} person", len(crew))
        return joined(", ", (self.worker_name(worker) for worker in sorted(crew)))

    def class_of(self, card: CardId) -> int:
        """Place of a card's class in the scenario's list."""
        own = [new for _, number, _, new in self.reclassed if number == card]
        return own[-1] if own else self.cards.class_on_arrival(card)

    def classes_now(self) -> npt.NDArray[np.int8]:
        """By card, the place of its class in the scenario's list."""
        return classes_after(self.cards, self.reclassed, len(self.flow.arrived))

    def finished_in_class(self, index: int) -> FinishedCards:
        """The cards finished after the warm-up of the class at this place of the scenario's list."""
        self.finished_by_class.read(self.live, self.cards)
        return self.finished_by_class.first(len(self.flow.finishers), index)

    def title_of(self, card: CardId) -> str:
        """A card's title, empty if it has none."""
        return self.cards.titles.get(card, "")

    def family_of(self, card: CardId) -> int:
        """Place of a card's family in the scenario's list."""
        return self.cards.family_of(card)

    def history_of(self, card: CardId) -> list[CardStep]:
        """Every stay of `card` that took time, first to last, and the one that goes on; until now."""
        rows, previous, until = self.flow.rows, self.flow.previous, self.now
        steps: list[CardStep] = []
        index = int(self.flow.last_row[card])
        while index >= 0:
            time, _, column, state, worker = rows[index].item()
            if until > time or not steps:
                people = 1 + len(self.flow.crews.others(index))
                steps.append(CardStep(column, CardState(state), worker, time, until, people))
            index, until = int(previous[index]), time
        return steps[::-1]
