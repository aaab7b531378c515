"""Rows of the board, one for each class of service: what stands over them, and the lines between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from flowsim.domain.conditions import Conditions
from flowsim.domain.scenario import Scenario
from flowsim.ui.board.layout import BoardLayout
from flowsim.ui.style.theme import MEDIUM, TINY, Theme, font

DOT: Final = 8.0


@dataclass(frozen=True)
class RowNote:
    """What stands over the row with this number in one lane: a text, and how full a limit is ("", "full" or "over").

    `colour` is that of a class where its name stands.
    """

    row: int
    place: int
    text: str
    full: str = ""
    colour: str = ""


def row_notes(
    scenario: Scenario, now: Conditions, here: Mapping[tuple[int, int], int], layout: BoardLayout
) -> Iterator[RowNote]:
    """Names of classes over the backlog, with how many are on the board where that is limited; limits over columns.

    `here` counts cards by place and class.
    """
    columns = range(len(scenario.columns))
    for row, its in enumerate(scenario.classes[: layout.rows]):
        limit, held = now.limits_by_class.get(its.id), sum(here.get((place, row), 0) for place in columns)
        name = its.title if limit is None else f"{its.title} {held}/{limit}"
        yield RowNote(row, -1, name, _full(held, limit), its.colour)
        for place in columns:
            limit, held = now.columns[place].limits_by_class.get(its.id), here.get((place, row), 0)
            if limit is not None:
                yield RowNote(row, place, f"{held}/{limit}", _full(held, limit))


def _full(held: int, limit: int | None) -> str:
    if limit is None or held < limit:
        return ""
    return "full" if held == limit else "over"


def paint_rows(painter: QPainter, notes: Sequence[RowNote], layout: BoardLayout, theme: Theme) -> None:
    """Draw the lines between rows across the board, and the notes over them."""
    left, right = layout.lanes[0].rect.left(), layout.lanes[-1].rect.right()
    painter.setPen(QPen(QColor(theme.starved), 1))
    for row in range(1, layout.rows):
        y = layout.strip(layout.lanes[0].area, row).top() - 1
        painter.drawLine(QLineF(left, y, right, y))
    painter.setFont(font(TINY, MEDIUM))
    for note in notes:
        _paint(painter, note, layout.strip(layout.lane(note.place).area, note.row), theme)


def _paint(painter: QPainter, note: RowNote, strip: QRectF, theme: Theme) -> None:
    role = {"": theme.text if note.colour else theme.quiet, "full": theme.full, "over": theme.over}[note.full]
    beside = 0.0
    if note.colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(note.colour))
        painter.drawEllipse(QPointF(strip.left() + DOT / 2, strip.center().y()), DOT / 2, DOT / 2)
        beside = DOT + 5
    painter.setPen(QColor(role))
    line = strip.adjusted(beside, 0, 0, 0)
    text = QFontMetricsF(painter.font()).elidedText(note.text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
