"""What the parts of a scenario must be to one another: `problems_of` lists everything that does not fit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from flowsim.domain.arrivals import ByPeriod, Fixed, Interval, Poisson, Saturated, mean_size
from flowsim.domain.calendar_checks import calendar_problems
from flowsim.domain.column_settings import (
    ColumnSetting,
    SetBlockers,
    SetLimitsByClass,
    SetRework,
    SetService,
    SetServiceByClass,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetWorkers,
    SetWorkersPerCard,
)
from flowsim.domain.conditions import changed, conditions
from flowsim.domain.constraints import MAX_CARDS
from flowsim.domain.distributions import Distribution, Triangular, Uniform
from flowsim.domain.endless_backlog import endless_backlog_problems
from flowsim.domain.interventions import (
    AddCard,
    Intervention,
    JoinCard,
    LeaveCard,
    MoveCard,
    ReclassCard,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetSharedLimit,
    SetSkill,
)
from flowsim.domain.phrases import digits, joined, phrase
from flowsim.domain.plan_of_changes import course_of
from flowsim.domain.policies import Blockers
from flowsim.domain.problem_parts import duplicates, known_classes, known_column, number, one_of, quoted
from flowsim.domain.problems import Problem
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.words import Time


def problems_of(scenario: Scenario) -> list[Problem]:
    """Every cross-field problem of `scenario`, in the order of the file; empty when it can be used."""
    return [
        *_times(scenario),
        *(calendar_problems(scenario.calendar) if scenario.calendar else ()),
        *_arrivals(scenario),
        *column_problems(scenario),
        *_shared_limits(scenario),
        *_people(scenario),
        *_classes(scenario),
        *_families(scenario),
        *_cards(scenario),
        *_plan(scenario),
    ]


def session_problems_of(scenario: Scenario, session: SavedSession) -> list[Problem]:
    """Every problem of a saved session that shows without playing it: order of times, unknown names."""
    return acts_problems(scenario, session.interventions, session.time, "session")


def acts_problems(scenario: Scenario, acts: Sequence[Intervention], time: Time, where: str) -> list[Problem]:
    """Every problem of the interventions of a run that came to `time`; they stand in the file at `where`."""
    problems = []
    for index, (before, after) in enumerate(pairwise(acts), start=1):
        if after.at < before.at:
            expected = phrase("not before the one above it, at {0}", number(before.at))
            problems.append(Problem(f"{where}.interventions[{index}].at", number(after.at), expected))
    if acts and acts[-1].at > time:
        expected = phrase("at or after the last intervention, at {0}", number(acts[-1].at))
        problems.append(Problem(f"{where}.time", number(time), expected))
    for index, intervention in enumerate(acts):
        problems += change_problems(scenario, intervention, f"{where}.interventions[{index}]")
    return problems


def distribution_problems(where: str, distribution: Distribution) -> Iterator[Problem]:
    """What the parameters of one distribution must be to one another."""
    match distribution:
        case Uniform(low=low, high=high) if high < low:
            yield Problem(f"{where}.high", number(high), phrase("at least low, which is {0}", number(low)))
        case Triangular(low=low, mode=mode, high=high) if not low <= mode <= high:
            expected = phrase("from low ({0}) to high ({1})", number(low), number(high))
            yield Problem(f"{where}.mode", number(mode), expected)
        case _:
            pass


def change_problems(scenario: Scenario, intervention: Intervention, where: str) -> Iterator[Problem]:
    """What an intervention names that the board has not."""
    match intervention:
        case MoveCard(column=column):
            yield from known_column(scenario, column, f"{where}.column")
        case ColumnSetting(column=column):
            yield from known_column(scenario, column, f"{where}.column")
            yield from _column_setting(scenario, intervention, where)
        case SetBoardLimitsByClass(value=by_class):
            yield from known_classes(scenario, by_class, f"{where}.value")
        case SetSharedLimit(group=group) if group >= len(scenario.shared_limits):
            expected = phrase("one of the {0} shared limits, from 0", len(scenario.shared_limits))
            yield Problem(f"{where}.group", str(group), expected)
        case JoinCard() | LeaveCard():
            yield from _who_is_at_a_card(scenario, intervention, where)
        case SetPerson(person=name) | SetSkill(person=name):
            yield from _known_person(scenario, name, f"{where}.person")
            if isinstance(intervention, SetSkill):
                yield from known_column(scenario, intervention.column, f"{where}.column")
                yield from _work_column(scenario, intervention.column, f"{where}.column")
        case AddCard(class_=class_) | ReclassCard(class_=class_) | SetClass(class_=class_):
            if class_ is not None and class_ not in scenario.class_index:
                yield Problem(f"{where}.class", quoted(class_), one_of(scenario.class_index))
        case _:
            pass


def _who_is_at_a_card(scenario: Scenario, act: JoinCard | LeaveCard, where: str) -> Iterator[Problem]:
    if act.person is None:
        return
    yield from _known_person(scenario, act.person, f"{where}.person")
    if isinstance(act, JoinCard) and act.leaving is not None:
        yield Problem(f"{where}.leaving", str(act.leaving), phrase("left out, since {0} is named", act.person))


FOR_WORK: Final = (
    SetWorkers,
    SetWorkersPerCard,
    SetSwarmGain,
    SetService,
    SetServiceByClass,
    SetSetup,
    SetRework,
    SetBlockers,
)
"""Settings that only a column where people work has."""


def _column_setting(scenario: Scenario, change: ColumnSetting, where: str) -> Iterator[Problem]:
    if isinstance(change, FOR_WORK):
        yield from _work_column(scenario, change.column, f"{where}.column")
    if isinstance(change, SetService):
        yield from distribution_problems(f"{where}.value", change.value)
    if isinstance(change, SetSkip | SetLimitsByClass) and isinstance(change.value, Mapping):
        yield from known_classes(scenario, change.value, f"{where}.value")
    if isinstance(change, SetServiceByClass):
        yield from _works_by_class(scenario, f"{where}.value", change.value)
    if isinstance(change, SetBlockers):
        yield from _blockers(f"{where}.value", change.value)
    if isinstance(change, SetSetup):
        yield from distribution_problems(f"{where}.value.time", change.value.law)


def _blockers(where: str, blockers: Blockers) -> Iterator[Problem]:
    yield from distribution_problems(f"{where}.duration", blockers.duration)
    if blockers.probability > 0 and blockers.rate > 0:
        expected = phrase("0, where there is a probability: blockers come once a visit, or at a rate")
        yield Problem(f"{where}.rate", number(blockers.rate), expected)


def _works_by_class(scenario: Scenario, where: str, works: Mapping[str, Distribution]) -> Iterator[Problem]:
    yield from known_classes(scenario, works, where)
    for class_, work in works.items():
        yield from distribution_problems(f"{where}.{class_}", work)


def _work_column(scenario: Scenario, column: str, where: str) -> Iterator[Problem]:
    if column in scenario.column_index and scenario.columns[scenario.column_index[column]].is_queue:
        yield Problem(where, quoted(column), phrase("a work column; nobody works in a queue"))


def _known_person(scenario: Scenario, name: str, where: str) -> Iterator[Problem]:
    if name not in scenario.person_index:
        names = scenario.person_index
        nobody = phrase("a board with named people; this one has none")
        yield Problem(where, quoted(name), one_of(names) if names else nobody)


def _times(scenario: Scenario) -> Iterator[Problem]:
    if scenario.horizon is not None and scenario.horizon <= scenario.warm_up:
        expected = phrase("after the warm-up, which ends at {0}", number(scenario.warm_up))
        yield Problem("horizon", number(scenario.horizon), expected)


def _arrivals(scenario: Scenario) -> Iterator[Problem]:
    if isinstance(scenario.arrivals, Interval):
        yield from distribution_problems("arrivals.gap", scenario.arrivals.gap)
        if scenario.arrivals.gap.mean <= 0:
            expected = phrase("a gap longer than 0, or no end of cards arrives at once")
            yield Problem("arrivals.gap", phrase("0 between arrivals"), expected)
    if not isinstance(scenario.arrivals, Saturated):
        yield from _groups(scenario.arrivals)
    if isinstance(scenario.arrivals, ByPeriod) and not any(each.rate for each in scenario.arrivals.periods):
        expected = phrase("at least one period in which cards come")
        yield Problem("arrivals.periods", phrase("rates that are all 0"), expected)
    yield from endless_backlog_problems(scenario)


def _groups(arrivals: Poisson | Interval | ByPeriod | Fixed) -> Iterator[Problem]:
    if not isinstance(arrivals.group, int):
        yield from distribution_problems("arrivals.group", arrivals.group)
    if isinstance(arrivals, Fixed) and arrivals.count * mean_size(arrivals.group) > MAX_CARDS:
        most = digits(MAX_CARDS // arrivals.count, ",")
        expected = phrase("at most {0}, so that no more than {1} cards arrive", most, digits(MAX_CARDS, ","))
        given = str(arrivals.group) if isinstance(arrivals.group, int) else digits(mean_size(arrivals.group), ",.3g")
        yield Problem("arrivals.group", given, expected)


def column_problems(scenario: Scenario) -> Iterator[Problem]:
    """What the settings of columns must be to one another, and to the limits around them."""
    yield from duplicates("columns", [column.id for column in scenario.columns])
    for index, column in enumerate(scenario.columns):
        where = f"columns[{index}]"
        yield from distribution_problems(f"{where}.service", column.service)
        yield from _works_by_class(scenario, f"{where}.service_by_class", column.service_by_class)
        yield from _blockers(f"{where}.blockers", column.blockers)
        yield from distribution_problems(f"{where}.setup.time", column.setup.law)
        if column.is_queue and column.limit_counts == "doing":
            expected = phrase('"all", because a queue holds only finished work')
            yield Problem(f"{where}.limit_counts", '"doing"', expected)
        yield from known_classes(scenario, column.limits_by_class, f"{where}.limits_by_class")
        if isinstance(column.skip, Mapping):
            yield from known_classes(scenario, column.skip, f"{where}.skip")
        yield from _batches(scenario, index, column)
        yield from _rework(scenario, index, column)


def _batches(scenario: Scenario, index: int, column: Column) -> Iterator[Problem]:
    following = list(_next_columns(scenario, index))
    for holder, limit in _limits_on_the_way(scenario, (column, *following)):
        if column.transfer_batch > limit:
            expected = phrase("at most {0}, the limit of {1}, which the batch must pass", limit, holder)
            yield Problem(f"columns[{index}].transfer_batch", str(column.transfer_batch), expected)


def _next_columns(scenario: Scenario, index: int) -> Iterator[Column]:
    """The columns that cards may come to from column `index`: the next one, and behind those that they pass by."""
    for column in scenario.columns[index + 1 :]:
        yield column
        if scenario.explicit or not column.may_be_skipped:
            return


def _limits_on_the_way(scenario: Scenario, columns: Sequence[Column]) -> Iterator[tuple[str, int]]:
    for column in columns:
        if column.wip_limit is not None:
            yield column.title, column.wip_limit
        for class_, limit in column.limits_by_class.items():
            if class_ in scenario.class_index:
                yield phrase("{0} in {1}", scenario.classes[scenario.class_index[class_]].title, column.title), limit
    for class_, limit in scenario.limits_by_class.items():
        if class_ in scenario.class_index:
            yield phrase("{0} on the board", scenario.classes[scenario.class_index[class_]].title), limit
    ids = {column.id for column in columns}
    for shared in scenario.shared_limits:
        if ids & set(shared.columns):
            yield phrase("the columns {0}", joined(", ", shared.columns)), shared.limit


def _rework(scenario: Scenario, index: int, column: Column) -> Iterator[Problem]:
    where, to = f"columns[{index}].rework.to", column.rework.to
    if isinstance(to, str):
        yield from known_column(scenario, to, where)
        if scenario.column_index.get(to, -1) >= index:
            yield Problem(where, quoted(to), phrase("an earlier column, or null for rework in place"))
    elif to is not None:
        yield from _shares(where, list(to.values()))
        for each in to:
            yield from known_column(scenario, each, f"{where}.{each}")
            if scenario.column_index.get(each, -1) > index:
                yield Problem(f"{where}.{each}", quoted(each), phrase("this column or an earlier one"))
    if column.rework.probability >= 1:
        expected = phrase("below 1, or no card would ever leave")
        yield Problem(f"columns[{index}].rework.probability", "1", expected)


def _shared_limits(scenario: Scenario) -> Iterator[Problem]:
    for group, shared in enumerate(scenario.shared_limits):
        where = f"shared_limits[{group}].columns"
        yield from duplicates(where, shared.columns, part="")
        for place, column in enumerate(shared.columns):
            yield from known_column(scenario, column, f"{where}[{place}]")
        places = sorted({scenario.column_index[column] for column in shared.columns if column in scenario.column_index})
        if places and places != list(range(places[0], places[-1] + 1)):
            yield Problem(where, ", ".join(shared.columns), phrase("neighbouring columns"))


def _people(scenario: Scenario) -> Iterator[Problem]:
    yield from duplicates("people", [person.name for person in scenario.people], part="name")
    for index, person in enumerate(scenario.people):
        where = f"people[{index}].skills"
        if not person.skills:
            yield Problem(where, "{}", phrase("at least one column this person can work in"))
        for column in person.skills:
            yield from known_column(scenario, column, f"{where}.{column}")
            yield from _work_column(scenario, column, f"{where}.{column}")


def _classes(scenario: Scenario) -> Iterator[Problem]:
    yield from duplicates("classes", [card_class.id for card_class in scenario.classes])
    yield from _shares("classes", [card_class.share for card_class in scenario.classes])
    yield from known_classes(scenario, scenario.limits_by_class, "limits_by_class")
    for index, card_class in enumerate(scenario.classes):
        if not re.fullmatch("#[0-9A-Fa-f]{6}", card_class.colour):
            expected = phrase('a colour such as "{0}"', A_COLOUR)
            yield Problem(f"classes[{index}].colour", quoted(card_class.colour), expected)


def _families(scenario: Scenario) -> Iterator[Problem]:
    yield from duplicates("families", [family.id for family in scenario.families])
    yield from _shares("families", [family.share for family in scenario.families])


def _cards(scenario: Scenario) -> Iterator[Problem]:
    families = {family.id for family in scenario.families}
    for index, card in enumerate(scenario.cards):
        where = f"cards[{index}]"
        if card.class_ not in scenario.class_index:
            yield Problem(f"{where}.class", quoted(card.class_), one_of(scenario.class_index))
        if card.family not in families:
            yield Problem(f"{where}.family", quoted(card.family), one_of(families))
        for column in card.service:
            yield from known_column(scenario, column, f"{where}.service.{column}")


def _shares(where: str, shares: Sequence[float]) -> Iterator[Problem]:
    if sum(shares) <= 0:
        yield Problem(where, phrase("shares that sum to 0"), phrase("at least one share above 0"))


A_COLOUR: Final = "#4C78A8"
SHORTEST_ROUND: Final = 1e-3
"""Least time between two changes of a plan, or a run would be nothing but changes."""

LOOKED_AT: Final = 200
"""Changes of a plan that are tried one after the other before a run; most plans repeat the same few."""


def _plan(scenario: Scenario) -> Iterator[Problem]:
    """What names are not known, and which change the board would not allow, made in the order of the plan."""
    problems: list[Problem] = []
    for index, planned in enumerate(scenario.plan):
        where = f"plan[{index}]"
        problems += change_problems(scenario, planned, where)
        if planned.every is not None and planned.every < SHORTEST_ROUND:
            problems.append(
                Problem(f"{where}.every", digits(planned.every), phrase("at least {0}", digits(SHORTEST_ROUND, "g")))
            )
        if planned.until is not None and planned.until < planned.at:
            expected = phrase("at or after its first time, {0}", number(planned.at))
            problems.append(Problem(f"{where}.until", number(planned.until), expected))
        if planned.until is not None and planned.every is None:
            expected = phrase("left out, where there is no every: the change is made once")
            problems.append(Problem(f"{where}.until", number(planned.until), expected))
    yield from problems
    if not problems and not list(column_problems(scenario)):
        yield from _course(scenario)


def _course(scenario: Scenario) -> Iterator[Problem]:
    now = conditions(scenario, ())
    until = inf if scenario.horizon is None else scenario.horizon
    for change in course_of(scenario.plan, until, LOOKED_AT):
        now = changed(scenario, now, change)
        after = now.in_force(scenario)
        for problem in (*column_problems(after), *endless_backlog_problems(after)):
            given = phrase("{0} at {1}", change.do, number(change.at))
            expected = phrase("what the board allows then: {0}: {1}", problem.where, problem.expected)
            yield Problem("plan", given, expected)
            return
