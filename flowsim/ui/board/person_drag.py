"""A person in somebody's hand: a picture over the board that follows the mouse, and the column or card they go to.

On a card that several people may work on they join those who are at it. Whoever is taken from such a card, and put down
beside it in the same column, leaves it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QGraphicsView, QLabel, QWidget

from flowsim.domain.problems import Refused
from flowsim.domain.words import CardId, WorkerId
from flowsim.session.people_moves import helps_at, person_moved, put_to_card, taken_from_card
from flowsim.session.steps import Step
from flowsim.ui.board.animator import ease_out
from flowsim.ui.board.board_scene import BoardScene
from flowsim.ui.board.painting import MARGIN, PERSON, person_picture
from flowsim.ui.board.target import Target
from flowsim.ui.style.theme import GLIDE_SECONDS, px, text_scale
from flowsim.ui.text.language import shown


@dataclass(frozen=True)
class Taken:
    """One of the people of column `source`, at `card` if they work on one; `person` says who, where they are named."""

    source: int
    person: WorkerId | None = None
    card: CardId | None = None


class Avatar(QLabel):
    """The picture of a person in hand, over the heads of the lanes too; the mouse does not see it."""

    def __init__(self, port: QWidget, scene: BoardScene, initials: str) -> None:
        super().__init__(port)
        ratio = port.devicePixelRatioF()
        picture = person_picture(initials, scene.theme, ratio * text_scale(), away=False).copy()
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = px(PERSON + 2 * MARGIN)
        self.resize(side, side)
        self._way: tuple[QPointF, QPointF] | None = None
        self._elapsed = 0.0

    def hover(self, spot: QPointF) -> None:
        """Be at `spot` of the viewport."""
        self.move((spot - QPointF(self.width() / 2, self.height() / 2)).toPoint())
        self.show()
        self.raise_()

    def fly_to(self, spot: QPointF) -> None:
        """From the next frame on glide to `spot` of the viewport, and be gone there."""
        self._way = QPointF(self.geometry().center()), spot

    def advance(self, seconds: float) -> bool:
        """One frame; whether it has arrived."""
        if self._way is None:
            return False
        self._elapsed += seconds
        start, goal = self._way
        self.hover(start + (goal - start) * ease_out(min(self._elapsed / GLIDE_SECONDS, 1.0)))
        return self._elapsed >= GLIDE_SECONDS

    def vanish(self) -> None:
        """Be seen no more."""
        self.hide()
        self.deleteLater()


class PersonDrag:
    """One of the people in hand, `taken` at `home` of the viewport; `ask` asks for the step when put down.

    Who goes back without a step glides home: a named person as a figure of the board, anybody else as the `avatar`,
    which is then handed to `flies`.
    """

    def __init__(
        self, view: QGraphicsView, scene: BoardScene, taken: Taken, home: QPoint,
        ask: Callable[[Step], None], flies: Callable[[Avatar], None],
    ) -> None:  # fmt: skip
        self.why_not: str | None = None
        self.place: int | None = None
        self.card: CardId | None = None
        self._view = view
        self._scene = scene
        self._taken = taken
        self._home = QPointF(home)
        self._spot = QPointF()
        self._ask = ask
        self._flies = flies
        initials = "" if taken.person is None else scene.people.lift(taken.person)
        self.avatar = Avatar(view.viewport(), scene, initials)

    def move(self, spot: QPointF) -> None:
        """The hand is at `spot` of the scene; the lane under it shows whether the person may go there."""
        self._spot = spot
        self.avatar.hover(QPointF(self._view.mapFromScene(spot)))
        self.place = self._scene.layout_.place_at(spot)
        self.card = None if self.place is None else self._scene.card_at(spot)
        self.look()

    def look(self) -> None:
        """Ask again whether the person may be put down here."""
        self.why_not = None if self._stays else self._reason()
        if self._stays or self.place is None:
            self._scene.mark(None)
        else:
            helped = self.card if self._helps else None
            self._scene.mark(Target(self.place, allowed=self.why_not is None, card=helped))

    def drop(self) -> None:
        """Put the person down: they work here from now on if they may, else they go back."""
        if self._stays or self.why_not is not None:
            self.cancel()
            return
        self._end(at_home=False)
        step = self._step()
        if self._taken.person is not None:
            assert self.place is not None
            self._scene.people.put_down(self._taken.person, self._spot, self.place)
        self._ask(step)
        self._scene.refresh()

    def cancel(self) -> None:
        """Nothing happens; the person goes back."""
        self._end(at_home=True)
        if self._taken.person is not None:
            self._scene.people.put_down(self._taken.person, self._spot)
            self._scene.refresh()

    @property
    def _stays(self) -> bool:
        return self.place is None or (self.place == self._taken.source and not self._helps and not self._leaves)

    @property
    def _helps(self) -> bool:
        """Whether the person would join those who work on the card under the hand."""
        if self.card is None or self.card == self._taken.card:
            return False
        return helps_at(self._scene.session, self.card, self._taken.source, self._taken.person)

    @property
    def _leaves(self) -> bool:
        """Whether the person would leave the others with whom they work on a card."""
        if self._taken.card is None or self.card == self._taken.card or self.place != self._taken.source:
            return False
        its = self._scene.session.steady_view.board_state.cards.get(self._taken.card)
        return its is not None and bool(its.beside)

    def _step(self) -> Step:
        assert self.place is not None
        session, taken = self._scene.session, self._taken
        name = None if taken.person is None else session.steady_view.conditions.people[taken.person].name
        if self._helps and self.card is not None:
            return put_to_card(self.card, name, taken.card)
        if self._leaves and taken.card is not None:
            return taken_from_card(taken.card, name)
        return person_moved(session, taken.source, self.place, taken.person)

    def _reason(self) -> str | None:
        """Why the person may not go there, in the language on view."""
        session = self._scene.session
        if (reason := session.why_not()) is None:
            try:
                reason = session.why_not(*self._step().interventions)
            except Refused as refusal:
                reason = str(refusal)
        return None if reason is None else shown(reason)

    def _end(self, *, at_home: bool) -> None:
        self._scene.mark(None)
        if at_home and self._taken.person is None and not self._scene.animator.reduced_motion:
            self.avatar.fly_to(self._home)
            self._flies(self.avatar)
        else:
            self.avatar.vanish()
