"""Type aliases for plain numbers and strings, sentinel values, and the states of a card."""

from enum import IntEnum
from typing import Final, Literal, TypeAlias

Time: TypeAlias = float
"""A moment or a duration in the scenario's own unit; one continuous number, never counted in calendar days."""

CardId: TypeAlias = int
"""0-based arrival number of a card."""

ColumnId: TypeAlias = str

WorkerId: TypeAlias = int
"""0-based number of a worker in a column."""

TimeUnit: TypeAlias = Literal["minute", "hour", "day", "week"]

BACKLOG: Final = -1
"""Place of a card left of the first column; columns are 0, 1, …, and Done is the number of columns."""

NO_WORKER: Final = -1


class CardState(IntEnum):
    """What a card is doing; exactly one at any instant (its wait by cause is the time spent in each)."""

    BACKLOG = 0  # arrived, not started; holds no slot
    MOVING = 1  # being handed over into the column; holds a slot there
    WAITING = 2  # in the column, ready, no free worker
    SETUP = 3  # a worker sets up for it
    WORKING = 4  # touch work
    BLOCKED = 5  # stopped by an outside impediment
    BATCHING = 6  # finished here, transfer batch not yet full
    READY = 7  # finished here, no room downstream or not yet pulled
    DELIVERED = 8  # left the board on the right
    DROPPED = 9  # taken off the board by a person, never finished
    LOST = 10  # came when the backlog was full, and was turned away

    @property
    def word(self) -> str:
        """The state as files and screens write it."""
        return self.name.lower()

    @property
    def left_the_board(self) -> bool:
        """Whether a card in this state can never change again."""
        return self >= CardState.DELIVERED


FINISHED_HERE: Final = frozenset({CardState.BATCHING, CardState.READY})
"""States in the done half of a column."""
