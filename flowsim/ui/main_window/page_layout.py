"""Where the parts of a board's page lie: board over charts at the left, sheets beside them, bars above and below.

Where text is large and the window is not, nothing is squeezed: both sides scroll.
"""

from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from flowsim.ui.style.theme import SPACE_3, SPACE_4, px
from flowsim.ui.widgets.grip_splitter import GripSplitter
from flowsim.ui.widgets.quiet_scroll_area import QuietScrollArea
from flowsim.ui.widgets.side_width import side_width

SIDE_WIDTH: Final = 312
GUIDE_WIDTH: Final = 304
LEAST_BOARD: Final = 480
LEAST_LAST_SHEET: Final = 240
FIRST_SHARES: Final = (520, 380)
"""How board and charts share the height until somebody moves the grip between them."""


class GuideSlot(QWidget):
    """The place for a guide at the left of the board; without one it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def hold(self, guide: QWidget) -> None:
        """Show this guide here."""
        guide.setFixedWidth(px(GUIDE_WIDTH))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(guide)


class ResultsCover(QFrame):
    """Stands where figures stand, while they must not be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        words = QLabel(self.tr("Results are hidden until they are revealed."))
        words.setObjectName("quiet")
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.addWidget(words)
        self.hide()


def laid_out(
    page: QWidget, head: QWidget, left: tuple[QWidget, QWidget], sheets: tuple[QWidget, ...], foot: QWidget,
    guide: QWidget,
) -> tuple[QSplitter, QWidget]:  # fmt: skip
    """Lay out `page`; the splitter between the two at the left, and what is as wide as the sheets."""
    split = GripSplitter()
    for part in left:
        split.addWidget(part)
    split.setSizes(list(FIRST_SHARES))
    sheets[-1].setMinimumHeight(px(LEAST_LAST_SHEET))
    beside = QuietScrollArea(_under_one_another(sheets))
    body = QHBoxLayout()
    body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
    body.setSpacing(SPACE_4)
    main = QuietScrollArea(split)
    main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    body.addWidget(guide)
    body.addWidget(main, 1)
    body.addWidget(beside)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(head)
    whole.addLayout(body, 1)
    whole.addWidget(foot)
    return split, beside


def fit_sides(page: QWidget, guide: QWidget, beside: QWidget) -> None:
    """Where guide, board and sheets have no room side by side, the sheets wait until the guide is hidden."""
    beside.setFixedWidth(width_beside(page.width()))
    apart = 2 * SPACE_4 + 2 * SPACE_4
    needed = px(GUIDE_WIDTH) + LEAST_BOARD + beside.width() + apart
    beside.setVisible(guide.isHidden() or page.width() >= needed)


def width_beside(page_width: int) -> int:
    """How wide the sheets are: they grow with the text, but leave the larger part to the board and the charts."""
    return side_width(SIDE_WIDTH, page_width)


def _under_one_another(sheets: tuple[QWidget, ...]) -> QWidget:
    side = QWidget()
    side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # no word is too long for it
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_3)
    for sheet in sheets:
        column.addWidget(sheet, int(sheet is sheets[-1]))
    return side
