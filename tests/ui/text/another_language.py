"""A language of our own making, and a reader who finds every text that is not in it."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMessageBox, QWidget
from typing_extensions import override

from flowsim.charts.picture import Caption, Picture, Rule, Upright
from flowsim.domain.scenario import Scenario
from flowsim.storage.resources import templates
from flowsim.ui.board.people_on_board import initials
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.text.language import shown

Seen: TypeAlias = tuple[str, str]
"""A text, after where it is seen: the module of the class that shows it, or of the code that paints it."""

LEFT_ALONE: Final = re.compile(r"({[^}]*}|<[^>]*>|&\w+;)")
"""What every translation leaves as it is: places for parts, markup."""

OWN: Final = re.compile(
    r"#[0-9A-F]{6}\b|\b\d[\d.]*e[+-]\d+|\bA-\d+|\b[A-Z]\b|\b(?:flowsim|English|Deutsch|PNG|SVG|PDF|CSV)\b"
    r"|<[^>]*>|&\w+;"
)
"""Colours, numbers, names of cards, letters of pinned runs and of formulas, markup; names of the program, of languages
and of kinds of files."""


class FullWidth(QTranslator):
    """English in full-width letters, between ⟦ and ⟧: whatever has plain letters is not in this language."""

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        parts = LEFT_ALONE.split(sourceText)
        parts[::2] = [re.sub("[A-Za-z]", lambda letter: chr(ord(letter[0]) + 0xFEE0), part) for part in parts[::2]]
        return f"⟦{''.join(parts)}⟧"


def painted_texts(monkeypatch: pytest.MonkeyPatch) -> list[Seen]:
    """Everything that is painted from now on, one after the other."""
    found: list[Seen] = []
    draw = QPainter.drawText

    def record(painter: QPainter, *given: Any) -> Any:
        module = str(sys._getframe(1).f_globals["__name__"])
        found.extend((module, text) for text in given if isinstance(text, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", record)
    return found


def texts_of(window: QWidget) -> Iterator[Seen]:
    """Every text of every widget and action in `window`, hidden ones too."""
    for widget in (window, *window.findChildren(QWidget)):
        texts = [
            widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
            widget.whatsThis(), widget.statusTip(),
        ]  # fmt: skip
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QMessageBox):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(index) for index in range(widget.count())]
        yield from ((_module_of(widget), text) for text in texts)
    for action in window.findChildren(QAction):
        yield from ((_module_of(action), text) for text in (action.text(), action.toolTip(), action.statusTip()))


def _module_of(shows: QObject) -> str:
    """The module of the nearest class of ours around it."""
    at: QObject | None = shows
    while at is not None and not type(at).__module__.startswith("flowsim."):
        at = at.parent()
    return "" if at is None else type(at).__module__


def texts_in(picture: Picture) -> Iterator[Seen]:
    """Every text that a chart can show, as it is shown."""
    texts = [picture.title, picture.reading, picture.note, picture.empty, picture.facts, picture.x.unit, picture.x.one]
    texts += [picture.y.unit, *picture.x.names, *picture.y.names]
    texts += [shape.text for shape in picture.shapes if isinstance(shape, Rule | Caption | Upright)]
    texts += [label.text for label in picture.labels] + [mark.text for mark in picture.marks]
    texts += [text for pair in picture.read_off(picture.now) for text in pair]
    yield from ((f"chart {picture.name}", shown(text)) for text in texts)


def words_in(scenario: Scenario) -> list[str]:
    """What the author of a scenario wrote."""
    words = [scenario.name, scenario.description]
    for column in scenario.columns:
        words += [column.id, column.title]
    for each in scenario.classes:
        words += [each.id, each.title]
    for person in scenario.people:
        words += [person.name, initials(person.name)]
    return [*words, *(family.id for family in scenario.families), *(card.title for card in scenario.cards)]


def own_words(window: MainWindow) -> list[str]:
    """What the authors of the scenario on view, of the exercises and of the templates wrote."""
    words = [text for card in window.gallery.cards for text in (card.exercise.name, card.exercise.sentence)]
    words += [name for _, name in templates()]
    return words if window.page is None else words + words_in(window.page.session.scenario)


def untranslated(text: str, own: Iterable[str]) -> str:
    """The letters of `text` that are neither translated nor people's `own` words, even where these are cut short."""
    words = sorted(filter(None, own), key=len, reverse=True)
    pieces = text.split("…")
    if len(pieces) > 1:
        pieces = _without_cut_words(pieces, words)
    text = "…".join(pieces)
    for word in words:
        text = text.replace(word, "")
    pieces = OWN.sub("", text).split("…")
    if len(pieces) > 1:
        pieces = _without_cut_words(pieces, words)
    return " ".join(re.findall("[A-Za-z]+", " ".join(pieces)))


def _without_cut_words(pieces: Iterable[str], words: Iterable[str]) -> list[str]:
    return [piece for piece in pieces if not any(word.startswith(piece) or word.endswith(piece) for word in words)]
