"""What can be said of a board before it runs: loads, the predicted bottleneck, the capacity; closed forms only.

Per finished card a column is passed `passes` times (rework, from the traffic equations), entered `visits` times, and
takes `touch` = passes · service, which goes by the speed of who does it, and `fixed` = passes · set-up / batch +
visits · P(blocker) · its mean duration where the worker waits, which does not. A column of c workers finishes at most
c / (touch + fixed) cards a time unit; for one process batch B that is c·B / (s + B·p) (Hopp & Spearman, Factory
Physics, ch. 9). By Little's law no more than limit / (time a card spends there at least) pass a limit. Every bound is
one from above: where something cannot be told it is left out. Context switching, which depends on the work in
progress, is left out, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, inf, sqrt
from typing import TypeAlias

import numpy as np

from flowsim.domain.distributions import Constant, Distribution, Empirical
from flowsim.domain.phrases import joined, phrase
from flowsim.domain.scenario import Column, Fixed, Interval, Person, Poisson, Scenario
from flowsim.domain.words import Time

Bound: TypeAlias = tuple[float, int | None, str]
"""At most so many cards a time unit; the column whose people set it, or None; what it is called."""


@dataclass(frozen=True, slots=True)
class ColumnLoad:
    """One column: what a finished card takes of its people, and `capacity`, the cards a time unit they can finish.

    `load` is the share of their time that arrivals need, None where no rate of arrivals is known. `at_least` is the
    shortest time that a card spends here on average, whoever works on it.
    """

    column: int
    touch: Time
    fixed: Time
    at_least: Time
    capacity: float
    load: float | None

    @property
    def work(self) -> Time:
        """Time a finished card takes of somebody of normal speed."""
        return self.touch + self.fixed


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
        """The column with the least capacity; None: all are idle."""
        busy = [each for each in self.columns if each.work > 0]
        return max(busy, key=lambda each: (-each.capacity, each.column)).column if busy else None


def feasibility(scenario: Scenario) -> Feasibility:
    """What the settings of `scenario` allow."""
    rate = arrival_rate(scenario)
    columns = tuple(_loads(scenario, rate))
    capacity, pace_setter, limited_by = _capacity(scenario, columns)
    people = tuple(_people(scenario, columns, rate))
    return Feasibility(rate, columns, people, capacity, _is_exact(scenario), pace_setter, limited_by)


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


def smallest_batch(scenario: Scenario, index: int) -> int | None:
    """The least process batch with which a column keeps up with arrivals; None if none does or none is needed."""
    rate, column = arrival_rate(scenario), scenario.columns[index]
    if rate is None or scenario.people or column.setup.rule != "per_batch" or column.setup.time == 0:
        return None
    passes, visits = passes_and_visits(scenario)
    busy = rate * (passes[index] * scenario.mean_work[index] + _blocked(scenario, column, visits[index]))
    free = column.workers - busy
    least = rate * passes[index] * column.setup.time / free if free > 0 else inf
    return floor(least + 1e-9) + 1 if least < inf else None


def best_transfer_batch(cards: int, setup: Time, works: list[Time]) -> float:
    """The batch that brings a fixed order of `cards` through a line of single workers soonest: √(M·s / (Σp - max p)).

    Every step sets up before each batch. From T(Q) = Σ(s + Q·p) + (M/Q - 1)(s + Q·max p), whose derivative is 0 there.
    """
    others = sum(works) - max(works)
    return sqrt(cards * setup / others) if others > 0 else inf


def _loads(scenario: Scenario, rate: float | None) -> Iterator[ColumnLoad]:
    passes, visits = passes_and_visits(scenario)
    for index, column in enumerate(scenario.columns):
        touch, fixed = passes[index] * scenario.mean_work[index], 0.0
        if not column.is_queue:
            setups = passes[index] * _setup_per_start(scenario, column, passes[index])
            fixed = setups + _blocked(scenario, column, visits[index])
        fastest = max((person.skills[column.id] for person in _able(scenario, column)), default=1.0)
        at_least = touch / fastest + visits[index] * column.move_time
        capacity = _finish(scenario, column, touch, fixed)
        yield ColumnLoad(index, touch, fixed, at_least, capacity, None if rate is None else _load(rate, capacity))


def _load(rate: float, capacity: float) -> float:
    return rate / capacity if capacity > 0 else inf


def _finish(scenario: Scenario, column: Column, touch: Time, fixed: Time) -> float:
    """Cards a time unit that the people of a column can finish if they do nothing else."""
    if touch + fixed <= 0:
        return inf
    if not scenario.people:
        return column.workers / (touch + fixed)
    return sum(1 / (touch / person.skills[column.id] + fixed) for person in _able(scenario, column))


def _setup_per_start(scenario: Scenario, column: Column, passes: float) -> Time:
    """Mean set-up time a start: s / B, or where families decide s times the chance that the next one is another.

    That chance is known only where families come at random; a card that is worked on again meets its own family.
    """
    if column.setup.rule == "per_batch":
        return column.setup.time / _as_number(column.setup.batch)
    if column.setup.rule == "family" and not scenario.explicit and passes == 1:
        shares = np.array([family.share for family in scenario.families])
        return column.setup.time * float(1 - ((shares / shares.sum()) ** 2).sum())
    return 0.0


def _as_number(count: int) -> float:
    """A whole number for arithmetic with times; inf where it is beyond floating point, as limits may be."""
    try:
        return float(count)
    except OverflowError:
        return inf


def _rework(scenario: Scenario, column: Column) -> float:
    return 0.0 if scenario.explicit or column.is_queue else column.rework.probability


def _blocked(scenario: Scenario, column: Column, visits: float) -> Time:
    """Time a card's blockers keep a worker."""
    if scenario.explicit or column.is_queue or not column.blockers.worker_waits:
        return 0.0
    return visits * column.blockers.probability * column.blockers.duration.mean


def _able(scenario: Scenario, column: Column) -> list[Person]:
    return [person for person in scenario.people if column.id in person.skills]


def _people(scenario: Scenario, columns: tuple[ColumnLoad, ...], rate: float | None) -> Iterator[PersonLoad]:
    if rate is None:
        return
    alone: dict[str, list[float]] = {person.name: [] for person in scenario.people}
    for each in columns:
        able = _able(scenario, scenario.columns[each.column])
        if len(able) == 1:
            speed = able[0].skills[scenario.columns[each.column].id]
            alone[able[0].name].append(each.touch / speed + each.fixed)
    for name, shares in alone.items():
        yield PersonLoad(name, rate * sum(shares))


def _capacity(scenario: Scenario, columns: tuple[ColumnLoad, ...]) -> Bound:
    """The tightest bound on the throughput; of bounds that are equal, what people are before what limits are."""
    bounds: list[Bound] = [(each.capacity, each.column, scenario.columns[each.column].title) for each in columns]
    bounds += [*_limits(scenario, columns), *_cadences(scenario), *_everybody(scenario, columns)]
    return min(bounds, key=lambda bound: bound[0])


def _limits(scenario: Scenario, columns: tuple[ColumnLoad, ...]) -> Iterator[Bound]:
    """Little's law on every limit that nothing can go over."""
    leave = max(each.may_exceed for each in scenario.classes)
    for each in columns:
        its = scenario.columns[each.column]
        if its.wip_limit is not None and each.at_least > 0 and not _goes_over(scenario, {its.id}):
            yield _as_number(its.wip_limit + leave) / each.at_least, None, phrase("the limit of {0}", its.title)
    for shared in scenario.shared_limits:
        within = sum(columns[scenario.column_index[column]].at_least for column in shared.columns)
        if within > 0 and not _goes_over(scenario, set(shared.columns), shared=True):
            yield (
                _as_number(shared.limit + leave) / within,
                None,
                phrase("the shared limit of {0}", joined(", ", shared.columns)),
            )


def _goes_over(scenario: Scenario, columns: set[str], *, shared: bool = False) -> bool:
    """Whether rework from outside comes into `columns` whatever their limit, or a column's limit spares some cards."""
    its = [scenario.columns[scenario.column_index[column]] for column in columns]
    if not shared and any(each.limit_counts == "doing" for each in its):
        return True
    back = (each for each in scenario.columns if _rework(scenario, each) > 0 and each.id not in columns)
    return any(each.rework.to in columns for each in back)


def _cadences(scenario: Scenario) -> Iterator[Bound]:
    """No more cards pass at a time than the column next to the gate holds, where work there always takes time."""
    rules = scenario.rules
    leave = max(each.may_exceed for each in scenario.classes)
    first, last = scenario.columns[0], scenario.columns[-1]
    for every, column, what in (
        (rules.replenish_every, first, phrase("replenishing {0} so seldom", first.title)),
        (rules.deliver_every, last, phrase("delivering from {0} so seldom", last.title)),
    ):
        takes_time = not scenario.explicit and not column.is_queue and _is_never_zero(column.service)
        if every and column.wip_limit and takes_time and not _goes_over(scenario, {column.id}):
            yield _as_number(column.wip_limit + leave) / every, None, what


def _is_never_zero(work: Distribution) -> bool:
    if isinstance(work, Constant):
        return work.value > 0
    return min(work.values) > 0 if isinstance(work, Empirical) else work.mean > 0


def _everybody(scenario: Scenario, columns: tuple[ColumnLoad, ...]) -> Iterator[Bound]:
    """Everybody together cannot do more than if each piece of work were done by who is quickest at it."""
    quickest = 0.0
    for each in columns:
        column = scenario.columns[each.column]
        speeds = [person.skills[column.id] for person in _able(scenario, column)]
        quickest += each.touch / max(speeds) + each.fixed if speeds else 0.0
    if quickest > 0:
        yield len(scenario.people) / quickest, None, phrase("the number of people")


def _is_exact(scenario: Scenario) -> bool:
    """Whether the bound is reached in the long run: nothing but the columns' own people holds anything up."""
    rules, first = scenario.rules, scenario.columns[0]
    free = all(column.wip_limit is None for column in scenario.columns) and not scenario.shared_limits
    plain = rules.blocking == "slot" and rules.auto_pull and not rules.replenish_every and not rules.deliver_every
    own = not scenario.people and not rules.context_switch_tax and not any(each.preempts for each in scenario.classes)
    known = not scenario.explicit and not isinstance(scenario.arrivals, Fixed)
    known = known and not any(column.setup.rule == "family" for column in scenario.columns)
    # An endless backlog gives an unlimited first column no more than it can start; cards on their way count as started.
    supplied = not scenario.saturated or not (first.move_time or first.blockers.probability)
    return free and plain and own and known and supplied
