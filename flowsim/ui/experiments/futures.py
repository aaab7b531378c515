"""Where the forecast has its futures from: a board is played on, of a team's history its throughput alone goes on."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from typing_extensions import override

from flowsim.charts.picture import Floats
from flowsim.domain.arrivals import ByPeriod
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.experiments.dispatcher import Pool
from flowsim.experiments.fan import Fan
from flowsim.experiments.forecast import LEAST_FINISHED, finished_by_day, resampled, why_not_resampled
from flowsim.experiments.forecast_words import alone_sentence, too_early
from flowsim.experiments.plan import ForecastGoal
from flowsim.experiments.throughput_fan import counts_after, days_until
from flowsim.session.session import Session
from flowsim.ui.experiments.background import Stopped, Work


@dataclass(frozen=True, eq=False)
class Asked:
    """A question at `now`, where so many had been `finished` at their times: when are `goal` more?

    `by` is the moment that somebody asks about, `times` are those at which the fan is known, `acts` what is done now.
    """

    now: Time
    finished: Floats
    goal: int
    by: Time | None
    times: tuple[Time, ...]
    acts: tuple[Intervention, ...] = ()


@dataclass(frozen=True, eq=False)
class Futures:
    """What is known of the futures, at `times`: `counts` says how many more are finished at each in each future.

    `reached` says when the goal is; `played` is how many futures were, None for the law of throughput alone.
    """

    asked: Asked
    times: tuple[Time, ...]
    counts: Floats
    reached: Floats
    played: int | None


class Source(ABC):
    """Has the futures of one session; `changeable` says whether anything may be done in them."""

    changeable = True

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def now(self) -> Time:
        """From when on they are futures."""
        return self._session.now

    @property
    def finished(self) -> Floats:
        """When cards were finished up to now."""
        return self._session.latest.flow.lines[-1].copy()

    def moment(self, by: Time | None) -> Time | None:
        """The moment that is asked about, as exactly as futures can know it."""
        return by

    @property
    @abstractmethod
    def left(self) -> float:
        """How many more cards can be finished; inf where they never cease to arrive."""

    @abstractmethod
    def why_not(self, goal: int) -> str:
        """Why nothing can be said now; empty if something can."""

    @abstractmethod
    def work(self, asked: Asked) -> Work:
        """Tells the `Futures`, more of them again and again."""

    @abstractmethod
    def beside(self, asked: Asked) -> str:
        """What is to be said beside what the futures say."""


class BoardPlayedOn(Source):
    """The board as it stands is played on, with other luck in each future."""

    def __init__(self, session: Session, pool: Pool) -> None:
        super().__init__(session)
        self._pool = pool

    @property
    @override
    def left(self) -> float:
        board, flow = self._session.scenario, self._session.latest.flow
        if not board.ends_by_itself or (not board.explicit and isinstance(board.arrivals, ByPeriod)):
            return inf
        every = len(board.cards) or len(flow.arrived)  # those that do not come one by one are all there from the start
        return every - len(flow.finishers) - int(np.count_nonzero(flow.dropped))

    @override
    def why_not(self, goal: int) -> str:
        if self._session.replay is not None:
            return phrase("The run is being replayed; the forecast waits.")
        if not self._session.scenario.rules.auto_pull:
            return phrase("People move the cards on this board, and nobody knows what they will do.")
        if self.left == 0:
            return phrase("All work is done.")
        return too_early() if len(self._session.latest.flow.finishers) < LEAST_FINISHED else ""

    @override
    def work(self, asked: Asked) -> Work:
        snapshot, seed, pool = self._session.simulation.snapshot(), self._session.scenario.seed, self._pool

        def play(stopped: Stopped) -> Iterator[Futures]:
            fan = Fan(snapshot, asked.acts, seed, asked.times, asked.goal, pool, stopped)
            for counts, reached in fan.counts():
                yield Futures(asked, asked.times, counts, reached, len(counts))

        return play

    @override
    def beside(self, asked: Asked) -> str:
        board, goal = self._session.scenario, ForecastGoal(cards=asked.goal, by=None)
        return alone_sentence(resampled(goal, asked.finished, asked.now), board.time_unit, board.calendar)


class HistoryGoingOn(Source):
    """The team goes on as it went: days are drawn from its own. Whole days alone are known of it."""

    changeable = False

    @property
    @override
    def now(self) -> Time:
        return float(int(self._session.now))

    @property
    @override
    def finished(self) -> Floats:
        times = super().finished
        return times[times <= self.now]

    @override
    def moment(self, by: Time | None) -> Time | None:
        return None if by is None else float(int(by))

    @property
    @override
    def left(self) -> float:
        return inf

    @override
    def why_not(self, goal: int) -> str:
        if self.now < 1 or len(self.finished) < LEAST_FINISHED:
            return too_early()
        unknown = why_not_resampled(ForecastGoal(cards=goal, by=None), self.finished, self.now)
        return phrase("That is too far away to say.") if unknown else ""

    @override
    def work(self, asked: Asked) -> Work:
        def look(stopped: Stopped) -> Iterator[Futures]:
            daily = finished_by_day(asked.finished, asked.now)
            days = sorted({max(int(time - asked.now), 1) for time in asked.times})
            counts, reached = counts_after(daily, days, stopped), asked.now + days_until(daily, asked.goal, stopped)
            yield Futures(asked, tuple(asked.now + day for day in days), counts, reached, None)

        return look

    @override
    def beside(self, asked: Asked) -> str:
        return phrase("The team goes on as it went: days are drawn from its own. What if is for a board.")


def source_of(session: Session, pool: Pool) -> Source:
    """Where the futures of what is on view come from."""
    return HistoryGoingOn(session) if session.is_fixed else BoardPlayedOn(session, pool)
