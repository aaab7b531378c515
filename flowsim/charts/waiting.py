"""What a finished card spent its cycle time on: work, and waiting by cause."""

from collections.abc import Mapping

import numpy as np

from flowsim.charts.options import ChartOptions, basis_of, of_now, over_time
from flowsim.charts.picture import Axis, Bars, Caption, Picture, Shape, Table
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import digits, phrase
from flowsim.metrics import RunView, figures_of

WORDS = {
    "touch": phrase("Work"), "capacity": phrase("For somebody"), "downstream": phrase("For room ahead"),
    "batch": phrase("For its batch"), "setup": phrase("Set-up"), "transport": phrase("On its way"),
    "blocker": phrase("Blocked"), "backlog": phrase("Back in backlog"),
}  # fmt: skip


def picture(run: RunView, options: ChartOptions) -> Picture:
    """Mean time of a finished card by what it was spent on; the bars sum to the mean cycle time."""
    unit, parts = run.scenario.time_unit, parts_of(run)
    pinned = [(pin, parts_of(pin.run)) for pin in options.pins_for(run)]
    present = {cause for its in (parts, *(theirs for _, theirs in pinned)) for cause, value in its.items() if value > 0}
    shown = [cause for cause in WORDS if cause in present or cause in ("touch", "capacity")]
    mean = sum(parts.values())
    foot = np.arange(len(shown) - 1, -1, -1.0)
    values = np.array([parts.get(cause, 0.0) for cause in shown])
    worked = np.array([cause == "touch" for cause in shown])
    shapes: list[Shape] = []
    for mine, role in ((worked, "busy"), (~worked, "band_bottleneck")):
        zero = 0 * values[mine]
        shapes.append(Bars(zero, values[mine], foot[mine] + 0.28, foot[mine] + 0.84, getattr(options.theme, role)))
    top = float(values.max()) if len(values) else 1.0
    for number, (pin, theirs) in enumerate(pinned):
        their_values = np.array([theirs.get(cause, 0.0) for cause in shown])
        low = foot + 0.2 - 0.07 * number
        shapes.append(Bars(0 * their_values, their_values, low, low + 0.05, pin.colour))
        top = max(top, float(their_values.max()))
    for cause, value, at in zip(shown, values.tolist(), foot.tolist(), strict=True):
        took, share = units.rounded(value), digits(100 * parts.get(cause, 0.0) / mean, ".0f") if mean else ""
        shapes.append(Caption(value, at + 0.56, phrase("  {0} ({1} %)", took, share) if mean else f"  {took}"))

    def table() -> Table:
        return ["spent on", f"mean ({unit}s)"], [[WORDS[cause], parts.get(cause, 0.0)] for cause in WORDS]

    made = over_time(
        run, options,
        reading=phrase(
            "What the average finished card spent its cycle time on: the longest bar is where to look first."
        ),
        note=phrase("mean cycle time {0}; {1}", units.spell_out(mean, unit), basis_of(run)),
        y=Axis(0.0, float(max(len(shown), 1)), "", names=tuple(WORDS[cause] for cause in reversed(shown))),
        shapes=shapes, table=table, empty=phrase("When cards are finished, their time is divided here."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, nice_ceiling(1.15 * top or 1.0), units.MANY[unit]))


def parts_of(run: RunView) -> Mapping[str, float]:
    """Mean time by cause, and `touch`; empty while nothing is finished."""
    figures = figures_of(run.flow, run.staffing)
    if not figures.finished:
        return {}
    waits = {cause: max(wait, 0.0) for cause, wait in figures.waits.items()}
    return {"touch": max(figures.cycle_time.mean - sum(figures.waits.values()), 0.0), **waits}
