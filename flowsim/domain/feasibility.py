"""Analysis of a board before it runs: column loads, predicted bottleneck and capacity, in closed form.

A finished card is worked on `passes` times in a column (with rework, from the traffic equations) and enters it `visits`
times. It takes `touch` = passes · service time, which depends on the worker's speed, and `fixed` = passes · set-up time
/ batch + (visits · P(blocker) + work · rate of blockers) · mean blocker duration (only where the worker waits), which
does not. A column of c
workers finishes at most c / (touch + fixed) cards per time unit. With process batch B, set-up time s and service time p
this is c·B / (s + B·p) (Hopp & Spearman, Factory Physics, ch. 9). By Little's law, at most limit / (shortest mean time
in the column) cards per time unit pass a WIP limit. All these are upper bounds: effects that cannot be computed in
advance are left out. So is context switching, because it depends on WIP. Where classes bring different work, or
some cards pass a column by, they hold for the mix that arrives: a board that cannot keep up finishes more of the cards
that it prefers, or that never come to where the others wait.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor, inf, sqrt
from typing import Final, TypeAlias

import numpy as np

from flowsim.domain.arrivals import Fixed
from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.distributions import Constant, Distribution, Empirical
from flowsim.domain.phrases import joined, phrase
from flowsim.domain.plan_of_changes import course_of
from flowsim.domain.scenario import Column, Person, Scenario
from flowsim.domain.swarming import together
from flowsim.domain.traffic import arrival_rate, passes_and_visits, places, rework_share, touch_times, traffic
from flowsim.domain.words import Time

Bound: TypeAlias = tuple[float, int | None, str]
"""An upper bound: cards per time unit, index of the column whose workers set it (or None), and its name in words."""


@dataclass(frozen=True, slots=True)
class ColumnLoad:
    """Worker time that one finished card needs in a column, and the column's `capacity` in cards per time unit.

    `touch` and `fixed` are as in the module docstring. `load` is arrival rate / capacity, above 1 when overloaded, and
    None if the arrival rate is unknown. `at_least` is a lower bound on the mean time a card spends in the column.
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
    """Arrival rate, loads and capacity of a board, all rates in cards per time unit.

    `rate` is None if the arrival rate is unknown or the backlog is endless. `capacity` is an upper bound on the
    throughput (inf: none known). If `exact`, the board reaches it in the long run when the backlog does not run empty.
    `pace_setter` is the index of the column whose workers set the bound (None: a limit, a cadence or the number of
    people does), and `limited_by` names what sets it. Both have no meaning if `capacity` is inf.
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
    """What the settings of `scenario` allow; with a plan, on average over the time of the run."""
    if not scenario.plan:
        return _feasibility(scenario)
    phases = list(_phases(scenario))
    found = [(_feasibility(board), share) for board, share in phases]
    rate = found[0][0].rate
    columns = tuple(_averaged(rate, [(each.columns[at], share) for each, share in found]) for at in places(scenario))
    named = [(each.column, scenario.columns[each.column].title, each.capacity) for each in columns]
    people = tuple(
        PersonLoad(person.name, sum(each.people[at].load * share for each, share in found))
        for at, person in enumerate(found[0][0].people)
    )
    bounds: list[Bound] = [(capacity, column, title) for column, title, capacity in named]
    bounds.append((sum(each.capacity * share for each, share in found), None, phrase("the plan of the board")))
    capacity, pace_setter, limited_by = min(bounds, key=lambda bound: bound[0])
    return Feasibility(rate, columns, people, capacity, exact=False, pace_setter=pace_setter, limited_by=limited_by)


MOST_CHANGES: Final = 2_000
"""Changes of a plan that are looked at for its average; most plans repeat long before."""

LONG: Final = 1_000.0
"""How many time units are looked at where the run has no end."""


def _phases(scenario: Scenario) -> Iterator[tuple[Scenario, float]]:
    """The different boards that a plan makes of a scenario, and which share of the time each is in force.

    The time is that of the run, or as far as the first changes of the plan go that are looked at.
    """
    end = scenario.horizon or LONG
    course = list(course_of(scenario.plan, end, MOST_CHANGES))
    if len(course) == MOST_CHANGES:
        end = course[-1].at
    now, since = conditions(scenario, ()), 0.0
    spans: list[tuple[Conditions, Time]] = []
    for change in course:
        spans.append((now, change.at - since))
        now, since = changed(scenario, now, change), change.at
    spans.append((now, end - since))
    different: list[tuple[Conditions, Time]] = []
    for its, span in spans:
        place = next((place for place, (known, _) in enumerate(different) if known == its), None)
        if place is None:
            different.append((its, span))
        else:
            different[place] = its, different[place][1] + span
    for its, span in different:
        if span > 0:
            yield replace(its.in_force(scenario), plan=()), span / end


def _averaged(rate: float | None, loads: list[tuple[ColumnLoad, float]]) -> ColumnLoad:
    """One column over several boards, each for its share of the time, at this rate of arrivals."""
    touch, fixed, at_least = (
        sum(getattr(its, part) * share for its, share in loads) for part in ("touch", "fixed", "at_least")
    )
    capacity = sum(its.capacity * share for its, share in loads if share > 0)
    load = None if rate is None else _load(rate, capacity)
    return ColumnLoad(loads[0][0].column, touch, fixed, at_least, capacity, load)


def _feasibility(scenario: Scenario) -> Feasibility:
    rate = arrival_rate(scenario)
    columns = tuple(_loads(scenario, rate))
    capacity, pace_setter, limited_by = _capacity(scenario, columns)
    people = tuple(_people(scenario, columns, rate))
    return Feasibility(rate, columns, people, capacity, _is_exact(scenario), pace_setter, limited_by)


def smallest_batch(scenario: Scenario, index: int) -> int | None:
    """The smallest process batch with which column `index` keeps up with arrivals.

    None if no batch is large enough, or if the question does not apply: arrival rate unknown, named people, or no
    set-up per batch.
    """
    rate, column = arrival_rate(scenario), scenario.columns[index]
    if rate is None or scenario.people or column.setup.rule != "per_batch" or not column.setup.in_use:
        return None
    passes, visits = passes_and_visits(scenario)
    touch = touch_times(scenario)[index]
    busy = rate * (touch + _blocked(scenario, column, visits[index], touch))
    free = column.workers - busy
    least = rate * passes[index] * column.setup.mean / free if free > 0 else inf
    return floor(least + 1e-9) + 1 if least < inf else None


def best_transfer_batch(cards: int, setup: Time, works: list[Time]) -> float:
    """The transfer batch Q = √(M·s / (Σp - max p)) that minimises the makespan of a serial line.

    M is `cards`, s is `setup` and p are the service times in `works`. Each column has one worker, who sets up before
    every batch. Q minimises the makespan T(Q) = Σ(s + Q·p) + (M/Q - 1)(s + Q·max p). The result is not rounded; inf if
    there is only one column with work.
    """
    others = sum(works) - max(works)
    return sqrt(cards * setup / others) if others > 0 else inf


def _loads(scenario: Scenario, rate: float | None) -> Iterator[ColumnLoad]:
    passes, visits = passes_and_visits(scenario)
    touches = touch_times(scenario)
    for index, column in enumerate(scenario.columns):
        touch, fixed = touches[index], 0.0
        if not column.is_queue:
            setups = passes[index] * _setup_per_start(scenario, column, passes[index])
            fixed = setups + _blocked(scenario, column, visits[index], touch)
        at_least = touch / _fastest(scenario, column) + visits[index] * column.move_time
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
    each = [touch / person.skills[column.id] + fixed for person in _able(scenario, column)]
    return inf if 0.0 in each else sum(1 / time for time in each)  # so little work, so fast, that it takes no time


def _setup_per_start(scenario: Scenario, column: Column, passes: float) -> Time:
    """Mean set-up time per start of work, for set-up time s.

    With the rule "per_batch" it is s / B for process batch B. With the rule "family" it is s · (1 - Σ share²), the
    probability that two cards in a row are of different families. That holds only for random families without rework;
    otherwise 0 is used, so that the capacity stays an upper bound.
    """
    if column.setup.rule == "per_batch":
        return column.setup.mean / _as_number(column.setup.batch)
    if column.setup.rule == "family" and not scenario.explicit and passes == 1:
        shares = np.array([family.share for family in scenario.families])
        return column.setup.mean * float(1 - ((shares / shares.sum()) ** 2).sum())
    return 0.0


def _as_number(count: int) -> float:
    """A whole number for arithmetic with times; inf where it is beyond floating point, as limits may be."""
    try:
        return float(count)
    except OverflowError:
        return inf


def _blocked(scenario: Scenario, column: Column, visits: float, touch: Time) -> Time:
    """Time a card's blockers keep a worker, in so many `visits` with so much work."""
    if scenario.explicit or column.is_queue or not column.blockers.worker_waits:
        return 0.0
    blockers = visits * column.blockers.probability + touch * column.blockers.rate
    return blockers * column.blockers.duration.mean


def _able(scenario: Scenario, column: Column) -> list[Person]:
    return [person for person in scenario.people if column.id in person.skills]


def _fastest(scenario: Scenario, column: Column) -> float:
    """How fast the fastest people who may work on one card together are."""
    speeds = sorted((person.skills[column.id] for person in _able(scenario, column)), reverse=True)
    if not scenario.people:
        speeds = [1.0] * column.workers
    return together(speeds[: column.workers_per_card], column.swarm_gain) or 1.0


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
    if scenario.limits_by_class or any(column.limits_by_class for column in scenario.columns):
        yield from _class_limits(scenario)
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


def _class_limits(scenario: Scenario) -> Iterator[Bound]:
    """Little's law on limits of classes, where each class has one: what passes them is at most the sum."""
    if scenario.explicit:
        return
    coming = [its.id for its in scenario.classes if its.share > 0]
    times = {class_: _least_times(scenario, class_) for class_ in coming}
    for at, column in enumerate(scenario.columns):
        if not _goes_over(scenario, {column.id}):
            bound = _sum_of_limits(column.limits_by_class, {class_: times[class_][at] for class_ in coming})
            yield bound, None, phrase("the limits of classes in {0}", column.title)
    bound = _sum_of_limits(scenario.limits_by_class, {class_: sum(times[class_]) for class_ in coming})
    yield bound, None, phrase("the limits of classes on the board")


def _sum_of_limits(limits: Mapping[str, int], times: Mapping[str, Time]) -> float:
    """Cards a time unit that limits let pass where each class stays at least so long; inf where a class has none."""
    return sum(_as_number(limits[class_]) / time if class_ in limits and time > 0 else inf
               for class_, time in times.items())  # fmt: skip


def _least_times(scenario: Scenario, class_: str) -> list[Time]:
    """A lower bound on the mean time that a card of a class spends in each column."""
    passes, visits = traffic(scenario, class_)
    times = []
    for at, column in enumerate(scenario.columns):
        work = 0.0 if column.is_queue else column.work_of(class_).mean
        times.append(passes[at] * work / _fastest(scenario, column) + visits[at] * column.move_time)
    return times


def _goes_over(scenario: Scenario, columns: set[str], *, shared: bool = False) -> bool:
    """Whether rework from outside comes into `columns` whatever their limit, or a column's limit spares some cards."""
    its = [scenario.columns[scenario.column_index[column]] for column in columns]
    if not shared and any(each.limit_counts == "doing" for each in its):
        return True
    back = (each for each in scenario.columns if rework_share(scenario, each) > 0 and each.id not in columns)
    return any(each.rework.to is not None and not columns.isdisjoint(each.rework.shares("")) for each in back)


def _cadences(scenario: Scenario) -> Iterator[Bound]:
    """Upper bounds from cadences: per period at most as many cards as the first or last column's limit allows.

    This holds only where every card comes into that column and its work takes time there, so that it cannot be filled
    twice at one instant.
    """
    rules = scenario.rules
    leave = max(each.may_exceed for each in scenario.classes)
    first, last = scenario.columns[0], scenario.columns[-1]
    for every, column, what in (
        (rules.replenish_every, first, phrase("replenishing {0} so seldom", first.title)),
        (rules.deliver_every, last, phrase("delivering from {0} so seldom", last.title)),
    ):
        works = (column.service, *column.service_by_class.values())
        takes_time = not scenario.explicit and not column.is_queue and all(map(_is_never_zero, works))
        takes_time = takes_time and not column.may_be_skipped
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
    free = all(column.wip_limit is None and not column.limits_by_class for column in scenario.columns)
    free = free and not scenario.shared_limits and not scenario.limits_by_class
    plain = rules.blocking == "slot" and rules.auto_pull and not rules.replenish_every and not rules.deliver_every
    own = not scenario.people and not rules.context_switch_tax and not any(each.preempts for each in scenario.classes)
    own = own and all(column.workers_per_card == 1 for column in scenario.columns)
    known = not scenario.explicit and not isinstance(scenario.arrivals, Fixed)
    known = known and not any(column.setup.rule == "family" for column in scenario.columns)
    # An endless backlog gives an unlimited first column no more than it can start; cards on their way count as started.
    supplied = not scenario.saturated or not (first.move_time or first.blockers.strike or first.may_be_skipped)
    return free and plain and own and known and supplied
