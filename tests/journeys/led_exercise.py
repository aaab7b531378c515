"""The story of leading an exercise from its tile to the report, told once: journeys check it, screens draw it.

Only what a person can do is done: clicks, keys and words typed into fields. The one thing that is not is waiting:
rounds run as fast as they can.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from flowsim.domain.exercises import ExerciseStep
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion
from flowsim.session import dice
from flowsim.session.player import AS_FAST_AS_IT_CAN
from flowsim.session.rounds import Phase, phase_of, step_on_view
from flowsim.storage.resources import GalleryEntry
from flowsim.ui.workshop.guide_panel import GuidePanel
from flowsim.ui.workshop.question_field import QuestionField
from tests.ui.visitor import Visitor


def led_to_its_end(
    visitor: Visitor, exercise: GalleryEntry, minutes: int | None = None, look: Callable[[str], None] = lambda _: None
) -> None:
    """Every step of an exercise, in so many minutes or all of it, from its tile to the page of rounds.

    `look` is called with a name when a round is guessed, and when it is revealed.
    """
    [tile] = [card for card in visitor.window.gallery.cards if card.exercise == exercise]
    visitor.click(tile.guide)
    visitor.until(lambda: visitor.window.workshop.guide is not None and guide_of(visitor).isVisible())
    told = visitor.session.workshop.exercise
    assert told is not None
    if minutes is not None:
        guide_of(visitor).minutes.asked.emit(minutes)
    steps = told.told_in(minutes)
    for number, step in enumerate(steps, 1):
        assert step_on_view(visitor.session.workshop) == step
        assert guide_of(visitor).where.text() == f"Step {number} of {len(steps)}"
        visitor.shot(f"{number:02d}-{step.id}")
        if step.round is not None:
            _play(visitor, step, number, look)
        visitor.click(guide_of(visitor).next)
    page = visitor.window.workshop.page
    assert page is not None
    visitor.until(lambda: page.runs.complete)
    visitor.shot("rounds")


def guide_of(visitor: Visitor) -> GuidePanel:
    """The guide beside the board."""
    made = visitor.window.workshop.guide
    assert made is not None
    return made


def _play(visitor: Visitor, step: ExerciseStep, number: int, look: Callable[[str], None]) -> None:
    """One round: predict, lock, run, reveal, learn, keep."""
    session = visitor.session
    for field in guide_of(visitor).round_panel.fields:
        _answer(visitor, field)
    its = session.workshop.under_way
    assert its is not None
    assert all(prediction.guess for prediction in its.predictions)
    visitor.shot(f"{number:02d}-{step.id}-guessed")
    look(f"{number:02d}-{step.id}-guessed")
    by_hand = not session.scenario.rules.auto_pull and not its.dice
    session.set_speed(session.player.speed if by_hand else AS_FAST_AS_IT_CAN)
    visitor.click(guide_of(visitor).round_panel.lock)
    _run(visitor)
    visitor.shot(f"{number:02d}-{step.id}-over")
    visitor.click(guide_of(visitor).round_panel.reveal)
    assert phase_of(session) is Phase.REVEALED
    visitor.still()
    visitor.shot(f"{number:02d}-{step.id}-revealed")
    look(f"{number:02d}-{step.id}-revealed")
    panel = guide_of(visitor).round_panel
    panel.notes.setFocus()
    QTest.keyClicks(panel.notes, f"After {step.id} we know more.")
    visitor.click(panel.keep)
    visitor.until(lambda: phase_of(session) is Phase.NONE)
    kept = session.workshop.rounds[-1]
    assert (kept.step, kept.learned) == (step.id, f"After {step.id} we know more.")


def _run(visitor: Visitor) -> None:
    """To the end of the round; where dice move cards, by the space bar; by hand one card is dragged to Done."""
    session = visitor.session
    if not session.scenario.rules.auto_pull and not dice.plays_by_dice(session):
        visitor.pause()
        _drag_one_card_to_done(visitor)
        session.set_speed(AS_FAST_AS_IT_CAN)
        visitor.key(Qt.Key.Key_Space)
    visitor.until(lambda: not visitor.playing or phase_of(session) is Phase.OVER)
    while dice.wants_a_roll(session):
        visitor.page.board.setFocus()
        visitor.key(Qt.Key.Key_Space)
        visitor.until(lambda: not visitor.playing)
    visitor.until(lambda: phase_of(session) is Phase.OVER)
    visitor.still()


def _drag_one_card_to_done(visitor: Visitor) -> None:
    visitor.play_until(visitor.session.now + 4.0)
    card = next(iter(visitor.session.board_state.backlog))
    for place in range(len(visitor.session.scenario.columns) + 1):
        visitor.drag(card, place)
        visitor.play_until(visitor.session.now + 4.0)
    assert visitor.session.board_state.finished == 1


def _answer(visitor: Visitor, field: QuestionField) -> None:
    question = field.question
    if isinstance(question, ChoiceQuestion):
        assert field.options is not None
        visitor.click(field.options.buttons[-1])
    elif isinstance(question, NumberQuestion):
        _type(field.numbers[0], "20")
    else:
        assert field.plot is not None
        visitor.click(field.plot.viewport(), QPoint(field.plot.width() // 2, field.plot.height() // 2))


def _type(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def report_of(visitor: Visitor, folder: Path) -> Path:
    """The report to take home, written."""
    path = folder / "report.html"
    work = visitor.window.workshop.acts.files.save_report(path)
    assert work is not None
    visitor.until(path.exists)
    return path
