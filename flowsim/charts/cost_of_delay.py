"""Cost of delay as it accrues."""

import numpy as np

from flowsim.charts.options import ChartOptions, columns_of, over_time
from flowsim.charts.picture import Axis, Curve, Floats, Label, Picture, Shape, Table, Values
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.curves import cost_of_delay

POINTS = 400


def picture(run: RunView, options: ChartOptions) -> Picture:
    """What waiting has cost so far, by class: cards cost from their arrival until they are finished."""
    start, end = options.within(run)
    at = np.linspace(start, end, POINTS)
    by_class = accrued(run, at)
    together = by_class.sum(axis=0)
    costly = [index for index, each in enumerate(run.scenario.classes) if each.cost_of_delay > 0]
    shapes: list[Shape] = []
    labels: list[Label] = []
    for index in costly if len(costly) > 1 else []:
        each = run.scenario.classes[index]
        shapes.append(Curve(at, by_class[index], each.colour, 1.5))
        labels.append(Label(each.title, each.colour, float(by_class[index][-1])))
    shapes.append(Curve(at, together, options.theme.text))
    labels.append(Label(phrase("Together"), options.theme.text, float(together[-1])))
    top = float(together[-1])
    for pin in options.pins_for(run):
        until = min(options.right(run), pin.run.now)
        if until > options.start:
            theirs = np.linspace(options.start, until, POINTS)
            cost = accrued(pin.run, theirs).sum(axis=0)
            shapes.append(Curve(theirs, cost, pin.colour, 1.5, dashed=True))
            top = max(top, float(cost[-1]))

    def read_off(time: Time) -> Values:
        return [(phrase("Cost of delay"), digits(float(accrued(run, np.array([time])).sum()), ",.4g"))]

    def table() -> Table:
        whole = np.linspace(0.0, run.now, POINTS + 1)
        names = [each.title for each in run.scenario.classes]
        return ["time", *names], columns_of(whole, *accrued(run, whole))

    unit = run.scenario.time_unit
    free = phrase("No class of this board has a cost of delay per {0}.", units.ONE[unit])
    empty = phrase("What waiting costs adds up here.") if costly else free
    return over_time(
        run, options,
        reading=phrase(
            "What waiting has cost: every card costs its class's rate from its arrival until it is finished."
        ),
        note="",
        y=Axis(0.0, nice_ceiling(top or 1.0), phrase("cost")), shapes=shapes if costly else (), table=table,
        labels=labels if costly else (), empty=empty, read_off=read_off,
    )  # fmt: skip


def accrued(run: RunView, at: Floats) -> Floats:
    """Cost accrued until each moment: classes x moments."""
    costs = [each.cost_of_delay for each in run.scenario.classes]
    return cost_of_delay(run.flow, run.cards.classes_on_arrival(), run.reclassed, costs, at)
