"""Where the bottleneck is, or why nothing moves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_2, SPACE_3, SPACE_4, px
from flowsim.ui.text.language import plain, shown, unbroken
from flowsim.ui.widgets.elided_label import ElidedLabel


class BottleneckSheet(QFrame):
    """Which column holds up the others, and why we say so."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel()
        self._title.setObjectName("title")
        self._evidence = QLabel()
        self._evidence.setObjectName("quiet")
        self._evidence.setTextFormat(Qt.TextFormat.PlainText)
        self._evidence.setWordWrap(True)
        self._evidence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._evidence.setMinimumHeight(px(52))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self._title)
        column.addWidget(self._evidence)

    def show_bottleneck(self, title: str, evidence: str) -> None:
        """Name it; without a title nothing is one."""
        self._title.setText(self.tr("Bottleneck: {0}").format(title) if title else self.tr("No bottleneck yet"))
        self._evidence.setToolTip("")
        nothing = self.tr("None stands out: no column has been busy for most of its time, or it is too early to tell.")
        self._say(unbroken(evidence) or nothing)

    def _say(self, text: str) -> None:
        """As high as the text needs, and never lower than two lines, so that what stands below does not jump."""
        if text != self._evidence.text():
            self._evidence.setText(text)
            self._fit()

    def _fit(self) -> None:
        needed = self._evidence.heightForWidth(self._evidence.width())
        self._evidence.setMinimumHeight(max(px(52), needed))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_busiest(self, name: str, words: str) -> None:
        """Nothing but a person's time is short."""
        self._title.setText(self.tr("Busiest: {0}").format(name))
        self._evidence.setToolTip("")
        self._say(unbroken(words))

    def show_standstill(self, what_to_do: str, reasons: str) -> None:
        """Nothing moves any more: say so instead; the tooltip has all the reasons."""
        self._title.setText(self.tr("The board stands still"))
        self._say(what_to_do)
        self._evidence.setToolTip(plain(shown(reasons)))
