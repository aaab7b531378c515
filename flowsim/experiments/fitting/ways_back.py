"""How often work went back, from which column to which: on the board it does so by chance, as often.

A way back out of the end, of what was reopened, counts as one from the last column of work; one to before the first
column as one to that. Who goes back passes all columns on the way again.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from flowsim.domain.policies import Rework
from flowsim.domain.team_history import HistoryItem

LEAST: Final = 0.01
"""The share of passes from which on work goes back on the board."""


@dataclass(frozen=True)
class WaysBack:
    """Of one column: the `share` of passes from which work goes back, and how often `to` which column.

    `passes` is how often an item passes the column on average, once it has come to it.
    """

    share: float = 0.0
    to: Mapping[int, int] = field(default_factory=dict)
    passes: float = 1.0

    def rework(self, ids: Sequence[str]) -> Rework:
        """As a column of a board has it, with these ids from left to right."""
        if self.share < LEAST:
            return Rework()
        many = sum(self.to.values())
        return Rework(
            probability=round(self.share, 4), to={ids[at]: round(count / many, 4) for at, count in self.to.items()}
        )


def ways_back(items: Sequence[HistoryItem], start: int, came: Sequence[int]) -> tuple[WaysBack, ...]:
    """By column of work, where work went back; the first one has place `start`, and `came` items came to each."""
    last = len(came) - 1
    went = Counter(
        (min(max(source - start, 0), last), min(max(target - start, 0), last))
        for item in items for source, target, _ in item.back if source > start
    )  # fmt: skip
    again = [sum(many for (source, target), many in went.items() if target <= at <= source) for at in range(last + 1)]
    return tuple(
        WaysBack(sum(to.values()) / max(came[at] + again[at], 1), to, (came[at] + again[at]) / max(came[at], 1))
        for at in range(last + 1)
        for to in [{target: many for (source, target), many in went.items() if source == at}]
    )
