"""The three pictures of the README: a board in use, a wall of charts with a pinned run, a board that is being built.

`python -m tests.screens_readme [FOLDER]`; `make screens` makes them as well.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.visitor import Visitor

WIDTH, HEIGHT = 1440, 900
SCALE: Final = 1.0


def board(visitor: "Visitor") -> None:
    """Many hats at work: Ada was away for a while, and the chart shows what that did."""
    from tests.journeys.whole_model import choose, choose_column, open_exercise

    open_exercise(visitor, "Many hats")
    for time, away in ((24.0, True), (34.0, False)):
        visitor.play_until(time)
        visitor.page.board.choose([])
        choose(visitor, "Ada", not away)
    visitor.play_until(48.0)
    choose_column(visitor, 1)


def wall(visitor: "Visitor") -> None:
    """Six charts, and behind them the run in which Test had one person instead of two."""
    from PySide6.QtCore import QPoint

    from flowsim.storage.resources import exercises

    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(70.0)
    visitor.page.pin()
    visitor.page.restart()
    people = visitor.page.board.head(2).workers
    assert people is not None
    visitor.click(people, QPoint(people.width() - 6, people.height() // 2))
    visitor.play_until(70.0)
    visitor.page.chart.wall.setChecked(True)


def building(visitor: "Visitor") -> None:
    """A template with a queue and a shared limit added, and the shape of a column's work beside it."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QScrollArea

    from flowsim.ui.main_window.actions import Act
    from tests.journeys.whole_model import choose_column

    window = visitor.window
    window.opening.begin_board(window.gallery.begin_with("Team board"))
    for act in (Act.LIMIT_BOARD, Act.ADD_QUEUE, Act.SHARE_LIMIT):
        visitor.page.board.choose_column(1)
        window.menu_actions[act].trigger()
        visitor.page.board.heads.all[3].stop_editing()
    visitor.play_until(30.0)
    choose_column(visitor, 1)
    field = visitor.page.inspector.field("Work on a card")
    above = field.parentWidget()
    while not isinstance(above, QScrollArea):
        assert above is not None
        above = above.parentWidget()
    QTest.qWait(200)  # before it is laid out there is nowhere to scroll
    above.ensureWidgetVisible(field, 0, 12)


PICTURES: "Final[dict[str, tuple[str, Callable[[Visitor], None]]]]" = {
    "flowsim": ("light", board),
    "wall": ("dark", wall),
    "building": ("light", building),
}
"""By name: the colours, and what is done before the picture is taken."""


def settle(visitor: "Visitor") -> None:
    """Wait until the last line that was told is gone, and all that was asked for is laid out and painted."""
    from PySide6.QtTest import QTest

    visitor.until(lambda: not visitor.page.board.message.said)
    visitor.still()
    QTest.qWait(200)


def main(folder: Path) -> int:
    """Draw all three into `folder`; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(SCALE)
    from PySide6.QtWidgets import QApplication

    from tests.screens import opened
    from tests.ui.visitor import Visitor

    application = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for name, (theme, played) in PICTURES.items():
        with opened(theme, WIDTH, HEIGHT) as (window, _):
            visitor = Visitor(window)
            played(visitor)
            settle(visitor)
            window.grab().save(str(folder / f"{name}.png"))
            visitor.session.file.mark_saved()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screens/readme")))
