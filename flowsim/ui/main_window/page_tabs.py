"""The pages of the window, in its head beside the menus: the board, experiments on it, the workshop, the manual."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QToolButton, QWidget
from typing_extensions import override

from flowsim.ui.style.theme import SPACE_1, SPACE_3


class PageTabs(QWidget):
    """A button for each page; each does what its action does, and is marked while its page is on view.

    Before them stands a `sign` of what goes on whatever page is on view.
    """

    def __init__(self, actions: Sequence[QAction], titles: Sequence[str], sign: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_3, 0)
        row.setSpacing(SPACE_1)
        row.addWidget(sign)
        self.buttons: list[QToolButton] = []
        for number, (action, title) in enumerate(zip(actions, titles, strict=True), 1):
            button = QToolButton()
            button.setObjectName("page")
            button.setText(title)
            button.setCheckable(True)
            button.setToolTip(f"{title} ({number})")
            button.clicked.connect(action.trigger)
            self.buttons.append(button)
            row.addWidget(button)

    @override
    def event(self, event: QEvent) -> bool:
        bar = self.parentWidget()
        fits = self.width() == self.sizeHint().width()
        if event.type() == QEvent.Type.LayoutRequest and isinstance(bar, QMenuBar) and not fits:
            bar.setCornerWidget(self)  # a menu bar asks for the size of its corner at no other time
        return super().event(event)

    def show_page(self, on_view: Sequence[bool], *, board: bool) -> None:
        """Mark the page on view; without a board there is only the last one to go to, the manual."""
        for button, is_on_view in zip(self.buttons, on_view, strict=True):
            button.setVisible(board or button is self.buttons[-1])
            button.setChecked(is_on_view)
