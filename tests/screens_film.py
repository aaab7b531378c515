"""Films of a few seconds, taken from the real window: a queue, what people do about it, the answer; and a run that is
taken back to an earlier moment, and goes on otherwise.

`python -m tests.screens_film [FILE.gif [STORY]]`; `make screens` makes them as well. The window is used by real mouse
events; only the pointer is painted in, for there is no screen to have one. Time is the film's own, however long a
picture takes to draw: the same program makes the same film, byte by byte.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from flowsim.session.session import Session
    from flowsim.ui.main_window.main_window import MainWindow
    from tests.ui.visitor import Visitor

WIDTH, HEIGHT = 1200, 720
SCALE: Final = 0.8
"""Pixels of the film for each of the window: drawn smaller, not made smaller, so that text stays crisp."""
FRAME: Final = 0.06
"""Seconds between two pictures; the window goes on in quarters of it."""
REST: Final = 1.5
"""Seconds the last picture stays before the film begins anew."""
BEGIN: Final = 33.0
"""The day on which it begins: Test has one person and is full, and Development before it holds what nobody takes."""
SPEED: Final = 1.8
"""Days a second."""
BRANCH: Final = 24.0
"""The day to which the second film goes back."""
DEVELOPMENT, TEST = 1, 2
COLOURS: Final = 240
"""Of the 256 that a GIF may have: one says "as before"."""


class Film:
    """Pictures of the window with the pointer where the hand is, and the clock of the window."""

    def __init__(self) -> None:
        from PySide6.QtCore import QPoint

        self.now = 0.0
        self.pictures: list[Image.Image] = []
        self.hand = QPoint(WIDTH // 2 + 40, HEIGHT // 2 + 60)
        self.pressed = False
        self.visitor: Visitor

    def clock(self) -> float:
        """Seconds of the film."""
        return self.now

    def roll(self, seconds: float) -> None:
        """Let the program go on for a while."""
        for _ in range(round(seconds / FRAME)):
            self.take()

    def reach(self, end: "QPoint", seconds: float, then: "Callable[[QPoint], None] | None" = None) -> None:
        """Move the hand to a place of the window, slowly at both ends; `then` hears of every place on the way."""
        start, steps = self.hand, round(seconds / FRAME)
        for step in range(1, steps + 1):
            part = step / steps
            self.hand = start + (end - start) * (part * part * (3 - 2 * part))
            if then is not None:
                then(self.hand)
            self.take()

    def take(self) -> None:
        """One picture, after what happens in the window until then."""
        from PySide6.QtTest import QTest

        for _ in range(4):
            self.now += FRAME / 4
            self.visitor.page.bridge.tick()
            QTest.qWait(0)
        self.pictures.append(picture_of(self.visitor.window, self.hand, pressed=self.pressed))


def picture_of(window: "QWidget", hand: "QPoint", *, pressed: bool) -> "Image.Image":
    """The window, and over it an arrow; round about it a light while the button is down."""
    from PIL import Image
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(hand)
    if pressed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(37, 99, 235, 70))
        painter.drawEllipse(QPointF(0, 0), 14, 14)
    arrow = [(0, 0), (0, 19), (4.6, 14.8), (8, 22.4), (11.4, 20.9), (8.1, 13.6), (14.4, 13.2)]
    painter.setPen(QPen(Qt.GlobalColor.white, 1.6))
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in arrow]))
    painter.end()
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def played(film: Film) -> None:
    """The story: Test is full and refuses a card; it gets more people instead, and the cards before it flow again."""
    visitor = film.visitor
    film.roll(0.5)
    carry_in_vain(film)
    film.roll(0.8)
    people = visitor.page.board.head(TEST).workers
    assert people is not None
    click_plus(film, people)
    away = visitor.window.rect().center()
    film.reach(away + (film.hand - away) * 0.25, 0.6)
    film.roll(3.1)


def branched(film: Film) -> None:
    """The story: the timeline is dragged back, one more person comes to Test there, and a branch goes on from it."""
    from PySide6.QtWidgets import QPushButton

    visitor = film.visitor
    timeline = visitor.page.timeline.track
    film.roll(0.4)
    visitor.page.announce(visitor.session.pause())
    drag_back(film, BRANCH)
    film.roll(0.6)
    people = visitor.page.board.head(TEST).workers
    assert people is not None
    click_plus(film, people, times=1)
    film.roll(0.5)
    button = next(one for one in visitor.window.notices.findChildren(QPushButton) if one.text() == "Branch here")
    film.reach(button.mapTo(visitor.window, button.rect().center()), 0.7)
    film.pressed = True
    film.take()
    visitor.click(button)
    film.pressed = False
    film.reach(timeline.mapTo(visitor.window, timeline.rect().center()), 0.6)
    visitor.page.announce(visitor.session.play())
    film.roll(3.2)


def drag_back(film: Film, moment: float) -> None:
    """Take the handle of the timeline and carry it back to this moment."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    window, timeline = film.visitor.window, film.visitor.page.timeline.track
    middle = timeline.height() // 2
    start, end = (QPoint(round(timeline.x_of(time)), middle) for time in (film.visitor.session.now, moment))
    film.reach(timeline.mapTo(window, start), 0.6)
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    film.pressed = True
    film.reach(timeline.mapTo(window, end), 1.4, lambda hand: QTest.mouseMove(timeline, timeline.mapFrom(window, hand)))
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    film.pressed = False
    film.take()


def carry_in_vain(film: Film) -> None:
    """Carry a finished card of Development over Test, which has no room, and let go."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from flowsim.domain.words import CardState

    visitor, board = film.visitor, film.visitor.page.board
    port, cards = board.viewport(), film.visitor.session.board_state.cards
    done = [card for card in board.board_scene.order[DEVELOPMENT] if cards[card].state is CardState.READY]
    start = visitor.spot_of(done[-1])
    film.reach(port.mapTo(visitor.window, start), 0.6)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    film.pressed = True
    end = visitor.spot_in(TEST)
    end.setY(start.y() + 40)
    film.reach(
        port.mapTo(visitor.window, end), 0.8, lambda hand: QTest.mouseMove(port, port.mapFrom(visitor.window, hand))
    )
    film.roll(0.3)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    film.pressed = False
    film.take()
    assert board.message.said.startswith("Test is full"), board.message.said


def click_plus(film: Film, field: "QWidget", times: int = 2) -> None:
    """Click the plus of a number."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    edge = QPoint(field.width() - 8, field.height() // 2)
    window = film.visitor.window
    film.reach(field.mapTo(window, edge), 0.6, lambda hand: QTest.mouseMove(field, field.mapFrom(window, hand)))
    film.roll(0.2)
    for _ in range(times):
        film.pressed = True
        film.take()
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
        film.pressed = False
        film.roll(0.3)


def save(pictures: "list[Image.Image]", file: Path) -> None:
    """Write an animated GIF that begins anew, in one set of colours for all pictures and without dots between them."""
    from PIL import Image

    few = Image.new("P", (1, 1))
    few.putpalette([part for colour in colours_of(pictures) for part in colour])
    drawn = [picture.quantize(palette=few, dither=Image.Dither.NONE) for picture in pictures]
    lasts = [round(1000 * FRAME)] * (len(drawn) - 1) + [round(1000 * REST)]
    file.parent.mkdir(parents=True, exist_ok=True)
    drawn[0].save(file, save_all=True, append_images=drawn[1:], duration=lasts, loop=0, optimize=True)


def colours_of(pictures: "list[Image.Image]") -> list[tuple[int, int, int]]:
    """The colours that are used most and are not nearly the same: surfaces keep theirs exactly, edges nearly."""
    import numpy as np

    raw = np.concatenate([np.asarray(picture).reshape(-1, 3) for picture in pictures[::10]]).astype(np.int32)
    codes, counts = np.unique(raw @ np.array([65536, 256, 1]), return_counts=True)
    by_use = codes[np.argsort(-counts)]
    all_of_them = np.stack([by_use >> 16, by_use >> 8 & 255, by_use & 255], axis=1)
    for apart in range(4, 64, 2):
        chosen = np.empty((0, 3), np.int32)
        for colour in all_of_them:
            if not len(chosen) or np.min(np.sum((chosen - colour) ** 2, axis=1)) >= apart**2:
                chosen = np.vstack([chosen, colour])
                if len(chosen) > COLOURS:
                    break
        if len(chosen) <= COLOURS:
            break
    return [(int(red), int(green), int(blue)) for red, green, blue in chosen]


def slow_tests() -> "Session":
    """The first exercise, with a Test that takes twice as long: soon everything waits for it."""
    from dataclasses import replace

    from flowsim.domain.distributions import Gamma
    from flowsim.session.session import Session
    from flowsim.storage import Document, load_scenario
    from flowsim.storage.resources import exercises

    scenario = load_scenario(exercises()[0].path)
    *others, test = scenario.columns
    slower = replace(test, service=Gamma(mean=2.4, cv=0.5))
    return Session(Document(replace(scenario, columns=(*others, slower))))


def opened(film: Film, folder: Path, begin: float) -> "MainWindow":
    """The window with the first exercise, at the moment the film begins, playing."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from flowsim.ui.main_window.main_window import MainWindow
    from flowsim.ui.main_window.settings import Settings
    from flowsim.ui.style.theme import LIGHT, dress, load_fonts
    from tests.ui.visitor import Visitor

    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.theme = "light"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    dress(app, LIGHT)
    window = MainWindow(settings, None, None, film.clock)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.show_session(slow_tests())
    film.visitor = Visitor(window)
    page = film.visitor.page
    page.bridge.stop()
    page.session.pause()
    page.session.simulation.advance_to(begin)
    page.announce(page.session.set_speed(SPEED))
    page.toggle_play()
    return window


STORIES: "Final[dict[str, tuple[Callable[[Film], None], float]]]" = {
    "queue": (played, BEGIN), "branch": (branched, 60.0),
}  # fmt: skip
"""What happens in each film, and the day on which it begins."""


def main(file: Path, story: str) -> int:
    """Take the film of this story and write it to `file`; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(SCALE)
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    film = Film()
    with tempfile.TemporaryDirectory() as temporary:
        tell, begin = STORIES[story]
        window = opened(film, Path(temporary), begin)
        film.roll(1.0)  # cards glide to where they are on that day
        film.pictures.clear()
        tell(film)
        film.visitor.pause()
        film.visitor.session.history.done.clear()
        film.visitor.session.file.mark_saved()
        window.close()
    save(film.pictures, file)
    seconds = FRAME * (len(film.pictures) - 1) + REST
    print(f"{file}: {len(film.pictures)} pictures, {seconds:.1f} s, {file.stat().st_size / 1e6:.2f} MB")
    del application
    return 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *["build/screens/readme/flowsim.gif", "queue"][len(sys.argv) - 1 :]]
    sys.exit(main(Path(given[0]), given[1]))
