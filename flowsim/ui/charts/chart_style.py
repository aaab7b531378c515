"""What a chart is drawn with: colours, fonts and sizes, in the window and on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, Qt

from flowsim.ui.style.theme import LIGHT, Theme, paper_font, text_scale, written

MakeFont: TypeAlias = Callable[[int, QFont.Weight], QFont]
"""A font of a size, in pixels as they are for text of the usual size, and a weight."""

NORMAL = QFont.Weight.Normal
DASHES = [4.0, 3.0]


@dataclass(frozen=True)
class ChartStyle:
    """`scale` is how many times its usual size everything is; fonts grow with it by themselves."""

    theme: Theme
    make_font: MakeFont
    scale: float = 1.0

    def px(self, length: float) -> float:
        """A length in pixels of the scene."""
        return length * self.scale

    def font(self, size: int, weight: QFont.Weight = NORMAL) -> QFont:
        """The font for text of this size."""
        return self.make_font(size, weight)

    def metrics(self, size: int, weight: QFont.Weight = NORMAL) -> QFontMetricsF:
        """What text of this size measures."""
        return QFontMetricsF(self.font(size, weight))

    def pen(self, colour: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
        """A pen that is `width` pixels wide on every device; no cosmetic one, which files draw in other widths."""
        made = QPen(QColor(colour), self.px(width), Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            made.setDashPattern(DASHES)
        return made


def window_style(theme: Theme) -> ChartStyle:
    """For the window: in its theme, grown with its text."""
    return ChartStyle(theme, written, text_scale())


def paper_style() -> ChartStyle:
    """For files: in print colours, of one size whatever the window wears."""
    return ChartStyle(LIGHT, paper_font)
