"""The trial of what was built reads the board off the screen: what it takes for lanes and cards are lanes and cards."""

import numpy as np
import visit
from PySide6.QtGui import QColor, QImage
from screen import Picture

from flowsim.ui.style.theme import LIGHT
from tests.ui.visitor import Visitor


def on_screen(visitor: Visitor) -> Picture:
    image = visitor.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return np.array(raw[:, : image.width()] & 0xFFFFFF)


def test_the_colours_it_looks_for_are_those_of_the_light_theme() -> None:
    assert f"#{visit.LANE:06X}" == QColor(LIGHT.lane).name().upper()
    assert f"#{visit.CARD:06X}" == QColor(LIGHT.card).name().upper()


def test_it_sees_every_lane_and_every_card_of_the_backlog(visitor: Visitor) -> None:
    visitor.choose_exercise("Played by hand")
    visitor.play_until(8.0)
    visitor.until(lambda: len(visit.cards_in(on_screen(visitor), 0)) > 0)
    picture = on_screen(visitor)
    assert len(visit.lanes(picture)) == len(visitor.session.scenario.columns) + 2
    assert len(visit.cards_in(picture, 0)) == len(visitor.session.board_state.backlog)
    assert visit.cards_in(picture, 1) == []
