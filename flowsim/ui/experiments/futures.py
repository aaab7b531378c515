"""What the forecast knows of the futures of a board, and of a team of which only its throughput is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from flowsim.charts.picture import Floats
from flowsim.domain.words import Time
from flowsim.experiments.forecast import finished_by_day
from flowsim.experiments.throughput_fan import counts_after, days_until
from flowsim.ui.experiments.background import Stopped, Work


@dataclass(frozen=True, eq=False)
class Futures:
    """What is known of the futures of a board that stood at `now`, where so many had been `finished` at their times.

    `counts` says how many more are finished at each of `times` in each future, `reached` when `goal` more are. `by` is
    the moment that somebody asks about.
    """

    now: Time
    finished: Floats
    goal: int
    by: Time | None
    times: tuple[Time, ...]
    counts: Floats
    reached: Floats


def of_throughput(now: Time, finished: Floats, goal: int, by: Time | None, times: tuple[Time, ...]) -> Work:
    """What comes if a team goes on as it went; of `now`, `by` and `times` whole days count."""

    def work(stopped: Stopped) -> Iterator[Futures]:
        daily = finished_by_day(finished, now)
        days = sorted({max(int(time - now), 1) for time in times})
        counts, reached = counts_after(daily, days, stopped), now + days_until(daily, goal, stopped)
        yield Futures(now, finished, goal, by, tuple(now + day for day in days), counts, reached)

    return work
