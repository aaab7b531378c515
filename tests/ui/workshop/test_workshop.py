"""The workshop by real events: predict, lock, run, reveal, learn, branch, compare, report; and what stays as it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from shiboken6 import isValid

from flowsim.domain.column_settings import SetWorkers
from flowsim.reports.verifying import differences
from flowsim.session.opening_files import session_of_file
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.steps import Step
from flowsim.storage import Document, save_document
from flowsim.storage.tables import csv_text
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.main_window import MainWindow
from flowsim.ui.main_window.workshop_files import rounds_as_table
from flowsim.ui.style.theme import DARK, LIGHT
from flowsim.ui.workshop.guide_panel import countdown
from flowsim.ui.workshop.presenter import Part
from tests.session.boards import BUSY
from tests.ui.visitor import Visitor
from tests.ui.workshop.workshop_hands import first_round, guide, lock_and_run, play_round, predict, type_into


def write_report(visitor: Visitor, path: Path) -> None:
    work = visitor.window.workshop.acts.files.save_report(path)
    assert work is not None
    visitor.until(lambda: not isValid(work) or not work.goes_on)


def test_the_guide_leads_from_step_to_step_and_back(guided: Visitor) -> None:
    panel = guide(guided)
    assert panel.title.text() == "A team and its board"
    assert panel.where.text() == "Step 1 of 7"
    assert not panel.back.isEnabled()
    guided.click(panel.next)
    assert (panel.title.text(), panel.where.text()) == ("Round 1: as it is", "Step 2 of 7")
    guided.click(panel.back)
    assert panel.title.text() == "A team and its board"
    guided.key(Qt.Key.Key_PageDown)
    assert panel.where.text() == "Step 2 of 7"


def test_a_variant_leaves_steps_out(guided: Visitor) -> None:
    panel = guide(guided)
    assert panel.minutes.isVisible()
    panel.minutes.asked.emit(20)
    assert panel.where.text() == "Step 1 of 5"
    guided.click(panel.next)
    assert not panel.minutes.isVisible()


def test_the_last_step_asks_what_to_talk_about(guided: Visitor) -> None:
    for _ in range(6):
        guided.click(guide(guided).next)
    assert "Who decides about limits in your team?" in guide(guided).text.toPlainText()


def test_what_a_step_speaks_of_is_outlined_on_the_real_window(guided: Visitor) -> None:
    outline = guided.window.workshop.outline
    assert outline is not None
    play = guided.page.controls.play
    guided.until(lambda: outline.place == QRect(play.mapTo(guided.page, QPoint(0, 0)), play.size()))
    guided.click(play)
    assert guided.playing, "a click goes through the outline"


def test_time_stands_until_the_guesses_are_locked(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    guided.click(guided.page.controls.play)
    assert not guided.playing
    assert "Lock the predictions first" in guided.page.board.message.said


def test_a_whole_round_by_mouse_and_keyboard(guided: Visitor) -> None:
    panel = guide(guided).round_panel
    guided.click(guide(guided).next)
    predict(guided)
    plot = panel.fields[2].plot
    assert plot is not None
    guided.click(plot.viewport(), QPoint(plot.width() // 2, plot.height() // 3))
    its = guided.session.workshop.under_way
    assert its is not None
    guesses = [prediction.guess for prediction in its.predictions]
    assert guesses[:2] == [(5.0,), (1.0,)]
    assert 0 < guesses[2][0] < 180
    lock_and_run(guided)
    assert guided.session.now == 180.0
    guided.click(panel.reveal)
    assert panel.reveal_view.sentences[0] == "We said 5 days; it came to 11.2 days: 6.2 days too little."
    assert panel.reveal_view.sentences[1] == "We said “Development”; it was “Test”."
    panel.notes.setFocus()
    QTest.keyClicks(panel.notes, "Test is short of people")
    guided.click(panel.keep)
    [kept] = guided.session.workshop.rounds
    assert kept.learned == "Test is short of people"


def test_the_focus_goes_from_the_guess_to_the_board_to_what_is_next(guided: Visitor) -> None:
    panel = guide(guided).round_panel
    guided.click(guide(guided).next)
    guided.window.activateWindow()
    first = panel.fields[0].numbers[0]
    guided.until(lambda: all(one.isVisible() for field in panel.fields for one in field.inputs))
    first.setFocus()
    guided.until(lambda: QApplication.focusWidget() is first)
    answers = panel.fields[1].inputs[:1]  # the arrow keys go through the others
    for expected in (*answers, *panel.fields[2].inputs, panel.lock):
        guided.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    guided.session.set_speed(AS_FAST_AS_IT_CAN)
    guided.key(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is guided.page.board, "Space pauses now, and gives nothing up"
    guided.until(lambda: phase_of(guided.session) is Phase.OVER)
    guided.until(lambda: QApplication.focusWidget() is panel.reveal)
    guided.key(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is panel.notes


def test_half_a_round_is_no_round(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    guided.click(guide(guided).round_panel.lock)
    assert phase_of(guided.session) is Phase.RUN
    assert not guide(guided).next.isEnabled()
    guided.key(Qt.Key.Key_PageDown)
    assert "let it come to its end" in guided.page.board.message.said
    assert guide(guided).where.text() == "Step 2 of 7"
    assert guided.session.workshop.rounds == ()


def test_a_branch_rests_where_the_run_was_and_may_go_on(guided: Visitor) -> None:
    first_round(guided)
    guided.page.look(100.0)
    guided.click(guided.page.timeline.branch)
    guided.session.set_speed(AS_FAST_AS_IT_CAN)
    guided.click(guided.page.controls.play)
    guided.until(lambda: not guided.playing)
    assert guided.session.now == 180.0
    guided.click(guided.page.controls.play)
    guided.until(lambda: guided.session.now > 180.0)


def test_undo_takes_the_round_back_act_by_act(guided: Visitor) -> None:
    first_round(guided)
    seen = []
    while guided.session.history.can_undo:
        guided.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(phase_of(guided.session))
    assert seen[:3] == [Phase.REVEALED, Phase.OVER, Phase.PREDICT]
    assert seen[-1] is Phase.NONE
    assert guided.session.now == 0.0


def test_rounds_stand_side_by_side_on_their_page(guided: Visitor) -> None:
    first_round(guided)
    guided.page.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    guided.click(guide(guided).next)
    guided.click(guide(guided).next)
    play_round(guided)
    guided.key(Qt.Key.Key_3)
    page = guided.window.workshop.page
    assert page is not None
    guided.until(lambda: page.runs.complete)
    texts = page.table.texts()
    assert [row[0] for row in texts] == ["As it is", "With our change"]
    assert texts[1][1] == "Test people 1 → 2"
    assert texts[0][2] == "11.2 days"
    assert texts[0][8].startswith("5 days → 11.2 days\nDevelopment → Test")
    assert page.plot.picture is not None
    assert len(page.plot.picture.labels) == 2
    assert page.table.place == 1
    page.runs.want(guided.session.workshop.rounds[:1])
    assert [label.text for label in page.picture(LIGHT).labels] == ["As it is"], "the chosen one is still being played"


def test_a_round_of_the_table_comes_back_to_the_board(guided: Visitor) -> None:
    first_round(guided)
    rows = guided.session.flow.rows.tobytes()
    guided.page.restart()
    guided.key(Qt.Key.Key_3)
    page = guided.window.workshop.page
    assert page is not None
    guided.click(page.open_button)
    guided.until(lambda: guided.page.isVisible())
    assert guided.session.flow.rows.tobytes() == rows


def test_a_round_of_the_table_is_branched_from_one_of_its_moments(guided: Visitor) -> None:
    first_round(guided)
    guided.page.restart()
    guided.key(Qt.Key.Key_3)
    page = guided.window.workshop.page
    assert page is not None
    guided.click(page.branch_button)
    guided.until(lambda: guided.page.isVisible())
    assert guided.session.looks_back
    assert guided.session.view.now == 90.0
    guided.click(guided.page.timeline.branch)
    assert guided.session.now == 90.0


def test_an_exercise_goes_at_its_own_pace(guided: Visitor) -> None:
    assert guided.session.player.speed == 2.0


def choose_rule(visitor: Visitor, number: int) -> None:
    """Press the button, and take an entry of its menu, from 0."""
    page = visitor.window.workshop.page
    assert page is not None
    visitor.click(page.rule_button)
    visitor.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [action for action in menu.actions() if not action.isSeparator()]
    visitor.click(menu, menu.actionGeometry(entries[number]).center())
    visitor.until(lambda: QApplication.activePopupWidget() is None)


def test_the_same_work_is_played_by_the_rule_that_is_chosen_or_by_every_one(guided: Visitor) -> None:
    first_round(guided)
    guided.key(Qt.Key.Key_3)
    page = guided.window.workshop.page
    assert page is not None
    choose_rule(guided, 2)
    guided.until(lambda: page.runs.complete)
    assert [row[0] for row in page.table.texts()] == ["As it is", "Rule: no limits (As it is)"]
    page.table.selectRow(0)
    choose_rule(guided, 0)
    guided.until(lambda: page.runs.complete)
    rules = ["Rule: no limits", "Rule: pull with the board's limits", "Rule: one card for each person"]
    names = [row[0] for row in page.table.texts()]
    assert names[1:] == [f"{rule} (As it is)" for rule in rules], "what was played is not played again"


def test_a_round_of_ones_own_on_any_board(visitor: Visitor) -> None:
    visitor.choose_exercise("Support desk")
    visitor.pause()
    visitor.key(Qt.Key.Key_3)
    page = visitor.window.workshop.page
    assert page is not None
    assert not page.table.isVisible()
    visitor.click(page.form.begin)
    visitor.until(lambda: visitor.page.isVisible())
    type_into(guide(visitor).round_panel.fields[0].numbers[0], "1")
    lock_and_run(visitor)
    assert visitor.session.now == visitor.session.workshop.under_way.until  # type: ignore[union-attr]


def test_results_are_out_of_sight_until_they_are_revealed(visitor: Visitor) -> None:
    card = next(card for card in visitor.window.gallery.cards if card.accessibleName() == "Many hats")
    visitor.click(card.guide)
    visitor.until(lambda: guide(visitor).isVisible())
    visitor.click(guide(visitor).next)
    assert visitor.page.chart.isVisible()
    lock_and_run(visitor)
    hidden = (visitor.page.chart, visitor.page.figures, visitor.page.bottleneck)
    assert not any(part.isVisible() for part in hidden)
    assert visitor.page.cover.isVisible()
    done = visitor.page.board.heads.all[-1]
    count = done.findChildren(QLabel)
    finished = f"{visitor.session.board_state.finished:,}"
    assert "?" in [label.text() for label in count]
    assert finished not in [label.text() for label in count], "nor how many were delivered"
    assert finished not in QAccessible.queryAccessibleInterface(done).text(QAccessible.Text.Name)
    visitor.click(guide(visitor).round_panel.reveal)
    visitor.until(lambda: finished in [label.text() for label in count])
    assert all(part.isVisible() for part in hidden)
    assert not visitor.page.cover.isVisible()


def test_a_callout_appears_when_its_condition_holds_and_says_when(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    lock_and_run(guided)
    guided.until(lambda: "Three cards wait for somebody in Test." in guide(guided).callouts.text())
    assert guide(guided).callouts.text().startswith("day 27.6: ")


def test_an_act_at_an_earlier_moment_offers_a_branch(guided: Visitor) -> None:
    first_round(guided)
    rows = guided.session.flow.rows.tobytes()
    guided.page.look(20.0)
    guided.page.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    assert guided.session.flow.rows.tobytes() == rows, "it is offered, not done"
    notice = guided.window.notices.lines["branch"]
    assert "Test people 1 → 2" in notice.text
    guided.click(notice.buttons[0])
    assert guided.session.now == 180.0
    assert guided.session.flow.rows.tobytes() != rows
    assert [pin.name for pin in guided.page.pins.pins] == ["Earlier run"]
    assert guided.page.figures.against.isVisible()
    guided.click(guided.window.notices.lines["branched"].buttons[0])
    dialogs = [each for each in guided.window.findChildren(QWidget) if type(each).__name__ == "WhyDialog"]
    assert len(dialogs) == 1
    dialogs[0].close()
    guided.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert guided.session.flow.rows.tobytes() == rows


def test_a_drag_at_an_earlier_moment_offers_a_branch(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(20.0)
    visitor.page.look(10.0)
    visitor.still()
    lanes = visitor.session.view.board_state.lanes
    place, card = next((place, card) for place, lane in enumerate(lanes[:-1]) for card in lane.doing)
    visitor.drag(card, place + 1)
    notice = visitor.window.notices.lines["branch"]
    assert f"to {visitor.session.scenario.columns[place + 1].title}" in notice.text
    visitor.click(notice.buttons[0])
    assert visitor.session.history.interventions[0].at == 10.0
    assert visitor.session.now == pytest.approx(20.0, abs=2.0)


def test_branch_here_goes_on_from_the_moment_on_view(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(20.0)
    branch = visitor.page.timeline.branch
    assert not branch.isVisible()
    visitor.page.look(10.0)
    visitor.click(branch)
    assert visitor.session.now == 10.0
    assert not visitor.session.looks_back
    assert not branch.isVisible()


def test_what_is_written_is_the_session_and_replays_it(guided: Visitor, tmp_path: Path) -> None:
    first_round(guided)
    files = guided.window.workshop.acts.files
    write_report(guided, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_bytes()
    assert differences(page) == []
    assert page.count(b"data:image/svg+xml") == 2
    again = session_of_file(tmp_path / "report.html")
    assert again.workshop == guided.session.workshop
    assert again.flow.rows.tobytes() == guided.session.flow.rows.tobytes()
    write_report(guided, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert files.save_rounds(tmp_path / "rounds.csv")
    assert (tmp_path / "rounds.csv").read_text() == csv_text(*rounds_as_table(guided.session))
    assert files.save_rounds(tmp_path / "rounds.xlsx")


def test_the_report_opens_in_the_window(guided: Visitor, tmp_path: Path) -> None:
    first_round(guided)
    write_report(guided, tmp_path / "report.html")
    before = guided.session
    guided.window.opening.open_file(tmp_path / "report.html")
    assert guided.session is not before
    assert guided.session.workshop == before.workshop
    assert guide(guided).isVisible()


def test_another_exercise_asks_nothing_and_loses_no_round(guided: Visitor) -> None:
    first_round(guided)
    guided.window.show_gallery()
    card = next(card for card in guided.window.gallery.cards if card.accessibleName() == "Support desk")
    guided.click(card.guide)
    guided.until(lambda: guided.page.isVisible())
    assert guided.session.scenario.name == "Support desk"
    assert [its.name for its in guided.session.workshop.rounds] == ["As it is"]
    assert guide(guided).title.text() == "Two people, and callers"


def test_the_guide_hides_and_comes_back_where_it_was(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    guided.click(guide(guided).close_button)
    assert not guide(guided).isVisible()
    guided.window.menu_actions[Act.SHOW_GUIDE].trigger()
    assert guide(guided).isVisible()
    assert guide(guided).where.text() == "Step 2 of 7"


def test_the_presenter_shows_large_text_and_gives_everything_back(guided: Visitor) -> None:
    window: MainWindow = guided.window
    size = window.font().pixelSize()
    window.menu_actions[Act.PRESENT].trigger()
    presenter = window.workshop.presenter
    assert presenter is not None
    assert presenter.isVisible()
    assert not window.menuBar().isVisible()
    for part in (Part.BOARD, Part.BOTH, Part.CHART):
        presenter.show_part(part)
        assert presenter.board.isVisible() == (part is not Part.CHART)
        assert presenter.plot.isVisible() == (part is not Part.BOARD)
    small = [
        (type(each).__name__, each.fontInfo().pixelSize())
        for each in presenter.findChildren(QWidget)
        if each.isVisible() and hasattr(each, "text") and each.text() and each.fontInfo().pixelSize() < 24
    ]
    assert small == []
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    assert window.workshop.presenter is None
    assert window.menuBar().isVisible()
    assert guided.page.isVisible()
    assert window.font().pixelSize() == size


def test_a_round_is_led_from_the_presenter(guided: Visitor) -> None:
    guided.window.menu_actions[Act.PRESENT].trigger()
    presenter = guided.window.workshop.presenter
    assert presenter is not None
    guided.key(Qt.Key.Key_PageDown)
    questions = presenter.questions
    assert questions.isVisible()
    assert [field.question.text.split()[0] for field in questions.fields] == ["How", "Which", "Where"]
    type_into(questions.fields[0].numbers[0], "9")
    options = questions.fields[1].options
    assert options is not None
    guided.click(options.buttons[2])
    guided.session.set_speed(AS_FAST_AS_IT_CAN)
    presenter.show_controls(visible=True)
    guided.click(presenter.act)
    assert not questions.isVisible()
    guided.until(lambda: phase_of(guided.session) is Phase.OVER)
    presenter.show_controls(visible=True)
    guided.click(presenter.act)
    assert "We said 9 days; it came to 11.2 days: 2.2 days too little." in presenter.words.text()
    assert "We said “Test”, and so it was." in presenter.words.text()
    presenter.left.emit()


def test_notes_stand_in_a_window_of_their_own(guided: Visitor) -> None:
    guided.window.menu_actions[Act.SHOW_NOTES].trigger()
    notes = guided.window.workshop.notes
    assert notes is not None
    assert notes.isWindow()
    assert "Let people talk" in notes.notes.toPlainText()
    assert notes.coming.text() == "Then: Round 1: as it is"
    guided.click(notes.next)
    assert "flip chart" in notes.notes.toPlainText()
    assert guide(guided).where.text() == "Step 2 of 7"
    notes.close()


def test_the_time_of_a_step_goes_on_where_it_was(guided: Visitor) -> None:
    before = guide(guided)
    guided.click(before.next)
    before.advance(125.0)
    left = before.seconds_left
    assert left is not None
    guided.click(before.back)
    guided.click(before.next)
    assert before.seconds_left == pytest.approx(left, abs=20), "after another step"
    guided.window.menu_actions[Act.PRESENT].trigger()
    guided.window.workshop.stop_presenting()
    guided.until(lambda: guide(guided).isVisible())
    assert guide(guided) is not before
    assert guide(guided).seconds_left == pytest.approx(left, abs=20), "after the presenter"


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
def test_a_key_of_another_page_ends_the_presenter(guided: Visitor, key: Qt.Key) -> None:
    guided.window.menu_actions[Act.PRESENT].trigger()
    guided.key(key)
    window = guided.window
    assert (window.workshop.presents, window.stage.scale) == (False, None)
    assert window.menuBar().isVisible()
    on_view = {Qt.Key.Key_2: window.laboratory.on_view, Qt.Key.Key_3: window.workshop.on_view}
    assert on_view.get(key, window.page is not None and window.page.isVisible())
    window.show_board()


def test_the_presenter_wears_what_the_window_wears(guided: Visitor) -> None:
    guided.window.menu_actions[Act.PRESENT].trigger()
    presenter = guided.window.workshop.presenter
    assert presenter is not None
    for act, theme in ((Act.WEAR_DARK, DARK), (Act.WEAR_LIGHT, LIGHT)):
        guided.window.menu_actions[act].trigger()
        head = presenter.board.heads.all[0]
        [count] = [label for label in head.findChildren(QLabel) if label.text() == "0"]
        assert theme.surface in count.styleSheet()
        assert presenter.plot.grab().toImage().pixelColor(2, 2).name() == QColor(theme.surface).name()
    guided.window.workshop.stop_presenting()


@pytest.mark.parametrize("elsewhere", ["another file", "the first page"])
def test_the_presenter_ends_where_another_page_comes_on_view(guided: Visitor, tmp_path: Path, elsewhere: str) -> None:
    path = tmp_path / "other.flowsim"
    save_document(path, Document(BUSY))
    guided.window.menu_actions[Act.PRESENT].trigger()
    if elsewhere == "another file":
        guided.window.opening.open_file(path)
        guided.until(lambda: guided.session.scenario.name == BUSY.name)
    else:
        guided.window.show_gallery()
    assert not guided.window.workshop.presents
    assert guided.window.stage.scale is None
    assert guided.window.menuBar().isVisible()


def test_the_timer_counts_down_and_beyond() -> None:
    assert [countdown(seconds) for seconds in (252.0, 0.4, -30.0)] == ["4:12", "0:00", "+0:30"]
