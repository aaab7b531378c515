"""A hand on a chart: real mouse and wheel events at places told in the chart's own coordinates."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowsim.ui.charts.chart_plot import ChartPlot

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
NOTCH = 120


class ChartHand:
    """Points at, clicks, drags and turns the wheel over one chart."""

    def __init__(self, plot: ChartPlot) -> None:
        self.plot = plot

    def spot(self, x: float, y: float | None = None) -> QPoint:
        """Where (x, y) lies in the widget; without y in the middle of the frame."""
        frame = self.plot.frame
        down = frame.rect.center().y() if y is None else float(frame.down(y))
        return QPoint(self.plot.mapFromScene(QPointF(float(frame.across(x)), down)))

    def point(self, x: float, y: float | None = None) -> None:
        spot = self.spot(x, y)
        QTest.mouseMove(self.plot.viewport(), spot + QPoint(3, 0))  # a mouse that is there already would not move
        QTest.mouseMove(self.plot.viewport(), spot)

    def away(self) -> None:
        QTest.mouseMove(self.plot.viewport(), QPoint(1, 1))

    def click(self, x: float, y: float | None = None, button: Qt.MouseButton = LEFT) -> None:
        spot = self.spot(x, y)
        QTest.mouseMove(self.plot.viewport(), spot)
        QTest.mouseClick(self.plot.viewport(), button, NONE, spot)

    def double_click(self) -> None:
        spot = self.spot(sum(self.plot.frame.x) / 2)
        QTest.mouseMove(self.plot.viewport(), spot)
        QTest.mouseClick(self.plot.viewport(), LEFT, NONE, spot)
        QTest.mouseDClick(self.plot.viewport(), LEFT, NONE, spot)
        QTest.mouseRelease(self.plot.viewport(), LEFT, NONE, spot)

    def drag(
        self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT, modifier: Qt.KeyboardModifier = NONE
    ) -> None:
        port = self.plot.viewport()
        QTest.mouseMove(port, start)
        QTest.mousePress(port, button, modifier, start)
        for step in range(1, 7):
            self._move(start + (end - start) * (step / 6), button, modifier)
        QTest.mouseRelease(port, button, modifier, end)

    def _move(self, spot: QPoint, button: Qt.MouseButton, modifier: Qt.KeyboardModifier) -> None:
        """QTest's moves carry no modifier; the hand's do."""

        port = self.plot.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(spot),
            QPointF(port.mapToGlobal(spot)),
            Qt.MouseButton.NoButton,
            button,
            modifier,
        )
        QApplication.sendEvent(port, event)

    def wheel(self, x: float, notches: int, modifier: Qt.KeyboardModifier = NONE, sideways: int = 0) -> None:
        port, spot = self.plot.viewport(), QPointF(self.spot(x))
        event = QWheelEvent(
            spot, QPointF(port.mapToGlobal(spot.toPoint())), QPoint(), QPoint(sideways * NOTCH, notches * NOTCH),
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(port, event)
