"""How long each card has been in each state: a table of very many short rows, in pieces that are never copied."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardState

STATES: Final = len(CardState)
PIECE: Final = 16_384
"""Cards in one piece of the table."""


class StateTimes:
    """Time spent by card and state, in time units; `cards` says how many cards there are rows for."""

    def __init__(self) -> None:
        self.cards = 0
        self._pieces: list[npt.NDArray[np.float64]] = []

    def grow_to(self, cards: int) -> None:
        """Have a row for each of so many cards."""
        self.cards = max(self.cards, cards)
        while len(self._pieces) * PIECE < self.cards:
            self._pieces.append(np.zeros((PIECE, STATES)))

    def add(self, cards: npt.NDArray[Any], states: npt.NDArray[Any], durations: npt.NDArray[np.float64]) -> None:
        """Each of these cards has been in that state for so long; a card may come more than once."""
        pieces = cards // PIECE
        for piece in np.unique(pieces).tolist():
            mine = pieces == piece
            np.add.at(self._pieces[piece], (cards[mine] % PIECE, states[mine]), durations[mine])

    def of(self, card: int) -> npt.NDArray[np.float64]:
        """The times of one card, by state."""
        return np.asarray(self._pieces[card // PIECE][card % PIECE])

    def total(self, cards: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
        """The times of these cards together, by state."""
        rows = np.zeros((len(cards), STATES))
        pieces = cards // PIECE
        for piece in np.unique(pieces).tolist():
            mine = pieces == piece
            rows[mine] = self._pieces[piece][cards[mine] % PIECE]
        return np.asarray(rows.sum(axis=0))
