"""Everything the program can do, found by typing a part of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_2, SPACE_4, px

KEYS: Final = Qt.ItemDataRole.UserRole + 1
LOOSELY: Final = 3
"""How well fits what has the letters typed, but not together; such commands are listed only where no other fits."""


@dataclass(frozen=True)
class Command:
    """Something to do: what it is called, the keys that do it without this list, and how."""

    text: str
    keys: str
    act: Callable[[], object]


def match(typed: str, text: str) -> int | None:
    """How well `text` fits what was typed, lower is better; None if not at all.

    Every word typed must begin a word of the text or stand in it, or else its letters must come one after the other,
    the first of them at the beginning of a word, which counts as `LOOSELY`.
    """
    wanted, there = typed.lower().split(), text.lower()
    words = there.replace(":", " ").split()
    if all(any(word.startswith(each) for word in words) for each in wanted):
        return 0 if there.startswith(" ".join(wanted)) else 1
    if all(each in there for each in wanted):
        return 2
    letters = "".join(wanted)
    if not any(word.startswith(letters[:1]) for word in words):
        return None
    place = 0
    for letter in letters:
        place = there.find(letter, place) + 1
        if place == 0:
            return None
    return LOOSELY


class _KeysAtTheRight(QStyledItemDelegate):
    """What a command is called, and at the right end of its row the keys that do it."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(0, 0, -SPACE_4, 0)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(KEYS) or ""))
        painter.restore()


class CommandPalette(QDialog):
    """A line to type into, and what fits it; Enter does the chosen one."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._commands = commands
        self.line = QLineEdit()
        self.line.setObjectName("search")
        self.line.setPlaceholderText(self.tr("What would you like to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_KeysAtTheRight(self.list))
        self._nothing = QLabel(self.tr("Nothing fits. Try another word, or Esc."))
        self._nothing.setObjectName("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        for part in (self.line, self.list, self._nothing):
            column.addWidget(part)
        self.resize(px(520), px(420))
        self.line.textEdited.connect(self._show)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.take())
        self._show("")

    def take(self) -> None:
        """Do what is chosen."""
        item = self.list.currentItem()
        if item is not None:
            command = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            command.act()

    def _show(self, typed: str) -> None:
        found = [(score, place) for place, each in enumerate(self._commands)
                 if (score := match(typed, each.text)) is not None]  # fmt: skip
        self.list.clear()
        found = [each for each in found if each[0] < LOOSELY] or found
        for _, place in sorted(found):
            command = self._commands[place]
            item = QListWidgetItem(command.text)
            item.setData(KEYS, command.keys)
            item.setData(Qt.ItemDataRole.UserRole, command)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif (by := way.get(Qt.Key(event.key()))) is not None:
            self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))
        else:
            return False
        return True
