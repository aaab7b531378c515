"""Cycle times as dots, one for each finished card, and the age of those that are not finished."""

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.domain.words import Time
from flowsim.metrics.figures import nearest_rank
from flowsim.session.moment import Moment
from flowsim.session.wording import card_name
from flowsim.ui.charts.look import Look, columns_of, counted, over_time
from flowsim.ui.charts.picture import Axis, Dots, Label, Picture, Rule, Shape, Table, Words
from flowsim.ui.scales import nice_ceiling

SHARES = (0.50, 0.85, 0.95)


def picture(moment: Moment, look: Look) -> Picture:
    """When each card was finished, and how long it took; lines at the nearest-rank percentiles."""
    flow, theme, unit = moment.flow, look.theme, moment.scenario.time_unit
    cycle_times = flow.cycle_times
    finishers = flow.finishers[len(flow.finishers) - len(cycle_times) :]
    times = flow.lines[-1][len(flow.finishers) - len(cycle_times) :]
    of_class = moment.classes_now()[finishers]
    classes = moment.scenario.classes
    shapes: list[Shape] = []
    for index, each in enumerate(classes):
        mine = slice(None) if len(classes) == 1 else of_class == index
        shapes.append(Dots(times[mine], cycle_times[mine], each.colour))
    open_cards = flow.in_system
    open_cards = open_cards[~np.isnan(flow.started[open_cards])]
    ages = moment.now - flow.started[open_cards]
    shapes.append(Dots(np.full(len(ages), moment.now), ages, theme.quiet, radius=3.0, hollow=True))
    if len(cycle_times):
        percentiles = nearest_rank(cycle_times, SHARES)
        shapes += [
            Rule(
                value, phrase("{0} %: {1}", f"{100 * share:.0f}", units.lasting_many(f"{value:.3g}", unit)), theme.text
            )
            for share, value in zip(SHARES, percentiles, strict=True)
        ]
    top = max((float(part.max()) for part in (cycle_times, ages) if len(part)), default=1.0)
    for pin in look.ghosts(moment):
        if len(pin.moment.flow.cycle_times):
            p85 = nearest_rank(pin.moment.flow.cycle_times, (0.85,))[0]
            shapes.append(Rule(p85, phrase("{0}, 85 %: {1}", pin.name, f"{p85:.3g}"), pin.colour))
            top = max(top, p85)
    named = len(classes) > 1
    labels = [Label(each.title, each.colour) for each in classes] if named else []
    if named:
        labels.append(Label(phrase("Not finished"), theme.quiet))

    def read_off(time: Time) -> Words:
        near = np.searchsorted(times, time, side="right")
        if not near:
            return []
        number, took = int(finishers[near - 1]), float(cycle_times[near - 1])
        return [
            (phrase("Finished last"), card_name(number)),
            (phrase("It took"), units.lasting_many(f"{took:.3g}", unit)),
        ]

    def table() -> Table:
        names = [classes[index].title for index in of_class.tolist()]
        done = columns_of([card_name(card) for card in finishers.tolist()], times, cycle_times, names)
        return ["card", "finished", f"cycle time ({unit}s)", "class"], done

    return over_time(
        moment, look, name="cycle-time", title=phrase("Cycle time"),
        reading=phrase(
            "Each dot is a finished card; rings at the right end are cards not finished, at their age so far."
        ),
        note=counted(moment), y=Axis(0.0, nice_ceiling(top), units.MANY[unit]),
        shapes=shapes if len(cycle_times) or len(ages) else (),
        table=table, labels=labels,
        empty=phrase("When cards are finished, each becomes a dot here."), read_off=read_off,
    )  # fmt: skip
