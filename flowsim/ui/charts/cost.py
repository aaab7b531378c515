"""Cost of delay as it accrues."""

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics.curves import cost_of_delay
from flowsim.session.moment import Moment
from flowsim.ui.charts.look import Look, columns_of, over_time
from flowsim.ui.charts.picture import Axis, Curve, Floats, Label, Picture, Shape, Table, Words
from flowsim.ui.scales import nice_ceiling

POINTS = 400


def picture(moment: Moment, look: Look) -> Picture:
    """What waiting has cost so far, by class: cards cost from their arrival until they are finished."""
    start, end = look.within(moment)
    at = np.linspace(start, end, POINTS)
    by_class = accrued(moment, at)
    together = by_class.sum(axis=0)
    costly = [index for index, each in enumerate(moment.scenario.classes) if each.cost_of_delay > 0]
    shapes: list[Shape] = []
    labels: list[Label] = []
    for index in costly if len(costly) > 1 else []:
        each = moment.scenario.classes[index]
        shapes.append(Curve(at, by_class[index], each.colour, 1.5))
        labels.append(Label(each.title, each.colour, float(by_class[index][-1])))
    shapes.append(Curve(at, together, look.theme.text))
    labels.append(Label(phrase("Together"), look.theme.text, float(together[-1])))
    top = float(together[-1])
    for pin in look.ghosts(moment):
        until = min(look.right(moment), pin.moment.now)
        if until > look.start:
            theirs = np.linspace(look.start, until, POINTS)
            cost = accrued(pin.moment, theirs).sum(axis=0)
            shapes.append(Curve(theirs, cost, pin.colour, 1.5, dashed=True))
            top = max(top, float(cost[-1]))

    def read_off(time: Time) -> Words:
        return [(phrase("Cost of delay"), f"{float(accrued(moment, np.array([time])).sum()):,.4g}")]

    def table() -> Table:
        whole = np.linspace(0.0, moment.now, POINTS + 1)
        names = [each.title for each in moment.scenario.classes]
        return ["time", *names], columns_of(whole, *accrued(moment, whole))

    unit = moment.scenario.time_unit
    free = phrase("No class of this board has a cost of delay per {0}.", units.ONE[unit])
    empty = phrase("What waiting costs adds up here.") if costly else free
    return over_time(
        moment, look, name="cost", title=phrase("Cost of delay"),
        reading=phrase(
            "What waiting has cost: every card costs its class's rate from its arrival until it is finished."
        ),
        note="",
        y=Axis(0.0, nice_ceiling(top or 1.0), phrase("cost")), shapes=shapes if costly else (), table=table,
        labels=labels if costly else (), empty=empty, read_off=read_off,
    )  # fmt: skip


def accrued(moment: Moment, at: Floats) -> Floats:
    """Cost accrued until each moment: classes x moments."""
    deck, costs = moment.simulation.deck, [each.cost_of_delay for each in moment.scenario.classes]
    return cost_of_delay(moment.flow, deck.classes_on_arrival(), moment.reclassed, costs, at)
