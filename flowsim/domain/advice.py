"""What is said of a board before it runs, in plain sentences: made from `flowsim.domain.feasibility`."""

from collections.abc import Iterator
from math import inf

from flowsim.domain import units
from flowsim.domain.feasibility import ColumnLoad, Feasibility, feasibility, smallest_batch
from flowsim.domain.phrases import Phrase, counted, digits, joined, phrase
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import TimeUnit


def sentences(scenario: Scenario) -> Iterator[Phrase]:
    """What a team should know before it starts, in words."""
    found = feasibility(scenario)
    idle = [scenario.columns[each.column].title for each in found.columns if each.capacity == 0]
    if scenario.people and not any(person.skills for person in scenario.people):
        yield phrase("nothing can be finished, because nobody is here")
    elif idle:
        yield phrase("nothing can be finished, because nobody works in {0}", joined(phrase(" and "), idle))
    else:
        for each in found.columns:
            yield from _overload(scenario, each)
            yield from _without_room(scenario.columns[each.column], named=bool(scenario.people))
        yield from _alone(found)
        yield from _bottleneck(scenario, found)
        yield from _throughput(scenario, found)


def people_without_room(scenario: Scenario) -> Iterator[Phrase]:
    """Which columns have more people than their limits leave room for."""
    for column in scenario.columns:
        yield from _without_room(column, named=bool(scenario.people))


def _alone(found: Feasibility) -> Iterator[Phrase]:
    for person in found.people:
        if person.load > 1:
            yield phrase(
                "{0} is needed {1} of the time for work nobody else can do: the backlog will grow without end",
                person.name, _percent(person.load),
            )  # fmt: skip


def _bottleneck(scenario: Scenario, found: Feasibility) -> Iterator[Phrase]:
    bottleneck = found.bottleneck
    if bottleneck is None:
        return
    load, title = found.columns[bottleneck].load, scenario.columns[bottleneck].title
    if load is None:
        yield phrase("the predicted bottleneck is {0}", title)
    elif load <= 1 and scenario.people:
        yield phrase(
            "the predicted bottleneck is {0}, needed {1} of its people, if they did nothing else",
            title, _percent(load),
        )  # fmt: skip
    elif load <= 1:
        yield phrase("the predicted bottleneck is {0}, needed {1} of its time", title, _percent(load))


def _throughput(scenario: Scenario, found: Feasibility) -> Iterator[Phrase]:
    unit = scenario.time_unit
    if found.capacity < inf:
        pace = pace_in_words(found.capacity, unit)
        if found.exact:
            yield phrase("the board finishes {0}, because of {1}", pace, found.limited_by)
        else:
            yield phrase("the board can finish at most {0}, because of {1}", pace, found.limited_by)
    if found.rate is not None and found.capacity < found.rate and not _overloaded(found):
        pace = pace_in_words(found.rate, unit)
        yield phrase("{0} arrives, more than that: the backlog will grow without end", pace)


def _percent(share: float) -> Phrase:
    return phrase("{0} %", digits(100 * share, ".0f"))


def pace_in_words(rate: float, unit: TimeUnit) -> Phrase:
    """So many cards a time unit, or where that is less than one, how long one takes."""
    if rate >= 1:
        many, a_unit = digits(rate, ".3g"), units.A[unit]
        return counted("{0} cards {1}", "{0} card {1}", float(many), many, a_unit)
    if not rate:  # so little that no number says it
        return phrase("as good as no cards")
    return phrase("one card every {0}", units.lasting(digits(1 / rate, ".3g"), unit))


def _overload(scenario: Scenario, its: ColumnLoad) -> Iterator[Phrase]:
    column = scenario.columns[its.column]
    if its.load is None or its.load < 1:
        return
    load = _percent(its.load)
    if its.load > 1:
        yield phrase("{0} is needed {1} of its time: the backlog will grow without end", column.title, load)
    else:
        yield phrase("{0} is needed {1} of its time: whatever varies makes the backlog grow", column.title, load)
    if column.setup.rule == "per_batch" and column.setup.in_use:
        batch = smallest_batch(scenario, its.column)
        setup = units.lasting(digits(column.setup.mean, "g"), scenario.time_unit)
        if batch is None:
            yield phrase("with a set-up of {0} in {1} no batch is large enough to keep up", setup, column.title)
        else:
            yield phrase(
                "with a set-up of {0} in {1} the smallest batch that keeps up is {2}", setup, column.title, batch
            )


def _without_room(column: Column, *, named: bool) -> Iterator[Phrase]:
    limit, its_own = column.wip_limit, not named and not column.is_queue
    room = None if limit is None else limit * column.workers_per_card
    if its_own and room is not None and column.limit_counts == "all" and room < column.workers:
        yield phrase(
            "{0} has {1} people but room for {2} at a time: somebody is always idle",
            column.title, column.workers, room,
        )  # fmt: skip


def _overloaded(found: Feasibility) -> bool:
    return any(each.load is not None and each.load > 1 for each in found.columns)
