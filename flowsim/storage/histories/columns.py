"""Which column of a table is what: by what stands in it first, then by its name.

A run of three columns of dates or more beside each other, not all of which are called "created", "started" or "done",
is a board: one column for each step, in which stands when an item entered it. Else the names tell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import HistoryColumn, Notice, Role
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.dates import LONGEST, parts_of
from flowsim.storage.histories.headers import chosen
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.table import Table
from flowsim.storage.histories.words import (
    BACKLOG,
    CLOSED,
    DONE,
    MEANING_OF,
    NOTHING,
    PLANNED,
    STEPS_TOO,
    plain,
)

ENOUGH_DATES = 0.5
"""The share of dates among what is filled in, from which on a column is one of dates."""

SELDOM = 0.1
STEPS = 3
SHORTEST = 2


@dataclass(frozen=True)
class Understood:
    """What the columns of a table are: `steps` are the places of the board's columns, in their order.

    Of other meanings the first place counts, None where there is none.
    """

    layout: str
    steps: tuple[int, ...]
    columns: tuple[HistoryColumn, ...]
    meanings: Mapping[int, Meaning]
    notices: tuple[Notice, ...] = ()
    dated: tuple[int, ...] = ()
    """All columns in which dates stand, used or not: they tell together whether the day or the month comes first."""

    def place(self, meaning: Meaning) -> int | None:
        """The first column of this meaning."""
        return next((place for place, its in sorted(self.meanings.items()) if its == meaning), None)


def understood(table: Table, choices: Choices) -> Understood:
    """What the columns of this table are; what somebody has said of them holds.

    Raises:
        FileProblem: none of them says when work was finished, or what was said does not fit the table.
    """
    names = [plain(name) for name in table.header]
    kinds = _Kinds(table)
    said = chosen(table.header, choices)
    meanings = _meanings(names, kinds, said)
    places = _steps(names, meanings, kinds, said)
    if len(places) >= STEPS or "stage" in said.values():
        its = _board(table, names, places, meanings, said, kinds)
    else:
        its = _dates_by_name(table, names, meanings, kinds)
    return replace(its, dated=tuple(at for at in range(len(names)) if at in its.steps or kinds.is_dates(at)))


def guessed(table: Table, choices: Choices) -> Mapping[int, Meaning]:
    """What the columns seem to be, one by one, where they do not fit together to a table that can be used.

    Raises:
        FileProblem: what was said of them does not fit the table.
    """
    names = [plain(name) for name in table.header]
    return _meanings(names, _Kinds(table), chosen(table.header, choices))


class _Kinds:
    """What stands in the columns of a table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._known: dict[int, tuple[int, int]] = {}

    def _counts(self, place: int) -> tuple[int, int]:
        """How many cells are filled in, and how many of them are dates."""
        if place not in self._known:
            texts = self._table.told(place)
            known: dict[str, bool] = {}
            dates = 0
            for text in texts:
                if text not in known:
                    known[text] = (
                        len(text) <= LONGEST and any(one.isdigit() for one in text) and parts_of(text) is not None
                    )
                dates += known[text]
            self._known[place] = len(texts), dates
        return self._known[place]

    def filled(self, place: int) -> int:
        """How many cells of a column are filled in."""
        return self._counts(place)[0]

    def has_dates(self, place: int) -> bool:
        """Whether there is a date in a column; what else stands in it is then told as unreadable."""
        return self._counts(place)[1] > 0

    def often_without(self, place: int, other: int) -> bool:
        """Whether a column is filled in where another one is empty, in more than one row in ten of its own."""
        filled = [row.cell(other).casefold() in NOTHING for row in self._table.rows
                  if row.cell(place).casefold() not in NOTHING]  # fmt: skip
        return sum(filled) > SELDOM * len(filled)

    def is_dates(self, place: int) -> bool:
        """Whether a column is one of dates."""
        filled, dates = self._counts(place)
        return dates > 0 and dates >= ENOUGH_DATES * filled


def _meanings(names: Sequence[str], kinds: _Kinds, said: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """What each column is: as it was said, or by its name, where what stands in it can be that."""
    found: dict[int, Meaning] = dict(said)
    for place, name in enumerate(names):
        meaning = MEANING_OF.get(name) or MEANING_OF.get(_without_unit(name))
        if meaning is None and name.startswith(PLANNED) and (kinds.is_dates(place) or not kinds.filled(place)):
            meaning = "ignore"
        if place in found or meaning is None:
            continue
        dated = meaning in ("arrival", "start", "finish", "cancelled")
        if dated and not kinds.has_dates(place) and kinds.filled(place):
            continue
        if not dated and meaning not in ("id", "title", "ignore", "blocked", "period") and kinds.is_dates(place):
            continue
        found[place] = meaning
    return found


def _without_unit(name: str) -> str:
    """The name up to a bracket, in which its unit may stand."""
    return re.split(r"[(\[]", name, maxsplit=1)[0].strip()


def _steps(
    names: Sequence[str], meanings: Mapping[int, Meaning], kinds: _Kinds, said: Mapping[int, Meaning]
) -> list[int]:
    """The places of the columns of a board, where the table has one."""
    if "stage" in said.values():
        return sorted(place for place, its in meanings.items() if its in ("arrival", "start", "stage", "finish"))

    def is_step(place: int) -> bool:
        meaning = meanings.get(place)
        if meaning not in (None, "arrival", "start", "finish", "status", "period"):
            return False
        return kinds.is_dates(place) or (not kinds.filled(place) and meaning in (None, "finish"))

    def may_be(place: int) -> bool:
        if is_step(place):
            return True
        between = 0 < place < len(names) - 1 and is_step(place - 1) and is_step(place + 1)
        empty_or_dates = kinds.is_dates(place) or not kinds.filled(place)
        return between and names[place] in STEPS_TOO and place not in said and empty_or_dates

    best: list[int] = []
    for is_run, run in groupby(range(len(names)), key=may_be):
        places = _trimmed(list(run), names, kinds) if is_run else []
        if len(places) > len(best):
            best = places
    named = [place for place in best if meanings.get(place) in ("arrival", "start", "finish")]
    others = [place for place in best if place not in named and names[place] not in STEPS_TOO]
    if not others:
        return [] if len(named) <= STEPS else _by_role(named, names, meanings)
    if _is_end(names[best[0]]) and not _is_end(names[best[-1]]):
        best = best[::-1]
    return [*_arrivals_elsewhere(best, names, meanings, kinds), *best, *_end_elsewhere(best, names, meanings, kinds)]


def _by_role(places: Sequence[int], names: Sequence[str], meanings: Mapping[int, Meaning]) -> list[int]:
    """Columns that all are called by what they are, in the order of that."""
    ranks = {"arrival": 0, "start": 1, "finish": 2}
    return sorted(places, key=lambda place: (ranks[meanings[place]], names[place] in CLOSED, place))


def _arrivals_elsewhere(
    steps: Sequence[int], names: Sequence[str], meanings: Mapping[int, Meaning], kinds: _Kinds
) -> list[int]:
    """The column of creation, where it stands apart from the steps."""
    if any(meanings.get(place) == "arrival" for place in steps):
        return []
    apart = (place for place in range(len(names)) if meanings.get(place) == "arrival" and kinds.is_dates(place))
    return [place for place in apart if place not in steps][:1]


def _end_elsewhere(
    steps: Sequence[int], names: Sequence[str], meanings: Mapping[int, Meaning], kinds: _Kinds
) -> list[int]:
    """The column of the end, where it stands behind the steps, apart from them."""
    if any(_is_end(names[place]) for place in steps):
        return []
    apart = (place for place in range(steps[-1] + 1, len(names)) if meanings.get(place) == "finish")
    return [place for place in apart if kinds.is_dates(place)][-1:]


def _is_end(name: str) -> bool:
    return MEANING_OF.get(name) == "finish" or name in DONE


def _trimmed(places: list[int], names: Sequence[str], kinds: _Kinds) -> list[int]:
    """Without empty columns at the ends, but for one at the end that is called like the last of a board.

    What stands behind the end and is filled in where the end is not is no step, but a date of something else.
    """
    while places and not kinds.filled(places[0]):
        places = places[1:]
    while places and not kinds.filled(places[-1]) and not _is_end(names[places[-1]]):
        places = places[:-1]
    while len(places) > 1 and not _is_end(names[places[-1]]):
        ends = [place for place in places if _is_end(names[place])]
        if not ends or not kinds.often_without(places[-1], ends[-1]):
            break
        places = places[:-1]
    return places


def _board(
    table: Table, names: Sequence[str], places: Sequence[int], meanings: Mapping[int, Meaning],
    said: Mapping[int, Meaning], kinds: _Kinds,
) -> Understood:  # fmt: skip
    if len(places) < SHORTEST:
        raise FileProblem("no-dates", phrase("a board needs a column where work begins and one where it is finished"))
    places = _in_order(places, said) if said else places
    roles: list[Role] = ["start", *["stage" for _ in places[1:-1]], "finish"]  # type: ignore[list-item]
    for at, place in enumerate(places[:-SHORTEST]):
        before = names[place] in BACKLOG or meanings.get(place) == "arrival"
        if not before or said.get(place, "arrival") != "arrival":
            break
        roles[at : at + 2] = ["arrival", "start"]
    columns = tuple(HistoryColumn(table.header[place], role) for place, role in zip(places, roles, strict=True))
    others = {place: its for place, its in meanings.items() if place not in places}
    if "id" not in others.values() and 0 not in {*places, *others}:
        # The first column of a board is its id, whatever it is called, unless it has something twice.
        others[0] = "title" if table.has_twice(0) else "id"
    layout = "nave" if "blocked date range" in names else "actionable-agile"
    return Understood(layout, tuple(places), columns, others, notices=() if "id" in others.values() else ("no-ids",))


def _in_order(places: Sequence[int], said: Mapping[int, Meaning]) -> list[int]:
    """From left to right, but what was said to be before the work first, then where it begins, and its end last."""
    ranks = {"arrival": 0, "start": 1, "finish": 3}
    return sorted(places, key=lambda place: (ranks.get(said.get(place, "stage"), 2), place))


def _dates_by_name(table: Table, names: Sequence[str], meanings: dict[int, Meaning], kinds: _Kinds) -> Understood:
    found = {role: _best(role, names, meanings, kinds) for role in ("arrival", "start", "finish")}
    if found["finish"] is None or (found["start"] is None and found["arrival"] is None):
        others = [place for place in range(len(names)) if kinds.is_dates(place) and meanings.get(place) != "ignore"]
        if len(others) == 2 and found["finish"] in (None, others[1]):
            found["finish"] = others[1]
            found["start"] = others[0] if others[0] != found["arrival"] else None
    has_duration = any(its == "duration" for its in meanings.values())
    if found["finish"] is None or (found["start"] is None and found["arrival"] is None and not has_duration):
        listed = ", ".join(table.header)[:300]
        told = phrase("no column says when work began and when it was finished; the columns are: {0}", listed)
        raise FileProblem("no-dates", told)
    notices: list[Notice] = [] if "id" in meanings.values() else ["no-ids"]
    if found["start"] is None and found["arrival"] is None:
        notices.append("durations-only")
    elif found["start"] is None:
        notices.append("no-start-date")
        found["start"], found["arrival"] = found["arrival"], None
    steps = [(role, place) for role in ("arrival", "start", "finish") if (place := found[role]) is not None]
    columns = tuple(HistoryColumn(table.header[place], role) for role, place in steps)  # type: ignore[arg-type]
    others_of = {place: its for place, its in meanings.items() if place not in {place for _, place in steps}}
    order = tuple(place for _, place in steps)
    return Understood(_layout_of(names, columns), order, columns, others_of, notices=tuple(notices))


def _best(role: str, names: Sequence[str], meanings: Mapping[int, Meaning], kinds: _Kinds) -> int | None:
    """Of several columns with one role the one with most entries; of equals the one that is called so most plainly.

    What was resolved may still be looked at: where it is closed as well, half as often or more, that is the end.
    """
    places = [at for at, its in meanings.items() if its == role and (kinds.has_dates(at) or not kinds.filled(at))]
    order = list(MEANING_OF)
    most = max(map(kinds.filled, places), default=0)

    def rank(at: int) -> tuple[bool, int, int]:
        closed = names[at] in CLOSED and kinds.filled(at) * 2 >= most
        return not closed, -kinds.filled(at), order.index(names[at]) if names[at] in order else len(order)

    return min(places, key=rank, default=None)


def _layout_of(names: Sequence[str], columns: Sequence[HistoryColumn]) -> str:
    its = set(names)
    if "work item type" in its:
        return "azure-devops"
    if {"started", "completed"} <= its and {"canceled", "cancelled"} & its:
        return "linear"
    if {"issue key", "vorgangsschlüssel"} & its or {"schlüssel", "vorgangstyp"} <= its:
        return "jira-csv"
    return "start-end" if len(columns) > 1 else "durations"
