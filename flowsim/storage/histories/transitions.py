"""A table with one row for each change of state, as changelogs are exported."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import HistoryColumn
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.dates import DateReader, parts_of
from flowsim.storage.histories.headers import chosen
from flowsim.storage.histories.items import Ledger, Rejected, moment_in, tell_unclosed
from flowsim.storage.histories.moves import Log, Move, board_of, item_of
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.table import Row, Table
from flowsim.storage.histories.words import MEANING_OF, plain

TO: Final = (
    "status to name", "to status", "tostring", "to string", "to state", "new status", "new value", "to", "status to",
    "neuer status", "nach",
)  # fmt: skip
FROM: Final = (
    "status from name", "from status", "fromstring", "from string", "from state", "old status", "old value", "from",
    "status from", "alter status", "von",
)  # fmt: skip
WHEN: Final = (
    "status change date", "change date", "changed at", "changed", "transition date", "transitioned at", "timestamp",
    "time", "time utc", "changed on", "change time", "history created", "changelog.created", "date", "when", "datum",
    "zeit", "created",
)  # fmt: skip
FIELD: Final = ("field", "field name", "changed field", "feld", "item field", "changelog.items.field", "property")
DATED: Final[frozenset[Meaning]] = frozenset(("arrival", "start", "stage", "finish"))
"""What columns of a table of items are, and those of a log are not."""

STATE: Final = ("status", "state", "zustand", "statut", "estado")
IS_STATE: Final = frozenset(("status", "state", "zustand", "statut", "estado", "list", "column"))
"""What a log of all changes calls those of the state."""

TO_KIND: Final = ("status to category name", "to category", "to status category")
FROM_KIND: Final = ("status from category name", "from category", "from status category")
CREATED: Final = ("issue created date", "issue created", "item created", "created date", "created at", "created")


MOST_STATES: Final = 200
"""More states than any board has; putting them in order takes as many steps as there are pairs."""


class Places(NamedTuple):
    """The columns of a log of changes; None where there is no such column."""

    id: int
    when: int
    target: int
    source: int | None
    target_kind: int | None
    source_kind: int | None
    created: int | None
    title: int | None
    class_: int | None
    field: int | None


class _Found(NamedTuple):
    """What a log has told so far: items by id, categories of states, and rows that are not used."""

    logs: dict[str, Log]
    kinds: dict[str, str]
    ledger: Ledger

    @property
    def states(self) -> set[str]:
        """Every state that something was in."""
        return {state for log in self.logs.values() for move in log.moves for state in (move.source, move.target)}


def places_of(table: Table, choices: Choices) -> Places | None:
    """Which columns a log of changes has; None for a table that is none, or was said to have one row an item."""
    said = {meaning: place for place, meaning in chosen(table.header, choices).items()}
    if DATED & set(said):
        return None
    names = [plain(name) for name in table.header]

    def first(listed: Sequence[str], taken: Sequence[int | None] = ()) -> int | None:
        found = (names.index(name) for name in listed if name in names)
        return next((at for at in found if at not in taken), None)

    def meaning(wanted: Meaning) -> int | None:
        if wanted in said:
            return said[wanted]
        order = [name for name, its in MEANING_OF.items() if its == wanted]
        return first(order + (["item"] if wanted == "id" else []))

    target, source = first(TO), first(FROM)
    id_ = meaning("id")
    when = first(WHEN)
    if when is None or id_ is None:
        return None
    if source is None:
        target = target if target is not None else first(STATE)
        others = {place for place in range(len(names)) if place not in (when, id_, target)}
        created = {place for place in others if names[place] in CREATED}
        if not table.has_twice(id_) or any(_has_dates_alone(table, place) for place in others - created):
            return None
    if target is None or _has_dates_alone(table, target):  # "from" and "to" may be the days of an item
        return None
    if names[when] == "created":  # of the item, where another column has dates too
        taken = {id_, target, source, when}
        when = next((at for at in range(len(names)) if at not in taken and _has_dates_alone(table, at)), when)
    return Places(
        id_, when, target, source, first(TO_KIND), first(FROM_KIND), first(CREATED, (when,)), meaning("title"),
        meaning("class"), first(FIELD),
    )  # fmt: skip


def _has_dates_alone(table: Table, place: int) -> bool:
    texts = set(table.told(place))
    return bool(texts) and all(parts_of(text) is not None for text in texts)


def read_transitions(
    table: Table, at: Places, dates: DateReader, choices: Choices
) -> tuple[tuple[HistoryColumn, ...], Ledger]:
    """The board that a log tells of, and its items in the order in which they stand in the file.

    Raises:
        FileProblem: nothing ever moved.
        MustAsk: its dates can be read in two ways.
    """
    dated = [place for place in (at.when, at.created) if place is not None]
    dates.decide(text for place in dated for text in table.told(place))
    found = _Found({}, {}, Ledger())
    tell_unclosed(table, at.id, found.ledger)
    for row in table.rows:
        if at.field is None or plain(row.cell(at.field)) in IS_STATE:
            _take(row, table, at, dates, choices, found)
    found.ledger.rejected.sort(key=lambda one: one.row)
    if at.source is None:
        newest_first = _is_newest_first(found.logs.values())
        for log in found.logs.values():
            _chain(log, newest_first=newest_first)
    if unknown := [name for name in choices.order if name not in found.states]:
        raise FileProblem("no-dates", phrase("nothing in the log is ever in “{0}”", unknown[0][:80]))
    if len(found.states) > MOST_STATES:
        raise FileProblem("too-large", phrase("the log has more than {0} different states", MOST_STATES))
    board = board_of(found.logs.values(), found.kinds, choices.order, choices.cancelled)
    if len(board.columns) < 2:
        raise FileProblem("no-dates", phrase("nothing in the log ever moved from one column to another"))
    for log in found.logs.values():
        found.ledger.take(item_of(log, board))
    return board.history_columns, found.ledger


def _take(row: Row, table: Table, at: Places, dates: DateReader, choices: Choices, found: _Found) -> None:
    id_ = row.cell(at.id)
    try:
        if not id_:
            raise Rejected("not-an-item", phrase("it does not say what changed"))
        if row.surplus(len(table.header)):
            raise Rejected("row-wider-than-header", phrase("it is wider than the header"))
        when, created = (
            None if place is None else moment_in(row.cell(place), table.header[place], dates, choices.today)
            for place in (at.when, at.created)
        )
    except Rejected as rejected:
        found.ledger.reject(row.number, id_, rejected.kind, rejected.reason)
        return
    log = found.logs.setdefault(id_, Log(None, id_))
    log.title = log.title or _cell(row, at.title)
    log.class_ = log.class_ or _cell(row, at.class_)
    log.created = log.created or created
    source, target = _cell(row, at.source) or "", row.cell(at.target)
    _note_kinds(found.kinds, ((source, _cell(row, at.source_kind)), (target, _cell(row, at.target_kind))))
    if when is None or not target:
        if when is not None or target:
            missing = phrase("it does not say where the item went") if when else phrase("it does not say when")
            found.ledger.reject(row.number, id_, "not-an-item" if when else "date-unreadable", missing)
    elif source or at.source is None:
        log.moves.append(Move(when, source, target, row.number))
    else:  # the item was made in this state
        log.created, log.state = log.created or when, log.state or target


def _is_newest_first(logs: Iterable[Log]) -> bool:
    """Whether the file tells what was last first; that decides between entries of one day."""
    pairs = [(one.at, other.at) for log in logs for one, other in pairwise(log.moves)]
    return sum(other.is_before(one) for one, other in pairs) > sum(one.is_before(other) for one, other in pairs)


def _chain(log: Log, *, newest_first: bool) -> None:
    """Put the entries of an item into states in their order: each one leads there from the one before."""
    if newest_first:
        log.moves = [replace(move, number=-move.number) for move in log.moves]
    entries = log.in_order()
    if not entries:
        return
    log.created, log.state = entries[0].at, entries[0].target
    log.moves = [
        Move(later.at, earlier.target, later.target, number)
        for number, (earlier, later) in enumerate(pairwise(entries))
        if later.target != earlier.target
    ]


def _cell(row: Row, place: int | None) -> str | None:
    return (row.cell(place) or None) if place is not None else None


def _note_kinds(kinds: dict[str, str], told: Sequence[tuple[str, str | None]]) -> None:
    for state, kind in told:
        if state and kind:
            kinds.setdefault(state, kind)
