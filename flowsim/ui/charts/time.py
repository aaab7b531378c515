"""Where the time of columns and people went."""

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.metrics import figures_of, people_of
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, of_now, over_time
from flowsim.ui.charts.picture import Axis, Bars, Caption, Curve, Label, Picture, Shape, Table

ON_BARS = "#10131A"
"""Readable on every colour of a bar, in both themes."""

PARTS = (
    ("utilisation", phrase("Busy"), "busy"), ("setup", phrase("Set-up"), "setup"),
    ("blocked", phrase("Blocked"), "band_bottleneck"), ("starved", phrase("Free"), "starved"),
)  # fmt: skip


def picture(moment: Moment, look: Look) -> Picture:
    """Busy, set-up, blocked and free, as shares that sum to 1, of each column's people and of each named person."""
    rows = shares_of(moment)
    count = len(rows)
    shapes: list[Shape] = []
    left = np.zeros(count)
    foot = np.arange(count - 1, -1, -1.0)
    parts = np.array([shares for _, shares in rows]).T if rows else np.zeros((4, 0))
    for (_, _, role), share in zip(PARTS, np.nan_to_num(parts), strict=True):
        colour = getattr(look.theme, role)
        shapes.append(Bars(100 * left, 100 * (left + share), foot + 0.18, foot + 0.82, colour))
        left = left + share
    for pin in look.ghosts(moment):
        theirs = dict(shares_of(pin.moment))
        for (name, _), at in zip(rows, foot.tolist(), strict=True):
            if name in theirs and not np.isnan(theirs[name][0]):
                busy = 100 * theirs[name][0]
                shapes.append(Curve(np.array([busy, busy]), np.array([at + 0.08, at + 0.92]), pin.colour, 2.5))
    for (_, shares), at in zip(rows, foot.tolist(), strict=True):
        if not np.isnan(shares[0]):
            shapes.append(Caption(1.0, at + 0.4, phrase("{0} % busy", f"{100 * shares[0]:.0f}"), colour=ON_BARS))

    def table() -> Table:
        return ["who", *(title.lower() for _, title, _ in PARTS)], [[name, *shares] for name, shares in rows]

    made = over_time(
        moment, look, name="time", title=phrase("Where time goes"),
        reading=phrase(
            "What people did with their time: a column without any free time is where the work is short of people."
        ),
        note=units.from_to(f"{moment.scenario.warm_up:g}", f"{moment.now:,.4g}", moment.scenario.time_unit),
        y=Axis(0.0, float(max(count, 1)), "", names=tuple(name for name, _ in reversed(rows))), shapes=shapes,
        table=table, labels=[Label(title, getattr(look.theme, role)) for _, title, role in PARTS],
        empty=phrase("When people have worked, their time is divided here."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, 100.0, "%"))


def shares_of(moment: Moment) -> list[tuple[str, list[float]]]:
    """Name and shares, in the order of `PARTS`, of every column that has people, then of every named person."""
    figures = figures_of(moment.flow, moment.staffing)
    columns = zip(moment.scenario.columns, figures.columns, strict=True)
    rows = [(column.title, its) for column, its in columns if not column.is_queue]
    everybody = [*rows, *((person.name, person) for person in people_of(moment.flow, moment.staffing))]
    return [(name, [getattr(its, part) for part, _, _ in PARTS]) for name, its in everybody]
