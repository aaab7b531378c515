"""What a board with an endless backlog must be, so that no end of cards comes through it at one instant."""

from collections.abc import Iterator

from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Problem
from flowsim.domain.scenario import CardClass, Column, Scenario


def endless_backlog_problems(scenario: Scenario) -> Iterator[Problem]:
    """Problems of a saturated board: nobody is turned away, and cards must not pass without limit at one instant.

    Each column up to the first one where a card spends time needs a WIP limit or a shared limit. A first column where
    work takes time needs none, because it pulls only what its workers can start.
    """
    if not scenario.saturated:
        return
    if scenario.backlog_limit is not None:
        expected = phrase("null, because a backlog that is never empty turns nobody away")
        yield Problem("backlog_limit", str(scenario.backlog_limit), expected)
    if not scenario.rules.auto_pull:
        return
    if all(_no_work(column) for column in scenario.columns):
        given = phrase("saturated, with no work in any column")
        yield Problem("arrivals", given, phrase("at least one column where work takes time"))
        return
    yield from _passing(scenario)
    for index, column in enumerate(scenario.columns):
        limited = column.wip_limit is not None or _in_a_group(scenario, column)
        throttled = not _lets_some_pass(column)
        if not limited and not (index == 0 and throttled and not column.is_queue):
            expected = phrase("a WIP limit, because nothing before this column slows down the endless backlog")
            yield Problem(f"columns[{index}].wip_limit", "null", expected)
        if throttled:
            return


def _passing(scenario: Scenario) -> Iterator[Problem]:
    """Classes that pass by whatever takes time, where nothing else stops the backlog."""
    coming = [its for its in scenario.classes if its.share > 0]
    if all(scenario.columns[0].skip_of(its.id) >= 1 for its in coming):
        expected = phrase("below 1 for a class that arrives, or no end of cards passes by at once")
        yield Problem("columns[0].skip", phrase("1 for every class, with an endless backlog"), expected)
        return
    fast = [its for its in coming if all(_takes_none(column, its) for column in scenario.columns)]
    kept_out = bool(scenario.limits_by_class) or any(column.limits_by_class for column in scenario.columns)
    if fast and (kept_out or len(fast) == len(coming)):
        given = phrase("saturated, with no work in any column for {0}", fast[0].title)
        yield Problem("arrivals", given, phrase("a column that it does not pass by, where its work takes time"))


def _takes_none(column: Column, card_class: CardClass) -> bool:
    """Whether cards of a class never spend time in a column."""
    if column.skip_of(card_class.id) >= 1:
        return True
    takes_no_time = column.is_queue or (column.work_of(card_class.id).mean == 0 and column.workers > 0)
    return takes_no_time and column.move_time == 0


def _in_a_group(scenario: Scenario, column: Column) -> bool:
    return any(column.id in shared.columns for shared in scenario.shared_limits)


def _no_work(column: Column) -> bool:
    takes_no_time = column.is_queue or (column.service.mean == 0 and column.workers > 0)
    return takes_no_time and column.move_time == 0 and all(work.mean == 0 for work in column.service_by_class.values())


def _lets_some_pass(column: Column) -> bool:
    """Whether cards of some class spend no time here."""
    works = (column.service, *column.service_by_class.values())
    takes_no_time = column.is_queue or (any(work.mean == 0 for work in works) and column.workers > 0)
    return takes_no_time and column.move_time == 0
