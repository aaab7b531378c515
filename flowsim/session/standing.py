"""Who stands where: the board as a fold of the trace."""

from collections import deque
from dataclasses import dataclass, field

from flowsim.domain.trace import Trace
from flowsim.domain.words import FINISHED_HERE, CardId, CardState, Time, WorkerId

STATE_OF = tuple(CardState)
FINISHED_SHOWN = 200
"""How many of the delivered cards are remembered by name, the latest."""


@dataclass(slots=True)
class CardStanding:
    """Where one card is, in which state, since when, with whom; `started`: when it first entered a column."""

    column: int
    state: CardState
    worker: WorkerId
    since: Time
    arrived: Time
    started: Time | None = None


@dataclass(slots=True)
class Lane:
    """Cards in one column, in the order in which they came there: at work or waiting, and done."""

    doing: dict[CardId, None] = field(default_factory=dict)
    done: dict[CardId, None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.doing) + len(self.done)


class Standing:
    """The board after the rows read so far: `backlog`, `lanes`, and the latest of the `finished`."""

    def __init__(self, columns: int) -> None:
        self.cards: dict[CardId, CardStanding] = {}
        self.backlog: dict[CardId, None] = {}
        self.lanes = [Lane() for _ in range(columns)]
        self.finished = 0
        self.latest_finished: deque[tuple[CardId, Time]] = deque(maxlen=FINISHED_SHOWN)
        self._rows_read = 0

    def read(self, trace: Trace) -> bool:
        """Take in the rows that are new; whether there were any."""
        rows = trace.rows(self._rows_read).tolist()
        self._rows_read += len(rows)
        for time, card, column, state, worker in rows:
            self._take(time, card, column, STATE_OF[state], worker)
        return bool(rows)

    def _take(self, time: Time, card: CardId, column: int, state: CardState, worker: WorkerId) -> None:
        standing = self.cards.get(card)
        if standing is None:
            standing = self.cards[card] = CardStanding(column, state, worker, time, arrived=time)
        else:
            line = self._line(standing)
            if standing.started is None and column >= 0:
                standing.started = time
            standing.column, standing.state, standing.worker, standing.since = column, state, worker, time
            if not state.left_the_board and self._line(standing) is line:
                return  # it keeps its place among the others of its half
            del line[card]
        if state.left_the_board:
            del self.cards[card]
            if state is CardState.DELIVERED:
                self.finished += 1
                began = standing.arrived if standing.started is None else standing.started
                self.latest_finished.append((card, time - began))
            return
        self._line(standing)[card] = None

    def _line(self, standing: CardStanding) -> dict[CardId, None]:
        if standing.column < 0:
            return self.backlog
        lane = self.lanes[standing.column]
        return lane.done if standing.state in FINISHED_HERE else lane.doing
