"""A run as tables: its cards, columns, events and figures, and the layout that ActionableAgile reads."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from math import isnan
from typing import Any, Final, TypeAlias

from flowsim.domain.intervention_words import card_name
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import NO_WORKER, CardState, Time, TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar, calendar_days, moment_of
from flowsim.metrics import RunView, figures_of
from flowsim.metrics.class_figures import class_figures_of
from flowsim.storage.tables import in_parts

Table: TypeAlias = tuple[Sequence[str], Iterable[Sequence[object]]]

FIRST_DAY: Final = datetime(2024, 1, 1)
"""The date that stands for time 0, a Monday: other programs want dates."""

_UNITS: Final[dict[TimeUnit, timedelta]] = {
    "minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1),
}  # fmt: skip


def run_tables(moment: RunView) -> dict[str, Table]:
    """Everything about a run, by the name of the sheet."""
    return {
        "cards": cards(moment),
        "columns": columns(moment),
        "events": events(moment),
        "figures": figures(moment),
        "classes": classes(moment),
    }


def cards(moment: RunView) -> Table:
    """One row a card: what it is, when it reached what, and its times; empty where that has not come yet."""
    titles = [column.title for column in moment.scenario.columns]
    header = ["card", "title", "class", "family", "arrived", "started", *(f"reached {title}" for title in titles),
              "finished", "cycle time", "lead time", "state"]  # fmt: skip
    if moment.scenario.calendar is None:
        return header, _card_rows(moment)
    return [*header, *DATED], (
        [*row, *_dated(moment.scenario, *(row[place] for place in (4, 5, -4)))] for row in _card_rows(moment)
    )


DATED: Final = ("arrived on", "started on", "finished on", "cycle time, calendar days", "lead time, calendar days")
"""What a card has besides on a board with a calendar; its other times are working time."""


def _dated(scenario: Scenario, arrived: Any, started: Any, finished: Any) -> list[object]:
    calendar, unit = scenario.calendar, scenario.time_unit
    assert calendar is not None
    dates = [moment_of(calendar, unit, time, ends=time is finished) for time in (arrived, started, finished)]
    spans = (calendar_days(calendar, unit, since, finished) for since in (started, arrived))
    days = [None if span is None else round(span, 6) for span in spans]
    return [*("" if each is None else each.isoformat(" ", "minutes") for each in dates), *days]


def _card_rows(moment: RunView) -> Iterator[list[object]]:
    flow, classes, families = moment.flow, moment.classes_now().tolist(), moment.scenario.families
    reached = [times.tolist() for times in flow.reached]
    states = flow.rows["state"][flow.last_row].tolist() if flow.rows_read else []
    for card, state in enumerate(states):
        times = [each[card] for each in reached]
        arrived, started, finished = times[0], times[1], times[-1]
        family = families[moment.family_of(card)].id
        yield [
            card_name(card), moment.title_of(card), moment.scenario.classes[classes[card]].title, family, arrived,
            started, *times[1:-1], finished, finished - started, finished - arrived, CardState(state).word,
        ]  # fmt: skip


def columns(moment: RunView) -> Table:
    """One row a column: its time-weighted figures."""
    header = ["column", "WIP", "queue", "utilisation", "set-up", "blocked", "starved"]
    its = figures_of(moment.flow, moment.staffing).columns
    return header, [
        [column.title, one.wip, one.queue, one.utilisation, one.setup, one.blocked, one.starved]
        for column, one in zip(moment.scenario.columns, its, strict=True)
    ]


def events(moment: RunView) -> Table:
    """One row a change of state."""
    titles = [column.title for column in moment.scenario.columns]
    rows = (
        [
            time, card_name(card), titles[column] if column >= 0 else "", CardState(state).word,
            "" if worker == NO_WORKER else moment.worker_name(worker),
        ]
        for time, card, column, state, worker in in_parts(moment.flow.rows)
    )  # fmt: skip
    return ["time", "card", "column", "state", "worker"], rows


def figures(moment: RunView) -> Table:
    """One row a figure, with its unit."""
    its, unit = figures_of(moment.flow, moment.staffing), moment.scenario.time_unit
    rows: list[list[object]] = [
        ["from", its.start, f"{unit}s"], ["until", its.end, f"{unit}s"], ["finished", its.finished, "cards"],
        ["unfinished", its.unfinished, "cards"], ["turned away", its.lost, "cards"],
        ["throughput", its.throughput, f"cards / {unit}"],
        ["work in progress", its.wip, "cards"], ["flow efficiency", its.flow_efficiency, "share"],
    ]  # fmt: skip
    for name, times in (("cycle time", its.cycle_time), ("lead time", its.lead_time)):
        rows += [[f"{name}, {part}", getattr(times, part), f"{unit}s"] for part in ("mean", "p50", "p85", "p95")]
    rows += [[f"wait: {cause}", wait, f"{unit}s a card"] for cause, wait in its.waits.items()]
    return ["figure", "value", "unit"], rows


def classes(moment: RunView) -> Table:
    """One row a class of service: its cards, their times, and the share that kept the target."""
    parts = ("mean", "p50", "p85", "p95")
    header = ["class", "finished", "unfinished", *(f"cycle time, {part}" for part in parts),
              *(f"lead time, {part}" for part in parts), "target", "target met"]  # fmt: skip
    rows = [
        [
            class_.title, its.finished, its.unfinished, *(getattr(its.cycle_time, part) for part in parts),
            *(getattr(its.lead_time, part) for part in parts), class_.target, its.target_met,
        ]
        for its, class_ in zip(class_figures_of(moment), moment.scenario.classes, strict=True)
    ]  # fmt: skip
    return header, rows


def actionable_agile(moment: RunView) -> Table:
    """One row a card: ID, link, title, the date of entry into each column, then attributes.

    A column that a card skipped has the date of the next one it entered, as ActionableAgile wants it. Cards discarded
    or turned away are left out: the layout has no word for them, and without a date of finishing they would look in
    progress for ever.
    """
    titles = [column.title for column in moment.scenario.columns]
    return ["ID", "Link", "Title", "Backlog", *titles, "Done", "Class", "Family", "State"], _actionable_rows(moment)


def _actionable_rows(moment: RunView) -> Iterator[list[object]]:
    unit, classes, families = moment.scenario.time_unit, moment.classes_now().tolist(), moment.scenario.families
    reached = [times.tolist() for times in moment.flow.reached]
    states = map(CardState, moment.flow.rows["state"][moment.flow.last_row].tolist() if classes else [])
    for card, (index, state) in enumerate(zip(classes, states, strict=True)):
        if state in (CardState.DROPPED, CardState.LOST):
            continue
        name = card_name(card)
        calendar, *begun, done = moment.scenario.calendar, *(each[card] for each in reached)
        dates = [*(date_of(time, unit, calendar) for time in begun), date_of(done, unit, calendar, ends=True)]
        family = families[moment.family_of(card)].id
        yield [
            name,
            "",
            moment.title_of(card) or name,
            *dates,
            moment.scenario.classes[index].title,
            family,
            state.word,
        ]


def date_of(time: Time, unit: TimeUnit, calendar: WorkingCalendar | None = None, *, ends: bool = False) -> str:
    """A moment as a date, that of the calendar if there is one; with the hour where the unit is shorter than a day.

    Empty for one that has not come, and for one after the year 9999, where dates end.
    """
    if isnan(time):
        return ""
    pattern = "%Y-%m-%d" if unit in ("day", "week") else "%Y-%m-%d %H:%M:%S"
    if calendar is not None:
        moment = moment_of(calendar, unit, time, ends=ends)
        return "" if moment is None else moment.strftime(pattern)
    try:
        date = FIRST_DAY + time * _UNITS[unit]
    except OverflowError:
        return ""
    return date.strftime(pattern)
