"""The way into the room: a picture to scan, an address and a code to type, and how many are in."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from flowsim.audience.joining import address_of, link_of, squares, wifi
from flowsim.audience.messages import Count, Open
from flowsim.domain.phrases import counted
from flowsim.ui.style.theme import SPACE_2, SPACE_4, SPACE_6
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.wrapped_label import WrappedLabel
from flowsim.ui.workshop.scan_code import ScanCode

CODE, WIFI_CODE = 260, 140


@dataclass(frozen=True)
class WayIn:
    """How phones come in: the room that is `opened`, and the Wi-Fi to join first, where one was told."""

    opened: Open
    network: str = ""
    password: str = ""

    @property
    def address(self) -> str:
        """What people type."""
        return address_of(self.opened.host, self.opened.port).removeprefix("http://")

    @property
    def code(self) -> str:
        """The code in two halves, which is read out more easily."""
        code = self.opened.entry.code
        return f"{code[:3]} {code[3:]}"


class RoomCard(QFrame):
    """Shows a way in; `large` for the whole room to read."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.picture = ScanCode(tr("Picture to scan: the way into the room"), 2 * CODE if large else CODE)
        self.wifi = ScanCode(tr("Picture to scan: the Wi-Fi"), WIFI_CODE)
        self.wifi_words = WrappedLabel(role="quiet")
        self.says = WrappedLabel(tr("Scan the picture, or go to"), "quiet")
        self.address = _selectable("headline")
        self.code_says = WrappedLabel(tr("and type the code"), "quiet")
        self.code = _selectable("headline")
        self.count = WrappedLabel(role="large")
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addStretch(1)
        for part in (self.says, self.address, self.code_says, self.code):
            words.addWidget(part)
        words.addSpacing(SPACE_4)
        words.addWidget(self.count)
        self._wifi_part = QWidget()
        its = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        wifi_sides = QBoxLayout(its, self._wifi_part)
        wifi_sides.setContentsMargins(0, 0, 0, 0)
        wifi_sides.addWidget(self.wifi, 1)
        wifi_sides.addWidget(self.wifi_words, 0 if large else 2)
        if not large:
            words.addSpacing(SPACE_4)
            words.addWidget(self._wifi_part)
        words.addStretch(1)
        self._words = words
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        self._sides.setSpacing(SPACE_6)
        self._sides.addWidget(self.picture, 3)
        self._sides.addLayout(words, 2 if large else 3)
        if large:  # the way into the Wi-Fi has a side of its own
            self._sides.addWidget(self._wifi_part, 2)

    def show_way(self, way: WayIn) -> None:
        """Show how to come in."""
        its = way.opened
        self.picture.show_squares(squares(link_of(its.host, its.port, its.entry)))
        self.address.setText(way.address)
        self.code.setText(way.code)
        self._wifi_part.setVisible(bool(way.network))
        if way.network:
            self.wifi.show_squares(squares(wifi(way.network, way.password)))
            self.wifi_words.setText(tr("First into the Wi-Fi “{0}”: this picture does it.").format(way.network))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < 2 * (self._words.minimumSize().width() + SPACE_6)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != way:
            self._sides.setDirection(way)

    def show_count(self, count: Count, *, asks: bool) -> None:
        """How many are in, and while something is asked, how many have answered."""
        self.count.setText(count_in_words(count, asks=asks))


def count_in_words(count: Count, *, asks: bool) -> str:
    """How many phones are in, and how many of them have answered everything."""
    phones = shown(counted("{0} phones in", "{0} phone in", count.joined, count.joined))
    return tr("{0}, {1} answered").format(phones, count.answered) if asks else phones


def _selectable(role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
