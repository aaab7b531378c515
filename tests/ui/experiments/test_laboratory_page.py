"""The laboratory by mouse and keys: which limit, luck or real, when; and what becomes of what runs."""

from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Exponential
from flowsim.domain.intervention_words import card_name
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.experiments.executors import OneProcess
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.plan import ForecastGoal, Plan
from flowsim.experiments.questions import Question
from flowsim.session.edit_commands import column_removed
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document, load_scenario
from flowsim.storage.resources import GalleryEntry, exercises
from flowsim.storage.settings import with_settings
from flowsim.ui.experiments.laboratory_page import LUCK_OR_REAL, WHEN
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.settings import TEXT_SIZE
from flowsim.ui.style.theme import DARK, LIGHT
from flowsim.ui.widgets.count_field import CountField
from tests.ui.charts.chart_hand import ChartHand
from tests.ui.experiments.laboratory_hands import done, few_runs, go_to_experiments, page, run_a_few
from tests.ui.visitor import Visitor


def test_which_limit_by_keys_alone(at_work: Visitor) -> None:
    at_work.page.board.choose_column(1)
    at_work.key(Qt.Key.Key_W)
    its = page(at_work).which_limit
    at_work.until(lambda: its.answer is not None and its.answer.replications > 0)
    at_work.key(Qt.Key.Key_Escape)
    done(at_work)
    answer = its.answer
    assert answer is not None
    assert answer.plan.vary[0].path == "columns.development.wip_limit"
    assert answer.figures[:2] == ("lead_time.mean", "throughput")
    assert its.sheet.headline.text().startswith("WIP limit of Development: ")
    assert all(picture is not None and picture.has_something for picture in its.sheet.pictures)


def test_the_board_and_the_page_keep_their_state_and_the_run_goes_on(at_work: Visitor) -> None:
    at_work.click(at_work.page.controls.play)
    go_to_experiments(at_work)
    before = at_work.session.now
    at_work.until(lambda: at_work.session.now > before)
    assert at_work.window.page_tabs.buttons[1].isChecked()
    at_work.key(Qt.Key.Key_1)
    assert at_work.page.isVisible()
    assert at_work.playing
    at_work.pause()


def test_more_runs_are_added_to_those_that_are_there(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    first = its.answer
    assert first is not None
    played = len(page(at_work).laboratory.known)
    at_work.click(its.more)
    done(at_work)
    second = its.answer
    assert second is not None
    assert (first.replications, second.replications) == (3, 6)
    np.testing.assert_array_equal(second.values[:3], first.values)
    assert len(page(at_work).laboratory.known) == played + 3 * len(first.names)


def test_what_the_window_finds_is_what_the_command_line_writes(at_work: Visitor, tmp_path: Path) -> None:
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    assert its.answer is not None
    its.export.save_results(tmp_path / "out")
    done(at_work)
    from flowsim.cli_experiment import run_experiment

    said: list[str] = []
    plan = tmp_path / "out" / "plan.json"
    assert run_experiment(plan, tmp_path / "cli", 1, None, resume=False, say=said.append, complain=said.append) == 0
    for name in ("runs.csv", "results.csv", "report.html"):
        assert (tmp_path / "cli" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_a_point_opens_as_a_board_to_play_and_undo_brings_the_run_back(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    few_runs(at_work)
    its._ask(asked_about(its._offered, "columns.test.workers"))
    at_work.click(its.run_button)
    done(at_work)
    plot, answer = its.sheet.plots[0], its.answer
    assert answer is not None
    mean = answer.intervals("lead_time.mean")[2].mean
    ChartHand(plot).point(2.5, mean)
    at_work.click(plot.viewport(), ChartHand(plot).spot(2.5, mean))
    at_work.until(lambda: at_work.page.isVisible())
    assert at_work.session.scenario.columns[2].workers == 3
    assert at_work.session.now == 0
    at_work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_work.until(lambda: at_work.session.now > 59)
    assert at_work.session.scenario.columns[2].workers == 1


def asked_about(offered: list[Question], path: str) -> Question:
    return next(question for question in offered if question.path == path)


def test_values_that_cannot_be_tried_are_marked_with_what_can(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    its._ask(asked_about(its._offered, "columns.development.wip_limit"))
    its.values.setFocus()
    its.values.selectAll()
    QTest.keyClicks(its.values, "1, two")
    at_work.key(Qt.Key.Key_Return)
    assert "Numbers with commas" in its._problem.text()
    its.values.selectAll()
    QTest.keyClicks(its.values, "2, 4, no limit")
    at_work.key(Qt.Key.Key_Return)
    assert not its._problem.text()
    run_a_few(at_work)
    assert its.answer is not None
    assert its.answer.plan.vary[0].values == (2, 4, None)


def test_two_settings_at_once_make_a_heat_map(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    few_runs(at_work)
    its._ask(asked_about(its._offered, "columns.test.wip_limit"))
    its._choose_second(its._offered.index(asked_about(its._offered, "columns.test.workers")))
    at_work.click(its.run_button)
    done(at_work)
    picture = its.sheet.pictures[0]
    assert picture is not None
    assert picture.name == "heat-map"
    assert its.answer is not None
    header, rows = picture.table()
    assert len(rows) == len(its.answer.names)
    assert header[-1] == "mean"


def test_a_second_experiment_waits_for_the_first_and_cancel_keeps_what_there_is(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    its.which_limit.runs.show_value(500)
    at_work.click(its.which_limit.run_button)
    at_work.until(lambda: its.which_limit.answer is not None and its.which_limit.answer.replications > 0)
    its.luck_or_real.follow_board()
    its.luck_or_real.place_run()
    assert [task.begun for task in its.laboratory.experiments.tasks] == [True, False]
    at_work.click(its.which_limit.sheet.cancel)
    done(at_work)
    answer = its.which_limit.answer
    assert answer is not None
    assert 0 < answer.replications < 500
    assert its.luck_or_real.luck


def test_luck_or_real_says_how_two_settings_differ_and_why(at_work: Visitor) -> None:
    at_work.key(Qt.Key.Key_P)
    at_work.page.bridge.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    its = go_to_experiments(at_work, LUCK_OR_REAL).luck_or_real
    its.runs.show_value(8)
    at_work.click(its.compare)
    done(at_work)
    comparison = its.comparison
    assert comparison is not None
    answer = comparison.answer
    assert answer.replications == 8
    whole = answer.difference("lead_time.mean").mean
    assert sum(part.interval.mean for part in answer.parts) == pytest.approx(whole, abs=1e-9)
    assert "in 8 of 8 runs" in its.sheet.headline.text()
    picture = its.sheet.pictures[0]
    assert picture is not None
    assert picture.name == "why"


def test_of_several_changes_each_has_its_share_and_they_sum_to_the_whole(at_work: Visitor) -> None:
    at_work.key(Qt.Key.Key_P)
    for column in ("test", "analysis"):
        at_work.page.bridge.do(Step((SetWorkers(at=0.0, column=column, value=3),)))
    its = go_to_experiments(at_work, LUCK_OR_REAL).luck_or_real
    its.runs.show_value(6)
    at_work.click(its.compare)
    done(at_work)
    comparison = its.comparison
    assert comparison is not None
    assert {share.path for share in comparison.shares} == {"columns.test.workers", "columns.analysis.workers"}
    total = sum(share.interval.mean for share in comparison.shares)
    assert total == pytest.approx(comparison.answer.difference("lead_time.mean").mean, abs=1e-9)


def test_without_a_difference_there_is_nothing_to_compare(at_work: Visitor) -> None:
    its = go_to_experiments(at_work, LUCK_OR_REAL).luck_or_real
    assert not its.compare.isEnabled()
    assert "Nothing differs yet" in its._note.text()


def test_the_fan_gives_what_a_forecast_of_the_command_line_gives(at_work: Visitor) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    futures, session = its.futures, at_work.session
    assert futures is not None
    assert len(futures.reached) == 1000
    from flowsim.domain.saved_session import SavedSession

    plan = Plan(
        session.scenario, SavedSession(time=session.now), "now", session.scenario.seed, 200, None, "auto", (), (), None,
        ("throughput",), None, ForecastGoal(cards=30, by=None),
    )  # fmt: skip
    experiment = Experiment(plan, OneProcess())
    list(experiment.play())
    expected = np.array(experiment.outcomes[0])
    within = expected <= futures.times[-1]
    np.testing.assert_array_equal(futures.reached[:200][within], expected[within])
    assert its.sheet.headline.text().replace("\u00a0", " ").startswith("30 more cards: 50 % by day ")


def test_the_fan_follows_a_setting_that_is_turned_and_the_board_can_have_it(at_work: Visitor) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    first = its.futures
    assert first is not None
    its._choose("columns.test.workers")
    its.slider.setFocus()
    at_work.key(Qt.Key.Key_Right)
    at_work.until(lambda: its.futures is not first)
    done(at_work)
    second = its.futures
    assert second is not None
    assert float(np.median(second.reached)) < float(np.median(first.reached))
    at_work.click(its.do)
    at_work.until(lambda: at_work.page.isVisible())
    assert at_work.session.conditions.in_force(at_work.session.scenario).columns[2].workers == 2


def test_nothing_is_forecast_from_fewer_than_five_finished_cards(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(3.0)
    its = go_to_experiments(visitor, WHEN).when
    assert its.futures is None
    assert its.sheet.headline.text() == "Too early to say: a forecast needs 5 finished cards."


def test_where_people_move_the_cards_nobody_forecasts_what_they_will_do(visitor: Visitor) -> None:
    visitor.choose_exercise("Played by hand")
    its = go_to_experiments(visitor, WHEN).when
    assert "People move the cards" in its.sheet.headline.text()
    which = go_to_experiments(visitor)
    visitor.click(which.tabs.button(0))
    assert "pulled by themselves" in which.which_limit.note.text()


def test_closing_while_an_experiment_runs_asks_once_and_leaves_nothing_running(
    at_work: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    its = go_to_experiments(at_work)
    its.which_limit.runs.show_value(2000)
    at_work.click(its.which_limit.run_button)
    at_work.until(lambda: its.which_limit.answer is not None)
    at_work.session.file.mark_saved()
    asked: list[str] = []
    answers = iter([QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes])

    def question(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(QMessageBox, "question", question)
    at_work.window.close()
    assert at_work.window.isVisible()
    at_work.window.close()
    assert not at_work.window.isVisible()
    assert asked == ["An experiment is running. Stop it and close?"] * 2
    assert not its.laboratory.busy
    at_work.until(lambda: not active_children())  # killed at once; who notes that is another thread


@pytest.mark.parametrize("exercise", exercises(), ids=lambda its: its.name)
def test_every_ready_made_question_of_every_exercise_is_one_click(visitor: Visitor, exercise: GalleryEntry) -> None:
    scenario = load_scenario(exercise.path)
    visitor.choose_exercise(exercise.name)
    its = go_to_experiments(visitor).which_limit
    its.runs.show_value(2)
    ready = its.ready.findChildren(QPushButton)
    if all(column.is_queue for column in scenario.columns):
        assert ready == [], "where nobody works there is nothing to vary with one click"
        return
    visitor.click(ready[0])
    visitor.until(lambda: its.answer is not None and its.answer.replications > 0)
    its.cancel()
    done(visitor)


def test_all_pages_wear_the_theme(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    run_a_few(at_work)
    at_work.window.menu_actions[Act.WEAR_DARK].trigger()
    assert its.which_limit.sheet.plots[0].chart_style.theme is DARK
    at_work.window.menu_actions[Act.WEAR_LIGHT].trigger()
    assert its.which_limit.sheet.plots[0].chart_style.theme is LIGHT


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv", "xlsx"])
def test_a_chart_is_exported_as_everything(at_work: Visitor, tmp_path: Path, ending: str) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    path = tmp_path / f"fan.{ending}"
    assert its.export.save(path)
    assert path.stat().st_size > 500
    its.export.copy()
    assert not QApplication.clipboard().image().isNull()


def test_a_file_that_cannot_be_written_is_told(at_work: Visitor, tmp_path: Path) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    assert not its.export.save(tmp_path / "no such folder" / "fan.csv")
    box = next(box for box in its.sheet.findChildren(QMessageBox))
    assert "could not be written" in box.text()
    box.close()


def test_another_board_is_asked_about_when_another_is_open(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    other = replace(at_work.session.scenario, name="Other")
    at_work.key(Qt.Key.Key_1)
    at_work.session.file.mark_saved()
    at_work.window.show_session(Session(Document(other)))
    go_to_experiments(at_work)
    assert its.laboratory.session is at_work.session
    assert its.laboratory.board.name == "Other"


def test_larger_text_keeps_what_was_found_out(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    run_a_few(at_work)
    at_work.window.settings.put(TEXT_SIZE, 150)
    at_work.window.apply(TEXT_SIZE)
    anew = page(at_work)
    assert anew is not its
    assert anew.isVisible()
    assert anew.which_limit.answer is its.which_limit.answer
    assert anew.which_limit.sheet.headline.text() == its.which_limit.sheet.headline.text()
    assert anew.laboratory is its.laboratory
    at_work.window.settings.put(TEXT_SIZE, 100)
    at_work.window.apply(TEXT_SIZE)


def test_a_right_click_on_a_number_asks_what_if_it_were_different(at_work: Visitor) -> None:
    at_work.page.board.choose_column(1)
    limit = at_work.page.inspector.field("WIP limit")
    assert isinstance(limit, CountField)
    limit.customContextMenuRequested.emit(limit.rect().center())
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    assert menu.actions()[0].text() == "What if this were different?"
    menu.actions()[0].trigger()
    menu.close()
    its = page(at_work).which_limit
    at_work.until(lambda: its.answer is not None)
    its.cancel()
    done(at_work)
    assert its.answer is not None
    assert its.answer.plan.vary[0].path == "columns.development.wip_limit"


def test_a_card_is_asked_when_it_would_have_left_with_other_settings(at_work: Visitor) -> None:
    at_work.page.restart()
    at_work.page.edit(Edit(with_settings(at_work.session.scenario, {"columns.test.workers": 3}), "more people"))
    at_work.play_until(60.0)
    at_work.key(Qt.Key.Key_P)
    at_work.page.edit(Edit(with_settings(at_work.session.scenario, {"columns.test.workers": 1}), "one"))
    at_work.play_until(60.0)
    ends = [run.flow.finished for run in (at_work.page.pins.pins[0].run, at_work.session.latest)]
    card = int(np.flatnonzero(ends[0][:40] < ends[1][:40] - 0.1)[0])
    at_work.page.inspector.show_card(at_work.session, card)
    at_work.window.menu_actions[Act.WHAT_IF_CARD].trigger()
    done(at_work)
    said = page(at_work).luck_or_real.sheet.headline.text()
    with_three, with_one = (float(its[card]) for its in ends)
    by = f"{with_one - with_three:.1f}".removesuffix(".0")
    assert said == (f"{card_name(card)} left at day {with_one:.1f}; with Run A it would have left {by} days earlier.")


def test_without_other_settings_a_card_has_nothing_to_be_asked(at_work: Visitor) -> None:
    card = next(iter(at_work.session.board_state.cards))
    at_work.page.inspector.show_card(at_work.session, card)
    at_work.window.menu_actions[Act.WHAT_IF_CARD].trigger()
    assert page(at_work).luck_or_real.sheet.headline.text().startswith("Pin a run with other settings first")


def test_the_warm_up_is_shown_and_dragged_and_all_counts_from_there(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    run_a_few(at_work)
    first, plot = its.answer, its.sheet.plots[2]
    assert first is not None
    assert first.warm_up is not None
    assert plot.isVisible()
    at_work.until(lambda: plot.height() > 0)
    hand = ChartHand(plot)
    hand.drag(hand.spot(first.warm_up.time) + QPoint(2, 0), hand.spot(30.0))
    at_work.until(lambda: its.answer is not first and not page(at_work).laboratory.busy)
    second = its.answer
    assert second is not None
    assert second.plan.warm_up == pytest.approx(30.0, abs=1.0)
    assert second.warm_up is not None
    assert second.warm_up.time == second.plan.warm_up
    assert plot.isVisible()


def test_a_point_opens_the_board_that_was_played_whatever_became_of_the_one_on_view(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    few_runs(at_work)
    its._ask(asked_about(its._offered, "columns.test.workers"))
    at_work.click(its.run_button)
    done(at_work)
    at_work.key(Qt.Key.Key_1)
    at_work.page.edit(column_removed(at_work.session, 2))
    go_to_experiments(at_work)
    assert "The board has changed since these runs." in its.sheet.warnings.text()
    its._open(1)
    assert [column.id for column in at_work.session.scenario.columns] == ["analysis", "development", "test"]
    assert at_work.session.scenario.columns[2].workers == 2


def test_what_was_found_out_about_one_board_is_no_answer_for_another(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    its.which_limit.runs.show_value(2000)
    at_work.click(its.which_limit.run_button)
    at_work.until(lambda: its.which_limit.answer is not None)
    at_work.session.file.mark_saved()
    desk = next(its.path for its in exercises() if its.name == "Support desk")
    at_work.window.opening.open_file(desk, as_template=True)
    at_work.until(lambda: at_work.session.scenario.name == "Support desk")
    go_to_experiments(at_work)
    done(at_work)
    assert its.which_limit.answer is None
    assert its.which_limit.run_button.isEnabled()
    assert its.which_limit.ready.isVisible()


def test_no_more_cards_are_forecast_than_there_are(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    order = replace(visitor.session.scenario, arrivals=Fixed(count=20))
    visitor.session.file.mark_saved()
    visitor.window.show_session(Session(Document(order)))
    visitor.play_until(14.0)
    its = go_to_experiments(visitor, WHEN).when
    done(visitor)
    left = 20 - len(visitor.session.latest.flow.finishers)
    assert its.sheet.headline.text().startswith(f"{left} more cards: ")
    visitor.key(Qt.Key.Key_1)
    visitor.play_until(1000.0)
    its = go_to_experiments(visitor, WHEN).when
    assert its.sheet.headline.text() == "All work is done."


def test_extend_goes_on_with_what_is_on_view_whatever_the_form_asks_by_now(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    few_runs(at_work)
    its._ask(asked_about(its._offered, "columns.development.wip_limit"))
    at_work.click(its.run_button)
    done(at_work)
    first = its.answer
    its._ask(asked_about(its._offered, "columns.test.workers"))
    at_work.click(its.more)
    done(at_work)
    assert first is not None
    assert its.answer is not None
    assert its.answer.plan.vary == first.plan.vary
    assert its.answer.replications == 2 * first.replications


def test_the_fan_of_one_board_is_not_shown_under_the_name_of_another(at_work: Visitor) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    at_work.session.file.mark_saved()
    at_work.window.show_session(Session(Document(replace(at_work.session.scenario, name="Other"))))
    at_work.window.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    assert its.futures is None
    assert its.sheet.headline.text() == "Too early to say: a forecast needs 5 finished cards."
    assert not its.sheet.export.isVisible()


def test_a_run_is_of_the_board_as_it_is_after_undo(at_work: Visitor) -> None:
    at_work.page.bridge.do(Step((SetWorkers(at=0.0, column="test", value=3),)))
    its = go_to_experiments(at_work).which_limit
    its._ask(asked_about(its._offered, "columns.development.wip_limit"))
    at_work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_work.until(lambda: page(at_work).laboratory.board.columns[2].workers == 1)
    run_a_few(at_work)
    assert its.answer is not None
    assert its.answer.plan.scenario.columns[2].workers == 1
    assert its.answer.plan.vary[0].path == "columns.development.wip_limit"


def test_cancel_frees_the_workers_even_from_a_run_that_would_never_end(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    its.runs.show_value(2)
    its.length.show_value(1e8)
    its.warm_up.show_value(1.0)
    at_work.click(its.run_button)
    at_work.until(lambda: bool(its.task and its.task.begun))
    at_work.click(its.sheet.cancel)
    done(at_work)
    run_a_few(at_work)
    assert its.answer is not None
    assert its.answer.replications == 3


def test_the_second_chart_is_one_of_the_answer_on_view_whatever_the_form_asks_by_now(visitor: Visitor) -> None:
    visitor.choose_exercise("Five-step line")
    its = go_to_experiments(visitor).which_limit
    its.runs.show_value(2)
    its.ask(next(each for each in its._offered if not each.path and len(each.figures) == 2))
    done(visitor)
    assert its.answer is not None
    shown = its.answer.figures
    its._ask(next(each for each in its._offered if len(each.figures) == 4))
    its.draw()
    assert its.second_figure.count() == len(shown) - 1
    assert its.sheet.pictures[1] is not None


def test_a_cancelled_answer_is_at_its_end(at_work: Visitor) -> None:
    its = go_to_experiments(at_work).which_limit
    its.runs.show_value(2000)
    at_work.click(its.run_button)
    at_work.until(lambda: its.answer is not None and its.answer.replications > 0)
    at_work.key(Qt.Key.Key_Escape)
    done(at_work)
    assert its.answer is not None
    assert its.answer.done
    assert not its.sheet.headline.text().startswith("So far")


def test_what_was_found_gives_way_at_once_to_what_is_being_found(at_work: Visitor, tmp_path: Path) -> None:
    at_work.key(Qt.Key.Key_P)
    at_work.page.bridge.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    its = go_to_experiments(at_work, LUCK_OR_REAL).luck_or_real
    its.runs.show_value(4)
    at_work.click(its.compare)
    done(at_work)
    assert its.sheet.export.isVisible()
    at_work.click(its.place)
    assert not its.sheet.export.isVisible()
    assert its.sheet.pictures[0] is None
    done(at_work)
    assert its.export.save(tmp_path / "luck.csv")
    at_work.key(Qt.Key.Key_1)
    at_work.page.restart()
    go_to_experiments(at_work, LUCK_OR_REAL)
    assert "The board has changed since these runs." in its.sheet.warnings.text()


def test_where_some_changes_alone_make_no_board_the_comparison_stays_and_says_so(visitor: Visitor) -> None:
    columns = tuple(Column(id=name, service=Exponential(mean=0.5), wip_limit=5) for name in "ab")
    narrow = Scenario(name="batches", columns=columns, arrivals=Poisson(rate=1.0), horizon=None)
    visitor.window.show_session(Session(Document(narrow)))
    visitor.play_until(20.0)
    visitor.key(Qt.Key.Key_P)
    wide = with_settings(
        narrow, {"columns.a.wip_limit": 9, "columns.a.transfer_batch": 7, "columns.b.wip_limit": 9}
    )  # fmt: skip
    visitor.page.edit(Edit(wide, "wider"))
    visitor.play_until(20.0)
    its = go_to_experiments(visitor, LUCK_OR_REAL).luck_or_real
    its.runs.show_value(4)
    visitor.click(its.compare)
    done(visitor)
    assert its.comparison is not None
    assert its.comparison.answer.replications == 4
    assert "What each change contributes cannot be told: " in its.sheet.details.text()


def test_a_long_run_is_let_go_soon(visitor: Visitor) -> None:
    """A thousand runs as long as this one would take an hour."""
    visitor.choose_exercise("Software team")
    visitor.play_until(20_000.0)
    its = go_to_experiments(visitor, LUCK_OR_REAL).luck_or_real
    visitor.click(its.place)
    visitor.until(lambda: its.task is not None and its.task.begun)
    visitor.key(Qt.Key.Key_Escape)
    done(visitor)
    assert its.place.isEnabled()


def test_a_fan_is_seen_however_long_the_run_was(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.play_until(3_000.0)
    its = go_to_experiments(visitor, WHEN).when
    done(visitor)
    picture = its.sheet.pictures[0]
    assert picture is not None
    assert picture.x.low < 3_000.0 < picture.x.high
    assert picture.x.high - 3_000.0 > 0.3 * (picture.x.high - picture.x.low)
    assert picture.y.low > 2_000


@pytest.mark.parametrize(
    ("by", "said"),
    [(80.0, "By day 80, more cards: at least"), (3.0, "Day 3 is past."), (1e9, "is too far away to look ahead to.")],
)
def test_a_moment_is_answered_as_it_is_asked(at_work: Visitor, by: float, said: str) -> None:
    its = go_to_experiments(at_work, WHEN).when
    done(at_work)
    its.by.asked.emit(by)
    done(at_work)
    assert said.lower() in its.sheet.details.text().lower()


def test_text_size_keeps_what_the_forms_ask(at_work: Visitor) -> None:
    its = go_to_experiments(at_work)
    few_runs(at_work)
    its.which_limit.warm_up.show_value(4.0)
    its.when.cards.show_value(7.0)
    at_work.window.settings.put(TEXT_SIZE, 150)
    at_work.window.apply(TEXT_SIZE)
    anew = page(at_work)
    asked = anew.which_limit
    assert (asked.runs.typed, asked.length.typed, asked.warm_up.typed) == (3.0, 60.0, 4.0)
    assert anew.when.cards.typed == 7.0
    at_work.window.settings.put(TEXT_SIZE, 100)
    at_work.window.apply(TEXT_SIZE)


def test_on_the_first_page_there_is_no_page_to_go_to_but_the_manual(visitor: Visitor) -> None:
    buttons = visitor.window.page_tabs.buttons
    assert [button.text() for button in buttons if button.isVisible()] == ["Learn"]
    visitor.choose_exercise("Software team")
    assert all(button.isVisible() for button in buttons)
