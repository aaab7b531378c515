"""Runs that are kept to compare with: up to four, each with a name and a colour."""

from dataclasses import replace
from typing import Final

from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain.phrases import phrase
from flowsim.metrics import RunView

MOST_PINS: Final = 4
LETTERS: Final = 26
COLOURS: Final = ("#C2408F", "#00857C", "#8A5A00", "#7A4FD0")
"""Apart from one another, and from the bands, in every common kind of colour blindness; each is named besides."""


class Pins:
    """The pinned runs, oldest first."""

    def __init__(self) -> None:
        self.pins: tuple[PinnedRun, ...] = ()
        self._ever = 0

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return len(self.pins) >= MOST_PINS

    def add(self, run: RunView, name: str = "", *, ended: bool = False) -> PinnedRun:
        """Keep the run as it is at the moment of `run`, and whether it had `ended` then; of four the oldest goes."""
        run = run.before(run.now)
        kept = self.pins[1:] if self.full else self.pins
        colour = next(each for each in COLOURS if each not in {pin.colour for pin in kept})
        self._ever += 1
        number = chr(ord("A") + self._ever - 1) if self._ever <= LETTERS else str(self._ever)
        pin = PinnedRun(name or phrase("Run {0}", number), colour, run, ended)
        self.pins = (*kept, pin)
        return pin

    def compared_with(self, run: RunView, *, ended: bool) -> tuple[PinnedRun, RunView] | None:
        """The pin that `run` is compared with, the last one, and the moment of it; None if there is none to compare.

        A run that has `ended` is compared with the end of one that had, any other with the same moment.
        """
        if not self.pins or self.pins[-1].run.scenario.time_unit != run.scenario.time_unit:
            return None
        pin = self.pins[-1]
        return pin, (pin.run if ended and pin.ended else pin.at(run.now))

    def clear(self) -> None:
        """Let all go, and begin again with the first name."""
        self.pins, self._ever = (), 0

    def remove(self, pin: PinnedRun) -> None:
        """Let one go."""
        self.pins = tuple(each for each in self.pins if each is not pin)

    def rename(self, pin: PinnedRun, name: str) -> None:
        """Call it something else."""
        self.pins = tuple(replace(each, name=name) if each is pin else each for each in self.pins)
