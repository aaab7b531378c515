"""What people did, as steps that can be taken back and done again: undo is data, the run is replayed from it."""

from dataclasses import dataclass, field

from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.session.wording import in_words


@dataclass
class History:
    """Steps done, oldest first, and steps undone, latest first; one gesture is one step, whatever it did."""

    done: list[tuple[Intervention, ...]] = field(default_factory=list)
    undone: list[tuple[Intervention, ...]] = field(default_factory=list)

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """Everything in force, in order."""
        return tuple(intervention for step in self.done for intervention in step)

    def add(self, step: tuple[Intervention, ...]) -> None:
        """A person did something new; what had been undone is gone."""
        self.done.append(step)
        self.undone.clear()

    def undo(self) -> None:
        """Move the last step over to the undone."""
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        """Move the step undone last back to the done."""
        self.done.append(self.undone.pop())

    def undo_words(self, scenario: Scenario) -> str:
        """What undo would take back, in words; empty if nothing."""
        return in_words(scenario, self.done[-1], self.interventions) if self.done else ""

    def redo_words(self, scenario: Scenario) -> str:
        """What redo would do again, in words; empty if nothing."""
        return in_words(scenario, self.undone[-1], self.interventions) if self.undone else ""
