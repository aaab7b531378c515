"""What people did, as steps that can be taken back and done again: undo is data, the run is replayed from it."""

from dataclasses import dataclass, field
from typing import TypeAlias

from flowsim.domain.conditions import conditions
from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.wording import in_words

Steps: TypeAlias = list[tuple[Intervention, ...]]


@dataclass
class History:
    """Steps done, oldest first, and steps undone, latest first; one gesture is one step, whatever it did.

    A restart is a step too: `restarted` keeps the runs that were left, each with its steps, done and undone, and how
    far it had come.
    """

    done: Steps = field(default_factory=list)
    undone: Steps = field(default_factory=list)
    restarted: list[tuple[Steps, Steps, Time]] = field(default_factory=list)

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """Everything in force, in order."""
        return tuple(intervention for step in self.done for intervention in step)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step, or a restart, to take back."""
        return bool(self.done or self.restarted)

    def add(self, step: tuple[Intervention, ...]) -> None:
        """A person did something new; what had been undone is gone."""
        self.done.append(step)
        self.undone.clear()

    def forget(self, refused: Intervention) -> None:
        """`refused` could not be done again; it is no part of the run any more."""
        steps = (tuple(one for one in step if one is not refused) for step in self.done)
        self.done = [step for step in steps if step]

    def restart(self, now: Time) -> None:
        """The run, which had come to `now`, was left for a new one."""
        if self.done or now > 0:
            self.restarted.append((self.done, self.undone, now))
        self.done, self.undone = [], []

    def undo(self) -> Time | None:
        """Move the last step over to the undone; if it was a restart, the time to which the old run had come."""
        if self.done:
            self.undone.append(self.done.pop())
            return None
        self.done, self.undone, now = self.restarted.pop()
        return now

    def redo(self) -> Time:
        """Move the step undone last back to the done; the time of what it did."""
        step = self.undone.pop()
        self.done.append(step)
        return step[-1].at

    def undo_words(self, scenario: Scenario) -> str:
        """What undo would take back, in words; empty if nothing."""
        if self.done:
            before = self.interventions[: -len(self.done[-1])]
            return in_words(scenario, self.done[-1], conditions(scenario, before))
        return "restart" if self.restarted else ""

    def redo_words(self, scenario: Scenario) -> str:
        """What redo would do again, in words; empty if nothing."""
        if not self.undone:
            return ""
        return in_words(scenario, self.undone[-1], conditions(scenario, self.interventions))
