"""The manual in a window of its own, over a dialog or a presentation that must not be left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from flowsim.ui.learn.manual_view import ManualView
from flowsim.ui.style.theme import Theme, px

SIZE = 900, 620


class HelpWindow(QDialog):
    """Opens at a `place` of the manual; what is below can go on to be used."""

    def __init__(self, theme: Theme, place: str, parent: QWidget, *, moving: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.view = ManualView(theme, moving=moving)
        self.view.turned.connect(self._follow)
        self.view.left.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.resize(QSize(px(SIZE[0]), px(SIZE[1])).boundedTo(self.screen().availableSize()))
        self.view.open(place)
        self.view.browser.setFocus()

    def _follow(self, page: str) -> None:
        self.setWindowTitle(self.tr("{0} – manual").format(self.view.manual.pages[page].title))
