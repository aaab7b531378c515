"""A team's history as a run: the trace of what entered which column on which day, and the catalogue of its cards.

The board of such a run has columns and nothing else: no limits, no people and no work; days do not tell of them. Time
counts days from the first midnight, and everything is said to happen at noon of its day: what entered several columns
on one day entered them at one instant. What a card does in a column is not known either: it is there (READY, as a card
in a queue is), and nobody is said to work.

Left out are items that never came to the board, and those whose beginning is not in the file. What was given up, nobody
says when, goes when it was last heard of.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.arrivals import Fixed
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.domain.team_history import HistoryItem, TeamHistory, ids_of
from flowsim.domain.trace import ROW, Trace
from flowsim.domain.words import BACKLOG, NO_WORKER, CardId, CardState, Time
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.metrics.card_catalogue import Reclassing

MOST_CLASSES: Final = 8
COLOURS: Final = ("#4C78A8", "#E4572E", "#54A24B", "#B279A2", "#EECA3B", "#72B7B2", "#FF9DA6", "#9D755D")
OTHERS: Final = "others"
NOON: Final = 0.5
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
    classes, places = _classes(items)
    start = history.start
    names = [column.name for column in history.columns[start:-1]]
    columns = tuple(
        Column(id=id_, name=name[:200], kind="queue") for id_, name in zip(ids_of(names), names, strict=True)
    )
    end = float((last - first).days + 1)
    scenario = Scenario(
        name=board_name, time_unit="day", columns=columns, classes=classes, arrivals=Fixed(count=1),
        horizon=end, calendar=WorkingCalendar(start=first.isoformat(), days=(1,) * 7, hours=24.0),
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


def _classes(items: Sequence[HistoryItem]) -> tuple[tuple[CardClass, ...], Mapping[str | None, int]]:
    """The most frequent classes, and which place each has; the others share the last one."""
    names = [name for name, _ in Counter(item.class_ for item in items if item.class_).most_common()]
    if not names:
        return (CardClass(id="standard"),), {}
    shown = names[: MOST_CLASSES - 1] if len(names) > MOST_CLASSES else names
    classes = [CardClass(id=f"k{at}", name=name[:200], colour=COLOURS[at]) for at, name in enumerate(shown)]
    places: dict[str | None, int] = {name: at for at, name in enumerate(shown)}
    if len(names) > len(shown):
        classes.append(CardClass(id=OTHERS, name=OTHERS, colour=COLOURS[len(shown)]))
        places.update((name, len(shown)) for name in names[len(shown) :])
    return tuple(classes), places
