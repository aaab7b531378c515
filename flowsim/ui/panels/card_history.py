"""The history of a card: every stay of it, as a strip to scale and as a row each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from flowsim.charts.colours import Theme
from flowsim.domain.phrases import phrase
from flowsim.domain.state_words import STATE_WORDS
from flowsim.domain.words import CardId, CardState
from flowsim.metrics import RunView
from flowsim.metrics.run_view import CardStep
from flowsim.metrics.skipped_work import hand_moves, skipped_work
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import MEDIUM, SMALL, px, written
from flowsim.ui.text.language import said, shown
from flowsim.ui.text.number_format import long_time

STRIP: Final = 10
ROW: Final = 20
SWATCH: Final = 8
MOST_ROWS: Final = 40
"""Older stays of a card that has been through more are only in the strip."""

ROLES: Final = {
    CardState.BACKLOG: "band_backlog", CardState.WORKING: "busy", CardState.SETUP: "setup", CardState.BLOCKED: "over",
}  # fmt: skip
"""The colours of states; every other one is a wait."""

WAIT: Final = "band_bottleneck"


class CardHistory(QWidget):
    """Shows where a card has been, in which state, since when and for how long. `rows` is what stands there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: list[CardStep] = []
        self.rows: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("History of the card"))

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    def show_card(self, run: RunView, card: CardId) -> None:
        """Show the history of `card` up to the moment of `run`; what left the board ends it."""
        steps = [step for step in run.history_of(card) if not step.state.left_the_board]
        moves = hand_moves(run.scenario, run.interventions).get(card, ())
        skipped = {its.time: its.columns for its in skipped_work(run, card, moves)}
        rows = [_row(run, step, skipped.get(step.until, ())) for step in steps[-MOST_ROWS:]]
        if (steps, rows) == (self._steps, self.rows):
            return
        self._steps, self.rows = steps, rows
        self.setFixedHeight(px(STRIP + 8 + ROW * len(self.rows)))
        self.setAccessibleDescription("\n".join(f"{when} {what}: {how_long}" for when, what, how_long in self.rows))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_strip(painter)
            painter.setFont(written(SMALL))
            for index, (row, step) in enumerate(zip(self.rows, self._steps[-MOST_ROWS:], strict=True)):
                self._paint_row(painter, px(STRIP + 8 + ROW * index), row, step)

    def _paint_strip(self, painter: QPainter) -> None:
        """Every stay as wide as it was long."""
        if not self._steps:
            return
        start, end = self._steps[0].since, self._steps[-1].until
        scale = self.width() / ((end - start) or 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in self._steps:
            painter.setBrush(self._colour(step.state))
            painter.drawRect(QRectF((step.since - start) * scale, 0, (step.until - step.since) * scale, px(STRIP)))

    def _paint_row(self, painter: QPainter, top: float, row: tuple[str, str, str], step: CardStep) -> None:
        when, what, how_long = row
        metrics, quiet, text = QFontMetricsF(painter.font()), QColor(self._theme.quiet), QColor(self._theme.text)
        baseline = top + (px(ROW) + metrics.ascent() - metrics.descent()) / 2
        first = max(metrics.horizontalAdvance(each) for each, _, _ in self.rows)
        painter.setPen(quiet)
        painter.drawText(QPointF(first - metrics.horizontalAdvance(when), baseline), when)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(step.state))
        middle = top + px(ROW) / 2
        painter.drawRoundedRect(QRectF(first + px(8), middle - px(SWATCH) / 2, px(SWATCH), px(SWATCH)), 2, 2)
        right = self.width() - metrics.horizontalAdvance(how_long)
        left = first + px(8 + SWATCH + 6)
        painter.setPen(text)
        painter.drawText(
            QPointF(left, baseline), metrics.elidedText(what, Qt.TextElideMode.ElideRight, right - left - px(8))
        )
        painter.setFont(written(SMALL, MEDIUM))
        painter.drawText(QPointF(right, baseline), how_long)
        painter.setFont(written(SMALL))

    def _colour(self, state: CardState) -> QColor:
        return QColor(getattr(self._theme, ROLES.get(state, WAIT)))


def _row(run: RunView, step: CardStep, skipped: Sequence[int]) -> tuple[str, str, str]:
    """When, what and for how long; and the columns whose work was left undone when it was moved on from there."""
    unit, state = run.scenario.time_unit, STATE_WORDS[step.state]
    title = "" if step.column < 0 else run.scenario.columns[step.column].title
    what = state if step.column < 0 else phrase("{0}: {1}", title, state) if run.scenario.tells_of_work else title
    if step.people > 1:
        what = phrase("{0} by {1} people", what, step.people)
    if skipped:
        titles = ", ".join(run.scenario.columns[column].title for column in skipped)
        what = phrase("{0} » not done: {1}", what, titles)
    return said(step.since, ",.4g"), shown(what), shown(long_time(step.until - step.since, unit))
