"""The dice game in the window: a click or Space rolls, cards move, dice show what fell; so does the presenter."""

import pytest
from PySide6.QtCore import Qt

from flowsim.session import dice
from flowsim.session.rounds import Phase, phase_of
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act
from flowsim.ui.workshop.guide_panel import GuidePanel
from tests.ui.visitor import Visitor


def guide(visitor: Visitor) -> GuidePanel:
    found = visitor.window.workshop.guide
    assert found is not None
    return found


@pytest.fixture
def at_the_dice(visitor: Visitor) -> Visitor:
    """The first round of the dice game, locked, time stands before the first roll."""
    [story] = [each.story for each in exercises() if each.name == "Dice game"]
    visitor.window.opening.follow_exercise(story)
    visitor.click(guide(visitor).next)
    panel = guide(visitor).round_panel
    assert panel.lock.text() == "Lock and roll (0 of 2 answered)"
    visitor.session.set_speed(20.0)
    visitor.click(panel.lock)
    visitor.until(lambda: dice.wants_a_roll(visitor.session))
    return visitor


def at_the_next_roll(visitor: Visitor) -> bool:
    return not visitor.playing and (dice.wants_a_roll(visitor.session) or phase_of(visitor.session) is Phase.OVER)


def test_a_click_rolls_and_the_dice_show_what_fell(at_the_dice: Visitor) -> None:
    panel = guide(at_the_dice).round_panel
    assert at_the_dice.session.now == 0.5
    assert panel.dice.isHidden()
    assert at_the_dice.page.controls.play.text().endswith("Roll")
    at_the_dice.click(panel.roll)
    at_the_dice.until(lambda: at_the_next_roll(at_the_dice))
    numbers = dice.last_numbers(at_the_dice.session)
    assert panel.dice.isVisible()
    assert panel.dice.accessibleName() == f"Rolled: {', '.join(map(str, numbers))}"
    assert at_the_dice.session.now == 1.5


def test_a_click_while_cards_are_on_their_way_neither_rolls_nor_stops(at_the_dice: Visitor) -> None:
    at_the_dice.session.set_speed(0.1)
    panel = guide(at_the_dice).round_panel
    at_the_dice.click(panel.roll)
    acts = at_the_dice.session.history.interventions
    at_the_dice.click(panel.roll)
    assert at_the_dice.playing
    assert at_the_dice.session.history.interventions == acts


def test_space_rolls_to_the_end_of_the_round(at_the_dice: Visitor) -> None:
    at_the_dice.page.board.setFocus()
    for _ in range(10):
        at_the_dice.key(Qt.Key.Key_Space)
        at_the_dice.until(lambda: at_the_next_roll(at_the_dice))
    assert phase_of(at_the_dice.session) is Phase.OVER
    panel = guide(at_the_dice).round_panel
    at_the_dice.click(panel.reveal)
    assert panel.dice.isVisible()
    assert at_the_dice.session.board_state.finished == 24


def test_the_presenter_shows_the_dice_large_and_rolls(at_the_dice: Visitor) -> None:
    at_the_dice.window.menu_actions[Act.PRESENT].trigger()
    presenter = at_the_dice.window.workshop.presenter
    assert presenter is not None
    assert presenter.play.text() == "Roll"
    presenter.show_controls(visible=True)
    presenter.play.click()
    at_the_dice.until(lambda: at_the_next_roll(at_the_dice))
    assert presenter.dice.isVisibleTo(presenter)
    assert presenter.dice.sizeHint().height() > guide(at_the_dice).round_panel.dice.sizeHint().height()
    at_the_dice.window.workshop.stop_presenting()


@pytest.mark.parametrize("number", [0, 6, 7, 100])
def test_a_die_shows_every_number(at_the_dice: Visitor, number: int) -> None:
    row = guide(at_the_dice).round_panel.dice
    row.show_numbers((number,))
    row.resize(row.sizeHint())
    picture = row.grab().toImage()
    spots = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    dark = sum(picture.pixelColor(*spot).lightness() < 100 for spot in spots)
    assert (dark > 10) == (number > 0), "pips or digits are drawn, and nothing for none"
    row.show_numbers(())
    assert row.isHidden()
