"""Where the time of columns and people went."""

import numpy as np

from flowsim.charts.options import ChartOptions, of_now, over_time
from flowsim.charts.picture import Axis, Bars, Caption, Curve, Label, Picture, Shape, Table
from flowsim.domain import units
from flowsim.domain.phrases import digits, phrase
from flowsim.metrics import RunView, figures_of, people_of

ON_BARS = "#10131A"
"""Readable on every colour of a bar, in both themes."""

PARTS = (
    ("utilisation", phrase("Busy"), "busy"), ("setup", phrase("Set-up"), "setup"),
    ("blocked", phrase("Blocked"), "band_bottleneck"), ("starved", phrase("Free"), "starved"),
)  # fmt: skip


def picture(run: RunView, options: ChartOptions) -> Picture:
    """Busy, set-up, blocked and free, as shares that sum to 1, of each column's people and of each named person."""
    rows = shares_of(run)
    count = len(rows)
    shapes: list[Shape] = []
    left = np.zeros(count)
    foot = np.arange(count - 1, -1, -1.0)
    parts = np.array([shares for _, shares in rows]).T if rows else np.zeros((4, 0))
    for (_, title, role), share in zip(PARTS, np.nan_to_num(parts), strict=True):
        colour = getattr(options.theme, role)
        shapes.append(Bars(100 * left, 100 * (left + share), foot + 0.18, foot + 0.82, colour, title))
        left = left + share
    for pin in options.pins_for(run):
        theirs = dict(shares_of(pin.run))
        for (name, _), at in zip(rows, foot.tolist(), strict=True):
            if name in theirs and not np.isnan(theirs[name][0]):
                busy = 100 * theirs[name][0]
                shapes.append(Curve(np.array([busy, busy]), np.array([at + 0.08, at + 0.92]), pin.colour, 2.5))
    for (_, shares), at in zip(rows, foot.tolist(), strict=True):
        if not np.isnan(shares[0]):
            shapes.append(Caption(1.0, at + 0.5, phrase("{0} % busy", digits(100 * shares[0], ".0f")), colour=ON_BARS))

    def table() -> Table:
        return ["who", *(title.lower() for _, title, _ in PARTS)], [[name, *shares] for name, shares in rows]

    made = over_time(
        run, options,
        reading=phrase(
            "What people did with their time: a column without any free time is where the work is short of people."
        ),
        note=units.from_to(digits(run.scenario.warm_up, "g"), digits(run.now, ",.4g"), run.scenario.time_unit),
        y=Axis(0.0, float(max(count, 1)), "", names=tuple(name for name, _ in reversed(rows))), shapes=shapes,
        table=table, labels=[Label(title, getattr(options.theme, role)) for _, title, role in PARTS],
        empty=phrase("When people have worked, their time is divided here."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, 100.0, "%"))


def shares_of(run: RunView) -> list[tuple[str, list[float]]]:
    """Name and shares, in the order of `PARTS`, of every column that has people, then of every named person."""
    figures = figures_of(run.flow, run.staffing)
    columns = zip(run.scenario.columns, figures.columns, strict=True)
    rows = [(column.title, its) for column, its in columns if not column.is_queue]
    everybody = [*rows, *((person.name, person) for person in people_of(run.flow, run.staffing))]
    return [(name, [getattr(its, part) for part, _, _ in PARTS]) for name, its in everybody]
