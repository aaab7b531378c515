"""A walk through every page and dialog of the window, for who looks at what is written there and what is cut off."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QWidget

from flowsim.storage.resources import exercises
from flowsim.ui.histories.import_dialog import ImportDialog
from flowsim.ui.main_window.actions import Act
from flowsim.ui.panels.form import Form
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.elided_label import ElidedLabel
from tests.ui.visitor import Visitor

Look = Callable[[str, QWidget], None]
DIALOGS: Final = {
    "settings": Act.SHOW_SETTINGS, "keys": Act.SHOW_KEYS, "terms": Act.SHOW_TERMS, "commands": Act.SHOW_COMMANDS,
    "room": Act.OPEN_ROOM, "import": Act.IMPORT_EXAMPLE,
}  # fmt: skip
BESIDE_BUTTON: Final = 6
BESIDE_CHOICE: Final = 26
"""Pixels that a button or a choice needs beside its words, at the least."""


def every_page(visitor: Visitor, look: Look) -> None:
    """From the first page through board, table, charts, experiments, workshop and manual to the dialogs."""
    window = visitor.window
    look("gallery", window)
    window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(40.0)
    look("board", window)
    visitor.page.board.choose_column(1)
    unfold(visitor)
    look("column", window)
    visitor.page.pin()
    visitor.page.restart()
    visitor.play_until(30.0)
    look("pinned", window)
    visitor.page.toggle_table()
    look("table", window)
    visitor.page.toggle_table()
    experiments(visitor, look)
    window.menu_actions[Act.SHOW_WORKSHOP].trigger()
    look("workshop", window)
    window.menu_actions[Act.SHOW_LEARN].trigger()
    look("learn", window)
    window.show_board()
    for name, act in DIALOGS.items():
        visitor.session.file.mark_saved()
        visitor.session.history.done.clear()
        window.menu_actions[act].trigger()
        [dialog] = [each for each in window.findChildren(QDialog) if each.isVisible()]
        look(name, dialog)
        if isinstance(dialog, ImportDialog):
            for step in ("columns", "fitted"):
                dialog.next.click()
                visitor.until(dialog.next.isEnabled)
                look(f"import-{step}", dialog)
        dialog.close()
    guided(visitor, look)


def unfold(visitor: Visitor) -> None:
    """Open every section of the settings."""
    for form in visitor.page.inspector.findChildren(Form):
        form.open_like(dict.fromkeys(form.opened, True))


def experiments(visitor: Visitor, look: Look) -> None:
    """The three questions, each with an answer of a few runs."""
    visitor.window.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    page = visitor.window.laboratory.page
    assert page is not None
    page.which_limit.runs.show_value(4)
    page.which_limit.ask_about("columns.test.wip_limit")
    visitor.until(lambda: not page.laboratory.experiments.busy)
    look("which-limit", visitor.window)
    page.choose(1)
    look("luck-or-real", visitor.window)
    page.choose(2)
    visitor.until(lambda: not page.laboratory.forecasts.busy)
    look("when", visitor.window)


def guided(visitor: Visitor, look: Look) -> None:
    """The first round of an exercise, beside the board and for the whole room."""
    visitor.session.file.mark_saved()
    window = visitor.window
    window.opening.follow_exercise(exercises()[0].story)
    window.workshop.acts.step_by(1)
    QTest.qWait(50)
    look("guided", window)


def too_large(window: QWidget) -> list[str]:
    """What does not fit on a screen of 1280 x 720 pixels with a bar at its top."""
    return [f"{type(window).__name__} is {window.height()} pixels high"] if window.height() > 720 else []


def cut_off(window: QWidget) -> Iterator[str]:
    """Every text in `window` that has less room than it takes; what ends in an ellipsis on purpose has a tooltip."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty() or isinstance(widget, ElidedLabel):
            continue
        text, takes, has = _needs(widget)
        if text and takes > has:
            yield f"{type(widget).__name__} “{text}” takes {takes} of {has} pixels"


def _needs(widget: QWidget) -> tuple[str, int, int]:
    """What stands there, how many pixels it takes, and how many it has."""
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.text(), widget.heightForWidth(widget.width()), widget.height() + 1
        case QLabel() if not re.search(r"<\w", widget.text()):
            return widget.text(), _advance(widget, widget.text()), widget.width() + 1
        case QAbstractButton():
            return widget.text(), _advance(widget, widget.text()) + BESIDE_BUTTON, widget.width()
        case ChoiceField():
            return "", 0, 0  # it ends in an ellipsis, and its tooltip says all
        case QComboBox():
            return widget.currentText(), _advance(widget, widget.currentText()) + BESIDE_CHOICE, widget.width()
        case QLineEdit():
            text = widget.text() or widget.placeholderText()
            return text, _advance(widget, text) + BESIDE_BUTTON, widget.width()
    return "", 0, 0


def _advance(widget: QWidget, text: str) -> int:
    lines = re.sub("&(?=.)", "", text).split("\n")
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
