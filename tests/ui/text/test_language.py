"""The language on view: a window in a language of our own making shows nothing that has not been translated."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from flowsim.charts.catalogue import CHARTS
from flowsim.charts.colours import LIGHT
from flowsim.domain.column_settings import SetWipLimit
from flowsim.domain.interventions import BlockCard, MoveCard, SetRules, UnblockCard
from flowsim.domain.phrases import counted, joined, phrase
from flowsim.domain.policies import Rules
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardState
from flowsim.engine import Standstill
from flowsim.metrics import Bottleneck, Load, PersonFigures
from flowsim.session.steps import Step
from flowsim.storage.resources import exercises
from flowsim.ui.board.painting import card_picture
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.recovery.error_log import versions
from flowsim.ui.text import messages
from flowsim.ui.text.language import sentence, shown
from flowsim.ui.widgets.count_field import CountField
from tests.session.boards import BUSY, session
from tests.texts import ROOT, sources, templates
from tests.ui.text.another_language import (
    FullWidth,
    Seen,
    own_words,
    painted_texts,
    texts_in,
    texts_of,
    untranslated,
    words_in,
)
from tests.ui.visitor import Visitor


@pytest.fixture
def another_language(qapp: QApplication) -> Iterator[None]:
    card_picture.cache_clear()
    translator = FullWidth()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    card_picture.cache_clear()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Seen]:
    return painted_texts(monkeypatch)


@pytest.fixture
def foreign(another_language: None, painted: list[Seen], window: MainWindow) -> "Reader":
    """The window as it opens in the other language."""
    return Reader(window, painted)


class Reader:
    """Looks through a window again and again, and gathers what is not in the other language."""

    def __init__(self, window: MainWindow, painted: list[Seen]) -> None:
        self.visitor = Visitor(window)
        self.escaped: set[Seen] = set()
        self._window = window
        self._painted = painted

    def look(self) -> None:
        self._window.grab()
        seen = [*texts_of(self._window), *self._painted]
        if self._window.page is not None:
            seen += [each for name in CHARTS for each in texts_in(self.visitor.page.chart.picture(name))]
        own = own_words(self._window)
        self.escaped |= {(where, text) for where, text in seen if untranslated(text, own)}
        self._painted.clear()

    @property
    def found(self) -> list[Seen]:
        return sorted((where, text) for where, text in self.escaped)


def test_the_gallery_and_the_menus_are_translated(foreign: Reader) -> None:
    foreign.look()
    assert foreign.found == []


@pytest.mark.parametrize(
    ("name", "until"),
    [("Software team", 12.0), ("Many hats", 20.0), ("Five-step line", 300.0), ("Support desk", 30.0)],
)
def test_everything_around_a_running_board_is_translated(foreign: Reader, name: str, until: float) -> None:
    visitor = foreign.visitor
    visitor.window.opening.play_exercise(next(each.path for each in exercises() if each.name == name))
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    foreign.look()
    visitor.play_until(until)
    board, chart = visitor.page.board, visitor.page.chart
    visitor.page.bridge.do(Step((SetWipLimit(at=0.0, column=visitor.session.scenario.columns[0].id, value=7),)))
    visitor.page.bridge.do(Step((SetRules(at=0.0, value=Rules(blocking="server", replenish_every=2.0)),)))
    visitor.page.pin()
    foreign.look()
    board.choose_column(0)
    foreign.look()
    board.choose_column(len(visitor.session.scenario.columns) - 1)
    foreign.look()
    cards = visitor.session.board_state.cards
    started = next(card for card in cards if cards[card].state not in (CardState.BACKLOG, CardState.BLOCKED))
    board.choose([started])
    visitor.page.bridge.do(Step((BlockCard(at=0.0, card=started),)))
    visitor.still()
    foreign.look()
    for charted in CHARTS:
        chart.choose(charted)
        visitor.still()
        foreign.look()
    chart.window_of_time.point(until / 2)
    chart.choose("flow")
    chart.lines.click()
    foreign.look()
    chart.wall.click()
    visitor.still()
    foreign.look()
    visitor.page.look(until / 2)
    visitor.page.bridge.do(Step((UnblockCard(at=0.0, card=started),)))
    foreign.look()
    assert foreign.found == []


def test_refusals_and_complaints_are_translated(foreign: Reader) -> None:
    visitor = foreign.visitor
    visitor.window.opening.play_exercise(exercises()[0].path)
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    visitor.play_until(12.0)
    cards = visitor.session.board_state.cards
    card = next(card for card in cards if cards[card].column == 0)
    visitor.page.bridge.do(Step((MoveCard(at=0.0, card=card, column=visitor.session.scenario.columns[0].id),)))
    foreign.look()
    said = visitor.page.board.message.said
    field = visitor.page.board.head(0).limit
    assert field is not None
    field.edit()
    editor = field.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "-3")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    foreign.look()
    assert said.startswith("⟦")
    assert visitor.page.board.message.said.startswith("⟦")
    assert said != visitor.page.board.message.said
    field.stop_editing()
    assert foreign.found == []


def test_what_keys_and_terms_there_are_and_what_this_is_are_translated(foreign: Reader) -> None:
    everywhere = foreign.visitor.window.application
    everywhere.show_keys()
    everywhere.show_terms()
    everywhere.show_settings()
    foreign.visitor.window.menu_actions[Act.SHOW_COMMANDS].trigger()
    foreign.look()
    messages.show_about(foreign.visitor.window)
    boxes = foreign.visitor.window.findChildren(QMessageBox)
    said = [re.sub(r"600.>flowsim<", "<", box.text()).replace(versions(), "") for box in boxes]
    assert [untranslated(text, []) for text in said] == [""]
    for dialog in foreign.visitor.window.findChildren(QDialog):
        dialog.close()
    assert foreign.found == []


def test_what_is_said_about_a_run_is_translated(another_language: None) -> None:
    load = Load(busy=0.8, setup=0.1, blocked=0.1, starved=0.0, engaged=1.0, upstream_waits=0.3)
    said = [
        messages.evidence(BUSY, Bottleneck(1, load, 12.0), (load, load)),
        messages.standstill(BUSY, Standstill(0, 3.0, joined("; ", [phrase("{0} is full", "Build")] * 2))),
        messages.why_ended(session(BUSY)),
        *(messages.busiest([PersonFigures("Ada", 0.8, 0.1, 0.0, 0.1)]) or ()),
    ]
    assert [untranslated(text, ["Ada", *words_in(BUSY)]) for text in said] == [""] * len(said)


def test_a_phrase_is_shown_in_the_language_on_view(another_language: None) -> None:
    assert shown(phrase("{0} is full: {1}", phrase("Done"), "Test")) == "⟦⟦Ｄｏｎｅ⟧ ｉｓ ｆｕｌｌ: Test⟧"
    assert shown("Test") == "Test"
    assert shown(joined(phrase(" and "), ["A", phrase("B")])) == "A⟦ ａｎｄ ⟧⟦Ｂ⟧"


def test_a_refusal_is_shown_in_the_language_on_view(another_language: None) -> None:
    assert sentence(str(Refused(phrase("{0} is full", "Test")))) == "⟦Test ｉｓ ｆｕｌｌ⟧."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Ｂｕｓｙ 9 %⟧", ""), ("⟦Ｂｕｓｙ⟧ days", "days"), ("⟦Ｂｕｓｙ {0} ｏｆ days⟧", "days"), ("Analysis", ""),
        ("Analy…", ""), ("Anything…", "Anything"), ("A-17 ↻2", ""), ("<b>⟦Ｂｕｓｙ⟧</b>", ""),
    ],
)  # fmt: skip
def test_plain_letters_that_are_nobodys_own_are_found(text: str, left: str) -> None:
    assert untranslated(text, ["Analysis"]) == left


def test_translators_find_every_template(tmp_path: Path) -> None:
    ours, files = set(), []
    for module, tree in sources():
        ours |= {(context, template) for context, template, _ in templates(tree) if template is not None}
        files.append(str(ROOT / "flowsim" / module))
    found = tmp_path / "flowsim.ts"
    lupdate, alias = Path(sys.executable).parent / "pyside6-lupdate", "tr+=phrase,tr+=counted"
    subprocess.run(
        [lupdate, "-tr-function-alias", alias, *files, "-ts", found],
        check=True, capture_output=True,
    )  # fmt: skip
    theirs = {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ElementTree.parse(found).getroot().iter("context")
        for message in context.iter("message")
    }
    assert sorted(ours - theirs) == []
    assert len(ours) > 500


def test_a_language_with_three_forms_says_each_where_it_belongs(qapp: QApplication, tmp_path: Path) -> None:
    source, compiled = tmp_path / "pl.ts", tmp_path / "pl.qm"
    forms = "".join(f"<numerusform>{{0}} {form}</numerusform>" for form in ("karta", "karty", "kart"))
    source.write_text(
        f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="pl">
        <context><name></name><message numerus="yes"><source>{{0}} cards</source><comment>{{0}} card</comment>
        <translation>{forms}</translation></message></context></TS>""",
        encoding="utf-8",
    )
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, source, "-qm", compiled], check=True, capture_output=True)
    assert shown(counted("{0} cards", "{0} card", -1e300)).startswith("-1")
    cards = {count: counted("{0} cards", "{0} card", count) for count in (1, 2, 5, 12, 22)}
    assert [shown(each) for each in cards.values()] == ["1 card", "2 cards", "5 cards", "12 cards", "22 cards"]
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    try:
        assert [shown(each) for each in cards.values()] == ["1 karta", "2 karty", "5 kart", "12 kart", "22 karty"]
    finally:
        qapp.removeTranslator(translator)


def test_a_translation_made_with_qts_own_tools_is_shown(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    source, compiled = tmp_path / "de.ts", tmp_path / "de.qm"
    source.write_text(
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de">
        <context><name></name><message><source>{0} is full: {1} of {2}</source>
        <translation>{1} von {2}: {0} ist voll</translation></message></context>
        <context><name>StepField</name><message><source>none</source>
        <translation>keins</translation></message></context></TS>"""
    )
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, source, "-qm", compiled], check=True, capture_output=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    try:
        assert shown(phrase("{0} is full: {1} of {2}", "Test", 3, 3)) == "3 von 3: Test ist voll"
        field = CountField(LIGHT, "Limit", none="")  # a class finds what its base says
        qtbot.addWidget(field)
        field.edit()
        assert [editor.placeholderText() for editor in field.findChildren(QLineEdit)] == ["keins"]
    finally:
        qapp.removeTranslator(translator)
