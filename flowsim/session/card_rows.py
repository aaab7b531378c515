"""The cards on the board one by one, in words: what a table of them lists, and what is read out about each."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flowsim.domain.intervention_words import card_name
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.state_words import STATE_WORDS
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardId, CardState, Time
from flowsim.metrics import Flow
from flowsim.metrics.board_state import BoardState
from flowsim.session.simulation_view import SimulationView


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card on the board; the row stays equal until something happens to the card, however much time passes.

    `place` is -1 for the backlog, else the column's index; `where` is its name. `title` (plain text by the user) and
    `worker` may be empty. `again` is how often work on the card was repeated. `began` is when the card entered its
    first column, or when it arrived if not `started`; its age counts from there. `came` is when it came to `place`.
    Times are in time units of the scenario.
    """

    card: CardId
    name: str
    title: str
    class_title: str
    place: int
    where: str
    state: CardState
    worker: str
    again: int
    started: bool
    began: Time
    came: Time

    @property
    def words(self) -> Phrase:
        """What the card is doing."""
        return STATE_WORDS[self.state]


class CardRows:
    """Caches the rows of a run's cards, so that each look rebuilds only the rows of cards that changed."""

    def __init__(self) -> None:
        self._trace: Trace | None = None
        self._known: dict[CardId, tuple[int, int, CardRow]] = {}

    def look(self, moment: SimulationView) -> list[CardRow]:
        """A row for every card on the board, in the order of the board: the backlog first, then column by column."""
        if moment.flow.trace is not self._trace:
            self._trace, self._known = moment.flow.trace, {}
        cards = _in_order(moment.board_state)
        numbers = np.array(cards, dtype=np.intp)
        last, classes = moment.flow.last_row[numbers].tolist(), moment.classes_now()[numbers].tolist()
        before, known = self._known, {}
        changed: list[int] = []
        for index, card in enumerate(cards):
            its = before.get(card)
            if its is None or its[0] != last[index] or its[1] != classes[index]:
                changed.append(index)
            else:
                known[card] = its
        made = _made(moment, numbers[changed], [classes[index] for index in changed])
        for index, row in zip(changed, made, strict=True):
            known[row.card] = last[index], classes[index], row
        self._known = known
        return [known[card][2] for card in cards]


def rows_of(moment: SimulationView) -> list[CardRow]:
    """A row for every card on the board, in the order of the board."""
    return CardRows().look(moment)


def row_of(moment: SimulationView, card: CardId) -> CardRow:
    """The row of one card that is on the board."""
    return _made(moment, np.array([card], dtype=np.intp), [moment.class_of(card)])[0]


def _in_order(board: BoardState) -> list[CardId]:
    cards = [*board.backlog]
    for lane in board.lanes:
        cards += [*lane.doing, *lane.done]
    return cards


def _made(moment: SimulationView, cards: npt.NDArray[np.intp], classes: list[int]) -> list[CardRow]:
    scenario, flow = moment.scenario, moment.flow
    if not len(cards):
        return []
    began = flow.started[cards]
    unstarted = np.isnan(began)
    began = np.where(unstarted, flow.arrived[cards], began)
    facts = zip(
        cards.tolist(),
        classes,
        (~unstarted).tolist(),
        began.tolist(),
        came_to_column(flow, cards).tolist(),
        strict=True,
    )
    places = [backlog_name(), *(column.title for column in scenario.columns)]
    rows = []
    for card, class_, started, since, came in facts:
        its = moment.board_state.cards[card]
        rows.append(
            CardRow(
                card=card,
                name=card_name(card),
                title=moment.title_of(card),
                class_title=scenario.classes[class_].title,
                place=its.column,
                where=places[its.column + 1],
                state=its.state,
                worker=moment.who_is_at(its),
                again=moment.passes_again(card),
                started=started,
                began=since,
                came=came,
            )
        )
    return rows


def class_marks(scenario: Scenario) -> tuple[str, ...]:
    """A letter or two for each class, by which cards are told apart without colours; empty where there is one class.

    Of two classes that begin alike the later one takes more of its letters, or its number.
    """
    if len(scenario.classes) < 2:
        return ("",) * len(scenario.classes)
    marks: list[str] = []
    for number, each in enumerate(scenario.classes, start=1):
        letters = "".join(character for character in each.title if character.isalnum())
        wishes = [letters[:1].upper(), *(letters[0].upper() + other.lower() for other in letters[1:]), str(number)]
        marks.append(next(wish for wish in wishes if wish and wish not in marks))
    return tuple(marks)


def backlog_name() -> Phrase:
    """What people call the place left of the first column."""
    return phrase("Backlog")


def came_to_column(flow: Flow, cards: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """When each of `cards`, all in the system, came to the column, or the backlog, where it is."""
    rows, previous = flow.rows, flow.previous
    columns = rows["column"]
    first = flow.last_row[cards].astype(np.intp)
    open_ = np.arange(len(cards))
    while len(open_):
        before = previous[first[open_]]
        same = before >= 0
        same[same] = columns[before[same]] == columns[first[open_[same]]]
        open_, before = open_[same], before[same]
        first[open_] = before
    times: npt.NDArray[np.float64] = rows["time"][first]
    return times
