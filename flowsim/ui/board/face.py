"""What a card shows, as data: two cards with equal faces look the same, so a picture is made once per face."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from flowsim.domain.words import CardId, CardState, Time
from flowsim.session.session import Session
from flowsim.session.wording import card_name
from flowsim.ui.board.layout import CardSize
from flowsim.ui.words import short_time

PROGRESS_STEPS: Final = 32


class AgeEdge(IntEnum):
    """How old a card is against the cards finished so far."""

    YOUNG = 0
    OLDER_THAN_85 = 1
    OLDER_THAN_95 = 2


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything that decides a card's picture. `progress` is in steps of the work at hand, -1 for none."""

    name: str
    title: str
    time: str
    note: str
    colour: str
    progress: int
    worker: str
    edge: AgeEdge
    selected: bool
    finished: bool
    size: CardSize
    width: int
    titled: bool


class Faces:
    """Makes faces from a session; `p85` and `p95` are the cycle times that make a card old."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.titled = any(card.title for card in session.scenario.cards)
        self.p85: Time = float("inf")
        self.p95: Time = float("inf")

    def of_card(self, card: CardId, size: CardSize, width: float, *, selected: bool) -> CardFace:
        """The face of a card in the system."""
        session = self._session
        standing, now = session.standing.cards[card], session.now
        started = session.started(card)
        age = now - (float(session.flow.arrived[card]) if started is None else started)
        return CardFace(
            name=card_name(card),
            title=session.simulation.title_of(card),
            time=short_time(age, session.scenario.time_unit),
            note=_note(standing.state),
            colour=self._class_colour(card),
            progress=self._progress(card, standing.state),
            worker=str(standing.worker + 1) if standing.worker >= 0 else "",
            edge=self._edge(age) if started is not None else AgeEdge.YOUNG,
            selected=selected,
            finished=False,
            size=size,
            width=round(width),
            titled=self.titled,
        )

    def of_finished(self, card: CardId, size: CardSize, width: float) -> CardFace:
        """The face of a delivered card."""
        flow = self._session.flow
        cycle_time = float(flow.finished[card] - flow.started[card])
        return CardFace(
            name=card_name(card),
            title=self._session.simulation.title_of(card),
            time=short_time(cycle_time, self._session.scenario.time_unit),
            note="",
            colour=self._class_colour(card),
            progress=-1,
            worker="",
            edge=AgeEdge.YOUNG,
            selected=False,
            finished=True,
            size=size,
            width=round(width),
            titled=self.titled,
        )

    def _class_colour(self, card: CardId) -> str:
        return self._session.scenario.classes[self._session.simulation.class_of(card)].colour

    def _progress(self, card: CardId, state: CardState) -> int:
        if state is not CardState.WORKING:
            return -1
        work = self._session.simulation.work_at_hand(card)
        if work is None:
            return -1
        began, duration = work
        share = (self._session.now - began) / duration if duration > 0 else 1.0
        return round(PROGRESS_STEPS * min(max(share, 0.0), 1.0))

    def _edge(self, age: Time) -> AgeEdge:
        if age > self.p95:
            return AgeEdge.OLDER_THAN_95
        return AgeEdge.OLDER_THAN_85 if age > self.p85 else AgeEdge.YOUNG


def _note(state: CardState) -> str:
    match state:
        case CardState.BLOCKED:
            return "blocked"
        case CardState.WAITING:
            return "waiting"
        case CardState.READY:
            return "ready"
        case _:
            return ""
