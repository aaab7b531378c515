"""The plan of a board: settings that change by themselves, at their own times.

A planned change is in force from the beginning of its instant: who comes, finishes or is pulled then meets it already.
Changes at one time are made in the order of the plan. One that the board does not allow at that moment, because of what
people have done meanwhile, is left out and noted.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

from simpy.events import URGENT

from flowsim.domain.interventions import Intervention, Setting
from flowsim.domain.plan_of_changes import PlannedChange, change_at, time_of
from flowsim.domain.problems import Refused
from flowsim.domain.words import Time
from flowsim.engine.event_clock import EventClock
from flowsim.engine.policy_changes import PolicyChanges

PLAN: Final = "plan"
"""What a call of the clock is about: the next changes of the plan are due."""


class PlanOfChanges:
    """Makes the changes of `plan` on a board.

    `made` counts how often each has come, `done` lists the changes that were made, and `left_out` those that were not,
    with the reasons.
    """

    def __init__(self, plan: Sequence[PlannedChange], clock: EventClock, policies: PolicyChanges) -> None:
        self._plan = plan
        self._clock = clock
        self._policies = policies
        self.made = [0] * len(plan)
        self.done: list[Intervention] = []
        self.left_out: list[tuple[Intervention, str]] = []

    @property
    def next_time(self) -> Time:
        """When the next change is due; inf if there is none."""
        return min((time_of(planned, count) for planned, count in zip(self._plan, self.made, strict=True)), default=inf)

    def open(self) -> None:
        """From now on changes are made; those of time 0 at once."""
        if self.next_time <= self._clock.now:
            self.make()
        else:
            self.wait()

    def wait(self) -> None:
        """Let the clock call for the next changes."""
        if (time := self.next_time) < inf:
            self._clock.call_at(time, self.make, (PLAN, 0, 0), URGENT)

    def make(self) -> None:
        """Make every change that is due now, and wait for the next ones."""
        now = self._clock.now
        for place, planned in enumerate(self._plan):
            if time_of(planned, self.made[place]) <= now:
                self._change(change_at(planned, now))
                self.made[place] += 1
        self.wait()

    def _change(self, change: Intervention) -> None:
        assert isinstance(change, Setting), "a plan changes settings"
        try:
            self._policies.check(change)
        except Refused as refusal:
            self.left_out.append((change, str(refusal)))
        else:
            self._policies.change(change)
            self.done.append(change)
