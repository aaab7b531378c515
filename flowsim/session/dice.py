"""A round that is played by dice, after the match game of Goldratt and Cox, "The Goal" (1984).

People stand in a row, one before each column and one before Done. Once each time unit everybody rolls, from the left,
and moves as many cards to the next place as the die says, if so many are there; what came from the left at this roll
may go on at once. The numbers are keyed by seed, roll and person: undo changes none, and a round with other dice
differs by the dice alone. Every roll is one act of people: part of the run, replayed like any other. Who undoes a roll
stands before it again. While dice move the cards, nobody else does anything to the board.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil, floor, inf
from typing import Final

from flowsim.domain.dice_boards import why_no_dice
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId, Time
from flowsim.engine import Simulation
from flowsim.engine.streams import generator
from flowsim.metrics import FlowAccumulator, Staffing
from flowsim.metrics.board_state import BoardState
from flowsim.session.changes import Changes
from flowsim.session.rounds import Phase, phase_of
from flowsim.session.session import Session
from flowsim.session.steps import move_to

WHEN: Final = 0.5
"""When in each time unit people roll: not at its beginning, because what is delivered at time 0 counts nowhere."""


def plays_by_dice(session: Session) -> bool:
    """Whether the round under way is running, and dice move its cards."""
    its = session.workshop.under_way
    return its is not None and bool(its.dice) and phase_of(session) is Phase.RUN and not session.looks_back


def wants_a_roll(session: Session) -> bool:
    """Whether time stands until somebody rolls."""
    return plays_by_dice(session) and session.replay is None and session.player.rests_at == inf


def toggled(session: Session) -> Changes:
    """Let time go on, or stand. In a round by dice it goes on to the next roll, and with it from there.

    Raises:
        Refused: with the reason.
    """
    if session.player.playing:
        return session.pause()
    return _on_to_the_next(session) if wants_a_roll(session) else session.play()


def stepped(session: Session) -> Changes:
    """Play the next event and stand; in a round by dice that is the next roll.

    Raises:
        Refused: with the reason.
    """
    return _on_to_the_next(session) if wants_a_roll(session) else session.step()


def _on_to_the_next(session: Session) -> Changes:
    """Roll, if it is time to and nobody has; then time goes on to the moment of the next roll."""
    unit, moment, changes = floor(session.now), floor(session.now) + WHEN, Changes.NOTHING
    if session.now >= moment:
        moment += 1
        _must_have_way(session)
        if unit not in _rolls_so_far(session):
            changes = session.do(*_moves_now(session, unit), by_dice=True)
    session.player.rests_at = moment
    return changes | session.play()


def _must_have_way(session: Session) -> None:
    """A board from a file that somebody edited may be none for dice; then nothing moves, rather than half a roll."""
    if (wanted := why_no_dice(session.conditions.in_force(session.scenario))) is not None:
        raise Refused(phrase("dice cannot move cards here: that takes {0}", wanted))


def _moves_now(session: Session, roll: int) -> list[Intervention]:
    its = session.workshop.under_way
    assert its is not None
    numbers = numbers_of(session.scenario.seed, roll, len(session.scenario.columns) + 1, its.dice)
    return moves_of(session.scenario, places_of(session.board_state), numbers)


def _rolls_so_far(session: Session) -> list[int]:
    """The rolls that moved cards in the run on view, in their order; nothing but rolls acts in such a run."""
    return [floor(one.at) for one in session.history.interventions]


def last_numbers(session: Session) -> Sequence[int]:
    """What was rolled last in the round under way; empty before the first roll."""
    its = session.workshop.under_way
    if its is None or not its.dice or not (rolls := _rolls_so_far(session)):
        return ()
    return numbers_of(session.scenario.seed, rolls[-1], len(session.scenario.columns) + 1, its.dice)


def rolls_until(end: Time) -> int:
    """How many times people roll before the round ends."""
    return max(ceil(end - WHEN), 0)


def played_by_dice(
    board: Scenario, faces: Sequence[int], end: Time, pause: Callable[[], bool] | None = None
) -> Simulation | None:
    """The run of a whole round by dice, without anybody at the window; None where `pause` ended it between rolls."""
    simulation, flow, state = Simulation(board), FlowAccumulator(board), BoardState(len(board.columns))
    for roll in range(rolls_until(end)):
        if pause is not None and pause():
            return None
        simulation.advance_to(roll + WHEN)
        flow.read(simulation.trace, simulation.now, Staffing.of(board))
        state.read(flow)
        for move in moves_of(board, places_of(state), numbers_of(board.seed, roll, len(board.columns) + 1, faces)):
            simulation.do(replace(move, at=simulation.now))
    simulation.advance_to(end)
    return simulation


def places_of(board: BoardState) -> list[list[CardId]]:
    """The cards in the backlog and in each column, the first to leave first."""
    return [[*board.backlog], *([*lane.done, *lane.doing] for lane in board.lanes)]


def numbers_of(seed: int, roll: int, people: int, faces: Sequence[int]) -> Sequence[int]:
    """What so many people roll at a roll (from 0), by their places from the left."""
    places = generator(seed, "dice", str(roll)).integers(0, len(faces), people)
    return tuple(faces[place] for place in places.tolist())


def moves_of(board: Scenario, places: Sequence[Sequence[CardId]], numbers: Sequence[int]) -> list[Intervention]:
    """The moves of one roll; `places` has the cards in the backlog and in each column, the first to leave first."""
    standing = [*map(list, places), []]
    moves: list[Intervention] = []
    for person, many in enumerate(numbers):
        taken = standing[person][:many]
        del standing[person][:many]
        standing[person + 1] += taken
        moves += [move_to(board, card, person) for card in taken]
    return moves
