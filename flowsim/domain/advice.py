"""What is said of a board before it runs, in plain sentences: made from `flowsim.domain.feasibility`."""

from collections.abc import Iterator
from math import inf

from flowsim.domain.feasibility import ColumnLoad, Feasibility, feasibility, smallest_batch
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import TimeUnit


def sentences(scenario: Scenario) -> Iterator[str]:
    """What a team should know before it starts, in words."""
    found = feasibility(scenario)
    idle = [scenario.columns[each.column].title for each in found.columns if each.capacity == 0]
    if scenario.people and not any(person.skills for person in scenario.people):
        yield "nothing can be finished, because nobody is here"
    elif idle:
        yield f"nothing can be finished, because nobody works in {' and '.join(idle)}"
    else:
        for each in found.columns:
            yield from _overload(scenario, each)
            yield from _people_without_room(scenario.columns[each.column], named=bool(scenario.people))
        yield from _alone(found)
        yield from _bottleneck(scenario, found)
        yield from _throughput(scenario, found)


def _alone(found: Feasibility) -> Iterator[str]:
    for person in found.people:
        if person.load > 1:
            share = f"{_percent(person.load)} of the time"
            yield f"{person.name} is needed {share} for work nobody else can do: the backlog will grow without end"


def _bottleneck(scenario: Scenario, found: Feasibility) -> Iterator[str]:
    bottleneck = found.bottleneck
    if bottleneck is None:
        return
    load, title = found.columns[bottleneck].load, scenario.columns[bottleneck].title
    if load is None:
        yield f"the predicted bottleneck is {title}"
    elif load <= 1:
        needed = "of its people, if they did nothing else" if scenario.people else "of its time"
        yield f"the predicted bottleneck is {title}, needed {_percent(load)} {needed}"


def _throughput(scenario: Scenario, found: Feasibility) -> Iterator[str]:
    unit = scenario.time_unit
    if found.capacity < inf:
        how = "the board finishes" if found.exact else "the board can finish at most"
        yield f"{how} {pace_in_words(found.capacity, unit)}, because of {found.limited_by}"
    if found.rate is not None and found.capacity < found.rate and not _overloaded(found):
        yield f"{pace_in_words(found.rate, unit)} arrives, more than that: the backlog will grow without end"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def pace_in_words(rate: float, unit: TimeUnit) -> str:
    """So many cards a time unit, or where that is less than one, how long one takes."""
    if rate >= 1:
        many = f"{rate:.3g}"
        return f"{many} {'card' if many == '1' else 'cards'} {'an' if unit == 'hour' else 'a'} {unit}"
    return f"one card every {1 / rate:.3g} {unit}s"


def _overload(scenario: Scenario, its: ColumnLoad) -> Iterator[str]:
    column = scenario.columns[its.column]
    if its.load is None or its.load < 1:
        return
    ends = "the backlog will grow without end" if its.load > 1 else "whatever varies makes the backlog grow"
    yield f"{column.title} is needed {_percent(its.load)} of its time: {ends}"
    if column.setup.rule == "per_batch" and column.setup.time > 0:
        batch, unit = smallest_batch(scenario, its.column), scenario.time_unit
        setup = f"with a set-up of {column.setup.time:g} {unit}{'' if column.setup.time == 1 else 's'}"
        if batch is None:
            yield f"{setup} in {column.title} no batch is large enough to keep up"
        else:
            yield f"{setup} in {column.title} the smallest batch that keeps up is {batch}"


def _people_without_room(column: Column, *, named: bool) -> Iterator[str]:
    limit, its_own = column.wip_limit, not named and not column.is_queue
    if its_own and limit is not None and column.limit_counts == "all" and limit < column.workers:
        yield f"{column.title} has {column.workers} people but room for {limit} at a time: somebody is always idle"


def _overloaded(found: Feasibility) -> bool:
    return any(each.load is not None and each.load > 1 for each in found.columns)
