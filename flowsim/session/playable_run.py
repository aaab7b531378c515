"""The protocol through which a session drives a run; the engine's `Simulation` implements it.

A session plays, pauses and intervenes only through this protocol. Code that reads a run uses `trace` and `deck` (the
catalogue of its cards); the other queries are for what the trace does not contain.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardId, ColumnId, Time
from flowsim.engine import Snapshot, Standstill
from flowsim.metrics.card_catalogue import CardCatalogue


class PlayableRun(Protocol):
    """A run that can be played on: a pure function of scenario, seed (in the scenario) and interventions."""

    @property
    def scenario(self) -> Scenario:
        """What is played."""

    @property
    def trace(self) -> Trace:
        """The record so far."""

    @property
    def deck(self) -> CardCatalogue:
        """What is known of each card that has arrived."""

    @property
    def interventions(self) -> Sequence[Intervention]:
        """What people have done so far."""

    @property
    def done(self) -> Sequence[Intervention]:
        """What people and the plan of the board have changed so far, in order."""

    @property
    def now(self) -> Time:
        """The moment up to which everything has been played."""

    @property
    def next_time(self) -> Time:
        """When the next event lies; inf if there is none."""

    @property
    def over(self) -> bool:
        """Whether nothing can come any more."""

    @property
    def standstill(self) -> Standstill | None:
        """Where and why nothing can move any more, and since when; None while something can."""

    def snapshot(self) -> Snapshot:
        """The board as it stands, as data."""

    def advance_to(self, time: Time, pause: Callable[[], bool] | None = None) -> bool:
        """Play up to `time`, unless `pause` says to stop; whether `time` was reached."""

    def step(self) -> bool:
        """Play the next instant at which something changes; False if there is none."""

    def do(self, intervention: Intervention) -> None:
        """Do what people ask for, at its time.

        Raises:
            Refused: the board does not allow it.
        """

    def why_not(self, *step: Intervention) -> str | None:
        """Why one of `step` would be refused at this moment; None if all would be done."""

    def is_in(self, card: CardId, column: ColumnId) -> bool:
        """Whether a card is in the system and in this column."""

    def room_in(self, column: int, card: CardId, class_index: int | None = None) -> float:
        """How many cards from where `card` stands may be put into a column (from 0) or Done; inf without a limit.

        They are of its class, or of the one at this place of the scenario's list.
        """

    def work_at_hand(self, card: CardId) -> tuple[Time, Time] | None:
        """When the present work on `card`, or the set-up for it, began and how long it takes; None if there is none."""

    def passes_again(self, card: CardId, by: Time = ...) -> int:
        """How often work on `card` was done again, by then."""
