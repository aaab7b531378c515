"""Looks through a window for foreign text that Qt would not show letter by letter."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QMenu,
    QTextEdit,
    QWidget,
)

from flowsim.ui.main_window.actions import ACTIONS


def interpreted(top: QWidget) -> list[str]:
    """Everything in `top` that would be read as HTML, as a link, as a picture, or as the mark of a key."""
    objects: list[QObject] = [top, *top.findChildren(QObject)]
    return [f"{type(shows).__name__}: {fault}" for shows in objects for fault in _faults(shows)]


def shown_in(top: QWidget) -> str:
    """Every text in `top`, as people read it."""
    objects: list[QObject] = [top, *top.findChildren(QObject)]
    return "\n".join(text for shows in objects for text in _texts(shows))


def faults_of_rich(html: str) -> Iterator[str]:
    """What is more than letters in a text that Qt guesses to be HTML, as far as it does."""
    if QtText.mightBeRichText(html):
        document = QTextDocument()
        document.setHtml(html)
        yield from faults_of_document(document)


def faults_of_document(document: QTextDocument, *, emphasis: bool = False) -> Iterator[str]:
    """Links and pictures in `document`, and unless allowed, emphasis."""
    block = document.begin()
    while block.isValid():
        places = block.begin()
        while not places.atEnd():
            its, text = places.fragment().charFormat(), places.fragment().text()
            if its.isAnchor() or its.anchorHref() or its.isImageFormat():
                yield f"leads somewhere: {text}"
            if not emphasis and (its.fontItalic() or its.fontWeight() > 400):
                yield f"is emphasised: {text}"
            places += 1
        block = block.next()


def _faults(shows: QObject) -> Iterator[str]:
    if isinstance(shows, QWidget):
        for text in (shows.toolTip(), shows.whatsThis(), shows.statusTip()):
            yield from faults_of_rich(text)
    if isinstance(shows, QLabel) and shows.textFormat() != Qt.TextFormat.PlainText:
        yield from faults_of_rich(shows.text())
    if isinstance(shows, QAbstractButton | QAction | QMenu):
        yield from _faults_of_label(shows.title() if isinstance(shows, QMenu) else shows.text())
    if isinstance(shows, QTextEdit):
        yield from faults_of_document(shows.document(), emphasis=True)
    if isinstance(shows, QGraphicsView) and shows.scene() is not None:
        for item in shows.scene().items():
            yield from faults_of_rich(item.toolTip())
            if isinstance(item, QGraphicsTextItem):
                yield from faults_of_document(item.document())
    if isinstance(shows, QAbstractItemView) and shows.model() is not None:
        yield from _faults_of_cells(shows)


def _faults_of_cells(view: QAbstractItemView) -> Iterator[str]:
    for index in _cells(view):
        yield from faults_of_rich(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        yield from ["a label in a cell"] * isinstance(view.indexWidget(index), QLabel)


OWN_MENUS = frozenset(str(spec.menu) for spec in ACTIONS)
"""The menus of the menu bar, whose first letters are keys on purpose; nobody else's words stand there."""


def _faults_of_label(text: str) -> Iterator[str]:
    if text.removeprefix("&") not in OWN_MENUS and re.search("&|[\t\n]", text.replace("&&", "")):
        yield f"marks a key, or is no line: {text}"


def _texts(shows: QObject) -> Iterator[str]:
    if isinstance(shows, QWidget):
        for text in (shows.toolTip(), shows.windowTitle(), shows.accessibleName()):
            yield _letters(text)
    if isinstance(shows, QLabel):
        yield shows.text()
    if isinstance(shows, QAbstractButton | QAction):
        yield shows.text().replace("&&", "&")
    if isinstance(shows, QTextEdit):
        yield shows.toPlainText()
    if isinstance(shows, QComboBox):
        yield from (shows.itemText(index) for index in range(shows.count()))
    if isinstance(shows, QGraphicsView) and shows.scene() is not None:
        yield from (_letters(item.toolTip()) for item in shows.scene().items())
    if isinstance(shows, QAbstractItemView) and shows.model() is not None:
        yield from (str(index.data()) for index in _cells(shows))


def _letters(text: str) -> str:
    if not QtText.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield model.index(row, column)
