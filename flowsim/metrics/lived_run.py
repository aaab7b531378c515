"""A team's history as a run: the trace of what entered which column on which day, and the catalogue of its cards.

The board of such a run has columns and nothing else: no limits, no people and no work; days do not tell of them. Time
counts days from the first midnight, and everything is said to happen at noon of its day: what entered several columns
on one day entered them at one instant. What a card does in a column is not known either: it is there (READY, as a card
in a queue is), and nobody is said to work.

Left out are items that never came to the board, and those whose beginning is not in the file. What was given up, nobody
says when, goes when it was last heard of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.arrivals import Fixed
from flowsim.domain.editing import free_ids
from flowsim.domain.history_board import NOON, calendar_from, classes_of
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.team_history import HistoryItem, TeamHistory
from flowsim.domain.trace import ROW, Trace
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, Time
from flowsim.metrics.card_catalogue import Reclassing

CalledBy: TypeAlias = Literal["ids", "numbers", "titles"]
RowOfTrace: TypeAlias = tuple[Time, CardId, int, CardState, int]


@dataclass(frozen=True)
class HistoryCards:
    """The catalogue of a history's cards, in the order in which they arrived."""

    titles: Mapping[CardId, str]
    classes: npt.NDArray[np.int8]
    reclassed: Sequence[Reclassing] = ()

    def class_on_arrival(self, number: CardId, /) -> int:
        """Place of a card's class in the scenario's list."""
        return int(self.classes[number])

    def classes_on_arrival(self) -> npt.NDArray[np.int8]:
        """By card, the place of its class."""
        return self.classes.copy()

    def family_of(self, number: CardId, /) -> int:
        """No history tells of families."""
        return 0


@dataclass(frozen=True)
class LivedRun:
    """A history as a run: the board it went over, what happened, and when the history ends."""

    scenario: Scenario
    trace: Trace
    cards: HistoryCards
    end: Time


def lived_run(history: TeamHistory, board_name: str, called: CalledBy = "ids") -> LivedRun:
    """The run of a history that has columns and at least one item that came to them.

    Titles stay out of it, and of all that is saved of it, unless somebody asks for them: a card is `called` by the id
    it had in the file, or by its number alone.
    """
    items = sorted(_on_the_board(history), key=lambda item: _first(history, item))
    first = date.fromordinal(min((_first(history, item) for item in items), default=history.today.toordinal()))
    moments = (each for item in items for each in (*item.entered, item.cancelled_on))
    last = max((each.day for each in moments if each is not None), default=first)
    classes, places = classes_of(items)
    start = history.start
    names = [column.name for column in history.columns[start:-1]]
    columns = tuple(
        Column(id=id_, name=name[:200], kind="queue") for id_, name in zip(free_ids(names), names, strict=True)
    )
    end = float((last - first).days + 1)
    scenario = Scenario(
        name=board_name, time_unit="day", columns=columns, classes=classes, arrivals=Fixed(count=1),
        horizon=end, calendar=calendar_from(first),
    )  # fmt: skip
    rows = [row for card, item in enumerate(items) for row in _rows(history, item, card, first)]
    rows.sort(key=lambda row: row[0])
    titles = {card: name for card, item in enumerate(items) if (name := _name_of(item, called))}
    catalogue = HistoryCards(titles, np.array([places.get(item.class_, 0) for item in items], dtype=np.int8))
    return LivedRun(scenario, Trace.beginning_with(np.array(rows, dtype=ROW)), catalogue, end)


def _name_of(item: HistoryItem, called: CalledBy) -> str | None:
    if called == "numbers":
        return None
    return item.id if called == "ids" else item.title or item.id


def _on_the_board(history: TeamHistory) -> Sequence[HistoryItem]:
    return [item for item in history.items if history.started(item) is not None]


def _first(history: TeamHistory, item: HistoryItem) -> int:
    moment = history.arrived(item) or history.started(item)
    return 0 if moment is None else moment.day.toordinal()


def _rows(history: TeamHistory, item: HistoryItem, card: CardId, first: date) -> Sequence[RowOfTrace]:
    """The rows of one card: it arrives, enters its columns, and is done, or goes off the board if it was given up."""
    start = history.start
    here = _first(history, item) - first.toordinal() + NOON
    rows: list[RowOfTrace] = [(here, card, BACKLOG, CardState.BACKLOG, NO_WORKER)]
    for at, moment in enumerate(item.entered[start:-1]):
        if moment is not None and start + at not in item.skipped:
            here = max(here, (moment.day - first).days + NOON)
            rows.append((here, card, at, CardState.READY, NO_WORKER))
    ended = item.entered[-1] if item.finished else item.cancelled_on
    if item.finished or item.cancelled:
        state = CardState.DELIVERED if item.finished else CardState.DROPPED
        gone = here if ended is None else max(here, (ended.day - first).days + NOON)
        rows.append((gone, card, BACKLOG, state, NO_WORKER))
    return rows
