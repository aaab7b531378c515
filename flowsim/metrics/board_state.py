"""Who stands where: the board as a fold of the trace."""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import FINISHED_HERE, CardId, CardState, Time, WorkerId
from flowsim.metrics import Flow

Rows: TypeAlias = npt.NDArray[np.void]
RowNumbers: TypeAlias = npt.NDArray[np.int32]
STATE_OF = tuple(CardState)


@dataclass(slots=True)
class CardPosition:
    """Where one card is (-1: the backlog), in which state, since when, with whom (-1: nobody), and who is beside them.

    `done` tells its half of the column; what is blocked stays in the half it was in.
    """

    column: int
    state: CardState
    worker: WorkerId
    since: Time
    done: bool
    beside: tuple[WorkerId, ...] = ()


@dataclass(slots=True)
class Lane:
    """Cards in one column, in the order in which they came there: at work or waiting, and done."""

    doing: dict[CardId, None] = field(default_factory=dict)
    done: dict[CardId, None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.doing) + len(self.done)


class BoardState:
    """The board after the rows read so far: `cards` in the system, the `backlog`, and the `lanes`.

    Of what happens between two readings only where each card ended up counts; so a reading costs as much as there are
    cards that moved, however often.
    """

    def __init__(self, columns: int) -> None:
        self.cards: dict[CardId, CardPosition] = {}
        self.backlog: dict[CardId, None] = {}
        self.lanes = [Lane() for _ in range(columns)]
        self.finished = 0
        self._rows_read = 0

    @classmethod
    def of(cls, flow: Flow) -> "BoardState":
        """The board as `flow` has it."""
        made = cls(flow.columns)
        made.read(flow)
        return made

    def read(self, flow: Flow) -> bool:
        """Take in the rows that are new; whether there were any."""
        if flow.rows_read == self._rows_read:
            return False
        last = self._last_rows(flow)
        self._rows_read = flow.rows_read
        self.finished = len(flow.finishers)
        self._take_all(flow, last.tolist())
        return True

    def _last_rows(self, flow: Flow) -> RowNumbers:
        """The last rows of the cards that may stand elsewhere than before."""
        if not self._rows_read:
            return flow.last_row[flow.in_system]  # whoever has left the board was never on it here
        rows = flow.rows[self._rows_read :]
        _, from_the_end = np.unique(rows["card"][::-1], return_index=True)
        return np.asarray(self._rows_read + len(rows) - 1 - from_the_end, dtype=np.int32)

    def _take_all(self, flow: Flow, last: list[int]) -> None:
        """Cards stand as these rows, the last of each card, have them."""
        rows, previous = flow.rows, flow.previous
        for _, index, done in sorted(_came(rows, previous, index) for index in last):
            time, card, column, state, worker = rows[index].item()
            self._take(card, CardPosition(column, STATE_OF[state], worker, time, done, flow.crews.others(index)))

    def _take(self, card: CardId, now: CardPosition) -> None:
        before = self.cards.get(card)
        if before is not None and not now.state.left_the_board and self._line(before) is self._line(now):
            self.cards[card] = now  # it keeps its place among the others of its half
            return
        if before is not None:
            del self._line(before)[card], self.cards[card]
        if not now.state.left_the_board:
            self.cards[card] = now
            self._line(now)[card] = None

    def _line(self, standing: CardPosition) -> dict[CardId, None]:
        if standing.column < 0:
            return self.backlog
        lane = self.lanes[standing.column]
        return lane.done if standing.done else lane.doing


def _came(rows: Rows, previous: RowNumbers, index: int) -> tuple[int, int, bool]:
    """The row with which the card of row `index` came to the half where it stands then, `index`, and whether done."""
    column, state = int(rows["column"][index]), int(rows["state"][index])
    came = index
    while (before := int(previous[came])) >= 0 and int(rows["column"][before]) == column:
        earlier = int(rows["state"][before])
        if state == CardState.BLOCKED:
            state = earlier  # what is blocked stays in the half it was in
        elif earlier != CardState.BLOCKED and (earlier in FINISHED_HERE) != (state in FINISHED_HERE):
            break
        came = before
    return came, index, state in FINISHED_HERE
