"""Room for the presenter: the whole screen, nothing of the window around it, and text that a room can read."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

SCALE: Final = 2.2
"""How many times its usual size text is: the smallest there is, 11 pixels, is then 24 high."""

SMALL_SCREEN: Final = 1280, 720
"""Width and height for which that is; on larger screens text grows with them."""


class Stage:
    """Clears `window` for a presentation and puts everything back; `wear` dresses the program in the size of `scale`.

    `around` is what is hidden meanwhile.
    """

    def __init__(self, window: QMainWindow, around: Callable[[], list[QWidget]], wear: Callable[[], None]) -> None:
        self._window = window
        self._around = around
        self._wear = wear
        self._hidden: list[QWidget] = []
        self._was = Qt.WindowState.WindowNoState
        self.scale: float | None = None

    def begin(self) -> None:
        """The whole screen, large."""
        self._was = self._window.windowState()
        self._hidden = [part for part in self._around() if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        screen = self._window.screen().size()
        wide, high = SMALL_SCREEN
        self.scale = SCALE * max(min(screen.width() / wide, screen.height() / high), 1.0)
        self._wear()
        self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)

    def end(self) -> None:
        """The window as it was."""
        self.scale = None
        self._wear()
        for part in self._hidden:
            part.show()
        self._window.setWindowState(self._was)
