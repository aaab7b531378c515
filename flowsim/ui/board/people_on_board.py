"""Named people on the board: each a small round picture that walks to the card it works on, and waits when free."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

from flowsim.domain.words import CardId, WorkerId
from flowsim.session.session import Session
from flowsim.ui.board.animator import Animator
from flowsim.ui.board.layout import ROOMY_CARD, BoardLayout
from flowsim.ui.board.painting import MARGIN, PERSON, person_picture
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import plain

ABOVE_CARDS = 5.0
WAITING_SPACE = 8
PEOPLE_ROW = PERSON + 6
"""Height at the foot of a lane where people stand who have no card in sight."""

NOBODYS: Final[tuple[CardId | None, int]] = None, 0
"""The card of somebody who has none, and their place at it."""

OVERLAP: Final = 0.8
"""How far from one another, in widths of a picture, people stand who work on one card together."""

OVERHANG = 4
"""Pixels by which people stand beyond a narrow card, so that its number can be read."""
INSIDE = 4


class PersonItem(QGraphicsPixmapItem):
    """The picture of one person; `place` is the column they stand in, `sent` the one they were put into last.

    `card` is the card they work on.
    """

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.number = number - 1
        self.initials = initials(name) or str(number)
        self.place: int | None = None
        self.sent: int | None = None
        self.card: CardId | None = None
        self.setOffset(-MARGIN, -MARGIN)
        self.setZValue(ABOVE_CARDS)
        self.setToolTip(plain(name))


class PeopleOnTheBoard:
    """The items of the named people in `scene`: on the card they work on, or at the foot of a lane when free."""

    def __init__(self, scene: QGraphicsScene, animator: Animator) -> None:
        self._scene = scene
        self._animator = animator
        self._items: list[PersonItem] = []

    def open(self, session: Session) -> None:
        """Show another session's people."""
        for item in self._items:
            self._animator.forget(item)
            self._scene.removeItem(item)
        self._items = [
            PersonItem(person.name, number) for number, person in enumerate(session.scenario.people, start=1)
        ]
        for item in self._items:
            self._scene.addItem(item)

    def refresh(
        self, session: Session, layout: BoardLayout, corners: dict[CardId, tuple[QPointF, float, int]],
        theme: Theme, ratio: float, *, jump: bool,
    ) -> None:  # fmt: skip
        """Send everybody to where they belong; `corners` are the cards on view: corner, width, height."""
        held: dict[int, tuple[CardId | None, int]] = {}
        for number, its in session.view.board_state.cards.items():
            if its.worker >= 0:
                held.update((who, (number, place)) for place, who in enumerate((its.worker, *its.beside)))
        waiting: dict[int, int] = {}
        for person, item in enumerate(self._items):
            away = session.scenario.people[person].name in session.view.conditions.away
            card, beside = held.get(person, NOBODYS)
            item.card = card
            item.setPixmap(person_picture(item.initials, theme, ratio, away=away and card is None))
            if card is not None and card in corners:
                corner, width, height = corners[card]
                item.place = session.view.board_state.cards[card].column
                beyond = OVERHANG if width < ROOMY_CARD else -INSIDE
                left = width - PERSON + beyond - beside * PERSON * OVERLAP
                goal = corner + QPointF(left, height - PERSON - (3 if height > PERSON + 6 else 1))
            else:
                lane = self._lane_of(session, person, item)
                number = waiting[lane] = waiting.get(lane, -1) + 1
                goal = self._waiting_spot(layout, lane, number)
            if jump:
                self._animator.place(item, goal)
            elif self._animator.goal_of(item) != goal:
                self._animator.send(item, goal)

    def at(self, spot: QPointF) -> PersonItem | None:
        """The person whose picture is at `spot`, the top one."""
        return next((item for item in self._scene.items(spot) if isinstance(item, PersonItem)), None)

    def lift(self, person: WorkerId) -> str:
        """Somebody takes a person in hand: their picture goes from the board; their initials."""
        self._items[person].hide()
        return self._items[person].initials

    def put_down(self, person: WorkerId, spot: QPointF, place: int | None = None) -> None:
        """Out of the hand, at `spot` of the scene; `place` is the column that they shall work in, if another one."""
        item = self._items[person]
        self._animator.place(item, spot - QPointF(PERSON / 2, PERSON / 2))
        item.show()
        if place is not None:
            item.place = item.sent = place

    def _lane_of(self, session: Session, person: WorkerId, item: PersonItem) -> int:
        """Where a free person waits: where they worked last or were put, as long as they can work there."""
        skills = session.view.conditions.people[person].skills
        able = [index for index, column in enumerate(session.scenario.columns) if column.id in skills]
        if item.sent in able and item.place not in able:
            item.place = item.sent
        elif item.place is None or (able and item.place not in able):
            last = item.place or 0
            item.place = min(able, key=lambda index: abs(index - last), default=0)
        return item.place

    def _waiting_spot(self, layout: BoardLayout, lane: int, number: int) -> QPointF:
        rect = layout.lane(lane).rect
        step = min(PERSON + 4.0, max(rect.width() - PERSON - 2 * WAITING_SPACE, 1.0))
        left = rect.left() + WAITING_SPACE + (number * step) % max(rect.width() - PERSON - WAITING_SPACE, 1.0)
        return QPointF(left, rect.bottom() - PERSON - WAITING_SPACE)


def initials(name: str) -> str:
    """Two letters for a name: of its first two words, or its first two; empty if it has none."""
    words = ["".join(character for character in word if character.isalnum()) for word in name.split()]
    words = [word for word in words if word]
    return words[0][0] + words[1][0] if len(words) > 1 else "".join(words)[:2]
