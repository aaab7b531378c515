"""How often cards come to each column, and how much work they bring there: the traffic equations of a board.

Long-run means, in closed form (Jackson 1957): over the cards that arrive, whatever limits and people do to them.
"""

import numpy as np

from flowsim.domain.arrivals import ByPeriod, Interval, Poisson, mean_size
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import Time


def arrival_rate(scenario: Scenario) -> float | None:
    """Long-run arrival rate in cards per time unit; None for listed cards, `Fixed` and `Saturated` arrivals."""
    arrivals = scenario.arrivals
    if scenario.explicit:
        return None
    match arrivals:
        case Poisson(rate=rate) | ByPeriod(mean_rate=rate):
            return rate * mean_size(arrivals.group)
        case Interval(gap=gap):
            return mean_size(arrivals.group) / gap.mean
        case _:
            return None


def passes_and_visits(scenario: Scenario) -> tuple[list[float], list[float]]:
    """Mean passes and mean visits per finished card: two lists with one value per column, over cards of all classes.

    A pass is one piece of work in a column, a visit one entry into it; rework in place adds passes but no visits.
    """
    shares = [scenario.share_of(its) for its in scenario.classes]
    by_class = [traffic(scenario, its.id) for its in scenario.classes]
    passes, visits = (
        [sum(share * each[kind][at] for share, each in zip(shares, by_class, strict=True)) for at in places(scenario)]
        for kind in (0, 1)
    )
    return passes, visits


def places(scenario: Scenario) -> range:
    """The columns by their numbers."""
    return range(len(scenario.columns))


def traffic(scenario: Scenario, class_: str) -> tuple[list[float], list[float]]:
    """Mean passes and visits of a card of one class.

    The passes solve the traffic equations passes = e + Rᵀ · passes: e is where cards enter from the backlog, and
    R[i, j] the probability that a card goes from column i to column j, on past the columns it skips or back by rework.
    """
    many = len(scenario.columns)
    matrix, again = np.eye(many), [rework_share(scenario, column) for column in scenario.columns]
    entering = np.array(_onward(scenario, class_, 0))
    for index, column in enumerate(scenario.columns):
        for target, share in column.rework.shares(column.id).items():
            matrix[scenario.column_index[target], index] -= again[index] * share
        matrix[:, index] -= (1 - again[index]) * np.array(_onward(scenario, class_, index + 1))
    passes = [float(each) for each in np.linalg.solve(matrix, entering)]
    in_place = [
        each * column.rework.shares(column.id).get(column.id, 0.0)
        for each, column in zip(again, scenario.columns, strict=True)
    ]
    return passes, [count * (1 - here) for count, here in zip(passes, in_place, strict=True)]


def _onward(scenario: Scenario, class_: str, first: int) -> list[float]:
    """By column, the probability that a card of a class that goes on to column `first` goes there: others it skips."""
    into, left = [0.0] * len(scenario.columns), 1.0
    for index in range(first, len(scenario.columns)):
        skip = 0.0 if scenario.explicit else scenario.columns[index].skip_of(class_)
        into[index] = left * (1 - skip)
        left *= skip
    return into


def touch_times(scenario: Scenario) -> list[Time]:
    """Mean work of a finished card by column, all its passes together: one value per column, over all classes."""
    if scenario.explicit:
        return list(scenario.mean_work)
    touch = [0.0] * len(scenario.columns)
    for its in scenario.classes:
        passes, _ = traffic(scenario, its.id)
        for at, column in enumerate(scenario.columns):
            work = 0.0 if column.is_queue else column.work_of(its.id).mean
            touch[at] += scenario.share_of(its) * passes[at] * work
    return touch


def rework_share(scenario: Scenario, column: Column) -> float:
    """The probability that work in a column has to be done again."""
    return 0.0 if scenario.explicit or column.is_queue else column.rework.probability
