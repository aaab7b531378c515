"""What a board does with its cards: set-ups, rework, blockers, rules; each may change while the board runs.

Each record matches one part of the scenario file, field for field, with the same defaults. Durations are in the
scenario's time unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from flowsim.domain.constraints import (
    FILE_RECORD,
    Count,
    Either,
    Identifier,
    NonNegative,
    Positive,
    Share,
    Weight,
)
from flowsim.domain.distributions import Constant, Distribution
from flowsim.domain.words import ColumnId, Time

Duration: TypeAlias = Annotated[NonNegative | Distribution, Either()]
ShareByClass: TypeAlias = Annotated[Share | Mapping[Identifier, Share], Either()]
Target: TypeAlias = Annotated[Identifier | Mapping[Identifier, Weight], Either()]
ByClass: TypeAlias = Mapping[Identifier, Count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """Set-up that takes `time`, drawn where that varies: once per `batch` starts of work, or for another family."""

    __pydantic_config__ = FILE_RECORD
    rule: Literal["none", "per_batch", "family"] = "none"
    time: Duration = 0.0
    batch: Count = 1

    @property
    def law(self) -> Distribution:
        """How long one takes, as a distribution."""
        return Constant(value=self.time) if isinstance(self.time, int | float) else self.time

    @property
    def mean(self) -> Time:
        """How long one takes on average."""
        return self.law.mean

    @property
    def in_use(self) -> bool:
        """Whether anybody sets up, and it takes time."""
        return self.rule != "none" and self.mean > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rework:
    """With `probability` per pass a card is worked again: here (`to` is None) or in an earlier column.

    With several columns in `to`, this one or earlier ones, each has a share of those cards.
    """

    __pydantic_config__ = FILE_RECORD
    probability: Share = 0.0
    to: Target | None = None

    def shares(self, here: ColumnId) -> dict[ColumnId, float]:
        """Where cards of the column `here` are worked again, and which share of them; the shares sum to 1."""
        if self.to is None or isinstance(self.to, str):
            return {self.to or here: 1.0}
        total = sum(self.to.values())
        return {column: share / total for column, share in self.to.items() if share > 0} if total > 0 else {here: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blockers:
    """An outside impediment stops the work for a drawn `duration`: with `probability` once a visit, or again and again.

    `rate` is how many there are on average in a time unit of work; either that or the probability is 0.
    """

    __pydantic_config__ = FILE_RECORD
    probability: Share = 0.0
    rate: NonNegative = 0.0
    duration: Distribution = Constant(value=1.0)
    worker_waits: bool = True

    @property
    def strike(self) -> bool:
        """Whether there are any."""
        return self.probability > 0 or self.rate > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules for the whole board.

    `blocking`: a finished card without room ahead keeps only its slot ("slot"), or its worker too ("server").
    `auto_pull`: cards move by themselves; otherwise people move them. `work_rule`: named people first serve the
    right-most column or the longest queue. `replenish_every` and `deliver_every`: cadence in time units, None for any
    time. `context_switch_tax`: work time grows by this share for each started card per person above one.
    """

    __pydantic_config__ = FILE_RECORD
    blocking: Literal["slot", "server"] = "slot"
    auto_pull: bool = True
    work_rule: Literal["rightmost", "longest_queue"] = "rightmost"
    replenish_every: Positive | None = None
    deliver_every: Positive | None = None
    context_switch_tax: NonNegative = 0.0
