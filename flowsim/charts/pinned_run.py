"""A run that is kept to compare with: a dashed line in every chart, and a difference beside every figure."""

from dataclasses import dataclass

from flowsim.domain.words import Time
from flowsim.metrics import RunView


@dataclass(frozen=True)
class PinnedRun:
    """A run as it was at one moment; it stays so whatever becomes of the run. `ended`: nothing more was to come."""

    name: str
    colour: str
    run: RunView
    ended: bool = False

    def at(self, time: Time) -> RunView:
        """The run when it had come to `time`, or as far as it came."""
        return self.run.before(min(time, self.run.now))
