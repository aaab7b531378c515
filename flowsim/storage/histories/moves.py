"""Items of a log: what moved from which state to which, and when; in any order, over any number of rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import Final

from flowsim.domain.team_history import Flag, HistoryColumn, HistoryItem, Moment
from flowsim.storage.histories.items import filled_in, note
from flowsim.storage.histories.words import BACKLOG, CANCELLED, DONE, plain

MOST_AT_ONCE: Final = 100
"""Moves of one item at one instant; more than these nobody makes."""


@dataclass(frozen=True)
class Move:
    """An item goes from one state to another; `number` is the order in which the file tells it."""

    at: Moment
    source: str
    target: str
    number: int = 0


@dataclass
class Log:
    """All that is known of one item; `created` is None where the file does not tell its beginning."""

    row: int | None
    id: str
    title: str | None = None
    class_: str | None = None
    created: Moment | None = None
    moves: list[Move] = field(default_factory=list)
    state: str | None = None
    given_up: Moment | None = None
    is_given_up: bool = False
    is_cut: bool = False

    def in_order(self) -> list[Move]:
        """Its moves by time; of those at one instant each begins where the one before ended."""
        ordered: list[Move] = []
        here = None
        told = sorted(self.moves, key=lambda move: (_time_of(move.at), move.number))
        for _, group in groupby(told, key=lambda move: _time_of(move.at)):
            same = list(group)
            if len(same) > MOST_AT_ONCE:  # nobody makes so many; they stand as the file has them
                ordered += same
                continue
            while same:
                following = next((move for move in same if move.source == here), None)
                if following is None:  # the first of a chain is one that no other leads to
                    targets = {move.target for move in same}
                    following = next((move for move in same if move.source not in targets), same[0])
                same.remove(following)
                ordered.append(following)
                here = following.target
        return ordered


def _time_of(moment: Moment) -> tuple[object, ...]:
    return (moment.day, moment.at.timestamp()) if moment.at is not None else (moment.day, 0.0)


@dataclass(frozen=True)
class Board:
    """The columns of a log from left to right, and the states that are none of them."""

    columns: tuple[str, ...]
    backlog: frozenset[str]
    cancelled: frozenset[str]

    @property
    def history_columns(self) -> tuple[HistoryColumn, ...]:
        """As a history has them: work begins with the first."""
        last = len(self.columns) - 1
        roles = ("start" if at == 0 else "finish" if at == last else "stage" for at in range(len(self.columns)))
        return tuple(HistoryColumn(name, role) for name, role in zip(self.columns, roles, strict=True))  # type: ignore[arg-type]


def board_of(logs: Iterable[Log], kinds: Mapping[str, str], order: Sequence[str], given_up: frozenset[str]) -> Board:
    """The board on which these items moved; `kinds` are the categories of states, where the file has them.

    Where nobody tells the order, a state stands to the left of those that more items came to after it.
    """
    all_logs = list(logs)
    states = Counter(state for log in all_logs for move in log.moves for state in (move.source, move.target) if state)
    cancelled = frozenset(state for state in states if plain(state) in CANCELLED or state.casefold() in given_up)
    before = {state for state in states if plain(state) in BACKLOG or plain(kinds.get(state, "")) == "to do"}
    backlog = frozenset(before - cancelled - set(order))
    columns = [state for state in states if state not in backlog | cancelled]
    if order:
        columns = [state for state in order if state not in backlog]
    else:
        done = {state for state in columns if plain(kinds.get(state, "")) == "done"} or {
            state for state in columns if plain(state) in DONE
        }
        ranks = _ranks(all_logs, columns)
        columns.sort(key=lambda state: (state in done, -ranks[state]))
    return Board(tuple(columns), backlog, cancelled)


def _ranks(logs: Sequence[Log], columns: Sequence[str]) -> Mapping[str, int]:
    """By state, of how many others more items came to it first, less those to which it came later."""
    wins: Counter[tuple[str, str]] = Counter()
    for log in logs:
        first: dict[str, int] = {}
        for number, move in enumerate(log.in_order()):
            for state in (move.source, move.target) if number == 0 else (move.target,):
                first.setdefault(state, len(first))
        wins.update(combinations(sorted(first, key=first.__getitem__), 2))
    ranks: dict[str, int] = defaultdict(int)
    for one, other in combinations(columns, 2):
        balance = wins[one, other] - wins[other, one]
        sign = (balance > 0) - (balance < 0)
        ranks[one] += sign
        ranks[other] -= sign
    return ranks


def item_of(log: Log, board: Board) -> HistoryItem:
    """What one item did on the board.

    Where its beginning is missing, nothing is said of the columns up to the one in which it is first seen.
    """
    places = {name: at for at, name in enumerate(board.columns)}
    last = len(board.columns) - 1
    moves = log.in_order()
    steps = [(move.at, move.target) for move in moves]
    if moves and log.created is not None:
        steps.insert(0, (log.created, moves[0].source))
    elif log.created is not None and log.state is not None:
        steps.insert(0, (log.created, log.state))
    known = {*board.columns, *board.backlog}
    steps = [step for step in steps if step[1] in known]  # in a state that is no column it stays where it was
    entered: list[Moment | None] = [None] * len(board.columns)
    first_end: Moment | None = None
    flags: list[Flag] = []
    back: list[tuple[int, int, Moment]] = []
    deepest = -1
    for at, state in steps:
        place = places.get(state, -1)
        if place < deepest:
            note(flags, "reopened" if deepest == last else "moved-back")
            back.append((deepest, max(place, 0), at))
        deepest = place
        if place == last:
            first_end = first_end or at
        if place >= 0 and (entered[place] is None or place == last):
            entered[place] = at
    on_the_board = [move.target for move in moves if move.target in known | board.cancelled]
    ends_in = on_the_board[-1] if on_the_board else log.state if not moves else steps[-1][1] if steps else None
    cancelled = log.is_given_up or ends_in in board.cancelled
    known_from = 0
    if log.is_cut:
        flags.insert(0, "history-cut")
        known_from = places.get(moves[0].source, -1) + 1 if moves else len(board.columns)
        entered[:known_from] = [None] * known_from
    finished = not cancelled and ends_in is not None and places.get(ends_in) == last
    given_up = (log.given_up or (moves[-1].at if moves else None)) if cancelled else None
    item = HistoryItem(
        log.row, log.id, log.title, log.class_, tuple(entered), finished=finished, cancelled=cancelled,
        cancelled_on=given_up, flags=tuple(flags), back=tuple(back),
    )  # fmt: skip
    return filled_in(item, board.history_columns, first_end=first_end, known_from=known_from)
