"""First entries by hand: a move back keeps the first one, and a column passed by is entered with the next."""

import numpy as np

from flowsim.domain.trace import ROW
from flowsim.domain.words import CardState as S
from flowsim.metrics.first_entries import first_entries

ROWS = np.array(
    [
        (0.0, 0, -1, S.BACKLOG, -1), (0.0, 0, 0, S.WAITING, -1), (0.0, 0, 0, S.WORKING, 0), (0.0, 1, -1, S.BACKLOG, -1),
        (2.0, 0, 1, S.WAITING, -1), (3.0, 0, 0, S.WAITING, -1), (4.0, 1, 1, S.WAITING, -1), (5.0, 0, 1, S.WAITING, -1),
        (6.0, 0, -1, S.DELIVERED, -1), (7.0, 1, -1, S.DELIVERED, -1),
    ],
    dtype=ROW,
)  # fmt: skip


def test_first_entries_by_hand() -> None:
    entered, own = first_entries(ROWS, 2)
    assert entered.tolist() == [[0.0, 2.0, 6.0], [4.0, 4.0, 7.0]]
    assert own.tolist() == [[True, True, True], [False, True, True]]


def test_nothing_is_nothing() -> None:
    entered, _ = first_entries(ROWS[:0], 2)
    assert entered.shape == (0, 3)
