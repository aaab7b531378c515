"""What can be said of a board before it runs: loads, the predicted bottleneck, the capacity; closed forms only.

Per finished card a column is passed `passes` times (rework, from the traffic equations), entered `visits` times, and
takes `work` of its workers' time: passes · (service + set-up / batch) + visits · P(blocker) · its mean duration, where
the worker waits. A column of c workers finishes at most c / work cards a time unit; for one process batch B that is
c·B / (s + B·p) (Hopp & Spearman, Factory Physics, ch. 9). By Little's law no more than limit / (time a card spends
there at least) pass a limit. Context switching, which depends on the work in progress, is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, inf, sqrt

import numpy as np

from flowsim.domain.scenario import Column, Fixed, Interval, Person, Poisson, Scenario
from flowsim.domain.words import Time


@dataclass(frozen=True, slots=True)
class ColumnLoad:
    """One column: `work` time a finished card takes of its people, `capacity` cards a time unit they can finish.

    `load` is the share of their time that arrivals need, None where no rate of arrivals is known. `at_least` is the
    shortest time that a card spends here on average.
    """

    column: int
    work: Time
    at_least: Time
    capacity: float
    load: float | None


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """One named person: the least share of their time that arrivals need, for work that nobody else can do."""

    name: str
    load: float


@dataclass(frozen=True, slots=True)
class Feasibility:
    """What a board can do. `rate` is arrivals a time unit (None: not known, or never ending).

    `capacity` bounds the throughput; it is reached in the long run where `exact`. `pace_setter` is the column (None:
    a limit, or nothing) that sets it, `limited_by` the names of what does.
    """

    rate: float | None
    columns: tuple[ColumnLoad, ...]
    people: tuple[PersonLoad, ...]
    capacity: float
    exact: bool
    pace_setter: int | None
    limited_by: str

    @property
    def bottleneck(self) -> int | None:
        """The column with the highest load, or where no rate is known with the least capacity; None: all are idle."""
        busy = [each for each in self.columns if each.work > 0]
        return max(busy, key=lambda each: (-each.capacity, each.column)).column if busy else None


def feasibility(scenario: Scenario) -> Feasibility:
    """What the settings of `scenario` allow."""
    rate = arrival_rate(scenario)
    columns = tuple(_loads(scenario, rate))
    capacity, pace_setter, limited_by = _capacity(scenario, columns)
    return Feasibility(
        rate, columns, tuple(_people(scenario, columns, rate)), capacity, _is_exact(scenario), pace_setter, limited_by
    )


def arrival_rate(scenario: Scenario) -> float | None:
    """Cards a time unit in the long run; None where they are listed, all there at once, or never lacking."""
    arrivals = scenario.arrivals
    if scenario.explicit:
        return None
    if isinstance(arrivals, Poisson):
        return arrivals.rate * arrivals.group
    return arrivals.group / arrivals.gap.mean if isinstance(arrivals, Interval) else None


def passes_and_visits(scenario: Scenario) -> tuple[list[float], list[float]]:
    """How often a card is worked on in each column, and how often it enters it, on average."""
    many = len(scenario.columns)
    matrix, entering = np.eye(many), np.zeros(many)
    entering[0] = 1.0
    for index, column in enumerate(scenario.columns):
        again = _rework(scenario, column)
        to = index if column.rework.to is None else scenario.column_index[column.rework.to]
        matrix[to, index] -= again
        if index + 1 < many:
            matrix[index + 1, index] -= 1 - again
    passes = [float(each) for each in np.linalg.solve(matrix, entering)]
    in_place = [_rework(scenario, each) if each.rework.to is None else 0.0 for each in scenario.columns]
    return passes, [count * (1 - again) for count, again in zip(passes, in_place, strict=True)]


def setup_per_start(scenario: Scenario, column: Column) -> Time:
    """Mean set-up time a start: s / B, or where families decide s times the chance that the next one is another."""
    if column.setup.rule == "per_batch":
        return column.setup.time / column.setup.batch
    if column.setup.rule == "family":
        shares = np.array([family.share for family in scenario.families])
        return column.setup.time * float(1 - ((shares / shares.sum()) ** 2).sum())
    return 0.0


def smallest_batch(scenario: Scenario, index: int) -> int | None:
    """The least process batch with which a column keeps up with arrivals; None if none does or none is needed."""
    rate, column = arrival_rate(scenario), scenario.columns[index]
    if rate is None or column.setup.rule != "per_batch" or column.setup.time == 0:
        return None
    passes, visits = passes_and_visits(scenario)
    free = _workers(scenario, column) - rate * (
        passes[index] * scenario.mean_work[index] + _blocked(scenario, column, visits[index])
    )
    if free <= 0:
        return None
    return floor(rate * passes[index] * column.setup.time / free + 1e-9) + 1


def best_transfer_batch(cards: int, setup: Time, works: list[Time]) -> float:
    """The batch that brings a fixed order of `cards` through a line of single workers soonest: √(M·s / (Σp - max p)).

    Every step sets up before each batch. From T(Q) = Σ(s + Q·p) + (M/Q - 1)(s + Q·max p), whose derivative is 0 there.
    """
    others = sum(works) - max(works)
    return sqrt(cards * setup / others) if others > 0 else inf


def _loads(scenario: Scenario, rate: float | None) -> Iterator[ColumnLoad]:
    passes, visits = passes_and_visits(scenario)
    for index, column in enumerate(scenario.columns):
        touch = scenario.mean_work[index] + (0.0 if column.is_queue else setup_per_start(scenario, column))
        work = passes[index] * touch + _blocked(scenario, column, visits[index])
        at_least = passes[index] * scenario.mean_work[index] + visits[index] * column.move_time
        workers = _workers(scenario, column)
        capacity = workers / work if work > 0 else inf
        yield ColumnLoad(index, work, at_least, capacity, None if rate is None else _over(rate, capacity))


def _over(rate: float, capacity: float) -> float:
    return rate / capacity if capacity > 0 else inf


def _rework(scenario: Scenario, column: Column) -> float:
    return 0.0 if scenario.explicit or column.is_queue else column.rework.probability


def _blocked(scenario: Scenario, column: Column, visits: float) -> Time:
    """Time a card's blockers keep a worker."""
    if scenario.explicit or column.is_queue or not column.blockers.worker_waits:
        return 0.0
    return visits * column.blockers.probability * column.blockers.duration.mean


def _workers(scenario: Scenario, column: Column) -> float:
    """How many normal workers a column has: its own, or everybody with the skill, by speed."""
    if not scenario.people:
        return column.workers
    return sum(person.skills.get(column.id, 0.0) for person in scenario.people)


def _people(scenario: Scenario, columns: tuple[ColumnLoad, ...], rate: float | None) -> Iterator[PersonLoad]:
    if rate is None:
        return
    for person in scenario.people:
        alone = [each for each in columns if _able(scenario, scenario.columns[each.column]) == [person]]
        shares = (rate * each.work / person.skills[scenario.columns[each.column].id] for each in alone)
        yield PersonLoad(person.name, sum(shares))


def _able(scenario: Scenario, column: Column) -> list[Person]:
    return [person for person in scenario.people if column.id in person.skills]


def _capacity(scenario: Scenario, columns: tuple[ColumnLoad, ...]) -> tuple[float, int | None, str]:
    """The tightest bound on the throughput, the column that sets it, and what it is called."""
    bounds: list[tuple[float, int | None, str]] = [
        (each.capacity, each.column, scenario.columns[each.column].title) for each in columns
    ]
    for each in columns:
        limit, title = scenario.columns[each.column].wip_limit, scenario.columns[each.column].title
        if limit is not None and each.at_least > 0:
            bounds.append((limit / each.at_least, None, f"the limit of {title}"))
    for shared in scenario.shared_limits:
        within = sum(columns[scenario.column_index[column]].at_least for column in shared.columns)
        if within > 0:
            bounds.append((shared.limit / within, None, "the shared limit of " + ", ".join(shared.columns)))
    bounds += _cadences(scenario)
    bounds += _shared_people(scenario, columns)
    # Of bounds that are equal, what people are is said before what limits are.
    return min(bounds, key=lambda bound: bound[0])


def _cadences(scenario: Scenario) -> Iterator[tuple[float, int | None, str]]:
    """No more cards pass at a time than the column next to the gate has slots."""
    rules, first, last = scenario.rules, scenario.columns[0], scenario.columns[-1]
    if rules.replenish_every and first.wip_limit and first.limit_counts == "all":
        yield first.wip_limit / rules.replenish_every, None, f"replenishing {first.title} so seldom"
    if rules.deliver_every and last.wip_limit and last.limit_counts == "all":
        yield last.wip_limit / rules.deliver_every, None, f"delivering from {last.title} so seldom"


def _shared_people(scenario: Scenario, columns: tuple[ColumnLoad, ...]) -> Iterator[tuple[float, int | None, str]]:
    """Everybody together cannot do more than everybody can: each at the best of their speeds."""
    if scenario.people:
        work = sum(each.work for each in columns)
        best = sum(max(person.skills.values(), default=0.0) for person in scenario.people)
        if work > 0:
            yield best / work, None, "the number of people"


def _is_exact(scenario: Scenario) -> bool:
    """Whether the bound is reached in the long run: nothing but people, who are not shared, sets a bound."""
    free = all(column.wip_limit is None for column in scenario.columns) and not scenario.shared_limits
    rules = scenario.rules
    plain = not scenario.people and not rules.context_switch_tax and not scenario.explicit
    return plain and free and not isinstance(scenario.arrivals, Fixed) and rules.replenish_every is None
