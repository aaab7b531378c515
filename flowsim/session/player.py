"""The pace of a run: how far it goes in each frame, and whether it holds the speed that was asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Final

from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.playable_run import PlayableRun

SLOWEST: Final = 0.1
FASTEST: Final = 1000.0
AS_FAST_AS_IT_CAN: Final = inf
LONGEST_FRAME: Final = 0.1
"""Longest frame in seconds of real time; more is dropped, so that the run does not jump after a stall."""

CROSSING_SECONDS: Final = 5.0
"""Seconds of real time that the mean work on one card, over all columns, takes at the first speed."""

WHOLE_SECONDS: Final = 60.0
"""Seconds of real time that a run without any work takes as a whole at the first speed: a team's history."""

MOST_ROWS: Final = 50_000_000
BYTES_A_ROW: Final = 70
"""Memory for each change of state: the trace and all that is computed from it (measured: 68 to 90)."""

_SMOOTHING: Final = 0.85


def first_speed(scenario: Scenario) -> float:
    """Time units a second at which cards are seen to flow, whatever the time unit."""
    work = sum(scenario.mean_work)
    whole = 0.0 if work or scenario.horizon is None else scenario.horizon / WHOLE_SECONDS  # nothing but queues
    return min(max(float(f"{work / CROSSING_SECONDS + whole:.1g}"), SLOWEST), FASTEST)


def speed_at_pace(scenario: Scenario, pace: float) -> float:
    """Time units a second at `pace` times the first speed of a board, as far as people may choose it; inf stays inf."""
    return pace if pace == inf else min(max(first_speed(scenario) * pace, SLOWEST), FASTEST)


def too_long(rows: int) -> Phrase:
    """Why a run of so many changes of state stands, and what can be done."""
    return phrase(
        "the run stands, because it takes about {0} GB of memory: restart it, or allow longer runs in the settings",
        digits(rows * BYTES_A_ROW / 1e9, ".2g"),
    )


def no_memory_left() -> Phrase:
    """Why a run stands for which there is no memory any more, and what can be done."""
    return phrase(
        "the run stands, because this machine has no memory left for it: save it, close other programs, or restart it"
    )


def horizon_of(run: PlayableRun) -> Time:
    """Where a run ends at the latest; inf if nothing says so."""
    return inf if run.scenario.horizon is None else run.scenario.horizon


def has_ended(run: PlayableRun) -> bool:
    """Whether nothing more comes: the horizon is reached, or all work is done."""
    return run.over or run.now >= horizon_of(run)


@dataclass
class Player:
    """Plays a simulation at `speed` time units a second; `clock` gives seconds of real time.

    Time stops by itself at `stops_at`, where a round ends, and once at `rests_at`, from where it may go on.
    `most_rows` is how many changes of state a run may have before it stands, so that it does not fill the memory.
    `held` is the speed really reached lately, in time units a second: below `speed` when the engine cannot keep up.
    """

    clock: Callable[[], float]
    speed: float = 1.0
    held: float = 0.0
    playing: bool = False
    most_rows: int = MOST_ROWS
    stops_at: Time = inf
    rests_at: Time = inf

    @property
    def keeps_up(self) -> bool:
        """Whether the run keeps up with the speed asked for; always False for the maximum speed (inf)."""
        return self.speed < inf and (not self.playing or self.held >= 0.9 * self.speed or self.held == 0.0)

    def advance(self, simulation: PlayableRun, seconds: float, budget: float) -> bool:
        """Play what belongs to a frame of `seconds`, spending no more than `budget` seconds; False if that ended it."""
        if seconds <= 0:
            return True
        before = simulation.now
        end = self.end_of(simulation)
        target = min(before + self.speed * min(seconds, LONGEST_FRAME), max(end, before))
        deadline = self.clock() + budget
        simulation.advance_to(target, lambda: self.clock() >= deadline)
        reached = (simulation.now - before) / seconds
        self.held = reached if self.held == 0.0 else _SMOOTHING * self.held + (1 - _SMOOTHING) * reached
        if has_ended(simulation) or simulation.now >= min(self.stops_at, self.rests_at):
            self.pause()
            self.rests_at = inf
        return self.playing

    def end_of(self, run: PlayableRun) -> Time:
        """Where time stops at the latest: at the run's horizon, where the round ends, or where it rests."""
        return min(horizon_of(run), self.stops_at, self.rests_at)

    def step(self, run: PlayableRun) -> None:
        """Play the next instant at which something changes, but not beyond the end."""
        if run.next_time > (end := self.end_of(run)):
            run.advance_to(end)
        else:
            run.step()
        if run.now >= self.rests_at:
            self.rests_at = inf

    def take_speed(self, speed: float) -> None:
        """Go on at `speed` time units a second."""
        self.speed = speed
        self.held = 0.0

    def play(self) -> None:
        """Let time go on."""
        self.playing = True
        self.held = 0.0

    def pause(self) -> None:
        """Let time stand."""
        self.playing = False
        self.held = 0.0
