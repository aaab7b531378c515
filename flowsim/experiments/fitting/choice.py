"""Of boards between "all is work" and "nearly all is waiting" the one to show, and those that fit as well.

Few items judge a board, so the nearest one may be so by luck. Of all boards within one standard error of the nearest
the simplest is taken, on which least waits: the rule of Breiman and others, Classification and Regression Trees (1984).
What dates cannot tell is not hidden: the boards that cannot be told apart are shown as a band, with what would tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from flowsim.domain.phrases import Phrase, digits, joined, phrase
from flowsim.domain.team_history import TeamHistory
from flowsim.experiments.fitting.board import Basis, FittedBoard, columns_of, making_board
from flowsim.experiments.fitting.score import Judge, Score
from flowsim.experiments.fitting.stepwise import pausing
from flowsim.experiments.fitting.ways_back import LEAST

BUSY_SHARES: Final = (1.0, 0.75, 0.5, 0.3)
"""How much of a stay is work, on the boards that are tried."""

MOST_OFF: Final = 0.15
"""The share by which the stays on a board may miss those of the team, for it to be one of those that fit."""


@dataclass(frozen=True)
class Chosen:
    """The simplest of the boards that fit, and all that fit as well as it does.

    They are chosen by the last part of the first 70 % of the history, and the `score` is that of the board on the rest,
    of which nothing was known until then. Where too little was finished to choose by, it is the board on which all is
    work; where too little was to judge that, there is no score.
    """

    board: FittedBoard
    score: Score | None
    as_good: tuple[FittedBoard, ...]

    @property
    def verdict(self) -> Phrase:
        """How far to trust the board."""
        its = self.score
        if its is None:
            return phrase("too little was finished to judge how well the board fits")
        if its.better:
            return phrase("the board says more of this team than the naive guess")
        if its.worse:
            return phrase("the naive guess says more of this team than the board: do not trust the board")
        if its.board.cycle_time < its.naive.cycle_time:
            return phrase("the board is hardly better than the naive guess: do not trust it much further")
        return phrase("the board is no better than the naive guess: do not trust it further than that")

    @property
    def told(self) -> Sequence[Phrase]:
        """Why that is so, and what dates cannot tell, a sentence each."""
        return [*self._how_well(), *self._band(), *self._ways_back(), *self.board.left_out]

    def _how_well(self) -> Sequence[Phrase]:
        its = self.score
        if its is None:
            return []
        days, naive = (digits(one.cycle_time, ".1f") for one in (its.board, its.naive))
        return [phrase(
            "on the last {0} days, cycle times of a board that knew only what was before are {1} days from the team's"
            " own on average; what was before, taken as it is (the naive guess), is {2} days from them",
            its.days, days, naive,
        )]  # fmt: skip

    def _ways_back(self) -> Sequence[Phrase]:
        back = [(its.name, its.back.share) for its in self.board.columns if its.back.share >= LEAST]
        if not back:
            return []
        listed = [phrase("{0} {1} %", name, digits(100 * share, ".0f")) for name, share in back]
        return [phrase("work goes back on the board as often as it did: {0}", joined(", ", listed))]

    def _band(self) -> Sequence[Phrase]:
        if len(self.as_good) < 2:
            return []
        told = []
        for at, column in enumerate(self.board.columns):
            people = sorted({board.columns[at].people for board in self.as_good})
            if len(people) > 1:
                told.append(phrase("{0} {1} to {2}", column.name, people[0], people[-1]))
        if not told:
            return []
        return [phrase(
            "dates cannot tell slow work from long waits: boards with so many people fit equally well: {0}. To know,"
            " count on a few days on how many items somebody is really at work", joined(", ", told),
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
    inner = Judge(judge.known) if judge.can else judge
    shares = _apart(basis, shares)
    judged: dict[float, Score] = {}
    for count, busy in enumerate(shares, 1):
        score = yield from pausing(inner.scoring(busy), 0.6 * (count - 0.5) / len(shares))
        if score is not None and isfinite(score.board.cycle_time):
            judged[busy] = score
        yield 0.6 * count / len(shares)
    nearest = min(judged.values(), key=lambda its: its.board.cycle_time, default=None)
    at_most = 0.0 if nearest is None else nearest.board.cycle_time + nearest.error
    fits = [busy for busy in shares if busy in judged and judged[busy].board.cycle_time <= at_most] or [shares[0]]
    boards = {}
    for busy in fits:
        boards[busy] = yield from pausing(making_board(basis, busy, name=name), 0.7)
    near = [busy for busy in fits if boards[busy].off <= MOST_OFF] or fits[:1]
    score = yield from pausing(judge.scoring(near[0]), 0.9)
    yield Chosen(boards[near[0]], score, tuple(boards[busy] for busy in near))


def _apart(basis: Basis, shares: Sequence[float]) -> Sequence[float]:
    """The shares without those whose board has the same people as one before: it would be the same board."""
    first: dict[tuple[int, ...], float] = {}
    for busy in shares:
        first.setdefault(tuple(column.people for column in columns_of(basis, busy)), busy)
    return list(first.values())
