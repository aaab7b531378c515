"""The name of a lane in its head, as large as it fits: on one line, smaller on one, or on two lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import BODY, SEMIBOLD, TINY, Theme, colour_of, written
from flowsim.ui.text.language import plain


class LaneName(QWidget):
    """Paints `title` and tells it whole in a tooltip where it had to be cut."""

    def __init__(self, parent: QWidget, title: str, theme: Theme) -> None:
        super().__init__(parent)
        self._title = " ".join(title.split())
        self._theme = theme
        self._font: QFont = written(BODY, SEMIBOLD)
        self._lines: list[str] = []

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of another theme."""
        self._theme = theme
        self.update()

    @property
    def wished_width(self) -> int:
        """How wide the name is at its usual size."""
        return QFontMetrics(written(BODY, SEMIBOLD)).horizontalAdvance(self._title) + 2

    def lay_out(self, place: QRect) -> None:
        """Stand in `place`, in the largest way that fits there."""
        self.setGeometry(place)
        for size in (BODY, TINY):
            self._font = written(size, SEMIBOLD)
            if QFontMetrics(self._font).horizontalAdvance(self._title) <= place.width():
                self._lines = [self._title]
                break
        else:
            self._lines = two_lines(self._title, QFontMetrics(self._font), place.width())
        cut = "".join(self._lines).replace(" ", "") != self._title.replace(" ", "")
        self.setToolTip(plain(self._title) if cut else "")
        self.update()

    @property
    def shown(self) -> str:
        """What of the name is on view, its lines after each other."""
        return "\n".join(self._lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setFont(self._font)
            painter.setPen(colour_of(self._theme, "text"))
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            height = min(QFontMetrics(self._font).height(), self.height() // max(len(self._lines), 1))
            top = (self.height() - height * len(self._lines)) // 2
            for index, line in enumerate(self._lines):
                painter.drawText(QRect(0, top + index * height, self.width(), height), side, line)


def two_lines(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`title` on two lines: broken between words where that serves, else within one; what is left over ends in "…"."""
    words = title.split(" ")
    fitting = [
        " ".join(words[:count])
        for count in range(1, len(words))
        if metrics.horizontalAdvance(" ".join(words[:count])) <= width
    ]
    first = fitting[-1] if fitting else _as_much_as_fits(title, metrics, width)
    rest = title.removeprefix(first.removesuffix("-")).strip()
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, width)]


def _as_much_as_fits(word: str, metrics: QFontMetrics, width: int) -> str:
    """The beginning of a word with a hyphen; at least two letters."""
    length = next(
        (count for count in range(len(word) - 3, 1, -1) if metrics.horizontalAdvance(word[:count] + "-") <= width), 2
    )
    return word[:length] + "-"
