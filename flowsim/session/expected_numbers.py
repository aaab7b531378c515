"""The numbers that an exercise promises, played and compared."""

from collections.abc import Callable, Iterator
from math import inf, isfinite

from flowsim.domain.exercises import Exercise, ExpectedNumber
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.problems import Problem
from flowsim.engine import Replay
from flowsim.session.dice import played_by_dice
from flowsim.session.outcomes import figure_of
from flowsim.session.simulation_view import view_of
from flowsim.storage.settings import with_settings

ROUNDING = 1e-9
"""Numbers in files may be off by so small a share where an exercise says nothing of it."""


def broken_promises(exercise: Exercise, pause: Callable[[], bool] | None = None) -> Iterator[Problem]:
    """Every number that is not what the exercise says; ends early where `pause` says so."""
    for index, its in enumerate(exercise.expected):
        value = _played(exercise, its, pause)
        if value is None:
            yield Problem(f"expected[{index}]", phrase("not played in time"), phrase("a run that takes less time"))
            return
        if not isfinite(value) or abs(value - its.value) > its.within + ROUNDING * abs(its.value):
            expected = phrase("{0}, within {1}", digits(its.value, "g"), digits(its.within, "g"))
            given = phrase("{0} is {1}", its.figure, digits(value, ".6g"))
            yield Problem(f"expected[{index}]", given, expected if its.within else digits(its.value, "g"))


def _played(exercise: Exercise, its: ExpectedNumber, pause: Callable[[], bool] | None) -> float | None:
    """The figure as it comes out; None where there was no time to play it."""
    board = with_settings(exercise.boards[its.board], its.set_)
    end = its.until or board.horizon or (inf if board.ends_by_itself else 0.0)
    if its.dice:
        simulation = played_by_dice(board, its.dice, end, pause)
        return None if simulation is None else figure_of(view_of(simulation), its.figure)
    replay = Replay(board, (), end)
    return figure_of(view_of(replay.simulation), its.figure) if replay.go_on(pause) else None
