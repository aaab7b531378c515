"""Starts the desktop app and opens its windows; with `cli` and `__main__`, the only module that uses all packages."""

import os
import signal
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, QSettings, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

import flowsim
from flowsim.storage.recovery import Recovery
from flowsim.storage.resources import resources
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.renewal import may_be_renewed
from flowsim.ui.main_window.settings import LANGUAGE, Settings, SettingSpec
from flowsim.ui.recovery.error_log import ErrorBoundary, ErrorLog
from flowsim.ui.style.theme import dress, load_fonts, theme_called
from flowsim.ui.text.language import tr
from flowsim.ui.text.spoken import speak, spoken

SWITCH_SECONDS: Final = 0.0005


def open_window(arguments: Sequence[str]) -> int:
    """Open the app, with a scenario if a file is given; returns the exit code when the last window has closed."""
    give_back_library_path(os.environ)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends like SIGTERM; what is open is offered the next time
    # Every call into Qt lets another thread go on for so long; with Python's own 5 ms a repaint beside an export or an
    # autosave took up to a second (measured), with this no longer than 25 ms.
    sys.setswitchinterval(SWITCH_SECONDS)
    app = Program([sys.argv[0]])
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    journal = ErrorLog(folder / "flowsim.log")
    journal.open()
    settings = Settings(QSettings())
    speak(app, spoken(settings.get(LANGUAGE)))
    windows = Windows(app, settings, Recovery(folder / "open"), journal)
    ErrorBoundary(windows.fault.emit).install()
    app.file_asked.connect(windows.open_file)
    window = windows.open()
    if arguments:
        QTimer.singleShot(0, window, lambda: windows.open_file(arguments[0]))  # within the error boundary
    QTimer.singleShot(0, window, window.safety.offer_recovery)
    code = app.exec()
    journal.close()
    return code


def give_back_library_path(environment: MutableMapping[str, str]) -> None:
    """Let programs that the stand-alone app starts, a file manager or an editor, find the system's libraries again.

    On Linux PyInstaller's loader points LD_LIBRARY_PATH at the app's own, and keeps what it was before under another
    name; by now it has been read.
    """
    if not getattr(sys, "frozen", False):
        return
    environment.pop("LD_LIBRARY_PATH", None)
    if (before := environment.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
        environment["LD_LIBRARY_PATH"] = before


class Program(QApplication):
    """Who the program is among others; the desktop may ask it to open a file while it runs, as macOS does."""

    file_asked = Signal(str)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self.setApplicationName("flowsim")
        self.setApplicationVersion(flowsim.__version__)
        self.setOrganizationName("flowsim")
        self.setDesktopFileName("flowsim")
        self.setWindowIcon(icon())

    def event(self, event: QEvent) -> bool:
        """Events of the program itself, not of its windows."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def icon() -> QIcon:
    """The program's icon, drawn for each size."""
    made = QIcon()
    for file in sorted((resources() / "icons").glob("*.png")):
        made.addFile(str(file))
    return made


class Windows(QObject):
    """The windows of the program; a fault, in whichever thread, is told in the one in use."""

    fault = Signal(str, str)

    def __init__(self, app: QApplication, settings: Settings, recovery: Recovery, journal: ErrorLog) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._recovery = recovery
        self._journal = journal
        self.windows: list[MainWindow] = []
        # Queued even within one thread: the error may occur during a layout, which showing it would start again.
        self.fault.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def open(self) -> MainWindow:
        """One more window, on view."""
        window = self._made()
        window.show()
        QTimer.singleShot(0, window, window.warm_up)
        return window

    def _made(self) -> MainWindow:
        window = make_window(self._app, self._settings, self._recovery, self._journal)
        self.windows.append(window)
        window.another_asked.connect(self.open)
        window.setting_changed.connect(lambda spec: self._follow(window, spec))
        window.closed.connect(lambda: self._forget(window))
        return window

    def _forget(self, window: MainWindow) -> None:
        """A closed window comes never back; what it holds must not slow down the others."""
        self.windows.remove(window)
        window.deleteLater()

    def open_file(self, name: str) -> None:
        """Open a file where no board is on view; what people work on stays in its own window."""
        free = next((window for window in self.windows if window.isVisible() and window.page is None), None)
        window = free or self.open()
        window.opening.open_instead(Path(name))

    def _follow(self, chosen_in: MainWindow, spec: SettingSpec) -> None:
        """What was chosen in one window is in force in all that are on view."""
        if spec is LANGUAGE:
            QTimer.singleShot(0, chosen_in, self._speak)  # the dialog in which it was chosen is still busy
            return
        for window in self.windows:
            if window is not chosen_in and window.isVisible():
                window.take_setting(spec)

    def _speak(self) -> None:
        """Every window anew in the language that was chosen, with the settings on view again.

        Where something would be lost by that, the language comes with the next start.
        """
        chosen = spoken(self._settings.get(LANGUAGE))
        if chosen == QLocale().name()[:2]:
            for window in self.windows:
                window.notices.let_go("language")
            return
        if not all(may_be_renewed(window) for window in self.windows):
            for window in self.windows:
                window.notices.tell("language", tr("The language changes when flowsim is started the next time."))
            return
        speak(self._app, chosen)
        for window in list(self.windows):
            self._made().take_over(window)
        self.windows[-1].application.show_settings()

    def _tell(self, kind: str, details: str) -> None:
        on_view = [window for window in self.windows if window.isVisible()]
        active = next((window for window in on_view if window.isActiveWindow()), None)
        for window in [active] if active is not None else on_view[-1:]:
            window.safety.tell_fault(kind, details)


def make_window(
    app: QApplication, settings: Settings, recovery: Recovery | None = None, journal: ErrorLog | None = None
) -> MainWindow:
    """The dressed window, not yet shown."""
    load_fonts()
    dress(app, theme_called(app, settings.theme), settings.text_scale)
    return MainWindow(settings, recovery, journal)
