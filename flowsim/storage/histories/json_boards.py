"""Boards and lists of issues in JSON: Trello's export of a board, and issues as GitHub lists them."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flowsim.domain.phrases import phrase
from flowsim.domain.team_history import HistoryColumn, HistoryItem, Moment, Notice
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.items import Ledger, Rejected, filled_in, moment_in
from flowsim.storage.histories.moves import Board, Log, Move, item_of
from flowsim.storage.histories.problems import FileProblem
from flowsim.storage.histories.words import BACKLOG, CANCELLED, DONE, plain

MADE: Final = frozenset((
    "createCard", "copyCard", "emailCard", "convertToCardFromCheckItem", "moveCardToBoard",
))  # fmt: skip
MOST_ACTIONS: Final = 1_000
"""Trello exports so many actions of a board, the latest ones."""

LARGEST: Final = 1e18
SPELLED: Final = {"createdAt": "created_at", "closedAt": "closed_at", "stateReason": "state_reason"}
SPACE: Final = re.compile(r"\s*")
Json = Mapping[str, Any]


def json_of(text: str) -> Any:
    """A text as JSON; where there are several things in it one after the other, as pages are, a list of them.

    Raises:
        FileProblem: it is none, or one thing in another in another too deeply.
    """
    found: list[Any] = []
    at, decoder = 0, json.JSONDecoder()
    try:
        while (begin := SPACE.match(text, at).end()) < len(text):  # type: ignore[union-attr]
            its, at = decoder.raw_decode(text, begin)
            found.append(its)
    except RecursionError as error:
        raise FileProblem("broken", phrase("the file is nested too deeply")) from error
    except ValueError as error:
        raise FileProblem("broken", phrase("the file is not complete JSON: {0}", str(error)[:200])) from error
    return found[0] if len(found) == 1 else found


# Trello


def is_trello(found: Any) -> bool:
    """Whether this is the export of a Trello board."""
    return isinstance(found, dict) and all(isinstance(found.get(key), list) for key in ("lists", "cards", "actions"))


def read_trello(
    found: Json, dates: DateReader, choices: Choices
) -> tuple[tuple[HistoryColumn, ...], Ledger, tuple[Notice, ...]]:
    """The lists of the board by their place, and its cards; an archived card before the last list was given up."""
    lists = sorted((its for its in found["lists"] if isinstance(its, dict)), key=lambda its: _number(its.get("pos")))
    names = _names_of(lists)
    open_lists = [names[str(its.get("id"))] for its in lists if not its.get("closed")]
    backlog = frozenset(name for name in open_lists if plain(name) in BACKLOG and name not in choices.order)
    cancelled = frozenset(
        name for name in open_lists if plain(name) in CANCELLED or name.casefold() in choices.cancelled
    )
    columns = tuple(choices.order) or _up_to_the_end([name for name in open_lists if name not in backlog | cancelled])
    if len(columns) < 2:
        raise FileProblem("no-dates", phrase("the board has fewer than two lists to move cards through"))
    for its in lists:  # a list of what was done, put away since, is the end as well
        if its.get("closed") and _is_of_what_is_done(str(its.get("name", ""))):
            names[str(its.get("id"))] = columns[-1]
    board = Board(columns, backlog, cancelled)
    actions = [its for its in found["actions"] if isinstance(its, dict)]
    ledger = Ledger()
    logs = _cards(found["cards"], names, ledger)
    dates.decide(str(action.get("date", "")) for action in actions)
    for number, action in enumerate(reversed(actions)):
        try:
            _take_action(action, number, logs, names, dates, choices)
        except Rejected as rejected:
            ledger.reject(len(actions) - number, str(action.get("id", ""))[:80], rejected.kind, rejected.reason)
    cut = len(actions) >= MOST_ACTIONS
    for log in logs.values():
        log.is_cut = cut and log.created is None
        if log.created is None and not cut:
            log.created = _made_at(log.id, dates)
        if log.is_given_up and log.state == columns[-1]:
            log.is_given_up = False  # archived after it was done
        ledger.take(item_of(log, board))
    notices: tuple[Notice, ...] = ("history-cut",) if any(log.is_cut for log in logs.values()) else ()
    return board.history_columns, ledger, notices


def _names_of(lists: Sequence[Json]) -> dict[str, str]:
    """The names of lists by their ids; of two with one name the second one is told apart by a number."""
    names: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for its in lists:
        name = str(its.get("name", ""))
        seen[name] += not its.get("closed")
        names[str(its.get("id"))] = f"{name} ({seen[name]})" if seen[name] > 1 and not its.get("closed") else name
    return names


def _up_to_the_end(names: Sequence[str]) -> tuple[str, ...]:
    """The lists up to the last one that is called like an end; what stands to its right is parked there."""
    ends = [at for at, name in enumerate(names) if plain(name) in DONE]
    return tuple(names[: ends[-1] + 1] if ends and ends[-1] > 0 else names)


def _is_of_what_is_done(name: str) -> bool:
    return any(plain(name) == done or plain(name).startswith(done + " ") for done in DONE)


def _number(its: object) -> float:
    return min(max(its, -LARGEST), LARGEST) if isinstance(its, int | float) else 0.0


def _cards(cards: Sequence[Any], names: Mapping[str, str], ledger: Ledger) -> dict[str, Log]:
    logs: dict[str, Log] = {}
    for row, card in enumerate(cards, 1):
        if not isinstance(card, dict) or not card.get("id"):
            ledger.reject(row, "", "not-an-item", phrase("it is no card"))
            continue
        listed = card.get("labels")
        labels = (
            [its.get("name") for its in listed if isinstance(its, dict) and its.get("name")]
            if isinstance(listed, list)
            else []
        )
        id_ = str(card["id"])
        if id_ in logs:
            ledger.reject(row, id_, "duplicate-id", phrase("{0} stands in an earlier row", id_))
            continue
        logs[id_] = Log(
            row, id_, _text_of(card, "name").strip() or None, str(labels[0]) if labels else None,
            state=names.get(str(card.get("idList"))), is_given_up=bool(card.get("closed")),
        )  # fmt: skip
    return logs


def _take_action(
    action: Json, number: int, logs: dict[str, Log], names: Mapping[str, str], dates: DateReader, choices: Choices
) -> None:
    data = action.get("data")
    card = data.get("card") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(card, dict) or not card.get("id"):
        return
    if (when := moment_in(_text_of(action, "date"), "date", dates, choices.today)) is None:
        raise Rejected("date-unreadable", phrase("it does not say when"))
    id_, kind = str(card["id"]), action.get("type")
    if kind == "deleteCard":
        log = logs.setdefault(id_, Log(None, id_, str(card.get("name", "")) or None))
        log.is_given_up, log.given_up = True, when
        return
    if kind in MADE:
        log = logs.setdefault(id_, Log(None, id_, str(card.get("name", "")) or None, is_given_up=True))
        log.created = when
        log.state = log.state or _list_name(data.get("list"), names)
        return
    if id_ not in logs or kind != "updateCard":
        return
    source, target = (_list_name(data.get(key), names) for key in ("listBefore", "listAfter"))
    if source and target:
        logs[id_].moves.append(Move(when, source, target, number))
    elif card.get("closed") is True:
        logs[id_].given_up = when


def _list_name(its: Any, names: Mapping[str, str]) -> str | None:
    if not isinstance(its, dict):
        return None
    return names.get(str(its.get("id"))) or (str(its["name"]) if its.get("name") else None)


def _made_at(id_: str, dates: DateReader) -> Moment | None:
    """Trello's ids begin with the second in which they were made."""
    try:
        return dates.at(datetime.fromtimestamp(int(id_[:8], 16), UTC).replace(tzinfo=None), timedelta(0))
    except (ValueError, OverflowError, OSError):
        return None


# Issues


def issues_in(found: Any) -> Sequence[Any] | None:
    """The issues of a list as GitHub gives them, also page by page; None for anything else."""
    for key in ("data", "repository", "issues", "items", "nodes"):
        if isinstance(found, dict) and isinstance(found.get(key), list | dict):
            found = found[key]
    its = found if isinstance(found, list) else []
    if its and all(isinstance(page, list) for page in its):
        its = [issue for page in its for issue in page]
    its = [_in_one_spelling(each) for each in its]
    return its if any(isinstance(each, dict) and "created_at" in each for each in its) else None


def _in_one_spelling(issue: Any) -> Any:
    """An issue with the names that one way of asking for it has, of two."""
    if not isinstance(issue, dict) or "createdAt" not in issue:
        return issue
    return {SPELLED.get(key, key): value for key, value in issue.items()}


def read_issues(issues: Sequence[Any], dates: DateReader, choices: Choices) -> tuple[tuple[HistoryColumn, ...], Ledger]:
    """Issues from their creation to their closing, which is all that they tell."""
    columns = (HistoryColumn("created_at", "start"), HistoryColumn("closed_at", "finish"))
    ledger = Ledger()
    for row, issue in enumerate(issues, 1):
        id_ = _text_of(issue, "number") or _text_of(issue, "id") if isinstance(issue, dict) else ""
        try:
            ledger.must_be_new(id_ or None)
            ledger.take(filled_in(_issue(issue, row, id_, dates, choices), columns))
        except Rejected as rejected:
            ledger.reject(row, id_, rejected.kind, rejected.reason)
    return columns, ledger


def _issue(issue: Any, row: int, id_: str, dates: DateReader, choices: Choices) -> HistoryItem:
    if not isinstance(issue, dict) or issue.get("pull_request"):
        raise Rejected("not-an-item", phrase("it is a pull request") if id_ else phrase("it is no issue"))
    created, closed = (
        moment_in(_text_of(issue, key), key, dates, choices.today) for key in ("created_at", "closed_at")
    )
    state = _text_of(issue, "state").casefold()
    is_open = state == "open"
    reason = plain(str(issue.get("state_reason") or ""))
    given_up = {plain(word) for word in choices.cancelled}
    cancelled = not is_open and reason in CANCELLED | given_up
    if is_open:
        closed = None
    elif closed is None and state == "closed" and not cancelled:
        raise Rejected("done-without-date", phrase("it is done, and no date says when"))
    if created is not None and closed is not None and closed.is_before(created):
        raise Rejected("end-before-start", phrase("closed_at is before created_at"))
    labels = issue.get("labels") or []
    labels = labels.get("nodes") if isinstance(labels, dict) else labels
    label = labels[0] if isinstance(labels, list) and labels else None
    name = label.get("name") if isinstance(label, dict) else label
    return HistoryItem(
        row, id_ or None, _text_of(issue, "title").strip() or None, str(name) if name else None, (created, closed),
        finished=closed is not None and not cancelled, cancelled=cancelled, cancelled_on=closed if cancelled else None,
    )  # fmt: skip


def _text_of(its: Json, key: str) -> str:
    """What it says of that; nothing where it says null."""
    return "" if its.get(key) is None else str(its[key])
