"""What can be asked for anywhere: settings, all commands, what keys and terms mean, the log, who made this."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow

from flowsim.ui.dialogs.gallery import Gallery
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.settings import Settings, SettingSpec
from flowsim.ui.text.language import shown, tr, unlabelled
from flowsim.ui.widgets.help_place import explained

if TYPE_CHECKING:
    from flowsim.ui.dialogs.command_palette import Command
    from flowsim.ui.main_window.board_page import BoardPage
    from flowsim.ui.recovery.error_log import ErrorLog

NATIVE: Final = QKeySequence.SequenceFormat.NativeText


class ApplicationCommands:
    """Opens dialogs over `window`; none of them stops the run. A setting that is chosen there is applied by `apply`."""

    def __init__(
        self, window: QMainWindow, settings: Settings, gallery: Gallery, journal: "ErrorLog | None",
        page_on_view: "Callable[[], BoardPage | None]", apply: Callable[[SettingSpec], None],
        open_recent: Callable[[Path], None],
    ) -> None:  # fmt: skip
        self._window = window
        self._settings = settings
        self._gallery = gallery
        self._journal = journal
        self._page_on_view = page_on_view
        self._apply = apply
        self._open_recent = open_recent

    def callbacks(self) -> dict[Act, Callable[[], object]]:
        """What is done here."""
        return {
            Act.SHOW_SETTINGS: self.show_settings,
            Act.SHOW_LOG: self.show_log,
            Act.SHOW_TERMS: self.show_terms,
            Act.SHOW_KEYS: self.show_keys,
            Act.SHOW_ABOUT: self.show_about,
        }

    def show_settings(self) -> None:
        """What can be chosen once and for all."""
        from flowsim.ui.dialogs.preferences import Preferences

        dialog = Preferences(self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._apply)
        dialog.open()

    def show_commands(self, actions: Iterable[QAction]) -> None:
        """Everything the program can do, `actions` of the menus among it, to be found by typing."""
        from flowsim.ui.dialogs.command_palette import CommandPalette

        commands = [*_menu_commands(actions), *self._other_commands()]
        dialog = CommandPalette(commands, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_log(self) -> None:
        """The log file, in whatever shows text on this machine."""
        if self._journal is not None:
            from flowsim.ui.text import messages

            messages.open_outside(self._journal.path, self._window)

    def show_terms(self) -> None:
        """The terms of the field, each in a sentence."""
        from flowsim.ui.dialogs.reference import Reference, terms_table

        self._show_reference(explained(Reference(tr("Terms"), terms_table(), self._window), "reference/terms"))

    def _show_reference(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_keys(self) -> None:
        """The keys and what they do."""
        from flowsim.ui.dialogs.reference import Reference, keys_table

        self._show_reference(explained(Reference(tr("Keys"), keys_table(), self._window), "reference/keys"))

    def show_about(self) -> None:
        """What this is, with versions."""
        from flowsim.ui.text import messages

        messages.show_about(self._window)

    def _other_commands(self) -> "Iterator[Command]":
        from flowsim.charts.catalogue import CHARTS
        from flowsim.ui.dialogs.command_palette import Command

        for card in self._gallery.cards:
            yield Command(tr("Play: {0}").format(card.exercise.name), "", card.click)
        for button in self._gallery.templates:
            yield Command(tr("New board: {0}").format(button.text()), "", button.click)
        for path in self._settings.recent:
            yield Command(tr("Open: {0}").format(path.name), "", partial(self._open_recent, path))
        page = self._page_on_view()
        if page is not None and page.isVisible():
            for name, spec in CHARTS.items():
                text = tr("Chart: {0}").format(shown(spec.tab))
                yield Command(text, "", partial(page.chart.choose, name))


def _menu_commands(actions: Iterable[QAction]) -> "Iterator[Command]":
    from flowsim.ui.dialogs.command_palette import Command

    for action in actions:
        if action.isEnabled() and action.text():
            text = unlabelled(action.text()).replace(" …", "")
            yield Command(text, action.shortcut().toString(NATIVE), action.trigger)
