"""How often work went back, from which column to which: on the board it does so by chance, as often.

A way back counts as one from the last column, up to where it began, that the item had not passed by; so does one out
of the end, of what was reopened. One to before the first column counts as one to that. Who goes back passes the same
columns on the way again.
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
    """Of one column: the `share` of passes from which work goes back, below 1, and how often `to` which column.

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
    went: list[Counter[int]] = [Counter() for _ in came]
    again = [0] * len(came)
    for item in items:
        passed = [at for at in range(len(came)) if start + at not in item.skipped and item.entered[start + at]]
        for source, target, _ in item.back:
            on_the_way = [at for at in passed if target - start <= at <= source - start]
            if not on_the_way:
                continue
            went[on_the_way[-1]][max(target - start, 0)] += 1
            for at in on_the_way:
                again[at] += 1
    return tuple(
        WaysBack(sum(to.values()) / max(many + more, 1), to, (many + more) / max(many, 1))
        for to, many, more in zip(went, came, again, strict=True)
    )
