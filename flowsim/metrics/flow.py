"""What is known of the flow of work at one moment: what every figure and curve is made from.

`Flow` is the reading side. `FlowAccumulator` folds a growing trace; `FlowSnapshot` is the same at an earlier moment,
made from what was accumulated, without reading the trace again.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import Time
from flowsim.metrics.active_periods import ActivePeriods
from flowsim.metrics.crews import Crews
from flowsim.metrics.integrals import Integrals
from flowsim.metrics.occupancy import Occupancy
from flowsim.metrics.order_statistics import OrderStatistics
from flowsim.metrics.staffing import Staffing

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
CardNumbers = npt.NDArray[np.int32]


class Flow(ABC):
    """Cards and columns after the first `rows_read` rows of `trace`, at time `now`.

    Times and durations are in the scenario's time unit. Arrays "by card" have one value per arrived card, indexed by
    card number. A line is one line of the cumulative flow diagram: 0 is the backlog, 1 to n are the columns and n + 1
    is Done. Treat all arrays as read-only; those of a live flow are valid until it reads more rows.
    """

    scenario: Scenario
    trace: Trace
    rows_read: int
    now: Time

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.scenario.columns)

    @property
    @abstractmethod
    def integrals(self) -> Integrals:
        """Time summed up over the intervals that have ended."""

    @property
    @abstractmethod
    def lines(self) -> Sequence[Floats]:
        """For each of the n + 2 lines, the sorted times at which a card first reached it or a later line."""

    @property
    @abstractmethod
    def reached(self) -> Sequence[Floats]:
        """For each of the n + 2 lines, by card: when the card first reached it or a later line; NaN if it has not."""

    @property
    @abstractmethod
    def dropped(self) -> npt.NDArray[np.bool_]:
        """Whether each card was taken off the board, or turned away before it came onto it."""

    @property
    @abstractmethod
    def crews(self) -> Crews:
        """Who works on cards together; it may know of rows after those read here."""

    @property
    @abstractmethod
    def lost(self) -> Floats:
        """When cards were turned away, because the backlog was full; they are in no line."""

    @property
    @abstractmethod
    def last_row(self) -> CardNumbers:
        """Index of the row that each card is in."""

    @property
    @abstractmethod
    def finishers(self) -> CardNumbers:
        """Numbers of the delivered cards, in the order of delivery."""

    @property
    @abstractmethod
    def cycle_times(self) -> Floats:
        """Cycle times of the cards delivered after the warm-up, in the order of delivery."""

    @property
    @abstractmethod
    def lead_times(self) -> Floats:
        """Lead times of the cards delivered after the warm-up, in the order of delivery."""

    @property
    @abstractmethod
    def previous(self) -> CardNumbers:
        """For each row, the index of the row of the same card before it, or -1."""

    @property
    @abstractmethod
    def occupancy(self) -> Occupancy:
        """How many cards are where, over time; it may know more rows than `rows_read`."""

    @property
    @abstractmethod
    def activity(self) -> ActivePeriods:
        """Active periods of each column, in which no worker was free; it may include times after `now`."""

    @property
    @abstractmethod
    def cycle_time_ranks(self) -> OrderStatistics:
        """`cycle_times`, arranged for percentiles."""

    @property
    @abstractmethod
    def lead_time_ranks(self) -> OrderStatistics:
        """`lead_times`, arranged for percentiles."""

    @property
    @abstractmethod
    def cycle_time_sums(self) -> Floats:
        """Sums of the first 0, 1, 2 … of the cycle times."""

    @abstractmethod
    def ages_on_leaving(self, column: int) -> OrderStatistics:
        """How old each card finished after the warm-up was when it first went beyond `column`."""

    @property
    def arrived(self) -> Floats:
        """When each card arrived."""
        return self.reached[0]

    @property
    def started(self) -> Floats:
        """When each card entered the first column it entered; NaN if it has not."""
        return self.reached[1]

    @property
    def finished(self) -> Floats:
        """When each card was delivered; NaN if it has not been."""
        return self.reached[self.columns + 1]

    @property
    def rows(self) -> npt.NDArray[np.void]:
        """The rows read so far."""
        return self.trace.rows(0, self.rows_read)

    @property
    def in_system(self) -> Ints:
        """Numbers of the cards that have arrived and neither been delivered nor left otherwise."""
        return np.flatnonzero(np.isnan(self.finished) & ~self.dropped)

    @property
    def unfinished(self) -> int:
        """How many cards are in the system."""
        return len(self.dropped) - len(self.finishers) - int(np.count_nonzero(self.dropped))

    def totals(self, staffing: Staffing) -> Integrals:
        """Time summed up until `now`, the intervals still open included."""
        sums = self.integrals.copy()
        if self.rows_read:
            unfinished = self.rows[self.last_row[self.in_system]]
            since = np.maximum(unfinished["time"], self.scenario.warm_up)
            until = np.full(len(unfinished), self.now)
            sums.add(unfinished, since, until, staffing)
            beside = self.crews.beside(self.last_row[self.in_system])
            sums.add_helpers(unfinished, since, until, staffing, beside)
        return sums
