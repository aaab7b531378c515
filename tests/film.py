"""The short film of the README, taken from the real window: a queue, what somebody does about it, and the answer.

`python -m tests.film [FILE]`; `make screens` writes build/screens/flowsim.webp, of which docs/flowsim.webp is a copy.
The window is used by real mouse events; only the pointer is painted in, because there is no screen to have one.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from flowsim.session.session import Session
    from flowsim.ui.fields import StepField
    from tests.ui.visitor import Visitor

WIDTH, HEIGHT = 1280, 720
FRAME: Final = 0.1
"""Seconds between two pictures."""
REST: Final = 2.0
"""Seconds the last picture stays before the film begins anew."""
BEGIN: Final = 32.0
"""The day on which it begins: work has piled up in front of Test, and behind it."""
TEST, DONE = 2, 3


class Camera:
    """Takes pictures of the window with the pointer where the hand is."""

    def __init__(self, visitor: "Visitor") -> None:
        from PySide6.QtCore import QPoint

        self._visitor = visitor
        self._hand = QPoint(WIDTH // 2, HEIGHT - 60)
        self._pressed = False
        self._due = 0.0
        self.frames: list[Image.Image] = []

    def roll(self, seconds: float) -> None:
        """Let the program go on for a while."""
        for _ in range(round(seconds / FRAME)):
            self._take()

    def reach(self, end: "QPoint", seconds: float, then: "Callable[[QPoint], None] | None" = None) -> None:
        """Move the hand to a place of the window, slowly at both ends; `then` hears of every place on the way."""
        start, steps = self._hand, round(seconds / FRAME)
        for step in range(1, steps + 1):
            part = step / steps
            self._hand = start + (end - start) * (part * part * (3 - 2 * part))
            if then is not None:
                then(self._hand)
            self._take()

    def press(self, *, down: bool) -> None:
        """Show that the button of the mouse is down, or up again."""
        self._pressed = down
        self._take()

    def _take(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(max(round(1000 * (self._due - time.monotonic())), 1))
        self._due = time.monotonic() + FRAME
        self.frames.append(self._picture())

    def _picture(self) -> "Image.Image":
        from PIL import Image
        from PySide6.QtCore import QPointF, Qt
        from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

        image = self._visitor.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._hand)
        if self._pressed:
            painter.setPen(QPen(QColor(0, 0, 0, 0)))
            painter.setBrush(QColor(37, 99, 235, 70))
            painter.drawEllipse(QPointF(0, 0), 14, 14)
        arrow = [(0, 0), (0, 19), (4.6, 14.8), (8, 22.4), (11.4, 20.9), (8.1, 13.6), (14.4, 13.2)]
        painter.setPen(QPen(Qt.GlobalColor.white, 1.6))
        painter.setBrush(Qt.GlobalColor.black)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in arrow]))
        painter.end()
        size = (image.width(), image.height())
        return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def slow_testers() -> "Session":
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


def played(camera: Camera, visitor: "Visitor") -> None:
    """The story: work piles up before Test; a card is carried over, two more testers come, and the queue melts."""
    camera.roll(1.0)
    carry(camera, visitor)
    camera.roll(0.6)
    tester = visitor.page.board.head(TEST).workers
    assert tester is not None
    click_plus(camera, tester, visitor.window)
    away = visitor.window.rect().center()
    away.setX(away.x() + 60)
    camera.reach(away, 0.8)
    camera.roll(5.4)


def carry(camera: Camera, visitor: "Visitor") -> None:
    """Carry the first card of Test to Done, as people do who have had enough of a card."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    port = visitor.page.board.viewport()
    card = visitor.page.board.board.order[TEST][-1]
    camera.reach(port.mapTo(visitor.window, visitor.spot_of(card)), 0.9)
    start = visitor.spot_of(card)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    camera.press(down=True)
    end = visitor.spot_in(DONE)
    end.setY(start.y() + 60)
    camera.reach(
        port.mapTo(visitor.window, end), 1.0, lambda hand: QTest.mouseMove(port, port.mapFrom(visitor.window, hand))
    )
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    camera.press(down=False)


def click_plus(camera: Camera, field: "StepField", window: "QWidget") -> None:
    """Click the plus of a number, twice."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    edge = QPoint(field.width() - 8, field.height() // 2)
    camera.reach(field.mapTo(window, edge), 0.9, lambda hand: QTest.mouseMove(field, field.mapFrom(window, hand)))
    camera.roll(0.3)
    for _ in range(2):
        camera.press(down=True)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
        camera.press(down=False)
        camera.roll(0.2)


def save(frames: "list[Image.Image]", file: Path) -> None:
    """Write the pictures as an animated WebP that begins anew; without loss, so that text stays crisp."""
    lasts = [round(1000 * FRAME)] * (len(frames) - 1) + [round(1000 * REST)]
    file.parent.mkdir(parents=True, exist_ok=True)
    frames[0].save(
        file, save_all=True, append_images=frames[1:], duration=lasts, loop=0, lossless=True, quality=90, method=5,
        minimize_size=True,
    )  # fmt: skip


def main(file: Path) -> int:
    """Take the film and write it to `file`; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtWidgets import QApplication

    from flowsim.app import make_window
    from flowsim.ui.settings import Settings
    from tests.ui.visitor import Visitor

    app = QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(QSettings(str(Path(temporary) / "settings.ini"), QSettings.Format.IniFormat))
        settings.theme = "light"
        window = make_window(app, settings)
        window.resize(WIDTH, HEIGHT)
        window.show()
        visitor = Visitor(window)
        window.show_session(slow_testers())
        visitor.play_until(BEGIN)
        visitor.key(Qt.Key.Key_BracketRight)
        visitor.click(visitor.page.controls.play)
        camera = Camera(visitor)
        played(camera, visitor)
        visitor.pause()
        visitor.session.mark_saved()
        window.close()
    save(camera.frames, file)
    print(f"{file}: {len(camera.frames)} pictures, {file.stat().st_size / 1024 / 1024:.2f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screens/flowsim.webp")))
