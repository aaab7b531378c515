"""The age of the cards on the board, column by column, before the pace of those that were finished."""

from collections import Counter

import numpy as np

from flowsim.domain import units
from flowsim.domain.phrases import phrase
from flowsim.session.moment import Moment
from flowsim.session.wording import card_name
from flowsim.ui.charts.look import Look, counted, of_now, over_time
from flowsim.ui.charts.picture import Axis, Bars, Caption, Curve, Dots, Floats, Picture, Shape, Table
from flowsim.ui.scales import nice_ceiling

SHARES = (0.50, 0.70, 0.85, 0.95)


def pace_of(ages: Floats) -> list[float]:
    """Nearest-rank percentiles of sorted `ages`, for each of `SHARES`; empty if there are none."""
    return [float(ages[max(int(np.ceil(share * len(ages) - 1e-9)) - 1, 0)]) for share in SHARES] if len(ages) else []


def _paces(moment: Moment) -> list[list[float]]:
    return [pace_of(moment.flow.ages_on_leaving(column)) for column in range(moment.flow.columns)]


def picture(moment: Moment, look: Look) -> Picture:
    """Each card on the board at its age; behind it, how old finished cards were when they left that column."""
    flow, theme, unit = moment.flow, look.theme, moment.scenario.time_unit
    titles = [column.title for column in moment.scenario.columns]
    paces = _paces(moment)
    cards = [card for card in moment.standing.cards if moment.standing.cards[card].column >= 0]
    ages = moment.now - flow.started[cards] if cards else np.zeros(0)
    known = [pace[-1] for pace in paces if pace]
    ghosts = [pace[2] for pin in look.ghosts(moment) for pace in _paces(pin.moment) if pace]
    top = max([*known, *ghosts, *ages.tolist(), 1e-9])
    shapes: list[Shape] = []
    # The zones from the oldest down, each painted over the one below it.
    for role, rank in (("over_soft", None), ("full_soft", 3), ("accent_soft", 2), ("lane", 1)):
        for column, pace in enumerate(paces):
            if pace:
                height = nice_ceiling(top) if rank is None else pace[rank]
                one = np.array([float(column)])
                shapes.append(Bars(one + 0.06, one + 0.94, 0 * one, np.array([height]), getattr(theme, role)))
    for column, pace in enumerate(paces):
        if pace and column == flow.columns - 1:
            shapes += _names_of_zones(column, pace, top)
    for pin in look.ghosts(moment):
        shapes += _ghost(moment, pin.moment, pin.colour)
    columns = [moment.standing.cards[card].column for card in cards]
    across = np.array(columns, dtype=np.float64) + _beside(columns)
    classes = np.array([moment.class_of(card) for card in cards], dtype=np.intp)
    for index, each in enumerate(moment.scenario.classes):
        if (classes == index).any():
            shapes.append(Dots(across[classes == index], ages[classes == index], each.colour, radius=4.0))

    def table() -> Table:
        rows: list[list[object]] = [
            [card_name(card), titles[column], float(age)]
            for card, column, age in zip(cards, columns, ages, strict=True)
        ]
        return ["card", "column", f"age ({unit}s)"], rows

    made = over_time(
        moment, look, name="aging", title=phrase("Aging"),
        reading=phrase(
            "A card in the topmost zone is older than 95 % of the finished ones were when they left that column."
        ),
        note=phrase("{0} cards on the board; behind them {1}", f"{len(cards):,}", counted(moment)),
        y=Axis(0.0, nice_ceiling(top), units.MANY[unit]), shapes=shapes, table=table,
        empty=phrase("Cards on the board are shown here at their age."),
    )  # fmt: skip
    return of_now(made, Axis(0.0, float(flow.columns), "", names=tuple(titles)))


def _names_of_zones(column: int, pace: list[float], top: float) -> list[Shape]:
    """What share of the cards left younger, beside the right-most column; where two would meet, the lower one."""
    named: list[Shape] = []
    free_above = -top
    for share, age in zip(SHARES[1:], pace[1:], strict=True):
        if age - free_above >= 0.12 * top:
            named.append(Caption(column + 0.94, age, phrase(" {0} %", f"{100 * share:.0f}")))
            free_above = age
    return named


def _beside(columns: list[int]) -> Floats:
    """Where in its column each card is drawn, so that several stand side by side."""
    among, ranks = Counter(columns), Counter[int]()
    places: list[float] = []
    for column in columns:
        ranks[column] += 1
        places.append(ranks[column] / (among[column] + 1))
    return np.array(places)


def _ghost(moment: Moment, pinned: Moment, colour: str) -> list[Shape]:
    """The 85 % line of a pinned run's pace, where it has the same columns."""
    ids = [column.id for column in moment.scenario.columns]
    shapes: list[Shape] = []
    for column, pace in zip(pinned.scenario.columns, _paces(pinned), strict=True):
        if pace and column.id in ids:
            place = ids.index(column.id)
            shapes.append(Curve(np.array([place + 0.06, place + 0.94]), np.array([pace[2]] * 2), colour, dashed=True))
    return shapes
