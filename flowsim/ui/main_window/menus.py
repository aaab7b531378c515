"""The menu bar, made from the table of actions, and menus that come up beside the mouse."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from flowsim.ui.main_window.actions import ACTIONS, SEPARATOR, ActionSpec
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.text.language import labelled, shown, tr

CHECKABLE: Final = ("wear_light", "wear_dark", "wear_system", "toggle_motion")


class Menus:
    """Puts every action of the table into `window`; `doers` have the methods that the table names.

    `actions` has them by the names of their methods.
    """

    def __init__(
        self, window: QMainWindow, doers: Sequence[object], settings: Settings, open_recent: Callable[[Path], None]
    ) -> None:
        self._window = window
        self._doers = doers
        self._settings = settings
        self._open_recent = open_recent
        self.actions: dict[str, QAction] = {}
        menus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            if spec.menu not in menus:
                menus[spec.menu] = window.menuBar().addMenu(shown(spec.menu))
            if spec.text == SEPARATOR:
                menus[spec.menu].addSeparator()
            else:
                menus[spec.menu].addAction(self._made(spec))
            if spec.does == "ask_and_open":
                self._recent = menus[spec.menu].addMenu(tr("Open recent"))
                self._recent.aboutToShow.connect(self._list_recent)

    def pop_up(self, names: Sequence[str], at: QPoint) -> None:
        """A menu of some of the actions at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            menu.addAction(self.actions[name])
        menu.popup(at)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(shown(spec.text), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.does in CHECKABLE)
        does = next(getattr(doer, spec.does) for doer in self._doers if hasattr(doer, spec.does))
        action.triggered.connect(lambda: does())
        self.actions[spec.does] = action
        return action

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent:
            self._recent.addAction(labelled(path.name), partial(self._open_recent, path))
        if self._recent.isEmpty():
            self._recent.addAction(tr("Nothing opened yet")).setEnabled(False)
