"""Rounds behind one another: what each had delivered over time, in colours that stay with their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Floats, Label, Picture, Shape, Steps, Table, staircase
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time, TimeUnit

PIXELS: Final = 1_000
MOST_DRAWN: Final = 8
"""With more lines nobody tells one from another; the last ones are drawn."""


@dataclass(frozen=True, eq=False)
class RoundLine:
    """A round: its name, when its cards were delivered, and where it ended."""

    name: str
    delivered: Floats
    end: Time


def colours_of(theme: Theme) -> tuple[str, ...]:
    """A colour a line, apart from one another in the common kinds of colour blindness; dashes tell them apart too."""
    return theme.accent, theme.full, theme.good, theme.setup, theme.over, theme.quiet, theme.busy, theme.text


def picture(rounds: Sequence[RoundLine], chosen: int | None, unit: TimeUnit, theme: Theme) -> Picture:
    """A line a round; the `chosen` one is the widest."""
    drawn = _drawn(len(rounds), chosen)
    end = max([its.end for its in rounds], default=1.0)
    top = nice_ceiling(1.08 * max([float(len(its.delivered)) for its in rounds], default=1.0) or 1.0)
    shapes: list[Shape] = []
    labels: list[Label] = []
    for place in drawn:
        its = rounds[place]
        colour = colours_of(theme)[place % MOST_DRAWN]
        x, y = staircase(its.delivered, 0.0, its.end, PIXELS)
        width = 3.0 if place == chosen else 1.5
        shapes.append(Steps(x, y, colour, width=width, dashed=place % 2 == 1, name=its.name))
        labels.append(Label(its.name, colour, float(len(its.delivered)), dashed=place % 2 == 1))

    def table() -> Table:
        rows: list[list[object]] = [
            [its.name, float(time), count] for its in rounds for count, time in enumerate(its.delivered, 1)
        ]
        return ["round", "time", "delivered"], rows

    return Picture(
        phrase("How many cards each round had delivered by then; the steeper, the faster."),
        phrase("{0} of {1} rounds", len(drawn), len(rounds)) if len(drawn) < len(rounds) else "",
        Axis(0.0, nice_ceiling(end), units.MANY[unit], one=units.HEAD[unit]),
        Axis(0.0, top, phrase("cards"), whole=True), tuple(shapes), table, labels=tuple(labels), over_time=True,
        now=end if shapes else 0.0, empty=phrase("Rounds are drawn here, one behind the other."),
        title=phrase("Delivered, round by round"), name="rounds",
    )  # fmt: skip


def _drawn(many: int, chosen: int | None) -> list[int]:
    """Which rounds are drawn: the first one, the chosen one, and as many of the last as there is room for."""
    always = {0, chosen} - {None} if many else set()
    rest = [place for place in reversed(range(many)) if place not in always][: MOST_DRAWN - len(always)]
    return sorted({*(place for place in always if place is not None), *rest})


def line_of(name: str, delivered: Floats, end: Time) -> RoundLine:
    """A round whose deliveries are known."""
    return RoundLine(name, np.asarray(delivered, dtype=np.float64), end)
