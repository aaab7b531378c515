"""Of boards between "all is work" and "nearly all is waiting" the one that fits best, and those that fit as well.

What dates cannot tell is not hidden: boards that cannot be told apart are shown as a band, with what would tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.team_history import TeamHistory
from flowsim.experiments.fitting.board import Basis, FittedBoard, board_of
from flowsim.experiments.fitting.score import Judge, Score

BUSY_SHARES: Final = (1.0, 0.75, 0.5, 0.3)
"""How much of a stay is work, on the boards that are tried."""

AS_GOOD: Final = 1.1
"""Times the least distance: what is not further away is not called worse."""


@dataclass(frozen=True)
class Chosen:
    """The board that fits best of those tried, and all that fit as well as it does, with their scores.

    Where too little was finished to judge any, there is no score, and the board on which all is work.
    """

    board: FittedBoard
    score: Score | None
    as_good: tuple[tuple[FittedBoard, Score], ...]

    @property
    def told(self) -> Sequence[Phrase]:
        """How well it fits, and what dates cannot tell, a sentence each."""
        return [*self._how_well(), *self._band(), *self.board.left_out]

    def _how_well(self) -> Sequence[Phrase]:
        its = self.score
        if its is None:
            return [phrase("too little was finished to judge how well the board fits")]
        days, naive = (f"{one.cycle_time:.1f}" for one in (its.board, its.naive))
        told = phrase(
            "on the last {0} days, which it did not know, its cycle times are {1} days from the team's own on average;"
            " what was before, taken as it is, is {2} days from them", its.days, days, naive,
        )  # fmt: skip
        if its.better:
            return [told]
        return [told, phrase("the board is no better than the naive guess: do not trust it further than that")]

    def _band(self) -> Sequence[Phrase]:
        if len(self.as_good) < 2:
            return []
        boards = [board for board, _ in self.as_good]
        told = []
        for at, column in enumerate(self.board.columns):
            people = sorted({board.columns[at].people for board in boards})
            if len(people) > 1:
                told.append(phrase("{0} {1} to {2}", column.name, people[0], people[-1]))
        if not told:
            return []
        listed = ", ".join(str(one) for one in told)
        return [phrase(
            "dates cannot tell slow work from long waits: boards with so many people fit equally well: {0}. To know,"
            " count on a few days on how many items somebody is really at work", listed,
        )]  # fmt: skip


def chosen(
    history: TeamHistory, shares: Sequence[float] = BUSY_SHARES, *, name: str = "",
    pause: Callable[[float], bool] = lambda _: False,
) -> Chosen | None:  # fmt: skip
    """Of boards with these shares of work the one that fits best; None if `pause`, told what is done, says to stop.

    Raises:
        CannotBeFitted: no board can be made.
    """
    for told in choosing(history, shares, name=name):
        if isinstance(told, Chosen):
            return told
        if pause(told):
            return None
    return None


def choosing(
    history: TeamHistory, shares: Sequence[float] = BUSY_SHARES, *, name: str = ""
) -> Iterator[float | Chosen]:
    """What share of the work is done, again and again, and at the end what was found.

    Raises:
        CannotBeFitted: no board can be made.
    """
    yield 0.0
    basis, judge = Basis.of(history), Judge(history)
    boards: dict[float, FittedBoard] = {}
    judged: dict[float, Score] = {}
    for count, busy in enumerate(shares):
        yield count / len(shares)
        boards[busy] = board_of(basis, busy, name=name)
        yield (count + 0.5) / len(shares)
        score = judge.score(busy)
        if score is not None and isfinite(score.board.cycle_time):
            judged[busy] = score
    best = min(judged, key=lambda busy: judged[busy].board.cycle_time, default=shares[0])
    as_good = [busy for busy in judged if judged[busy].board.cycle_time <= AS_GOOD * judged[best].board.cycle_time]
    yield Chosen(boards[best], judged.get(best), tuple((boards[busy], judged[busy]) for busy in as_good))
