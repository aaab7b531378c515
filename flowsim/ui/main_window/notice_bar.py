"""Calm lines at the top of the window, each with what can be done about it: nothing stops, nobody must answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4

Answer = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One line of plain text, with its answers; an answer lets it go."""

    def __init__(self, text: str, answers: Sequence[Answer], let_go: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.text = text
        self.buttons: list[QPushButton] = []
        self._label = QLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(self._label, 1)
        for words, act in answers:
            self._add(row, words, let_go).clicked.connect(lambda _=False, act=act: act())
        self._add(row, self.tr("Close"), let_go)

    def _add(self, row: QHBoxLayout, words: str, let_go: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: let_go())
        row.addWidget(button)
        self.buttons.append(button)
        return button

    def say(self, text: str) -> None:
        """Another text in the same line."""
        self.text = text
        self._label.setText(text)


class NoticeBar(QWidget):
    """The lines on view, by subject: a second line about the same subject takes the place of the first.

    The bar is always visible and has no height without lines. So a new line appears in Qt's event loop and not within
    `tell`. Showing the bar in `tell` would lay out the window at once and redraw the board. If the notice is about a
    board that fails to draw, it would then fail again within the same call, and PySide crashes on that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def over(self, pages: QWidget) -> QWidget:
        """The bar above `pages`."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        column.addWidget(pages, 1)
        return whole

    def tell(self, subject: str, text: str, *answers: Answer) -> None:
        """Show a line about `subject`."""
        self.let_go(subject)
        notice = Notice(text, answers, lambda: self.let_go(subject))
        self.lines[subject] = notice
        self._column.addWidget(notice)

    def let_go(self, subject: str) -> None:
        """No line about `subject` any more."""
        notice = self.lines.pop(subject, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
