"""A scenario is somebody else's text: all of it is shown letter by letter, and nothing in it does anything."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from flowsim.charts.catalogue import CHARTS
from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.distributions import Exponential
from flowsim.domain.interventions import AddCard, BlockCard
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Family,
    Person,
    Scenario,
    SharedLimit,
)
from flowsim.session.edit_commands import column_renamed, setting_changed
from flowsim.session.steps import Step
from flowsim.storage import Document, save_document
from flowsim.ui.dialogs.command_palette import CommandPalette
from flowsim.ui.main_window.actions import Act
from flowsim.ui.text.language import labelled, plain, unlabelled
from flowsim.ui.widgets.card_list_dialog import CardListDialog
from flowsim.ui.widgets.prose import Prose
from tests.ui.main_window.test_files import answer, boxes
from tests.ui.plain import faults_of_document, faults_of_rich, interpreted, shown_in
from tests.ui.visitor import Visitor

NASTY: Final = (
    "<b>bold</b> R&D",
    '<img src="file:///etc/passwd">',
    '<a href="file:///etc/passwd">link</a>',
    "<script>alert(1)</script>",
    "[link](file:///etc/passwd) ![x](file:///etc/passwd)",
    "a" + "\u0301" * 199,
    "\u202egnp.exe",
    "two\nlines\tand \x00\x01\x07\x1b",
    "\U0001f600 \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "x" * 200,
    "{0} %1 &File &",
    "=1+1",
    "[*] <b>",
)
PROSE: Final = """# A <b>board</b>

<script>alert(1)</script> <a href="file:///etc/passwd">away</a>

[away](file:///etc/passwd), <https://example.org>, https://example.org, [by name][1], **strong**

![picture]({picture}) ![picture](https://example.org/x.png) <img src="{picture}">

| a | b |
|---|---|
| [x](https://example.org) | ![y]({picture}) |

[1]: file:///etc/passwd
"""


def hostile(picture: str = "file:///etc/passwd") -> Scenario:
    """A board on which everything that can be named has a name of the worst kind."""
    columns = [
        Column(id=f"<i>{place}&", name=name, wip_limit=2, service=Exponential(mean=1.0))
        for place, name in enumerate(NASTY)
    ]
    return Scenario(
        name="[*] <b>R&D</b>\n\tand more",
        description=PROSE.replace("{picture}", picture),
        columns=tuple(columns),
        people=tuple(Person(name=name, skills={column.id: 1.0 for column in columns}) for name in NASTY),
        classes=tuple(CardClass(id=f"<u>{place}&", name=name) for place, name in enumerate(NASTY)),
        families=tuple(Family(id=name[:64]) for name in NASTY),
        shared_limits=(SharedLimit(columns=(columns[0].id, columns[1].id), limit=4),),
        arrivals=Poisson(rate=4.0),
        horizon=None,
    )


@pytest.fixture
def board(visitor: Visitor, tmp_path: Path) -> Visitor:
    """At work, with a card of every nasty title in it."""
    path = tmp_path / "R&D <b>x.flowsim"
    save_document(path, Document(hostile()))
    assert visitor.window.opening.open_file(path)
    for name in NASTY:
        visitor.page.bridge.do(Step((AddCard(at=0.0, title=name),)))
    visitor.play_until(6.0)
    return visitor


@pytest.fixture
def dialogs(qapp: QApplication) -> Iterator[Callable[[type[QDialog]], QDialog]]:
    """The dialog of this kind that is open; it is closed when the test is over."""

    def the(kind: type[QDialog]) -> QDialog:
        [found] = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
        return found

    yield the
    for widget in qapp.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


def test_the_look_through_a_window_finds_what_it_looks_for() -> None:
    assert [*faults_of_rich("over <b>limit</b>")] == ["is emphasised: limit"]
    assert [*faults_of_rich(NASTY[2])] == ["leads somewhere: link"]
    assert len([*faults_of_rich(NASTY[1])]) == 1


def test_what_looks_like_markup_is_shown_letter_by_letter() -> None:
    for name in NASTY:
        text = plain(f"About {name}")
        assert [*faults_of_rich(text)] == []
    document = QTextDocument()
    document.setHtml(plain(NASTY[0]))
    assert document.toPlainText() == NASTY[0]


def test_a_name_in_a_menu_marks_no_key_and_stays_one_line() -> None:
    assert labelled("R&D\tand\nmore &") == r"R&&D\tand\nmore &&"
    assert unlabelled(labelled("R&D &")) == "R&D &"
    assert unlabelled("&Open") == "Open"


def test_on_the_board_nothing_is_interpreted(board: Visitor) -> None:
    assert interpreted(board.window) == []
    seen = shown_in(board.window)
    assert [name for name in NASTY if name not in seen] == []


def test_on_every_column_and_class_in_the_inspector_nothing_is_interpreted(board: Visitor) -> None:
    for column, name in enumerate(NASTY):
        board.page.inspector.show_column(board.session, column)
        assert interpreted(board.page.inspector) == []
        assert name in shown_in(board.page.inspector)


def test_on_a_card_in_the_inspector_nothing_is_interpreted(board: Visitor) -> None:
    titled = {board.session.view.title_of(card): card for card in board.session.board_state.cards}
    for card in [card for title, card in titled.items() if title in NASTY]:
        board.page.bridge.do(Step((BlockCard(at=0.0, card=card),)))
        board.page.inspector.show_card(board.session, card)
        assert interpreted(board.page.inspector) == []
    assert set(NASTY) & set(titled)


def test_in_the_table_nothing_is_interpreted(board: Visitor) -> None:
    board.page.toggle_table()
    assert interpreted(board.page.table) == []
    assert "<b>bold</b> R&D" in shown_in(board.page.table)
    board.page.toggle_table()


def test_in_every_chart_and_beside_it_nothing_is_interpreted(board: Visitor) -> None:
    board.page.pin()
    for name in NASTY:
        board.page.rename(board.page.pins.pins[0], name)
        assert interpreted(board.page.chart) == []
        assert interpreted(board.page.figures) == []
    for name in CHARTS:
        board.page.chart.choose(name)
        board.still()
        assert interpreted(board.page.chart) == []


def test_in_menus_and_palette_a_step_is_called_as_it_is(
    board: Visitor, dialogs: Callable[[type[QDialog]], QDialog]
) -> None:
    for name in NASTY:
        board.page.edit(column_renamed(board.session, 0, f"{name[:190]} &now"))
        assert "&&now" in board.window.menu_actions[Act.UNDO].text()
        assert interpreted(board.window.menuBar()) == []
    board.window.menu_actions[Act.SHOW_COMMANDS].trigger()
    palette = dialogs(CommandPalette)
    assert interpreted(palette) == []
    assert " &now" in shown_in(palette)
    assert "&&now" not in shown_in(palette)


def test_files_opened_last_are_called_as_they_are(board: Visitor) -> None:
    board.window._menus._list_recent()
    assert [action.text() for action in board.window._menus._recent.actions()] == ["R&&D <b>x.flowsim"]
    assert interpreted(board.window._menus._recent) == []


def test_a_title_of_a_window_is_one_line_with_the_name_in_it(board: Visitor) -> None:
    board.session.file.path = None
    board.page.edit(setting_changed(board.session, "name", name="[*]\tR&D\nX"))
    assert board.window.windowTitle() == r"[*][*]\tR&D\nX[*] – flowsim"


def test_a_question_shows_a_name_letter_by_letter(board: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    assert not board.window.files.may_leave()
    assert [*faults_of_rich(asked[0])] == []
    document = QTextDocument()
    document.setHtml(asked[0])
    assert "“[*] <b>R&D</b>" in document.toPlainText()


def test_problems_of_a_file_are_shown_letter_by_letter(board: Visitor, tmp_path: Path) -> None:
    broken = tmp_path / "<b>broken.flowsim"
    broken.write_text('{"format": "flowsim", "version": 1, "name": "x", "<b>bold</b>": 1}')
    assert not board.window.opening.open_file(broken)
    [box] = boxes(board.window)
    assert interpreted(box) == []
    assert "<b>bold</b>" in box.informativeText()
    box.close()


def test_notices_and_messages_are_shown_letter_by_letter(board: Visitor) -> None:
    for name in NASTY:
        board.window.notices.tell("x", name)
        assert interpreted(board.window.notices) == []
        assert board.window.notices.lines["x"].text == name
        board.page.board.message.say(name)
        assert interpreted(board.page.views) == []


def test_a_list_of_cards_is_shown_letter_by_letter(board: Visitor, dialogs: Callable[[type[QDialog]], QDialog]) -> None:
    dialog = CardListDialog(board.window.theme, board.session.scenario, board.window)
    dialog.show()
    assert interpreted(dialogs(CardListDialog)) == []


# The description


def test_nothing_in_a_description_leads_anywhere_or_is_fetched(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "picture.png"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    followed: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", followed.append)
    url = QUrl.fromLocalFile(str(picture))
    path = tmp_path / "hostile.flowsim"
    save_document(path, Document(hostile(url.toString())))
    visitor.window.opening.open_file(path)
    visitor.still()
    [prose] = visitor.page.findChildren(Prose)
    assert "strong" in prose.toPlainText()
    assert "alert(1)" in prose.toPlainText()
    assert [*faults_of_document(prose.document(), emphasis=True)] == []
    prose.show_markdown(f"Now ![again]({url.toString()})")
    visitor.still()
    picture.unlink()  # what Qt has not read by now it cannot hold
    assert not prose.document().resource(QTextDocument.ResourceType.ImageResource, url)
    visitor.click(prose.viewport())
    assert followed == []


# Exports


def test_a_chart_as_svg_is_whole_and_holds_no_link_script_or_foreign_picture(board: Visitor, tmp_path: Path) -> None:
    for name in CHARTS:
        board.page.chart.choose(name)
        path = tmp_path / f"{name}.svg"
        assert board.window.files.export_to(path, name)
        for element in ElementTree.parse(path).iter():
            tag = element.tag.rsplit("}")[-1]
            assert tag in {"svg", "title", "desc", "defs", "g", "path", "rect", "text", "polyline", "polygon", "circle",
                           "ellipse", "line", "image", "linearGradient", "radialGradient", "stop", "clipPath",
                           "pattern", "mask", "use"}  # fmt: skip
            assert not any("file:" in value or "http" in value for value in element.attrib.values())
    title = ElementTree.parse(path).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert "<b>R&D</b>" in (title.text or "")


def test_all_charts_as_pdf_hold_no_link_and_no_script(board: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "all.pdf"
    assert board.write_charts(path)
    pages = pypdf.PdfReader(path).pages
    assert len(pages) == sum(board.page.chart.picture(name).has_something for name in CHARTS)
    assert [page for page in pages if page.annotations or "/AA" in page] == []
    assert b"/JavaScript" not in path.read_bytes()


def test_a_chart_as_png_is_a_picture(board: Visitor, tmp_path: Path) -> None:
    assert board.window.files.export_to(tmp_path / "flow.png", "flow")
    assert not QImage(str(tmp_path / "flow.png")).isNull()


def test_no_cell_of_a_csv_file_is_a_formula(board: Visitor, tmp_path: Path) -> None:
    texts = []
    for name in CHARTS:
        board.page.chart.choose(name)
        assert board.window.files.export_to(tmp_path / f"{name}.csv", name)
        texts.append((tmp_path / f"{name}.csv").read_text(encoding="utf-8"))
    for kind in ("events", "actionable"):
        assert board.write_run(kind, tmp_path / f"{kind}.csv")
        texts.append((tmp_path / f"{kind}.csv").read_text(encoding="utf-8"))
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))] == []
    assert "'=1+1" in cells


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(board: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "run.xlsx"
    assert board.write_run("workbook", path)
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink is not None] == []
    assert "=1+1" in {cell.value for cell in cells}


def test_a_board_of_nasty_names_is_kept_as_it_is(board: Visitor) -> None:
    assert board.session.scenario == replace(hostile(), classes=board.session.scenario.classes)
