"""Cycle times as dots, one for each finished card, and the age of those that are not finished."""

import numpy as np

from flowsim.charts.options import ChartOptions, basis_of, columns_of, over_time
from flowsim.charts.picture import Axis, Dots, Label, Picture, Rule, Shape, Table, Values
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.intervention_words import card_name
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.words import CardId, Time
from flowsim.metrics import RunView

SHARES = (0.50, 0.85, 0.95)


def picture(run: RunView, options: ChartOptions) -> Picture:
    """When each card was finished, and how long it took; lines at the nearest-rank percentiles."""
    flow, unit, classes = run.flow, run.scenario.time_unit, run.scenario.classes
    shapes: list[Shape] = []
    for index, each in enumerate(classes):
        done = run.finished_in_class(index)
        grows = run.finished_by_class, index
        shapes.append(Dots(done.times, done.cycle_times, each.colour, cards=done.cards, grows=grows))
    open_cards = flow.in_system
    open_cards = open_cards[~np.isnan(flow.started[open_cards])]
    ages = run.now - flow.started[open_cards]
    now = np.full(len(ages), run.now)
    shapes.append(Dots(now, ages, options.theme.quiet, 3.0, hollow=True, cards=open_cards.astype(np.int32)))
    rules = [*_percentiles(run, options), *_of_pins(run, options)]
    longest = flow.cycle_time_ranks.largest if len(flow.cycle_times) else 0.0
    top = max([longest, *ages.tolist(), *(rule.y for rule in rules)], default=1.0) or 1.0

    def read_off(time: Time) -> Values:
        near = int(np.searchsorted(flow.lines[-1], time, side="right"))
        if not near:
            return []
        return [(phrase("Finished last"), card_name(int(flow.finishers[near - 1])))]

    def table() -> Table:
        finishers, times = flow.finishers, flow.lines[-1]
        warm_up = len(finishers) - len(flow.cycle_times)
        of_class = run.classes_now()[finishers[warm_up:]].tolist()
        names = [card_name(card) for card in finishers[warm_up:].tolist()]
        rows = columns_of(names, times[warm_up:], flow.cycle_times, [classes[index].title for index in of_class])
        return ["card", "finished", f"cycle time ({unit}s)", "class"], rows

    named = [Label(each.title, each.colour) for each in classes] if len(classes) > 1 else []
    return over_time(
        run, options,
        reading=phrase(
            "Each dot is a finished card; rings at the right end are cards not finished, at their age so far."
        ),
        note=basis_of(run), y=Axis(0.0, nice_ceiling(top), units.MANY[unit]),
        shapes=[*shapes, *rules] if len(flow.cycle_times) or len(ages) else (), table=table, labels=named,
        empty=phrase("When cards are finished, each becomes a dot here."), read_off=read_off,
        describe=lambda card: about_card(run, card),
    )  # fmt: skip


def about_card(run: RunView, card: CardId) -> Values:
    """What a card is, as its dot tells it: its name, how long it took or has taken, and since when."""
    flow, unit = run.flow, run.scenario.time_unit
    began, ended = float(flow.started[card]), float(flow.finished[card])
    finished = not np.isnan(ended)
    took = units.spell_out((ended if finished else run.now) - began, unit)
    values: Values = [(card_name(card), run.title_of(card))]
    values.append((phrase("Cycle time"), took) if finished else (phrase("Age"), took))
    values.append((phrase("Started"), units.at(digits(began, ",.4g"), unit)))
    if finished:
        values.append((phrase("Finished"), units.at(digits(ended, ",.4g"), unit)))
    if len(run.scenario.classes) > 1:
        values.append((phrase("Class"), run.scenario.classes[run.class_of(card)].title))
    return values


def _percentiles(run: RunView, options: ChartOptions) -> list[Rule]:
    if not len(run.flow.cycle_times):
        return []
    return [
        Rule(value, percentile_text(share, value, run), options.theme.text)
        for share, value in zip(SHARES, run.flow.cycle_time_ranks.percentiles(SHARES), strict=True)
    ]


def percentile_text(share: float, value: Time, run: RunView) -> str:
    """ "85 %: 9.2 days"."""
    return phrase("{0} %: {1}", digits(100 * share, ".0f"), units.spell_out(value, run.scenario.time_unit))


def _of_pins(run: RunView, options: ChartOptions) -> list[Rule]:
    """The 85 % line of each pinned run."""
    rules: list[Rule] = []
    for pin in options.pins_for(run):
        if len(pin.run.flow.cycle_times):
            p85 = pin.run.flow.cycle_time_ranks.percentiles((0.85,))[0]
            rules.append(Rule(p85, phrase("{0}, {1}", pin.name, percentile_text(0.85, p85, run)), pin.colour))
    return rules
