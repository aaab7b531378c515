"""The text of a board is somebody else's: it is shown as prose, at once, whatever it holds."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from flowsim.ui.widgets.prose import MOST, Prose

LONG = {
    "addresses": "http://a.b/ " * 9000,
    "links": "[a](b) " * 10_000,
    "references": "".join(f"[a{n}][r{n}] " for n in range(3000))
    + "".join(f"\n\n[r{n}]: http://x" for n in range(3000)),
    "table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 10_000,
    "quotes": ">" * 20_000,
    "stars": "*a " * 20_000,
    "brackets": "[" * 50_000,
    "one word": "x" * 100_000,
}


def anchors(document: QTextDocument) -> int:
    block, found = document.begin(), 0
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found += pieces.fragment().charFormat().isAnchor()
            pieces += 1
        block = block.next()
    return found


@pytest.mark.parametrize("kind", LONG)
def test_of_a_very_long_text_the_first_part_is_shown(qtbot: QtBot, kind: str) -> None:
    prose = Prose("text")
    qtbot.addWidget(prose)
    prose.show_markdown(LONG[kind])
    assert 0 < prose.document().characterCount() <= MOST + 10
    assert prose.toPlainText().rstrip().endswith("…")
    assert anchors(prose.document()) == 0


def test_a_text_of_usual_length_is_shown_whole(qtbot: QtBot) -> None:
    prose = Prose("text")
    qtbot.addWidget(prose)
    prose.show_markdown("# Head\n\n" + "One sentence with a [link](http://x). " * 50)
    assert "…" not in prose.toPlainText()
    assert prose.toPlainText().count("sentence") == 50
    assert anchors(prose.document()) == 0
