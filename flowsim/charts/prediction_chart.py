"""Guess and outcome in one picture: two bars for a number, a curve with two points for a point on it."""

from collections.abc import Sequence
from math import isfinite

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Bars, Caption, Dots, Floats, Picture, Shape, Steps, Table, Upright
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain.phrases import Phrase, phrase

BEYOND = 1.12
"""How much longer the time axis is than the run: a guess for its end has room for its name."""

ROOM_FOR_TEXT = 1.7
"""How much longer than its longest bar the axis is: the value stands behind the bar."""


def of_a_number(title: str, unit: str, guess: tuple[float, str], came: tuple[float, str], theme: Theme) -> Picture:
    """Two bars: what was guessed and what came, each a number with the words for it."""
    shapes: list[Shape] = []
    top = nice_ceiling(ROOM_FOR_TEXT * max([value for value, _ in (guess, came) if isfinite(value)], default=1.0))
    for foot, (value, words), colour in ((1.0, guess, theme.starved), (0.0, came, theme.accent)):
        known = isfinite(value)
        if known:
            shapes.append(_bar(value, foot, colour))
        shapes.append(Caption((value if known else 0.0) + 0.01 * top, foot + 0.5, words))

    def table() -> Table:
        return ["guessed", "came"], [[guess[0], came[0]]]

    return Picture(
        phrase("The upper bar is what was guessed, the lower one what came."), title, Axis(0.0, top, unit),
        Axis(0.0, 2.0, "", names=(phrase("It came to"), phrase("We said"))), tuple(shapes), table,
        over_time=False, now=1.0, title=title, name="prediction",
    )  # fmt: skip


def of_a_point(
    title: str, unit: str, curve: tuple[Floats, Floats], guess: tuple[float, float] | None, came: float, theme: Theme,
    room: Sequence[tuple[float, ...]] = (),
) -> Picture:  # fmt: skip
    """The curve that came (edges and values of its steps), the guessed point, and the curve at that time.

    A `room` has the points of everybody.
    """
    edges, values = curve
    said = np.array([point for point in room if len(point) == 2], dtype=np.float64).reshape(-1, 2)
    highest = max(
        float(values.max(initial=1.0)), 1.0 if guess is None else guess[1], float(said[:, 1].max(initial=0.0))
    )
    top = nice_ceiling(1.1 * highest)
    shapes: list[Shape] = [Steps(edges, values, theme.accent, name=phrase("It came to"))]
    if len(said):
        order = np.argsort(said[:, 0])
        shapes.append(Dots(said[order, 0], said[order, 1], theme.quiet, radius=3.0, hollow=True))
    if guess is not None:
        at, value = guess
        shapes.append(Upright(at, 0.94 * top, phrase("we said"), theme.quiet))
        shapes.append(Dots(np.array([at]), np.array([value]), theme.full, radius=5.0, hollow=True))
        if isfinite(came):
            shapes.append(Dots(np.array([at]), np.array([came]), theme.accent, radius=4.0))

    def table() -> Table:
        return ["time", "count"], [[float(x), float(y)] for x, y in zip(edges, values, strict=False)]

    return Picture(
        phrase("The line is what came; the ring is the point that was guessed."), title,
        Axis(0.0, BEYOND * float(edges[-1]), unit), Axis(0.0, top, phrase("cards"), whole=True), tuple(shapes), table,
        over_time=False, now=float(edges[-1]), title=title, name="prediction",
    )  # fmt: skip


def blank(title: str, unit: str, end: float, top: float, guess: tuple[float, float] | None, theme: Theme) -> Picture:
    """An empty frame to point into, with the point that was guessed."""
    shapes: list[Shape] = [Dots(np.array([]), np.array([]), theme.full)]
    if guess is not None:
        shapes.append(Dots(np.array([guess[0]]), np.array([guess[1]]), theme.full, radius=5.0, hollow=True))
    words: Phrase = phrase("Click where the line will be.")
    return Picture(
        words, title, Axis(0.0, end, unit), Axis(0.0, top, phrase("cards"), whole=True), tuple(shapes),
        lambda: (["time", "count"], []), over_time=False, now=1.0, title=title, name="prediction",
    )  # fmt: skip


def _bar(value: float, foot: float, colour: str) -> Bars:
    return Bars(np.array([0.0]), np.array([value]), np.array([foot + 0.2]), np.array([foot + 0.8]), colour)
