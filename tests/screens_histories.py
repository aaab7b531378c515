"""Pictures of a team's export on its way to a board: the three steps, the question, and what happened."""

import time
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from flowsim.storage.resources import example_history
from tests.storage.histories.test_against_the_truth import REFERENCE

if TYPE_CHECKING:
    from flowsim.ui.histories.import_dialog import ImportDialog
    from tests.ui.visitor import Visitor


def histories(visitor: "Visitor") -> None:
    """Every page of an import, a file that asks, one with bad rows, and the team's own flow on the board."""
    files = REFERENCE / "files"
    for name in ("05-aa-ambiguous.csv", "20-bad-rows.csv", "23-picture.csv"):
        dialog = visitor.window.opening.histories.begin(files / name)
        _read(visitor, dialog)
        visitor.shot_of(dialog, f"import-{name.split('.')[0][3:]}")
        dialog.reject()
    dialog = visitor.window.opening.histories.begin(example_history())
    _read(visitor, dialog)
    visitor.shot_of(dialog, "import-read")
    visitor.click(dialog.next)
    visitor.shot_of(dialog, "import-columns")
    visitor.click(dialog.next)
    while dialog.board.is_busy:
        time.sleep(0.05)
        QTest.qWait(1)
    visitor.shot_of(dialog, "import-board")
    visitor.click(dialog.look)
    visitor.still()
    visitor.shot("import-what-happened")


def _read(visitor: "Visitor", dialog: "ImportDialog") -> None:
    visitor.until(lambda: dialog._preview is not None)
    QTest.qWait(50)
