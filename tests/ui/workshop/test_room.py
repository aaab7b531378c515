"""The room answers from its phones, seen from the window: opened, asked, locked, revealed, kept; and what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from flowsim.audience.messages import Count
from flowsim.domain.predictions import Prediction
from flowsim.session.rounds import Phase, phase_of
from flowsim.storage import load_document
from flowsim.ui.main_window.actions import Act
from flowsim.ui.main_window.audience_door import AudienceDoor
from flowsim.ui.workshop.typed_answers import TypedAnswers, VoteDialog
from tests.audience.phones import HOME, Phone
from tests.ui.visitor import Visitor
from tests.ui.workshop.workshop_hands import guide, lock_and_run, predict


@pytest.fixture
def open_room(guided: Visitor) -> Iterator[Visitor]:
    """The first round is being predicted, and the room is open on this machine."""
    guided.click(guide(guided).next)
    guided.click(guide(guided).round_panel.room)
    dialog = room(guided).dialog
    assert dialog is not None
    dialog.place.asked.emit(HOME)
    guided.click(dialog.begin)
    guided.until(lambda: room(guided).way is not None)
    yield guided
    room(guided).leave()


def room(visitor: Visitor) -> AudienceDoor:
    return visitor.window.workshop.audience


def phones(visitor: Visitor, many: int) -> list[Phone]:
    way = room(visitor).way
    assert way is not None
    joined = [Phone(way.opened, f"127.2.0.{number + 1}").join() for number in range(many)]
    visitor.until(lambda: room(visitor).count == Count(many, 0))
    return joined


def key_of(phone: Phone) -> str:
    return str(phone.state["round"])


def all_vote(visitor: Visitor, joined: list[Phone]) -> None:
    """They say 4, 5, 6 … of whatever is asked, and choose the second option."""
    visitor.until(lambda: joined[0].state["phase"] == "open")
    for number, phone in enumerate(joined):
        state = phone.state
        for place, question in enumerate(state["questions"]):
            answer = {"number": (4 + number,), "choice": (1,), "point": (4 + number, 4 + number)}[question["kind"]]
            assert phone.vote(place, *answer, key=state["round"]) == 200
    visitor.until(lambda: room(visitor).count == Count(len(joined), len(joined)))


def lock_and_hear(visitor: Visitor) -> None:
    """Lock, let the run come to its end, and hear what the room said."""
    lock_and_run(visitor)
    visitor.until(lambda: all(each.room for each in predictions(visitor)))


def predictions(visitor: Visitor) -> tuple[Prediction, ...]:
    its = visitor.session.workshop.under_way
    return () if its is None else its.predictions


def put_away(joined: list[Phone]) -> None:
    for phone in joined:
        phone.drop()


def test_the_sign_stays_while_the_room_is_open_and_nothing_listens_before_or_after(guided: Visitor) -> None:
    its = room(guided)
    assert its._audience is None
    assert not its.sign.isVisible()
    guided.key(Qt.Key.Key_F7)
    dialog = its.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert its._audience is None
    dialog.place.asked.emit(HOME)
    guided.click(dialog.begin)
    guided.until(lambda: its.sign.isVisible())
    assert its.sign.text() == "● 0 phones in"
    assert dialog.card.code.text().replace(" ", "") == its.way.opened.entry.code  # type: ignore[union-attr]
    dialog.close()
    assert its.sign.isVisible()
    guided.click(its.sign)
    assert dialog.isVisible()
    guided.click(dialog.end)
    assert not its.sign.isVisible()
    assert its._audience is None
    its.leave()


def test_a_round_is_predicted_locked_and_revealed_by_the_room(open_room: Visitor, tmp_path: Path) -> None:
    joined = phones(open_room, 5)
    all_vote(open_room, joined)
    assert guide(open_room).round_panel.room.text() == "● 5 phones in, 5 answered"
    panel = guide(open_room).round_panel
    lock_and_hear(open_room)
    said = predictions(open_room)
    assert sorted(said[0].room) == [(4.0,), (5.0,), (6.0,), (7.0,), (8.0,)]
    assert said[0].guess == (6.0,)  # nobody spoke for all: the middle of the room did
    assert said[1].room == ((1.0,),) * 5
    assert said[1].guess == (1.0,)
    assert joined[0].vote(0, 9, key=key_of(joined[0])) == 409
    assert joined[0].state["phase"] == "locked"
    open_room.click(panel.reveal)
    open_room.until(lambda: joined[0].state["phase"] == "revealed")
    first = joined[0].state["results"][0]
    assert "days" in first["came"]
    assert first["room"].startswith("5 answers, in the middle 6 days")
    assert sum(many for _, many in first["bars"]) == 5
    put_away(joined)
    assert any(line.startswith("The room: 5 answers") for line in panel.reveal_view.sentences)
    assert any("The room together was closer than" in line for line in panel.reveal_view.sentences)
    open_room.until(lambda: len(room(open_room).luck.others.get(0, ())) >= 100)
    open_room.until(lambda: any("other luck" in line for line in panel.reveal_view.sentences))
    open_room.click(panel.keep)
    path = tmp_path / "round.flowsim"
    open_room.session.file.save(path)
    kept = load_document(path).session
    assert kept is not None
    assert len(kept.workshop.rounds[0].predictions[0].room) == 5


def test_nobody_at_the_window_sees_an_answer_before_the_lock(open_room: Visitor) -> None:
    joined = phones(open_room, 3)
    all_vote(open_room, joined)
    put_away(joined)
    assert [each.room for each in predictions(open_room)] == [(), (), ()]


def test_a_guess_for_all_stays_and_undo_opens_the_questions_again(open_room: Visitor) -> None:
    joined = phones(open_room, 3)
    all_vote(open_room, joined)
    predict(open_room, "12")
    lock_and_hear(open_room)
    assert predictions(open_room)[0].guess == (12.0,)
    assert len(predictions(open_room)[0].room) == 3
    open_room.window.menu_actions[Act.UNDO].trigger()
    assert [len(each.room) for each in predictions(open_room)] == [0, 0, 0]
    assert phase_of(open_room.session) is Phase.PREDICT
    open_room.until(lambda: joined[0].state["phase"] == "open")
    assert joined[0].state["mine"][0] == [4.0]
    open_room.window.menu_actions[Act.REDO].trigger()
    open_room.until(lambda: joined[0].state["phase"] == "locked")
    assert [len(each.room) for each in predictions(open_room)] == [3, 3, 3]
    put_away(joined)


def test_what_people_call_out_is_typed_in_with_or_without_phones(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    guided.click(guide(guided).round_panel.typed)
    dialog = guided.window.findChild(TypedAnswers)
    assert dialog is not None
    dialog.fields[0].setText("4 7,5; 9")
    dialog.fields[1].setText("2 3")
    ok = dialog.box.button(QDialogButtonBox.StandardButton.Ok)
    guided.click(ok)
    assert dialog.problem.text().endswith("how many chose each, such as 2, 5, 8")
    dialog.fields[1].setText("2 3 0")
    guided.click(ok)
    its = guided.session.workshop.under_way
    assert its is not None
    assert its.predictions[0].room == ((4.0,), (7.5,), (9.0,))
    assert its.predictions[1].room == ((0.0,), (0.0,), (1.0,), (1.0,), (1.0,))
    assert its.predictions[0].guess == ()


def test_the_presenter_shows_the_way_in_while_something_is_asked(open_room: Visitor) -> None:
    assert room(open_room).dialog is not None
    room(open_room).dialog.close()  # type: ignore[union-attr]
    open_room.window.menu_actions[Act.PRESENT].trigger()
    presenter = open_room.window.workshop.presenter
    assert presenter is not None
    open_room.until(lambda: presenter.room.isVisible())
    assert presenter.room.picture.width() >= presenter.width() // 5
    assert not presenter.board.isVisible()
    joined = phones(open_room, 2)
    open_room.until(lambda: presenter.room_count.text() == "● 2 phones in, 0 answered")
    put_away(joined)
    presenter.left.emit()


def test_the_room_chooses_what_to_try_next(open_room: Visitor) -> None:
    joined = phones(open_room, 3)
    its = room(open_room)
    assert its.dialog is not None
    open_room.click(its.dialog.vote)
    asked = open_room.window.findChild(VoteDialog)
    assert asked is not None
    asked.options.setPlainText("Limit 2\n\n one more person \nLimit 2")
    open_room.click(asked.box.button(QDialogButtonBox.StandardButton.Ok))
    open_room.until(lambda: joined[0].state.get("questions", [{}])[0].get("options") == ["Limit 2", "one more person"])
    for phone, choice in zip(joined, (1, 1, 0), strict=True):
        assert phone.vote(0, choice, key=key_of(phone)) == 200
    assert its.dialog.vote.text() == "End the vote"
    open_room.click(its.dialog.vote)
    open_room.until(lambda: bool(open_room.session.workshop.votes))
    vote = open_room.session.workshop.votes[0]
    assert (vote.question, vote.options, vote.votes) == (
        "What shall we try next?", ("Limit 2", "one more person"), (1, 2),
    )  # fmt: skip
    assert its.dialog.votes.isVisible()
    open_room.until(lambda: joined[0].state["phase"] == "revealed")
    assert joined[0].state["results"][0]["bars"] == [["Limit 2", 1], ["one more person", 2]]
    its.back_to_round()  # as after a while
    open_room.until(lambda: joined[0].state["phase"] == "open")
    lock_and_run(open_room)
    open_room.until(lambda: joined[0].state["phase"] == "locked")
    put_away(joined)


def test_a_lock_that_the_board_refuses_leaves_the_questions_open(open_room: Visitor) -> None:
    joined = phones(open_room, 1)
    answered: list[object] = []
    room(open_room).lock(answered.append)  # whoever asked does not go on
    open_room.until(lambda: bool(answered))
    open_room.until(lambda: joined[0].state["phase"] == "open")
    put_away(joined)


def test_a_vote_beside_a_round_loses_no_answer_of_it(open_room: Visitor) -> None:
    joined = phones(open_room, 3)
    all_vote(open_room, joined)
    its = room(open_room)
    its.ask_to_choose("What next?", ("a", "b"))
    open_room.until(lambda: joined[0].state["questions"][0]["options"] == ["a", "b"])
    lock_and_hear(open_room)
    assert [len(each.room) for each in predictions(open_room)] == [3, 3, 3]
    assert joined[0].state["questions"][0]["options"] == ["a", "b"]  # the vote goes on
    put_away(joined)


def test_a_room_that_died_before_the_lock_gives_its_answers_when_it_is_open_again(
    guided: Visitor, tmp_path: Path
) -> None:
    its = room(guided)
    its._journal = tmp_path / "room.jsonl"
    guided.click(guide(guided).next)
    its.open(HOME)
    guided.until(lambda: its.way is not None)
    joined = phones(guided, 3)
    all_vote(guided, joined)
    assert its._audience is not None
    its._audience._process.kill()
    put_away(joined)
    guided.until(lambda: its.way is None)
    lock_and_run(guided)
    assert [len(each.room) for each in predictions(guided)] == [0, 0, 0]
    its.open(HOME)
    guided.until(lambda: [len(each.room) for each in predictions(guided)] == [3, 3, 3])
    guided.click(guide(guided).round_panel.reveal)
    guided.until(lambda: joined[0].state["phase"] == "revealed")
    put_away(joined)
    its.leave()


def test_a_round_that_is_set_up_again_is_another_one(open_room: Visitor) -> None:
    joined = phones(open_room, 2)
    all_vote(open_room, joined)
    before = key_of(joined[0])
    open_room.click(guide(open_room).set_up)
    open_room.until(lambda: key_of(joined[0]) != before)
    assert joined[0].state["mine"] == [None, None, None]
    put_away(joined)


def test_the_sign_stays_on_the_first_page_too(open_room: Visitor) -> None:
    dialog = room(open_room).dialog
    assert dialog is not None
    dialog.close()
    open_room.window.show_gallery()
    assert room(open_room).sign.isVisible()
    assert not open_room.window.page_tabs.buttons[0].isVisible()


def test_leaving_the_presenter_keeps_what_is_known_of_the_room(open_room: Visitor) -> None:
    joined = phones(open_room, 3)
    all_vote(open_room, joined)
    dialog = room(open_room).dialog
    assert dialog is not None
    dialog.close()
    lock_and_hear(open_room)
    open_room.click(guide(open_room).round_panel.reveal)
    open_room.until(lambda: any("other luck" in line for line in guide(open_room).round_panel.reveal_view.sentences))
    open_room.window.menu_actions[Act.PRESENT].trigger()
    presenter = open_room.window.workshop.presenter
    assert presenter is not None
    presenter.left.emit()
    assert any("other luck" in line for line in guide(open_room).round_panel.reveal_view.sentences)
    put_away(joined)


def test_closing_with_answers_that_are_not_locked_asks_first(open_room: Visitor) -> None:
    joined = phones(open_room, 2)
    all_vote(open_room, joined)
    put_away(joined)
    its = room(open_room)
    assert its.dialog is not None
    open_room.click(its.dialog.end)
    assert its.way is not None
    open_room.click(its.dialog.end)
    assert its.way is None


def test_a_room_that_goes_away_is_told_and_opens_again_with_its_votes(open_room: Visitor) -> None:
    its = room(open_room)
    assert its._audience is not None
    its._audience._process.kill()
    open_room.until(lambda: its.way is None)
    assert its.dialog is not None
    assert "has ended" in its.dialog.problem.text()


def test_why_no_phone_comes_in_is_told_by_itself_and_goes_when_one_does(open_room: Visitor) -> None:
    dialog = room(open_room).dialog
    assert dialog is not None
    assert not dialog.help.isVisible()
    assert dialog._lonely.isActive()
    dialog._lonely.timeout.emit()
    assert dialog.help.isVisible()
    assert "keep devices apart" in dialog.help.text()
    put_away(phones(open_room, 1))
    assert not dialog.help.isVisible()
    assert not dialog._lonely.isActive()


def test_phones_behind_one_address_are_let_in_when_that_is_said(open_room: Visitor) -> None:
    its = room(open_room)
    assert its.dialog is not None
    assert its.way is not None
    opened = its.way.opened
    joined = [Phone(opened).join() for _ in range(3)]
    open_room.until(lambda: its.count == Count(1, 0))
    open_room.click(its.dialog.why)
    its.dialog.share.setChecked(True)
    open_room.until(lambda: its.count == Count(3, 0))
    assert its.dialog.help.isVisible()  # who opened it by hand closes it by hand
    put_away(joined)


def test_closing_the_window_closes_the_room(open_room: Visitor) -> None:
    its = room(open_room)
    assert its._audience is not None
    process = its._audience._process
    open_room.session.file.mark_saved()
    open_room.window.close()
    assert process.exitcode == 0


def test_an_address_where_nothing_can_listen_is_told(guided: Visitor) -> None:
    guided.click(guide(guided).next)
    its = room(guided)
    its.show()
    its.open("203.0.113.7")
    assert its.dialog is not None
    guided.until(lambda: its.dialog is not None and bool(its.dialog.problem.text()))
    assert its.dialog.problem.text().startswith("Phones cannot come in: ")
    assert not its.sign.isVisible()
    its.leave()
