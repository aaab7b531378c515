"""Qt without a screen; a window of one's own per test, with settings nobody else reads; and nothing left alive."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowsim.app import Program, make_window
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.style.theme import LIGHT, dress
from tests.ui.visitor import Visitor


@pytest.fixture(scope="session")
def qapp_cls() -> type[Program]:
    """The program itself, in place of a mere application of Qt's."""
    return Program


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.theme = "light"
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    made = make_window(qapp, settings)
    made.resize(1280, 720)
    qtbot.addWidget(made, before_close_func=lambda _: _settle(made))
    made.show()
    qtbot.waitExposed(made)
    yield made
    dress(qapp, LIGHT)


@pytest.fixture
def visitor(window: MainWindow) -> Visitor:
    return Visitor(window)


def _settle(window: MainWindow) -> None:
    """Closing must not ask: what the test did is nobody's work."""
    window.laboratory.leave()
    if window.page is not None:
        window.page.bridge.stop()
        window.page.session.history.done.clear()
        window.page.session.history.undone.clear()
        window.page.session.file.mark_saved()


@pytest.fixture(autouse=True)
def nothing_left_alive(qapp: QApplication) -> Iterator[None]:
    yield
    visible = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if visible and qapp.mouseButtons() & button:  # else the moves of the next test would be drags
            QTest.mouseRelease(visible[0], button)
    for widget in visible:
        widget.close()
    assert [type(widget).__name__ for widget in visible if not isinstance(widget, MainWindow)] == []
