"""Every setting of a board in the inspector, by mouse and keys: what is typed or chosen is in force, and undone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from flowsim.domain.arrivals import (
    ByPeriod,
    Fixed,
    Period,
    Poisson,
)
from flowsim.domain.distributions import Exponential, Lognormal
from flowsim.domain.plan_of_changes import PlannedWorkers
from flowsim.domain.scenario import (
    CardClass,
    Column,
    Family,
    Person,
    Scenario,
    SharedLimit,
)
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.session.session import Session
from flowsim.storage import Document
from flowsim.ui.panels.form import Field, Form
from flowsim.ui.panels.sentences import about_card
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.periods_field import periods_of, text_of
from tests.ui.visitor import Visitor

BOARD = Scenario(
    name="Everything",
    columns=(Column(id="dev", name="Development", wip_limit=6), Column(id="test", name="Test", wip_limit=6)),
    arrivals=Poisson(rate=0.5),
    shared_limits=(SharedLimit(columns=("dev", "test"), limit=9),),
    classes=(CardClass(id="standard", name="Standard"), CardClass(id="fast", name="Fast", share=0.0, priority=1)),
    families=(Family(id="a"), Family(id="b")),
)
TEAM = Scenario(
    name="Team",
    columns=BOARD.columns,
    arrivals=Poisson(rate=0.5),
    people=(
        Person(name="Ada", skills={"dev": 1.0, "test": 1.0}),
        Person(name="Ben", skills={"dev": 1.0}),
    ),
)


def show(visitor: Visitor, scenario: Scenario, column: int | None = None, until: float = 0.0) -> None:
    visitor.window.show_session(Session(Document(scenario)))
    visitor.until(lambda: visitor.page.isVisible())
    if until:
        visitor.play_until(until)
    if column is None:
        visitor.page.board.choose([])
    else:
        visitor.page.inspector.show_column(visitor.session, column)
    visitor.still()


def the_field(visitor: Visitor, label: str) -> Field:
    """The field with this label; how work varies stands beside its average."""
    field = visitor.page.inspector.field("Work on a card" if label == "It varies" else label)
    if isinstance(field, DistributionField):
        return field.variation if label == "It varies" else field.mean
    return field


def change(visitor: Visitor, label: str, value: object) -> None:
    """Type a number, or choose by keys, as a person would."""
    field = the_field(visitor, label)
    visitor.until(field.isVisible)
    field.setFocus()
    if isinstance(field, ChoiceField):
        place = field._values.index(value)
        QTest.keyClick(field, Qt.Key.Key_Down)
        visitor.until(lambda: field.view().isVisible())
        QTest.keyClick(field.view(), Qt.Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(field.view(), Qt.Key.Key_Down)
        QTest.keyClick(field.view(), Qt.Key.Key_Return)
        visitor.until(lambda: not field.view().isVisible())
    elif isinstance(field, NumberField):
        field.selectAll()
        QTest.keyClicks(field, str(value))
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        assert isinstance(field, CountField)
        QTest.keyClick(field, Qt.Key.Key_Return)
        editor = field._editor
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, str(value))
        QTest.keyClick(editor, Qt.Key.Key_Return)


def column(read: Callable[[Column], Any]) -> Callable[[Session], Any]:
    return lambda session: read(session.conditions.columns[1])


SETTINGS: list[tuple[str, object, Callable[[Session], Any], object]] = [
    ("WIP limit", 4, column(lambda now: now.wip_limit), 4),
    ("Limit counts", "doing", column(lambda now: now.limit_counts), "doing"),
    ("When full", "warn", column(lambda now: now.enforcement), "warn"),
    ("People", 3, column(lambda now: now.workers), 3),
    ("Work on a card", "2.5", column(lambda now: now.service.mean), 2.5),
    ("It varies", 1.0, column(lambda now: now.service.cv), 1.0),
    ("Set-up", "family", column(lambda now: now.setup.rule), "family"),
    ("Transfer batch", 3, column(lambda now: now.transfer_batch), 3),
    ("Handover time", "0,5", column(lambda now: now.move_time), 0.5),
    ("Rework", "20 %", column(lambda now: now.rework.probability), 0.2),
    ("Blocked cards", "10", column(lambda now: now.blockers.probability), 0.1),
    ("Again and again", "0.5", column(lambda now: now.blockers.rate), 0.5),
    ("Fast: limit", 2, column(lambda now: now.limits_by_class), {"fast": 2}),
    ("Fast: pass by", "40 %", column(lambda now: now.skip), {"fast": 0.4}),
]


@pytest.mark.parametrize(("label", "value", "read", "expected"), SETTINGS, ids=[label for label, *_ in SETTINGS])
def test_a_setting_of_a_column_is_in_force_at_once_and_undone_as_one_step(
    visitor: Visitor, label: str, value: object, read: Callable[[Session], Any], expected: object
) -> None:
    show(visitor, BOARD, 1)
    before = read(visitor.session)
    change(visitor, label, value)
    assert read(visitor.session) == expected != before
    assert len(visitor.session.history.done) == 1
    visitor.page.undo()
    assert read(visitor.session) == before


def test_what_belongs_to_a_set_up_is_asked_for_once_there_is_one(visitor: Visitor) -> None:
    show(visitor, BOARD, 0)
    assert not visitor.page.inspector.field("Set-up time").isVisible()
    change(visitor, "Set-up", "per_batch")
    change(visitor, "Set-up time", "2")
    change(visitor, "Cards per set-up", 5)
    setup = visitor.session.conditions.columns[0].setup
    assert (setup.rule, setup.time, setup.batch) == ("per_batch", 2.0, 5)


def test_what_belongs_to_batches_rework_and_blockers_comes_with_them(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Transfer batch", 2)
    change(visitor, "Batch waits at most", "3")
    change(visitor, "Rework", "10")
    change(visitor, "Where", "dev")
    change(visitor, "Blocked cards", "5")
    change(visitor, "Blocked for", "4 days")
    change(visitor, "Meanwhile", False)
    now = visitor.session.conditions.columns[1]
    assert (now.transfer_timeout, now.rework.to) == (3.0, "dev")
    assert (now.blockers.duration.mean, now.blockers.worker_waits) == (4.0, False)


@pytest.mark.parametrize(
    ("label", "value", "setting", "expected"),
    [
        ("Cards move", False, "auto_pull", False),
        ("Next column full: person", "server", "blocking", "server"),
        ("Replenish", "7", "replenish_every", 7.0),
        ("Deliver", "14 days", "deliver_every", 14.0),
        ("Switching costs", "15 %", "context_switch_tax", 0.15),
    ],
)
def test_a_rule_of_the_board_is_in_force_at_once(
    visitor: Visitor, label: str, value: object, setting: str, expected: object
) -> None:
    show(visitor, BOARD)
    change(visitor, label, value)
    assert getattr(visitor.session.conditions.rules, setting) == expected


def test_the_formula_of_switching_is_on_view_where_switching_costs(visitor: Visitor) -> None:
    show(visitor, BOARD)
    assert "max(0" not in visitor.page.inspector._text.text()
    change(visitor, "Switching costs", "50")
    assert "1 + 0.5 × max(0, started cards / people − 1)" in visitor.page.inspector._text.text()


def test_what_is_done_for_a_class_of_service_is_changed_for_the_whole_board(visitor: Visitor) -> None:
    show(visitor, BOARD)
    change(visitor, "Fast: may exceed the limit by", 2)
    change(visitor, "Fast: order", True)
    fast = visitor.session.conditions.classes[1]
    assert (fast.may_exceed, fast.preempts) == (2, True)
    assert visitor.session.history.undo_words == "Fast pushes others aside"


def test_a_shared_limit_is_changed_for_the_whole_board(visitor: Visitor) -> None:
    show(visitor, BOARD)
    change(visitor, "Limit of Whole board", 5)
    assert visitor.session.conditions.shared_limits == (5,)


def test_a_person_goes_home_and_gets_a_skill(visitor: Visitor) -> None:
    show(visitor, TEAM)
    change(visitor, "Ada", False)
    assert visitor.session.conditions.away == {"Ada"}
    visitor.page.inspector.show_column(visitor.session, 1)
    visitor.still()
    change(visitor, "Ben", "0.5")
    assert visitor.session.conditions.people[1].skills == {"dev": 1.0, "test": 0.5}


def test_a_card_gets_another_class(visitor: Visitor) -> None:
    show(visitor, BOARD, until=10.0)
    card = next(iter(visitor.session.board_state.cards))
    visitor.page.board.choose([card])
    visitor.still()
    change(visitor, "Class", "fast")
    assert visitor.session.view.class_of(card) == 1
    assert visitor.session.history.undo_words == f"A-{card + 1} is Fast"


def test_nonsense_is_marked_and_what_is_allowed_is_said(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Rework", "often")
    field = visitor.page.inspector.field("Rework")
    assert isinstance(field, NumberField)
    assert field.property("wrong")
    assert visitor.page.board.message.said == "Allowed is a number from 0 to 95 %."
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.property("wrong")) == ("0 %", False)
    assert not visitor.session.history.done


def test_a_batch_that_no_limit_can_hold_is_refused_and_the_field_goes_back(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Transfer batch", 7)
    assert visitor.page.board.message.said.startswith("A batch of 7 does not fit")
    field = visitor.page.inspector.field("Transfer batch")
    assert isinstance(field, CountField)
    assert field._value == 1


def test_the_inspector_says_what_a_column_is_needed_for(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Work on a card", "3")
    text = visitor.page.inspector._text.text()
    assert "Load 150 %" in text
    assert "The backlog will grow without end." in text


def test_a_board_that_stands_still_says_so_until_it_is_set_going(visitor: Visitor) -> None:
    columns = (Column(id="dev", name="Development", wip_limit=2),)
    scenario = Scenario(name="", columns=columns, arrivals=Poisson(rate=2.0))
    show(visitor, scenario, 0)
    change(visitor, "People", 0)
    visitor.play_until(10.0)
    visitor.until(lambda: visitor.page.bottleneck._title.text() == "The board stands still")
    assert "for somebody to take them up" in visitor.page.bottleneck._evidence.text()
    visitor.page.undo()
    visitor.until(lambda: visitor.page.bottleneck._title.text() != "The board stands still")


def test_where_no_column_stands_out_the_busiest_person_is_named(visitor: Visitor) -> None:
    people = (Person(name="Ada", skills={"dev": 1.0, "test": 1.0}),)
    show(visitor, replace(TEAM, people=people, arrivals=Poisson(rate=2.0)), until=40.0)
    visitor.until(lambda: visitor.page.bottleneck._title.text() == "Busiest: Ada")
    said = visitor.page.bottleneck._evidence.text()
    assert "The work waits for people" in said
    assert "\u00a0% of the time" in said
    assert " %" not in said, "a line may break there"


def test_what_is_said_of_a_card_begins_like_a_sentence_but_leaves_the_name_of_a_column_alone(visitor: Visitor) -> None:
    columns = (Column(id="a", name="code it", service=Lognormal(mean=9.0, cv=0.1), wip_limit=1),)
    show(visitor, Scenario(name="x", columns=columns, arrivals=Fixed(count=3), horizon=None), until=1.0)
    session = visitor.session
    [waits], [works] = session.board_state.backlog, session.board_state.lanes[0].doing
    assert about_card(session, waits).startswith("In the backlog.\n")
    assert about_card(session, works).startswith("code it: being worked on.\n")


def test_people_walk_to_the_cards_they_work_on(visitor: Visitor) -> None:
    show(visitor, TEAM, until=12.0)
    held = {its.worker: card for card, its in visitor.session.board_state.cards.items() if its.worker >= 0}
    assert held
    board = visitor.page.board.board_scene
    for person, card in held.items():
        spot, corner = board.people._items[person].pos(), board.cards[card].pos()
        assert abs(spot.x() - corner.x()) < board.cards[card].boundingRect().width()
        assert abs(spot.y() - corner.y()) < board.cards[card].boundingRect().height()


def type_into(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("text", ["1,000", "2 hours", "5 %", "1" + "0" * 310, "0.00001", "-1", "1e3"])
def test_what_could_be_read_in_two_ways_is_no_number(visitor: Visitor, text: str) -> None:
    show(visitor, BOARD, 1)
    field = the_field(visitor, "Work on a card")
    assert isinstance(field, NumberField)
    type_into(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert visitor.page.board.message.said.startswith("Allowed is a number of at least 0 days")
    assert not visitor.session.history.done


def test_a_changed_mean_keeps_how_the_work_varies(visitor: Visitor) -> None:
    work = Lognormal(mean=2.2, cv=0.8)
    show(visitor, replace(BOARD, columns=(BOARD.columns[0], replace(BOARD.columns[1], service=work))), 1)
    change(visitor, "Work on a card", "4.4")
    assert visitor.session.conditions.columns[1].service == Lognormal(mean=4.4, cv=0.8)


def test_what_is_being_typed_is_never_done_on_the_board_that_is_opened_next(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    field = the_field(visitor, "Work on a card")
    assert isinstance(field, NumberField)
    type_into(field, "9")
    count = visitor.page.inspector.field("Transfer batch")
    assert isinstance(count, CountField)
    show(visitor, replace(BOARD, name="Another"), 1)
    assert not visitor.session.history.done
    assert visitor.session.conditions.columns[1].service.mean == 1.0
    visitor.until(lambda: sum(form.isVisible() for form in visitor.page.inspector.findChildren(Form)) == 1)


def test_control_z_in_a_field_takes_back_what_the_field_did(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Work on a card", "4")
    field = the_field(visitor, "Work on a card")
    visitor.window.activateWindow()
    field.setFocus()
    visitor.until(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    visitor.until(lambda: not visitor.session.history.done)


def test_space_opens_a_list_of_choices_and_does_not_play(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    field = visitor.page.inspector.field("When full")
    assert isinstance(field, ChoiceField)
    visitor.window.activateWindow()
    field.setFocus()
    visitor.until(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Space)
    visitor.until(lambda: field.view().isVisible())
    assert not visitor.playing
    field.hidePopup()


def test_the_wheel_over_a_field_without_the_focus_changes_nothing(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    field = visitor.page.inspector.field("WIP limit")
    spot = QPointF(40, 12)
    wheel = QWheelEvent(
        spot, field.mapToGlobal(spot), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, wheel)
    assert visitor.session.conditions.columns[1].wip_limit == 6


def test_with_everybody_away_nothing_can_be_finished(visitor: Visitor) -> None:
    show(visitor, TEAM)
    change(visitor, "Ada", False)
    change(visitor, "Ben", False)
    assert "Nothing can be finished, because nobody is here." in visitor.page.inspector._text.text()


def test_names_are_plain_text(visitor: Visitor) -> None:
    people = (Person(name="<b>R&D</b> lead", skills={"dev": 1.0, "test": 1.0}), Person(name="👩", skills={"dev": 1.0}))
    show(visitor, replace(TEAM, people=people))
    labels = [label.text() for label in visitor.page.inspector.findChildren(QLabel) if label.isVisible()]
    assert "<b>R&D</b> lead" in labels
    pictures = visitor.page.board.board_scene.people._items
    assert [item.initials for item in pictures] == ["bl", "2"]
    assert "&lt;b&gt;R&amp;D&lt;/b&gt; lead" in pictures[0].toolTip()


def test_enter_gives_the_focus_back_to_the_board_unless_something_is_wrong(visitor: Visitor) -> None:
    visitor.choose_exercise("Software team")
    visitor.pause()
    visitor.page.board.choose([])
    field = visitor.page.inspector.field("The run ends at")
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "nonsense")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    field.selectAll()
    QTest.keyClicks(field, "150")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is visitor.page.board
    visitor.key(Qt.Key.Key_P)
    assert len(visitor.page.pins.pins) == 1


def test_a_class_gets_work_of_its_own_and_loses_it(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    assert not visitor.page.inspector.field("Work on a card of Fast").isVisible()
    change(visitor, "Fast: work", True)
    change(visitor, "Work on a card of Fast", "0.25")
    works = visitor.session.conditions.columns[1].service_by_class
    assert {class_: work.mean for class_, work in works.items()} == {"fast": 0.25}
    assert visitor.session.history.undo_words == "Test work of Fast: 0.25 days, always the same"
    change(visitor, "Fast: work", False)
    assert visitor.session.conditions.columns[1].service_by_class == {}


def test_all_classes_that_pass_by_alike_are_one_number_in_the_file(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    for name in ("Standard", "Fast"):
        change(visitor, f"{name}: pass by", "25")
    assert visitor.session.conditions.columns[1].skip == 0.25


def test_on_a_board_of_one_class_the_column_itself_is_passed_by(visitor: Visitor) -> None:
    show(visitor, TEAM, 1)
    change(visitor, "Passed by", "30")
    assert visitor.session.conditions.columns[1].skip == 0.3


def test_rework_goes_here_and_there_by_shares(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Rework", "20")
    change(visitor, "Where", "in_shares")
    change(visitor, "Again from Development", "3")
    assert visitor.session.conditions.columns[1].rework.to == {"dev": 3.0, "test": 1.0}
    change(visitor, "Where", None)
    assert visitor.session.conditions.columns[1].rework.to is None


def test_blockers_come_once_a_visit_or_at_a_rate(visitor: Visitor) -> None:
    show(visitor, BOARD, 1)
    change(visitor, "Blocked cards", "10")
    change(visitor, "Again and again", "0.5")
    blockers = visitor.session.conditions.columns[1].blockers
    assert (blockers.probability, blockers.rate) == (0.0, 0.5)
    change(visitor, "Blocked cards", "20")
    blockers = visitor.session.conditions.columns[1].blockers
    assert (blockers.probability, blockers.rate) == (0.2, 0.0)


def test_a_class_has_a_limit_on_the_whole_board(visitor: Visitor) -> None:
    show(visitor, BOARD)
    change(visitor, "Fast: on the board at most", 3)
    assert visitor.session.conditions.limits_by_class == {"fast": 3}


def test_work_comes_by_period_in_groups_of_chance_to_a_backlog_with_little_room(visitor: Visitor) -> None:
    show(visitor, BOARD)
    change(visitor, "Pattern", "by_period")
    field = visitor.page.inspector.field("Periods")
    field.setFocus()
    assert isinstance(field, QLineEdit)
    for text, right in (("5: 2, 2", False), ("5: 2, 2: 0", True)):
        field.selectAll()
        QTest.keyClicks(field, text)
        assert bool(field.property("wrong")) != right
    QTest.keyClick(field, Qt.Key.Key_Return)
    change(visitor, "Size of an arrival", True)
    change(visitor, "Cards in an arrival", "3")
    change(visitor, "Room in the backlog", 7)
    arrivals = visitor.session.scenario.arrivals
    assert isinstance(arrivals, ByPeriod)
    assert arrivals.periods == (Period(lasts=5.0, rate=2.0), Period(lasts=2.0, rate=0.0))
    assert arrivals.group == Exponential(mean=3.0)
    assert visitor.session.conditions.backlog_limit == 7
    change(visitor, "Size of an arrival", False)
    change(visitor, "Cards per arrival", 4)
    assert visitor.session.scenario.arrivals.group == 4  # type: ignore[union-attr]  # it is not without end


def test_a_planned_change_is_put_at_another_time_repeated_and_taken_out(visitor: Visitor) -> None:
    show(visitor, replace(BOARD, plan=(PlannedWorkers(at=5.0, column="test", value=3),)))
    change(visitor, "Test people 1 → 3", "8")
    change(visitor, "Test people 1 → 3: again every", "7")
    change(visitor, "Test people 1 → 3: until", "60")
    assert visitor.session.scenario.plan == (
        PlannedWorkers(at=8.0, every=7.0, until=60.0, column="test", value=3),
    )  # fmt: skip
    visitor.page.undo()
    assert visitor.session.scenario.plan[0].until is None


def test_a_week_that_only_a_file_can_say_stands_there_by_its_days(visitor: Visitor) -> None:
    show(visitor, replace(BOARD, calendar=WorkingCalendar(start="2026-01-05", days=(1, 0, 1, 0, 1, 0, 0))))
    field = visitor.page.inspector.field("Working days")
    assert isinstance(field, ChoiceField)
    assert field.currentText() == "Mon, Wed, Fri"


@pytest.mark.parametrize("number", [2e6, 2e-5, 1 / 3, 5.0])
def test_a_number_in_periods_is_read_back_as_it_is(number: float) -> None:
    periods = (Period(lasts=number, rate=number), Period(lasts=2.0, rate=0.0))
    assert periods_of(text_of(periods)) == periods


def test_dates_begin_on_a_day_and_go_with_it(visitor: Visitor) -> None:
    show(visitor, BOARD)
    field = visitor.page.inspector.field("Dates begin on")
    field.setFocus()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "2026-02-30")
    assert field.property("wrong")
    field.selectAll()
    QTest.keyClicks(field, "2026-03-02")
    QTest.keyClick(field, Qt.Key.Key_Return)
    change(visitor, "Working days", (1, 1, 1, 1, 1, 1, 0))
    change(visitor, "Hours in a working day", "6")
    calendar = visitor.session.scenario.calendar
    assert calendar == WorkingCalendar(start="2026-03-02", days=(1, 1, 1, 1, 1, 1, 0), hours=6.0)
    axis = visitor.page.chart._plots[0].axes_of_chart[1]
    visitor.until(lambda: axis.tickStrings([0.0, 5.0, 6.0], 1.0, 1.0) == ["2 Mar", "7 Mar", "9 Mar"])
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert visitor.session.scenario.calendar is None
