"""The frame of a chart under the mouse: zoom, pan, box, and what is pointed at and clicked."""

from typing import Final

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsSceneWheelEvent
from typing_extensions import override

from flowsim.ui.charts.chart_style import ChartStyle
from flowsim.ui.charts.shapes_item import OVERHANG

BOX_ALPHA: Final = 60
PAN_A_NOTCH: Final = 0.12
"""The share of what is on view by which a notch of a wheel that turns sideways moves it."""

NOTCH: Final = 120
MOST_NOTCHES: Final = 50
"""No hand turns a wheel so far in one event; pyqtgraph's powers of such a number lose all precision."""

SMALLEST_BOX: Final = 8.0
"""Pixels across or down below which a box was drawn by accident, or along the other side alone."""


class ChartViewBox(pg.ViewBox):
    """The wheel zooms in time at the pointer, with Ctrl in height; a drag pans, with the right button it zooms a box.

    If `can_read_off`, a drag selects a range of time instead when `reads_off` is set or Shift is held. Signals:
    `changed_by_hand` (the user changed the range on view), `all_asked` (double click), `stretch_drawn` (start and end,
    in x), `clicked` (scene position), `menu_asked` (global position).
    """

    changed_by_hand = Signal()
    all_asked = Signal()
    stretch_drawn = Signal(float, float)
    clicked = Signal(QPointF)
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.reads_off = False
        self.can_read_off = False
        self._called_off = False
        self.disableAutoRange()
        self.sigRangeChangedManually.connect(lambda _: self.changed_by_hand.emit())

    def set_style(self, style: ChartStyle) -> None:
        """The colours of the box that a drag with the right button draws."""
        accent = QColor(style.theme.accent)
        box = QGraphicsRectItem(0, 0, 1, 1)
        box.setPen(pg.mkPen(accent, width=1))
        accent.setAlpha(BOX_ALPHA)
        box.setBrush(QBrush(accent))
        self.rbScaleBox = box

    @override
    def shape(self) -> QPainterPath:
        """Where the contents may draw: dots at the edge are whole."""
        path = QPainterPath()
        path.addRect(self.rect().adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG))
        return path

    @override
    def linkedViewChanged(self, view: pg.ViewBox, axis: int) -> None:
        """Show the same range as `view`, not the same scale: charts of a wall differ in width."""
        if axis == pg.ViewBox.XAxis and view is not None:
            self.setXRange(*view.viewRange()[0], padding=0)

    def call_off(self) -> None:
        """The drag under way does nothing more: its picture is gone, or people thought better of it."""
        self._called_off = True
        self.rbScaleBox.hide()

    @override
    def wheelEvent(self, ev: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        if abs(ev.delta()) > MOST_NOTCHES * NOTCH:
            ev.accept()
            return
        if ev.orientation() == Qt.Orientation.Horizontal and self.mouseEnabled()[0]:
            low, high = self.viewRange()[0]
            self.translateBy(x=-PAN_A_NOTCH * (high - low) * ev.delta() / NOTCH)
            ev.accept()
            self.changed_by_hand.emit()
            return
        in_height = bool(ev.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().wheelEvent(ev, (1 if in_height else 0) if axis is None else axis)

    @override
    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:
        ev.accept()
        self._called_off = self._called_off and not ev.isStart()
        if self._called_off:
            return
        if ev.button() == Qt.MouseButton.RightButton:
            self._box(ev)
        elif self.can_read_off and (self.reads_off or ev.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            start, end = (self.mapToView(spot).x() for spot in (ev.buttonDownPos(), ev.pos()))
            self.stretch_drawn.emit(min(start, end), max(start, end))
        else:
            super().mouseDragEvent(ev, axis)

    def _box(self, ev: MouseDragEvent) -> None:
        """A box is drawn, and when the button is let go what is in it is on view."""
        self.updateScaleBox(ev.buttonDownPos(), ev.pos())
        if not ev.isFinish():
            return
        self.rbScaleBox.hide()
        start, end = self.mapToView(ev.buttonDownPos()), self.mapToView(ev.pos())
        size, (x, y) = ev.pos() - ev.buttonDownPos(), self.mouseEnabled()
        if x and abs(size.x()) >= SMALLEST_BOX:
            self.setXRange(*sorted((start.x(), end.x())), padding=0)
        if y and abs(size.y()) >= SMALLEST_BOX:
            self.setYRange(*sorted((start.y(), end.y())), padding=0)
        self.changed_by_hand.emit()

    @override
    def mouseClickEvent(self, ev: MouseClickEvent) -> None:
        if ev.double():
            self.all_asked.emit()
        elif ev.button() == Qt.MouseButton.RightButton:
            self.menu_asked.emit(ev.screenPos().toPoint())
        elif ev.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(ev.scenePos())
        else:
            return
        ev.accept()
