"""The first start: every built-in exercise as a picture, a sentence and its length. One click and it plays."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.storage.resources import GalleryEntry
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import (
    BODY,
    MEDIUM,
    SEMIBOLD,
    SMALL,
    SPACE_2,
    SPACE_3,
    SPACE_4,
    SPACE_6,
    TITLE,
    Theme,
    font,
    px,
    text_scale,
)
from flowsim.ui.text.language import labelled, plain, shown
from flowsim.ui.widgets.help_place import explained
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.wrapped_label import WrappedLabel

WIDTH: Final = 284
HEIGHT: Final = 164
"""Of one exercise; four side by side and three below one another fit on 1280 x 720 pixels."""

PICTURE: Final = 66
"""Where the picture ends and the words begin."""

LAST_LINE: Final = 144
"""The middle of the line with the length and the button."""

MOST_ACROSS: Final = 4
PAD: Final = 12
MOST_LATELY: Final = 4
LONGEST_NAME: Final = 24
"""Letters of a file's name that its button shows."""


class Gallery(QWidget):
    """The exercises to choose from, and boards to begin one's own with.

    Signals: `chosen` (path of a board to play), `guided` (path of the exercise told on it), `opened` (a file used
    lately), `begun` (path of a template), `open_asked`, `left` (back to the board, if there is one).
    """

    chosen = Signal(Path)
    guided = Signal(Path)
    opened = Signal(Path)
    begun = Signal(Path)
    open_asked = Signal()
    left = Signal()

    def __init__(self, exercises: Sequence[GalleryEntry], templates: Sequence[tuple[Path, str]], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards = [_ExerciseCard(exercise, theme) for exercise in exercises]
        title = QLabel(self.tr("What shall we play?"))
        title.setObjectName("headline")
        words = WrappedLabel(
            self.tr("One click, and cards flow. Guided leads a room through an exercise, step by step."), "quiet"
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_3)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._across = 0
        for card in self.cards:
            card.clicked.connect(lambda _checked, path=card.exercise.path: self.chosen.emit(path))
            card.guide.clicked.connect(lambda _checked, path=card.exercise.story: self.guided.emit(path))
        self.open_button = QPushButton(self.tr("Open a file …"))
        self.open_button.clicked.connect(lambda: self.open_asked.emit())
        self._foot = foot = QHBoxLayout()
        self.back_button = QPushButton(self.tr("Back to the board"))
        self.back_button.clicked.connect(lambda: self.left.emit())
        self.back_button.hide()
        own = QLabel(self.tr("A board of your own:"))
        own.setObjectName("quiet")
        foot.addWidget(own)
        self._files = {name: path for path, name in templates}
        self.templates = [self._template(path, name) for path, name in templates]
        for button in self.templates:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.open_button)
        foot.addWidget(self.back_button)
        self._lately = QHBoxLayout()
        self.lately: list[QPushButton] = []
        inner = QVBoxLayout()
        inner.setSpacing(SPACE_2)
        inner.addStretch(1)
        inner.addWidget(title)
        inner.addWidget(words)
        inner.addSpacing(SPACE_3)
        inner.addLayout(self._grid)
        inner.addSpacing(SPACE_3)
        inner.addLayout(foot)
        inner.addLayout(self._lately)
        inner.addStretch(1)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_3)
        outer.addStretch(1)
        outer.addLayout(inner)
        outer.addStretch(1)
        scroll = QuietScrollArea(content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # one card may be wider than a window
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._lay_out()

    def begin_with(self, name: str) -> Path:
        """The file of the template with this name."""
        return self._files[name]

    def _template(self, path: Path, name: str) -> QPushButton:
        button = QPushButton(name)
        button.clicked.connect(lambda: self.begun.emit(path))
        return button

    def _lay_out(self) -> None:
        """As many exercises side by side as there is room for, `MOST_ACROSS` at the most."""
        across = min(max((self.width() - 2 * SPACE_6 + SPACE_4) // (px(WIDTH) + SPACE_4), 1), MOST_ACROSS)
        for row in (self._foot, self._lately):
            self._stand(row)
        if across != self._across:
            self._across = across
            for place, card in enumerate(self.cards):
                self._grid.addWidget(card, place // across, place % across)

    def _stand(self, row: QBoxLayout) -> None:
        """Side by side where there is room for all, else one below the other."""
        hints = [item.minimumSize().width() for place in range(row.count()) if (item := row.itemAt(place)) is not None]
        needed = sum(hints) + row.spacing() * max(len(hints) - 1, 0)
        fits = needed <= self.width() - 2 * SPACE_6
        row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def offer_files(self, files: Sequence[Path]) -> None:
        """The files used lately, the latest first, as many as there is room for."""
        while (item := self._lately.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.lately = []
        for path in files[:MOST_LATELY] if files else ():
            button = QPushButton(labelled(shortened(path.stem)))
            button.setToolTip(plain(str(path)))
            button.clicked.connect(lambda _checked, path=path: self.opened.emit(path))
            self.lately.append(button)
        if self.lately:
            label = QLabel(self.tr("Recent files:"))
            label.setObjectName("quiet")
            self._lately.addWidget(label)
            for button in self.lately:
                self._lately.addWidget(button)
            self._lately.addStretch(1)
        self._stand(self._lately)

    def offer_way_back(self) -> None:
        """There is a board to go back to, by the button or Esc."""
        self.back_button.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back_button.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        for card in self.cards:
            card.set_theme(theme)


def shortened(name: str) -> str:
    """A name that fits on a button."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


class _ExerciseCard(QPushButton):
    """One exercise: a small picture of its board, its name, a sentence, its length."""

    def __init__(self, exercise: GalleryEntry, theme: Theme) -> None:
        super().__init__()
        explained(self, f"lead/exercises/{exercise.path.stem}")
        self.exercise = exercise
        self._theme = theme
        self.setObjectName("exercise")
        self.setFixedSize(px(WIDTH), px(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(exercise.name)
        self.setAccessibleDescription(exercise.sentence)
        self.guide = QPushButton(self.tr("Guided"), self)
        self.guide.setObjectName("small")
        self.guide.setToolTip(self.tr("Play it as an exercise: predict, run, compare, step by step"))
        self.guide.setAccessibleName(self.tr("{0}, guided").format(exercise.name))
        self._place_guide()

    def _place_guide(self) -> None:
        """In the last line, at the right; its text ends where all texts end."""
        size, edge = self.guide.sizeHint(), px(PAD)
        self.guide.setGeometry(
            px(WIDTH) - edge - size.width(), px(LAST_LINE) - size.height() // 2, size.width(), size.height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_guide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedSize(px(WIDTH), px(HEIGHT))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(text_scale(), text_scale())
            _mini_board(painter, QRectF(PAD, PAD, WIDTH - 2 * PAD, PICTURE - PAD), self.exercise, theme)
            across, middle = WIDTH - 2 * PAD, Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(theme.text))
            painter.setFont(font(TITLE + 1, SEMIBOLD))
            painter.drawText(QRectF(PAD, PICTURE + 8, across, 20), middle, self.exercise.name)
            painter.setPen(QColor(theme.quiet))
            painter.setFont(font(BODY))
            words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(PAD, PICTURE + 30, across, 36), words, self.exercise.sentence)
            painter.setFont(font(SMALL, MEDIUM))
            painter.drawText(QRectF(PAD, LAST_LINE - 12, across, 24), middle, shown(_length(self.exercise)))


def _length(exercise: GalleryEntry) -> str:
    """How long its shortest variant takes."""
    return phrase("from {0}", units.lasting(str(exercise.minutes), "minute"))


def _mini_board(painter: QPainter, area: QRectF, exercise: GalleryEntry, theme: Theme) -> None:
    """The board in small: lanes with a few cards."""
    lanes = len(exercise.picture)
    gap = 4.0
    width = (area.width() - gap * (lanes - 1)) / lanes
    for lane, cards in enumerate(exercise.picture):
        rect = QRectF(area.left() + lane * (width + gap), area.top(), width, area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.lane))
        painter.drawRoundedRect(rect, 4, 4)
        stripe = theme.band_done if lane == lanes - 1 else theme.bands_work[1]
        for index in range(cards):
            _mini_card(painter, rect, index, theme, QColor(stripe))


def _mini_card(painter: QPainter, lane: QRectF, index: int, theme: Theme, stripe: QColor) -> None:
    card = QRectF(lane.left() + 4, lane.top() + 6 + index * 11.5, lane.width() - 8, 8)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(card, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stripe)
    painter.drawRoundedRect(QRectF(card.left(), card.top(), 2.5, card.height()), 1, 1)
