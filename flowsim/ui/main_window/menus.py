"""The menu bar, made from the table of actions, and menus that come up beside the mouse."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu

from flowsim.ui.main_window.actions import ACTIONS, CHECKABLE, Act, ActionSpec
from flowsim.ui.main_window.settings import Settings
from flowsim.ui.text.language import labelled, shown, tr

if TYPE_CHECKING:
    from flowsim.session.session import Session

THEMES: Final = {"light": Act.WEAR_LIGHT, "dark": Act.WEAR_DARK, "system": Act.WEAR_SYSTEM}


class Menus:
    """Puts every action of the table into `window`; `callbacks` do what is asked for. `actions` has them by act."""

    def __init__(
        self,
        window: QMainWindow,
        callbacks: Mapping[Act, Callable[[], object]],
        settings: Settings,
        open_recent: Callable[[Path], None],
    ) -> None:
        self._window = window
        self._settings = settings
        self._open_recent = open_recent
        self.actions: dict[Act, QAction] = {}
        # Qt itself opens the menu bar with F10 on Windows alone; elsewhere people expect it as well.
        QShortcut(QKeySequence(Qt.Key.Key_F10), window, self._go_to_menu_bar)
        menus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            if spec.menu not in menus:
                menus[spec.menu] = window.menuBar().addMenu(f"&{shown(spec.menu)}")
            if spec.act is None:
                menus[spec.menu].addSeparator()
            else:
                self.actions[spec.act] = self._made(spec, callbacks[spec.act])
                menus[spec.menu].addAction(self.actions[spec.act])
                window.addAction(self.actions[spec.act])  # its keys hold, too, where the menu bar is hidden
            if spec.act is Act.ASK_AND_OPEN:
                self._recent = menus[spec.menu].addMenu(tr("Open recent"))
                self._recent.aboutToShow.connect(self._list_recent)

    def _go_to_menu_bar(self) -> None:
        bar = self._window.menuBar()
        bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        bar.setActiveAction(bar.actions()[0])

    def refresh(self, on_view: Sequence[bool], session: "Session | None") -> None:
        """Offer what can be done where people are: `on_view` tells which page is, the board first."""
        on_any = session is not None and any(on_view)
        for spec in ACTIONS:
            if spec.act is not None and spec.needs_board:
                self.actions[spec.act].setEnabled(on_any if spec.on_any_page else on_view[0])
        for theme, act in THEMES.items():
            self.actions[act].setChecked(self._settings.theme == theme)
        self.actions[Act.TOGGLE_MOTION].setChecked(self._settings.reduced_motion)
        if session is not None:
            self._offer_history(session)

    def _offer_history(self, session: "Session") -> None:
        undo, redo = session.history.undo_words, session.history.redo_words
        for act, text, words in ((Act.UNDO, tr("Undo"), undo), (Act.REDO, tr("Redo"), redo)):
            self.actions[act].setText(labelled(f"{text}: {shown(words)}") if words else text)
            self.actions[act].setEnabled(bool(words) and self.actions[Act.SAVE].isEnabled())

    def pop_up(self, acts: Sequence[Act], at: QPoint) -> None:
        """A menu of some of the actions at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts:
            menu.addAction(self.actions[act])
        menu.popup(at)

    def _made(self, spec: ActionSpec, callback: Callable[[], object]) -> QAction:
        action = QAction(shown(spec.text), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.act in CHECKABLE)
        action.triggered.connect(lambda: callback())
        return action

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent:
            self._recent.addAction(labelled(path.name), partial(self._open_recent, path))
        if self._recent.isEmpty():
            self._recent.addAction(tr("Nothing opened yet")).setEnabled(False)
