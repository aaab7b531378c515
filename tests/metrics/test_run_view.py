"""A run is read from its trace and a catalogue of its cards: the engine that played it is not asked."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import LIGHT
from flowsim.charts.options import ChartOptions
from flowsim.domain.interventions import Intervention
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace, change_of
from flowsim.domain.words import CardState
from flowsim.engine import Simulation
from flowsim.metrics import RunView
from flowsim.metrics.card_catalogue import Reclassing
from flowsim.session.simulation_view import view_of
from tests.engine.boards import sessions
from tests.engine.full_boards import full_sessions
from tests.engine.referee import watched
from tests.metrics.slow_figures import SlowFigures

Session = tuple[Scenario, list[Intervention]]


@dataclass(frozen=True)
class ListedCards:
    """A catalogue as somebody else would bring it."""

    classes: Sequence[int]
    families: Sequence[int]
    titles: Mapping[int, str]
    reclassed: Sequence[Reclassing]

    def class_on_arrival(self, number: int, /) -> int:
        return self.classes[number]

    def classes_on_arrival(self) -> npt.NDArray[np.int8]:
        return np.array(self.classes, dtype=np.int8)

    def family_of(self, number: int, /) -> int:
        return self.families[number]


def read_elsewhere(run: RunView) -> RunView:
    """The same run as another program would read it: rows, and a list of cards."""
    trace = Trace()
    for time, card, column, state, worker in run.flow.rows.tolist():
        trace.times.append(time)
        trace.cards.append(card)
        trace.changes.append(change_of(column, state, worker))
    cards = range(len(run.flow.arrived))
    listed = ListedCards(
        [run.cards.class_on_arrival(card) for card in cards], [run.family_of(card) for card in cards],
        dict(run.cards.titles), list(run.reclassed),
    )  # fmt: skip
    return RunView.of_trace(run.scenario, trace, run.now, listed, run.interventions)


def played_anyhow(scenario: Scenario, acts: list[Intervention]) -> Simulation:
    """A run in which whatever is refused is left out."""
    simulation = Simulation(scenario)
    for act in acts:
        with suppress(Refused):
            simulation.do(act)
    simulation.advance_to(12.0)
    return simulation


LEFT = (CardState.DELIVERED, CardState.DROPPED)


@settings(max_examples=25)
@given(session=full_sessions())
def test_a_run_read_from_its_rows_shows_the_same_charts(session: Session) -> None:
    run = view_of(played_anyhow(*session))
    again, options = read_elsewhere(run), ChartOptions(LIGHT)
    for name, spec in CHARTS.items():
        one, other = spec.picture(run, options), spec.picture(again, options)
        assert one.table() == other.table() or str(one.table()) == str(other.table()), name
        assert (one.note, one.facts, one.labels) == (other.note, other.facts, other.labels), name


@settings(max_examples=25)
@given(session=sessions())
def test_the_history_of_a_card_is_its_stays_without_a_gap(session: Session) -> None:
    simulation = watched(*session).simulation
    run, slow = view_of(simulation), SlowFigures(simulation)
    for card in slow.histories:
        steps = run.history_of(card)
        spans = [span for span in slow.spans if span.card == card and min(span.until, run.now) > span.since]
        told = [(step.column, step.state, step.worker, step.since, step.until) for step in steps]
        assert [
            step for step in told if step[4] > step[3] and step[1] not in (CardState.DELIVERED, CardState.DROPPED)
        ] == [(span.column, span.state, span.worker, span.since, min(span.until, run.now)) for span in spans]


@settings(max_examples=25)
@given(session=full_sessions())
def test_the_finished_cards_of_all_classes_are_the_finished_cards(session: Session) -> None:
    run = view_of(played_anyhow(*session))
    of_class = run.classes_now()
    found: list[tuple[float, int]] = []
    for index in range(len(run.scenario.classes)):
        done = run.finished_in_class(index)
        assert (of_class[done.cards] == index).all()
        assert done.cycle_times.tolist() == (run.flow.finished - run.flow.started)[done.cards].tolist()
        found += zip(done.times.tolist(), done.cards.tolist(), strict=True)
    counted = run.flow.finishers[len(run.flow.finishers) - len(run.flow.cycle_times) :]
    assert sorted(found) == sorted(zip(run.flow.finished[counted].tolist(), counted.tolist(), strict=True))
