"""Every language that the window speaks: nothing is missing, nothing is cut off, numbers and exercises are its own."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
import strings
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from flowsim.app import Windows
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.domain.retelling import retold, texts_of
from flowsim.domain.units import spell_out
from flowsim.domain.working_calendar import date_in_words
from flowsim.session.expected_numbers import broken_promises
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.recovery import Recovery
from flowsim.storage.resources import exercises
from flowsim.ui.dialogs.gallery import PAD, WIDTH
from flowsim.ui.dialogs.preferences import Preferences
from flowsim.ui.experiments.typed_values import values_in
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.settings import LANGUAGE, TEXT_SIZE, Settings
from flowsim.ui.recovery.error_log import ErrorLog
from flowsim.ui.style.theme import BODY, LIGHT, dress, font, load_fonts
from flowsim.ui.text.language import own_text, shown
from flowsim.ui.text.spoken import ENGLISH, languages, name_of, speak, spoken
from flowsim.ui.widgets.number_field import NumberField
from tests.ui.text.another_language import texts_of as texts_in_window
from tests.ui.text.every_page import cut_off, every_page, too_large
from tests.ui.visitor import Visitor

OTHERS = [language for language in languages() if language != ENGLISH]
ENGLISH_NUMBER = re.compile(r"(?<![\d.,])\d+\.\d(?![\d.])")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "de")
    yield
    speak(qapp, ENGLISH)


def messages(language: str) -> list[ET.Element]:
    return list(ET.parse(strings.FOLDER / f"flowsim_{language}.ts").getroot().iter("message"))


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def test_german_is_there_under_its_own_name() -> None:
    assert "de" in OTHERS
    assert name_of("de") == "Deutsch"
    assert spoken("de") == "de"
    assert spoken("tlh") == ENGLISH


def test_every_text_has_a_translation_and_what_the_program_reads_is_made_of_it() -> None:
    assert strings.main(["--check"]) == 0


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_places_marks_and_edges(language: str) -> None:
    wrong = []
    for message in messages(language):
        many = message.findtext("source") or ""
        english = [message.findtext("comment") or many, many] if message.get("numerus") else [many]
        for source, said in zip(english, forms(message), strict=True):
            same = (
                Counter(re.findall(r"{\d}|<[^>]+>|\n", source)) == Counter(re.findall(r"{\d}|<[^>]+>|\n", said))
                and source.endswith(" …") == said.endswith(" …")
                and (source[:1].isspace(), source[-1:].isspace()) == (said[:1].isspace(), said[-1:].isspace())
            )
            if not same:
                wrong.append((source, said))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_number_of_an_exercise_differs(language: str) -> None:
    own = set(strings.exercise_texts())
    for message in messages(language):
        source, [said] = message.findtext("source") or "", forms(message) if len(forms(message)) == 1 else [""]
        if source in own and said:
            assert sorted(re.findall(r"\d+", source)) == sorted(re.findall(r"\d+", said)), source


def test_an_exercise_plays_the_same_in_german(german: None) -> None:
    for entry in exercises():
        english = load_exercise(entry.story)
        told = retold(english, own_text)
        assert told.steps[0].title != english.steps[0].title
        assert [*texts_of(told)] != [*texts_of(english)]
        assert retold(told, lambda text: "x") == retold(english, lambda text: "x")
    assert list(broken_promises(retold(load_exercise(exercises()[0].story), own_text))) == []


def test_numbers_dates_and_plurals_are_german(german: None) -> None:
    from datetime import date

    assert shown(digits(1204.5, ",.1f")) == "1.204,5"
    assert shown(spell_out(9.2, "day")) == "9,2 Tage"
    assert shown(counted("{0} cards", "{0} card", 1)) == "1 Karte"
    assert shown(counted("{0} cards", "{0} card", 1200)) == "1.200 Karten"
    assert shown(date_in_words(date(2026, 3, 5))) == "5. März 2026"
    assert shown(phrase("{0} is full: {1}", "Test 1.5", "x")).count("1.5") == 1, "names stay as people wrote them"


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_says_the_same_in_both_languages(value: float) -> None:
    app = QApplication.instance()
    assert app is not None
    speak(app, "de")
    told = shown(digits(value, ",.2f"))
    number, understood = QLocale().toDouble(told)
    speak(app, ENGLISH)
    assert understood
    assert number == pytest.approx(round(value, 2), rel=1e-12)


@pytest.mark.parametrize(
    ("typed", "value"), [("2,5", 2.5), ("2.5", 2.5), ("0.125", 0.125), ("1.500", None), ("1500", 1500.0)]
)
def test_numbers_are_typed_as_people_write_them_there(
    typed: str, value: float | None, german: None, qtbot: QtBot
) -> None:
    field = NumberField("Dauer", (phrase("day"), phrase("days")))
    qtbot.addWidget(field)
    field.show_value(0.25)
    assert field.text() == "0,25 Tage"
    field.setText(typed)
    assert field.typed == value


@pytest.fixture
def large_german(german: None, settings: Settings) -> None:
    settings.put(TEXT_SIZE, 150)


@pytest.mark.timeout(240)
def test_in_german_at_text_150_nothing_is_cut_off_and_no_number_is_english(
    large_german: None, window: MainWindow
) -> None:
    cut: set[str] = set()
    english: set[str] = set()

    def look(where: str, on_view: QWidget) -> None:
        QTest.qWait(30)
        cut.update(f"{where}: {text}" for text in (*cut_off(on_view), *too_large(on_view)))
        english.update(f"{where}: {text}" for _, text in texts_in_window(on_view) if ENGLISH_NUMBER.search(text))

    every_page(Visitor(window), look)
    assert sorted(cut) == []
    assert sorted(english) == []


@pytest.fixture
def windows(qapp: QApplication, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    folder = tmp_path_factory.mktemp("log")
    settings.put(LANGUAGE, ENGLISH)
    made = Windows(qapp, settings, Recovery(folder / "open"), ErrorLog(folder / "log"))
    yield made
    for window in list(made.windows):
        if window.page is not None:
            window.page.bridge.stop()
            window.page.session.file.mark_saved()
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
    speak(qapp, ENGLISH)
    dress(qapp, LIGHT)


def choose_language(window: MainWindow, name: str) -> None:
    for dialog in window.findChildren(Preferences):
        dialog.close()
    window.application.show_settings()
    [dialog] = [each for each in window.findChildren(Preferences) if each.isVisible()]
    field = dialog.fields[LANGUAGE.key]
    place = [field.itemText(row) for row in range(field.count())].index(name)
    field.setCurrentIndex(place)
    field.activated.emit(place)


def test_another_language_is_in_force_at_once_and_what_is_open_goes_on(windows: Windows, qtbot: QtBot) -> None:
    first = windows.open()
    visitor = Visitor(first)
    first.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(20.0)
    visitor.step_limit(1, 1)
    session, undo = visitor.session, visitor.session.history.undo_words
    choose_language(first, "Deutsch")
    qtbot.waitUntil(lambda: windows.windows != [first])
    [window] = windows.windows
    assert window.menuBar().actions()[0].text() == "&Datei"
    assert window.page is not None
    assert window.page.session is session
    assert session.history.undo_words == undo
    assert shown(undo) != undo
    assert window.isVisible()
    [dialog] = [each for each in window.findChildren(Preferences) if each.isVisible()]
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window.page.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.history.undo_words == ""


def test_while_phones_answer_the_language_waits_for_the_next_start(windows: Windows, qtbot: QtBot) -> None:
    window = windows.open()
    window.opening.open_file(exercises()[0].path, as_template=True)
    window.workshop.audience.open("127.0.0.1")
    choose_language(window, "Deutsch")
    qtbot.waitUntil(lambda: "next time" in " ".join(text for _, text in texts_in_window(window.notices)))
    assert windows.windows == [window]
    window.workshop.audience.close()


@pytest.mark.parametrize("language", languages())
def test_what_a_tile_says_of_an_exercise_has_room_in_two_lines(language: str, qapp: QApplication) -> None:
    speak(qapp, language)
    load_fonts()
    told = QFontMetricsF(font(BODY))
    wrapped = QRectF(0, 0, WIDTH - 2 * PAD, 1_000)
    lines = {
        own_text(entry.sentence): round(
            told.boundingRect(wrapped, Qt.TextFlag.TextWordWrap, own_text(entry.sentence)).height() / told.lineSpacing()
        )
        for entry in exercises()
    }
    speak(qapp, ENGLISH)
    assert {text: count for text, count in lines.items() if count > 2} == {}


def test_what_would_be_lost_keeps_the_window_as_it_is(windows: Windows, qtbot: QtBot) -> None:
    window, other = windows.open(), windows.open()
    for each in (window, other):
        each.opening.open_file(exercises()[0].path, as_template=True)
    other.menu_actions[Act.MAKE_EXERCISE].trigger()
    other.notices.tell("left", "kept as you left it")
    choose_language(window, "Deutsch")
    qtbot.waitUntil(lambda: "language" in window.notices.lines)
    assert windows.windows == [window, other]
    other.notices.let_go("left")
    window.notices.let_go("language")
    other.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    choose_language(window, "Deutsch")
    qtbot.waitUntil(lambda: "language" in window.notices.lines)
    assert windows.windows == [window, other]


def test_the_language_that_is_spoken_already_changes_nothing(windows: Windows) -> None:
    window = windows.open()
    choose_language(window, "English")
    QTest.qWait(50)
    assert windows.windows == [window]


@pytest.mark.parametrize(
    ("typed", "values"),
    [("0,5; 1", [0.5, 1.0]), ("1, 2, 3", [1.0, 2.0, 3.0]), ("0,5, 0,7", [0.5, 0.7]), ("1,2,3", None)],
)
def test_values_to_try_are_typed_as_people_write_them_there(
    typed: str, values: list[float] | None, german: None
) -> None:
    assert values_in(typed, "columns.test.service.mean") == values
