"""Why two settings differ: a staircase from the mean lead time of one to that of the other, cause by cause."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Bars, Caption, Picture, Shape, Table
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain.phrases import Digits, Phrase, phrase
from flowsim.domain.units import rounded


@dataclass(frozen=True)
class Cause:
    """One part of the difference: where and why, its mean and the ends of its interval."""

    name: str
    mean: float
    low: float
    high: float


def picture(
    title: Phrase, unit: str, names: tuple[str, str], means: tuple[float, float], causes: Sequence[Cause], theme: Theme
) -> Picture:  # fmt: skip
    """Bars from the first mean to the second; every cause begins where the one before it ended, so they sum exactly."""
    rows = len(causes) + 2
    foot = [rows - 1.0 - row for row in range(rows)]
    shapes: list[Shape] = [_bar(0.0, means[0], foot[0], theme.accent), _bar(0.0, means[1], foot[-1], theme.accent)]
    level, reach = means[0], [*means]
    for cause, at in zip(causes, foot[1:-1], strict=True):
        after = level + cause.mean
        role = theme.good if cause.mean < 0 else theme.band_bottleneck
        shapes.append(_bar(level, after, at, role))
        reach.append(after)
        level = after
    top = nice_ceiling(1.35 * max([each for each in reach if np.isfinite(each)], default=1.0))
    level = means[0]
    for cause, at in zip(causes, foot[1:-1], strict=True):
        right = max(level, level + cause.mean)
        shapes.append(Caption(right + 0.01 * top, at + 0.5, told(cause)))
        level += cause.mean
    for value, at in zip(means, (foot[0], foot[-1]), strict=True):
        shapes.append(Caption(value + 0.01 * top, at + 0.5, phrase("{0} {1}", rounded(value), unit)))

    def table() -> Table:
        rows: list[list[object]] = [[each.name, each.mean, each.low, each.high] for each in causes]
        return ["part", "mean", "ci_low", "ci_high"], rows

    listed = (names[0], *(cause.name for cause in causes), names[1])
    return Picture(
        phrase("From the first setting to the second, by where cards spend their time; the steps sum exactly."),
        title, Axis(0.0, top, unit), Axis(0.0, float(rows), "", names=tuple(reversed(listed))), tuple(shapes), table,
        over_time=False, now=1.0 if all(map(np.isfinite, means)) else 0.0,
        empty=phrase("Where the difference comes from is drawn here."), title=title, name="why",
    )  # fmt: skip


def told(cause: Cause) -> str:
    """A part with its sign and its interval: "−2.4 (−2.9 to −1.8)"."""
    if not np.isfinite(cause.low) or cause.low == cause.high:
        return signed(cause.mean)
    return phrase("{0} ({1} to {2})", signed(cause.mean), signed(cause.low), signed(cause.high))


def signed(value: float) -> str:
    """A number with its sign, as people write it."""
    return Digits(f"{'−' if value < 0 else '+'}{rounded(abs(value))}")


def _bar(start: float, end: float, foot: float, colour: str) -> Bars:
    low, high = sorted((start, end))
    return Bars(np.array([low]), np.array([high]), np.array([foot + 0.2]), np.array([foot + 0.8]), colour)
