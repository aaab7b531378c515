"""What a card shows, as data: two cards with equal faces look the same, so a picture is made once per face."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from flowsim.domain.intervention_words import card_name
from flowsim.domain.phrases import phrase
from flowsim.domain.state_words import BRIEF_STATE_WORDS
from flowsim.domain.words import CardId, CardState, Time
from flowsim.metrics import Durations
from flowsim.metrics.board_state import CardPosition
from flowsim.metrics.skipped_work import HandMove, hand_moves, skipped_work
from flowsim.session.card_rows import class_marks
from flowsim.session.session import Session
from flowsim.ui.board.layout import ROOMY_CARD, CardSize
from flowsim.ui.text.number_format import short_time, whole_time

PROGRESS_STEPS: Final = 32
ENOUGH_TO_JUDGE_AGE: Final = 10
"""Finished cards from which on their cycle times say which card is old."""


class AgeEdge(IntEnum):
    """How old a card is against the cards finished so far."""

    YOUNG = 0
    OLDER_THAN_85 = 1
    OLDER_THAN_95 = 2


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything that decides a card's picture.

    `progress` is from 0 to `PROGRESS_STEPS` for the current work (or its set-up, if `setting_up`), -1 for none.
    `again` is how often work was repeated. `mark` and `colour` show the class; `mark` is empty if there is only one.
    `worker` is the number (from 1) of an unnamed worker, or empty; named people are separate items.
    `with_person` says that a named person stands on the card, at its right.
    `skipped` says that people moved it past work that was not done.
    `brief_time` is what stands where `time` has no room.
    `time` and `note` are phrases; `brief_note` is shown where `note` has no room. `width` is in pixels.
    """

    name: str
    title: str
    time: str
    note: str
    colour: str
    progress: int
    setting_up: bool
    again: int
    worker: str
    edge: AgeEdge
    selected: bool
    finished: bool
    size: CardSize
    width: int
    titled: bool
    mark: str = ""
    blocked: bool = False
    brief_note: str = ""
    skipped: bool = False
    with_person: bool = False
    brief_time: str = ""


class Faces:
    """Makes faces from a session; `p85` and `p95` are the cycle times that make a card old.

    With `only_numbers` a card is called by its number alone.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._marks = class_marks(session.scenario)
        self.titled = any(card.title for card in session.scenario.cards)
        self.only_numbers = False
        self._moves_of: object = None
        self._moves: dict[CardId, set[HandMove]] = {}
        self.p85: Time = float("inf")
        self.p95: Time = float("inf")

    def of_card(self, card: CardId, size: CardSize, width: float, *, selected: bool) -> CardFace:
        """The face of a card in the system."""
        session = self._session
        position, now = session.view.board_state.cards[card], session.view.now
        started = session.view.started(card)
        batch = self._batch(position)
        age = now - (float(session.view.flow.arrived[card]) if started is None else started)
        return CardFace(
            name=self._name_of(card),
            title=session.view.title_of(card),
            time=short_time(age, session.scenario.time_unit),
            note=self._note(position.state) if batch is None else phrase("batch {0}/{1}", *batch),
            colour=self._class_colour(card),
            progress=self._progress(card, position.state),
            setting_up=position.state is CardState.SETUP,
            again=session.view.passes_again(card),
            worker=_worker(position) if position.worker >= 0 and not session.scenario.people else "",
            edge=self.edge_of(age) if started is not None else AgeEdge.YOUNG,
            selected=selected,
            finished=False,
            size=size,
            width=round(width),
            titled=self.titled,
            mark=self._marks[self._session.view.class_of(card)],
            blocked=position.state is CardState.BLOCKED,
            brief_note="" if batch is None else f"{batch[0]}/{batch[1]}",
            skipped=bool(self.skipped(card)),
            brief_time=whole_time(age, session.scenario.time_unit),
            with_person=position.worker >= 0 and bool(session.scenario.people) and width >= ROOMY_CARD,
        )

    def _note(self, state: CardState) -> str:
        """What a card does, in a word; where nothing is known but that it is there, nothing."""
        return BRIEF_STATE_WORDS.get(state, "") if self._session.scenario.tells_of_work else ""

    def skipped(self, card: CardId) -> tuple[int, ...]:
        """The columns whose work on `card` people left undone, by the moment on view."""
        view = self._session.view
        if (done := self._session.history.interventions) is not self._moves_of:
            self._moves_of, self._moves = done, hand_moves(self._session.scenario, done)
        moves = self._moves.get(card, ())
        return tuple(column for its in skipped_work(view, card, moves) for column in its.columns)

    def of_finished(self, card: CardId, size: CardSize, width: float) -> CardFace:
        """The face of a delivered card."""
        flow = self._session.view.flow
        cycle_time = float(flow.finished[card] - flow.started[card])
        return CardFace(
            name=self._name_of(card),
            title=self._session.view.title_of(card),
            time=short_time(cycle_time, self._session.scenario.time_unit),
            note="",
            colour=self._class_colour(card),
            progress=-1,
            setting_up=False,
            again=0,
            worker="",
            edge=AgeEdge.YOUNG,
            selected=False,
            finished=True,
            size=size,
            width=round(width),
            titled=self.titled,
            mark=self._marks[self._session.view.class_of(card)],
            skipped=bool(self.skipped(card)),
            brief_time=whole_time(cycle_time, self._session.scenario.time_unit),
        )

    def judge_age_by(self, cycle_time: Durations) -> None:
        """From now on a card is old that is older than most of the finished ones took, where these are enough."""
        enough = cycle_time.n >= ENOUGH_TO_JUDGE_AGE
        self.p85 = cycle_time.p85 if enough else float("inf")
        self.p95 = cycle_time.p95 if enough else float("inf")

    def edge_of(self, age: Time) -> AgeEdge:
        """How old a started card of this age is against the finished ones."""
        if age > self.p95:
            return AgeEdge.OLDER_THAN_95
        return AgeEdge.OLDER_THAN_85 if age > self.p85 else AgeEdge.YOUNG

    def _name_of(self, card: CardId) -> str:
        return str(card + 1) if self.only_numbers else card_name(card)

    def _class_colour(self, card: CardId) -> str:
        return self._session.scenario.classes[self._session.view.class_of(card)].colour

    def _progress(self, card: CardId, state: CardState) -> int:
        if state not in (CardState.WORKING, CardState.SETUP):
            return -1
        work = self._session.view.work_at_hand(card)
        if work is None:
            return -1
        began, duration = work
        share = (self._session.view.now - began) / duration if duration > 0 else 1.0
        return round(PROGRESS_STEPS * min(max(share, 0.0), 1.0))

    def _batch(self, position: CardPosition) -> tuple[int, int] | None:
        """Of the batch that a card waits for, how many are done and how many it takes; None if it waits for none."""
        if position.state is not CardState.BATCHING:
            return None
        lane, cards = self._session.view.board_state.lanes[position.column], self._session.view.board_state.cards
        done = sum(cards[card].state is CardState.BATCHING for card in lane.done)
        return done, self._session.view.conditions.columns[position.column].transfer_batch


def _worker(position: CardPosition) -> str:
    """Who is at a card: the number of somebody alone, or how many work on it together."""
    return f"{len(position.beside) + 1}×" if position.beside else str(position.worker + 1)
