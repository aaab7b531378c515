"""A figure over the settings that were tried: mean and interval, the single runs faint behind them, theory beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import (
    Axis,
    Bars,
    Caption,
    Curve,
    Dots,
    Floats,
    Label,
    Picture,
    Shape,
    Table,
    Upright,
    Values,
)
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.units import rounded

MOST_DOTS: Final = 6_000
"""Single runs that are drawn; of more a part, evenly."""

HALF: Final = 0.5
SPREAD: Final = 0.16
"""How far to the side single runs are drawn, in settings: beside the interval, not under it."""

CAP: Final = 0.09
LINE: Final = 0.012


@dataclass(frozen=True, eq=False)
class Settings:
    """What is drawn: a figure's name and unit, the settings' names, and what is known of each.

    `values` has the single runs (replications x settings), `lows` and `highs` the ends of the intervals of the `means`;
    NaN where nothing is known. `marked` is the setting to take, `level` those that cannot be told from the best, `now`
    the one in force. `theory` has a formula's name and its value at each setting, `landmarks`
    places among the settings (from 0) with their names.
    """

    title: Phrase
    axis: Phrase
    unit: str
    names: tuple[str, ...]
    values: Floats
    means: Floats
    lows: Floats
    highs: Floats
    marked: int | None = None
    level: tuple[int, ...] = ()
    now: int | None = None
    theory: tuple[tuple[str, Floats], ...] = ()
    landmarks: tuple[tuple[float, str], ...] = ()


def picture(its: Settings, theme: Theme) -> Picture:
    """The figure of every setting; a click on a mean opens its board."""
    count = len(its.names)
    at: Floats = np.arange(count, dtype=np.float64) + HALF
    known = np.isfinite(its.means)
    top = _top(its)
    shapes: list[Shape] = [*_marked(its, theme, top), *_runs(its, theme, top)]
    shapes += [Curve(at, np.minimum(values, 10 * top), theme.setup, dashed=True) for _, values in its.theory]
    shapes += [Upright(place + HALF, 0.9 * top, name, theme.setup) for place, name in its.landmarks]
    shapes.append(Curve(at[known], its.means[known], theme.accent, width=1.5))
    spread = known & np.isfinite(its.lows)
    shapes += _intervals(at[spread], its.lows[spread], its.highs[spread], theme)
    cells = np.flatnonzero(known).astype(np.int32)
    shapes.append(Dots(at[known], its.means[known], theme.accent, radius=5.0, cards=cells))

    def describe(cell: int) -> Values:
        mean, low, high = (float(values[cell]) for values in (its.means, its.lows, its.highs))
        rows: Values = [(its.axis, its.names[cell]), (its.title, phrase("{0} {1}", rounded(mean), its.unit))]
        if np.isfinite(low):
            rows.append((phrase("95 % interval"), phrase("{0} to {1}", rounded(low), rounded(high))))
        rows += [(name, rounded(float(values[cell]))) for name, values in its.theory]
        return [*rows, (phrase("Click"), phrase("this board, to play"))]

    def table() -> Table:
        header = ["setting", "mean", "ci_low", "ci_high", *(name for name, _ in its.theory)]
        columns = (its.means, its.lows, its.highs, *(values for _, values in its.theory))
        return header, [[name, *(float(each[place]) for each in columns)] for place, name in enumerate(its.names)]

    labels = [Label(name, theme.setup, dashed=True) for name, _ in its.theory]
    reading = phrase("Each dot is the mean of all runs with that setting, with its 95 % interval; faint dots are runs.")
    return Picture(
        reading, its.axis, Axis(0.0, float(count), "", names=_names(its)), Axis(0.0, top, its.unit), tuple(shapes),
        table, labels=tuple(labels), over_time=False, now=1.0 if known.any() else 0.0,
        empty=phrase("Results draw here while they come in."), describe=describe, title=its.title, name="settings",
    )  # fmt: skip


def _top(its: Settings) -> float:
    """High enough for every interval and nearly every run; one run alone must not flatten all the others."""
    ends = its.highs[np.isfinite(its.highs)]
    means = its.means[np.isfinite(its.means)]
    runs = its.values[np.isfinite(its.values)]
    usual = float(np.quantile(runs, 0.98)) if len(runs) else 0.0
    most = max([usual, *means.tolist(), *ends.tolist()], default=1.0)
    return nice_ceiling(1.12 * most if most > 0 else 1.0)


def _names(its: Settings) -> tuple[str, ...]:
    return tuple(
        phrase("{0} (now)", name) if place == its.now else name for place, name in enumerate(its.names)
    )  # fmt: skip


def _marked(its: Settings, theme: Theme, top: float) -> list[Shape]:
    shapes: list[Shape] = []
    for place in its.level:
        x = np.array([place + 0.06])
        colour = theme.accent_soft if place == its.marked else theme.lane
        shapes.append(Bars(x, x + 0.88, np.zeros(1), np.full(1, top), colour))
    return shapes


def _runs(its: Settings, theme: Theme, top: float) -> list[Shape]:
    """The single runs, at both sides of their interval."""
    runs, cells = its.values.shape
    every = max(runs * cells // MOST_DOTS, 1)
    some = its.values[::every]
    side = np.linspace(-SPREAD, SPREAD, max(len(some), 2))[: len(some)]
    x = np.arange(cells)[None, :] + HALF + side[:, None]
    inside = np.isfinite(some) & (some <= top)
    return [Dots(x[inside], some[inside], theme.starved, radius=1.5)]


def _intervals(at: Floats, lows: Floats, highs: Floats, theme: Theme) -> list[Shape]:
    low, high = np.maximum(lows, 0.0), np.maximum(highs, 0.0)
    return [Bars(at - LINE, at + LINE, low, high, theme.accent),
            *(Curve(np.array([x - CAP, x + CAP]), np.array([end, end]), theme.accent, width=2.0)
              for ends in (low, high) for x, end in zip(at.tolist(), ends.tolist(), strict=True))]  # fmt: skip


def heat_map(its: Settings, across: Sequence[str], down: Sequence[str], down_axis: Phrase, theme: Theme) -> Picture:
    """Two settings at once: the mean of every pair as a shade and a number; the settings run across first, then down.

    `its` has the pairs, the second setting changing fastest.
    """
    means = its.means.reshape(len(across), len(down))
    known = means[np.isfinite(means)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    shapes: list[Shape] = []
    for x in range(len(across)):
        for y in range(len(down)):
            if not np.isfinite(means[x, y]):
                continue
            share = (float(means[x, y]) - low) / (high - low) if high > low else 0.0
            left, foot = np.array([x + 0.03]), np.array([y + 0.05])
            shapes.append(Bars(left, left + 0.94, foot, foot + 0.9, theme.shade(share)))
            place = x * len(down) + y
            mark = " ●" if place == its.marked else " ○" if place in its.level else ""
            shapes.append(
                Caption(x + 0.1, y + HALF, phrase("{0}{1}", rounded(float(means[x, y])), mark), theme.shade_text(share))
            )
    cells = np.arange(means.size, dtype=np.int32)
    x_of, y_of = (cells // len(down)).astype(np.float64), (cells % len(down)).astype(np.float64)
    shapes.append(Dots(x_of + 0.9, y_of + HALF, theme.quiet, radius=2.0, cards=cells))

    def describe(cell: int) -> Values:
        return [(its.axis, across[cell // len(down)]), (down_axis, down[cell % len(down)]),
                (its.title, phrase("{0} {1}", rounded(float(its.means[cell])), its.unit)),
                (phrase("Click"), phrase("this board, to play"))]  # fmt: skip

    def table() -> Table:
        rows: list[list[object]] = [
            [across[x], down[y], float(means[x, y])] for x in range(len(across)) for y in range(len(down))
        ]
        return [str(its.axis), str(down_axis), "mean"], rows

    return Picture(
        phrase("Each field is the mean of all runs with that pair of settings; ● is the one to take, ○ is level."),
        phrase("{0}, by {1}", down_axis, its.axis), Axis(0.0, float(len(across)), "", names=tuple(across)),
        Axis(0.0, float(len(down)), "", names=tuple(down)), tuple(shapes), table, over_time=False,
        now=1.0 if len(known) else 0.0, empty=phrase("Results draw here while they come in."), describe=describe,
        title=phrase("{0} ({1}): {2} across, {3} upwards", its.title, its.unit, its.axis, down_axis), name="heat-map",
    )  # fmt: skip
