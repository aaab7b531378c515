"""A person at the window: real mouse and key events, and waiting for what they bring about."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from flowsim.domain.words import CardId
from flowsim.session.session import Session
from flowsim.ui.main_window.board_page import BoardPage
from flowsim.ui.main_window.main_window import MainWindow


class Visitor:
    """Drives a window as a person would. `shots` is where pictures of it go, if anywhere."""

    def __init__(self, window: MainWindow, shots: Path | None = None) -> None:
        self.window = window
        self.shots = shots
        self._taken = 0

    @property
    def page(self) -> BoardPage:
        assert self.window.page is not None
        return self.window.page

    @property
    def session(self) -> Session:
        return self.page.session

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the program go on until `condition` holds; fail if it never does."""
        give_up = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < give_up, "waited in vain"
            QTest.qWait(5)

    @property
    def playing(self) -> bool:
        return self.session.player.playing

    def choose_exercise(self, name: str) -> None:
        card = next(card for card in self.window.gallery.cards if card.accessibleName() == name)
        self.click(card)
        self.until(lambda: self.window.page is not None and self.page.isVisible())

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def pause(self) -> None:
        if self.playing:
            self.click(self.page.controls.play)
        self.until(lambda: not self.playing)

    def play_until(self, moment: float) -> None:
        """Let the run go on to `moment`, as fast as it can, and stand."""
        self.pause()
        if self.session.now < moment:
            self.session.simulation.advance_to(moment)
            self.click(self.page.controls.step)
        self.still()

    def still(self) -> None:
        """Wait until every card is where it belongs and the charts are drawn."""
        self.until(lambda: self.page.chart.drawn)
        self.page.board.board_scene.refresh()
        self.until(lambda: not self.page.board.board_scene.animator.busy)

    def spot_of(self, card: CardId) -> QPoint:
        item = self.page.board.board_scene.cards[card]
        return self.page.board.mapFromScene(item.pos() + QPointF(12, 12))

    def spot_in(self, place: int) -> QPoint:
        lane = self.page.board.board_scene.layout_.lane(place)
        return self.page.board.mapFromScene(QPointF(lane.rect.center().x(), lane.rect.bottom() - 40))

    def take(self, card: CardId, over: int) -> None:
        """Press on a card and carry it over a place, still in hand."""
        port = self.page.board.viewport()
        start, end = self.spot_of(card), self.spot_in(over)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 7):
            QTest.mouseMove(port, start + (end - start) * (step / 6))

    def drop(self, over: int) -> None:
        port = self.page.board.viewport()
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.spot_in(over))

    def drag(self, card: CardId, to: int) -> None:
        self.take(card, to)
        self.drop(to)

    def write_run(self, kind: str, path: Path) -> bool:
        """Export the run, and wait until that has ended; whether the file is there."""
        work = self.window.files.export_run_to(kind, path)
        self.until(lambda: not isValid(work) or not work.goes_on)
        return path.exists()

    def write_charts(self, path: Path) -> bool:
        """Export all charts, and wait until that has ended; whether the file is there."""
        work = self.window.files.export_all_to(path)
        self.until(lambda: not isValid(work) or not work.goes_on)
        return path.exists()

    def step_limit(self, place: int, by: int) -> None:
        """Click the minus or the plus of a column's limit."""
        field = self.page.board.head(place).limit
        assert field is not None
        edge = QPoint(6 if by < 0 else field.width() - 6, field.height() // 2)
        QTest.mouseMove(field, edge)
        self.click(field, edge)

    def shot(self, name: str) -> None:
        if self.shots is not None:
            self._taken += 1
            QTest.qWait(60)  # let what has been asked for be laid out and painted
            self.shots.mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(self.shots / f"{self._taken:02d}-{name}.png"))

    def shot_of(self, dialog: QWidget, name: str) -> None:
        """A picture of a dialog alone."""
        if self.shots is not None:
            self._taken += 1
            QTest.qWait(60)
            dialog.grab().save(str(self.shots / f"{self._taken:02d}-{name}.png"))
