"""Who stands where: the board as a fold of the trace."""

from dataclasses import dataclass, field

import numpy as np

from flowsim.domain.words import FINISHED_HERE, CardId, CardState, Time, WorkerId
from flowsim.metrics import Flow

STATE_OF = tuple(CardState)


@dataclass(slots=True)
class CardStanding:
    """Where one card is (-1: the backlog), in which state, since when, with whom (-1: nobody).

    `done` tells its half of the column; what is blocked stays in the half it was in.
    """

    column: int
    state: CardState
    worker: WorkerId
    since: Time
    done: bool


@dataclass(slots=True)
class Lane:
    """Cards in one column, in the order in which they came there: at work or waiting, and done."""

    doing: dict[CardId, None] = field(default_factory=dict)
    done: dict[CardId, None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.doing) + len(self.done)


class Standing:
    """The board after the rows read so far: `cards` in the system, the `backlog`, and the `lanes`.

    Of what happens between two readings only where each card ended up counts; so a reading costs as much as there are
    cards that moved, however often.
    """

    def __init__(self, columns: int) -> None:
        self.cards: dict[CardId, CardStanding] = {}
        self.backlog: dict[CardId, None] = {}
        self.lanes = [Lane() for _ in range(columns)]
        self.finished = 0
        self._rows_read = 0

    def read(self, flow: Flow) -> bool:
        """Take in the rows that are new; whether there were any."""
        if flow.rows_read == self._rows_read:
            return False
        rows = flow.rows[self._rows_read :]
        self._rows_read = flow.rows_read
        self.finished = len(flow.finishers)
        _, from_the_end = np.unique(rows["card"][::-1], return_index=True)
        last = np.sort(len(rows) - 1 - from_the_end)
        for time, card, column, state, worker in rows[last].tolist():
            self._take(time, card, column, STATE_OF[state], worker)
        return True

    def _take(self, time: Time, card: CardId, column: int, state: CardState, worker: WorkerId) -> None:
        standing = self.cards.get(card)
        line = None
        if standing is not None:
            line = self._line(standing)
            stays = state is CardState.BLOCKED and column == standing.column and standing.done
            standing.column, standing.state, standing.worker, standing.since = column, state, worker, time
            standing.done = state in FINISHED_HERE or stays
        elif not state.left_the_board:
            standing = self.cards[card] = CardStanding(column, state, worker, time, done=state in FINISHED_HERE)
        if state.left_the_board:
            if line is not None:
                del line[card], self.cards[card]
        elif standing is not None and (here := self._line(standing)) is not line:
            if line is not None:
                del line[card]
            here[card] = None

    def _line(self, standing: CardStanding) -> dict[CardId, None]:
        if standing.column < 0:
            return self.backlog
        lane = self.lanes[standing.column]
        return lane.done if standing.done else lane.doing
