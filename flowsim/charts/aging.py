"""Aging WIP chart: the age of each card on the board, by column, over the age percentiles of finished cards."""

from collections import Counter

import numpy as np

from flowsim.charts.cycle_time import about_card, percentile_text
from flowsim.charts.options import ChartOptions, basis_of, of_now, over_time
from flowsim.charts.picture import Axis, Bars, Curve, Dots, Floats, Label, Picture, Shape, Table
from flowsim.charts.ticks import nice_ceiling
from flowsim.domain import units
from flowsim.domain.intervention_words import card_name
from flowsim.domain.phrases import counted, digits, phrase
from flowsim.metrics import RunView
from flowsim.metrics.order_statistics import OrderStatistics

SHARES = (0.50, 0.70, 0.85, 0.95)


def pace_of(ages: OrderStatistics) -> list[float]:
    """Nearest-rank percentiles of `ages`, for each of `SHARES`; empty if there are none."""
    return list(ages.percentiles(SHARES)) if len(ages) else []


def _paces(run: RunView) -> list[list[float]]:
    return [pace_of(run.flow.ages_on_leaving(column)) for column in range(run.flow.columns)]


def picture(run: RunView, options: ChartOptions) -> Picture:
    """Each card on the board at its age; behind it, how old finished cards were when they left that column."""
    flow, theme, unit = run.flow, options.theme, run.scenario.time_unit
    titles = [column.title for column in run.scenario.columns]
    paces = _paces(run)
    cards = [card for card in run.board_state.cards if run.board_state.cards[card].column >= 0]
    ages = run.now - flow.started[cards] if cards else np.zeros(0)
    known = [pace[-1] for pace in paces if pace]
    pinned = [pace[2] for pin in options.pins_for(run) for pace in _paces(pin.run) if pace]
    top = max([*known, *pinned, *ages.tolist(), 1e-9])
    shapes: list[Shape] = []
    # Painted from the highest zone down; each lower zone covers the foot of the one before.
    for role, rank in (("over_soft", None), ("full_soft", 3), ("accent_soft", 2), ("lane", 1)):
        for column, pace in enumerate(paces):
            if pace:
                height = nice_ceiling(top) if rank is None else pace[rank]
                one = np.array([float(column)])
                shapes.append(Bars(one + 0.06, one + 0.94, 0 * one, np.array([height]), getattr(theme, role)))
    for pin in options.pins_for(run):
        shapes += _pinned(run, pin.run, pin.colour)
    columns = [run.board_state.cards[card].column for card in cards]
    across = np.array(columns, dtype=np.float64) + _beside(columns)
    classes = run.classes_now()[np.array(cards, dtype=np.intp)]
    for index, each in enumerate(run.scenario.classes):
        if (classes == index).any():
            mine = classes == index
            numbers = np.array(cards, dtype=np.int32)[mine]
            shapes.append(Dots(across[mine], ages[mine], each.colour, radius=4.0, cards=numbers))

    def table() -> Table:
        rows: list[list[object]] = [
            [card_name(card), titles[column], float(age)]
            for card, column, age in zip(cards, columns, ages, strict=True)
        ]
        return ["card", "column", f"age ({unit}s)"], rows

    made = over_time(
        run, options,
        reading=phrase(
            "A card in the topmost zone is older than 95 % of the finished ones were when they left that column."
        ),
        note=counted(
            "{0} cards on the board; behind them {1}", "{0} card on the board; behind it {1}", len(cards),
            digits(len(cards), ","), basis_of(run),
        ),
        y=Axis(0.0, nice_ceiling(top), units.MANY[unit]), shapes=shapes, table=table,
        labels=_names_of_zones(paces[-1], run), empty=phrase("Cards on the board are shown here at their age."),
        describe=lambda card: about_card(run, card),
    )  # fmt: skip
    return of_now(made, Axis(0.0, float(flow.columns), "", names=tuple(titles)))


def _names_of_zones(pace: list[float], run: RunView) -> list[Label]:
    """Labels beside the right-most column: the 70, 85 and 95 % percentiles of the age at which cards left it."""
    return [Label(percentile_text(share, age, run), "", age) for share, age in zip(SHARES[1:], pace[1:], strict=False)]


def _beside(columns: list[int]) -> Floats:
    """Where in its column each card is drawn, so that several stand side by side."""
    among, ranks = Counter(columns), Counter[int]()
    places: list[float] = []
    for column in columns:
        ranks[column] += 1
        places.append(ranks[column] / (among[column] + 1))
    return np.array(places)


def _pinned(run: RunView, pinned: RunView, colour: str) -> list[Shape]:
    """The 85 % line of a pinned run's pace, where it has the same columns."""
    ids = [column.id for column in run.scenario.columns]
    shapes: list[Shape] = []
    for column, pace in zip(pinned.scenario.columns, _paces(pinned), strict=True):
        if pace and column.id in ids:
            place = ids.index(column.id)
            shapes.append(Curve(np.array([place + 0.06, place + 0.94]), np.array([pace[2]] * 2), colour, dashed=True))
    return shapes
