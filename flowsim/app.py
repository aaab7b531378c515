"""Opening the window: the only place, with `cli` and `__main__`, that knows every room."""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from flowsim.ui.settings import Settings
from flowsim.ui.theme import dress, load_fonts
from flowsim.ui.window import MainWindow, chosen_theme


def open_window(arguments: Sequence[str]) -> int:
    """Open the app, with a scenario if a file is given; returns the exit code when the last window has closed."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("flowsim")
    app.setOrganizationName("flowsim")
    app.setDesktopFileName("flowsim")
    window = make_window(app, Settings(QSettings()))
    sys.excepthook = _boundary(window)
    window.show()
    QTimer.singleShot(0, window, window.warm_up)
    if arguments:
        window.open_file(Path(arguments[0]))
    return app.exec()


def make_window(app: QApplication, settings: Settings) -> MainWindow:
    """The dressed window, not yet shown."""
    load_fonts()
    dress(app, chosen_theme(app, settings))
    return MainWindow(settings)


class _boundary:  # noqa: N801 - stands where Python wants a function
    """The one error boundary: what nobody expected is told in one line, and the program goes on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if self._window.page is not None:
            self._window.page.board.say(f"Something went wrong ({kind.__name__}). You can go on, or save.")
