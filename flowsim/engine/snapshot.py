"""A running board as data, and a run that goes on from there with the same rows (semantics §11).

A snapshot holds what decides what comes: the cards on the board, the counters of the stations, what the clock holds,
and where the random streams are. It costs as much as there are cards on the board, however long the run was before, and
nothing in it is shared with the run it was taken from. `state` is made of numbers, texts, lists and mappings alone:
nothing that runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from heapq import heapify
from math import inf, isinf
from typing import Any, Final

import numpy as np
from simpy.events import NORMAL

from flowsim.domain.conditions import Conditions
from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import CardId, Time
from flowsim.engine.arrivals import ARRIVAL, LISTED
from flowsim.engine.batches import TIME_OUT
from flowsim.engine.board import Board
from flowsim.engine.card_interventions import CardInterventions
from flowsim.engine.card_queue import CardQueue
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.deck import Deck
from flowsim.engine.event_clock import EventClock, NotedCall, ReusableEvent, What, nothing
from flowsim.engine.plan import PLAN, PlanOfChanges
from flowsim.engine.streams import StreamPosition
from flowsim.engine.transfer import TICK

State = Mapping[str, Any]
"""Plain values by name."""

CARD: Final = (
    "number", "ticket", "class_index", "family", "rank", "worker", "turn", "remaining", "added", "pace", "after",
    "strike", "struck", "stopped", "fresh", "since", "state", "settled",
)  # fmt: skip
CARD_IF_KNOWN: Final = ("joined", "started_at", "duration", "left")
STATION: Final = ("counted", "uncounted", "staff", "moving", "batch_token", "starts_to_setup")


@dataclass(frozen=True)
class Snapshot:
    """A board of `scenario` at `now`, under the `conditions` in force; `state` is all the rest."""

    scenario: Scenario
    conditions: Conditions
    now: Time
    state: State

    @property
    def in_force(self) -> Scenario:
        """The scenario as if its present settings had been there from the start, with its people as they are able."""
        return replace(self.conditions.in_force(self.scenario), people=self.conditions.people)


# Taking


def state_of(board: Board, hands: CardInterventions, plan: PlanOfChanges) -> dict[str, Any]:
    """All that decides what comes on `board`, beside the conditions in force.

    Raises:
        ValueError: the clock holds events that are none of ours.
    """
    clock, source, deck = board.clock, board.source, board.source.deck
    events, calls = _clock_of(board)
    return {
        "clock": clock.now,
        "turn": next(clock.numbers),
        "cards": [_card_of(card, events.get(card.number), board) for card in board.cards.values()],
        "called_off": [list(entry) for entry in calls["off"]],
        "calls": [list(entry) for entry in calls["noted"]],
        "stations": [_station_of(station) for station in board.stations],
        "team": None if board.team is None else _team_of(board),
        "lines": board.workers.lines,
        "may": [board.may_pull, board.may_start],
        "source": {
            "tickets": source.tickets, "to_come": None if isinf(source.to_come) else source.to_come,
            "gaps": source.gaps_taken, "groups": source.groups_taken, "last": source.last_arrival,
            "instant": list(source.at_one_instant),
        },
        "hands": [hands.added, hands.moves],
        "plan": list(plan.made),
        "dealt": len(deck),
        "streams": {name: [asdict(each) for each in positions] for name, positions in _streams_of(board).items()},
        "listed_anew": [[column, values.tolist()] for column, values in deck.listed_anew.items()],
    }  # fmt: skip


def _clock_of(board: Board) -> tuple[dict[CardId, list[Any]], dict[str, list[tuple[Any, ...]]]]:
    names = {what: name for name, what in _whats(board).items()}
    events: dict[CardId, list[Any]] = {}
    calls: dict[str, list[tuple[Any, ...]]] = {"noted": [], "off": []}
    for time, urgency, number, event in board.clock.queue:
        if isinstance(event, ReusableEvent):
            if event.what is nothing:
                calls["off"].append((time, int(urgency), number))
            else:
                assert isinstance(event.card, Card)
                events[event.card.number] = [time, number, names[event.what]]
        elif event.callbacks and isinstance(event.callbacks[0], NotedCall):
            calls["noted"].append((time, int(urgency), number, *event.callbacks[0].note))
        else:
            raise ValueError("the clock holds a process that is none of the board's; such a run cannot be written down")
    return events, calls


def _whats(board: Board) -> dict[str, What]:
    """What an event of a card may be for, by name."""
    return {"end": board.work_ended, **board.service.ends, "moved": board.transfers.when_moved}


def _card_of(card: Card, event: list[Any] | None, board: Board) -> dict[str, Any]:
    its: dict[str, Any] = {name: getattr(card, name) for name in CARD}
    its.update((name, getattr(card, name)) for name in CARD_IF_KNOWN if hasattr(card, name))
    its["service"] = list(card.service)
    its["helpers"] = list(card.helpers)
    its["visits"] = sorted((card.visits or {}).items())
    its["counts"] = [[*key, count] for key, count in sorted((card.counts or {}).items())]
    its["passes"] = sorted((card.passes or {}).items())
    its["station"] = card.station.index
    its["begun"] = None if card.begun is None else [card.begun[0].index, card.begun[1]]
    its["event"] = event
    its["failed"] = list(board.failures.get(card.number, ()))
    its["title"] = board.source.deck.titles.get(card.number, "")
    return its


def _station_of(station: Station) -> dict[str, Any]:
    here: dict[str, Any] = {name: getattr(station, name) for name in STATION}
    here["open_until"] = None if isinf(station.open_until) else station.open_until
    here["idle"], here["present"] = list(station.idle), sorted(station.present)
    here["families"] = sorted(station.families.items())
    here["in_hand"] = [[worker, card.number] for worker, card in station.in_hand.items()]
    here["waiting"] = [card.number for card in station.waiting.in_order()]
    here["ready"] = _lots(station.ready)
    here["lines"] = [[source, class_, _lots(line)] for (source, class_), line in station.lines.items()]
    here["batching"] = [card.number for card in station.batching]
    here["waking"] = station.gate is not None and station.gate.waking
    return here


def _lots(line: CardQueue[Card]) -> list[list[CardId]]:
    return [[one.number for one in card.batch or (card,)] for card in line.in_order()]


def _team_of(board: Board) -> dict[str, Any]:
    team = board.team
    assert team is not None
    return {
        "holds": [None if card is None else card.number for card in team.holds],
        "present": list(team.present),
        "speeds": [sorted(speeds.items()) for speeds in team.speeds],
        "able": [sorted(able) for able in team.able],
    }


def _streams_of(board: Board) -> dict[str, list[StreamPosition]]:
    return {**board.source.deck.positions(board.source.tickets), **board.source.positions()}


# Going on


def put_back(snapshot: Snapshot, board: Board, hands: CardInterventions, plan: PlanOfChanges) -> None:
    """Make a fresh `board`, of the scenario in force, what it was when the snapshot was taken."""
    state = snapshot.state
    hands.go_on_from(snapshot.conditions, *state["hands"])
    plan.made = list(state["plan"])
    _put_source(state, board)
    for its in state["cards"]:
        _put_card(its, board)
    for station, here in zip(board.stations, state["stations"], strict=True):
        _put_station(station, here, board.cards)
    for group in board.groups:
        group.counted = sum(group.holds(card.station.index) for card in board.cards.values())
    board.transfers.lines.recount()
    if state["team"] is not None:
        _put_team(state["team"], board)
    board.workers.lines = state["lines"]
    board.refit()
    _put_events(state, board, plan)
    board.may_pull, board.may_start = state["may"]


def _put_source(state: State, board: Board) -> None:
    source, its = board.source, state["source"]
    source.tickets, source.gaps_taken, source.last_arrival = its["tickets"], its["gaps"], its["last"]
    source.groups_taken = its["groups"]
    source.to_come = inf if its["to_come"] is None else its["to_come"]
    source.at_one_instant = its["instant"][0], its["instant"][1]


def _put_card(its: State, board: Board) -> None:
    card = Card(
        its["number"],
        its["ticket"],
        its["class_index"],
        its["family"],
        its["rank"],
        [float(each) for each in its["service"]],
    )
    for name in CARD[5:]:
        setattr(card, name, its[name])
    for name in CARD_IF_KNOWN:
        if name in its:
            setattr(card, name, its[name])
    card.helpers = tuple(its["helpers"])
    card.visits = dict(map(tuple, its["visits"])) or None
    card.counts = {(purpose, column): count for purpose, column, count in its["counts"]} or None
    card.passes = dict(map(tuple, its["passes"])) or None
    card.station = board.stations[its["station"]]
    if its["begun"] is not None:
        card.begun = board.stations[its["begun"][0]], its["begun"][1]
    if its["failed"]:
        board.failures[card.number] = list(its["failed"])
    board.cards[card.number] = card


def _put_station(station: Station, here: State, cards: Mapping[CardId, Card]) -> None:
    for name in STATION:
        setattr(station, name, here[name])
    station.open_until = -inf if here["open_until"] is None else here["open_until"]
    station.idle, station.present = list(here["idle"]), set(here["present"])
    station.families = dict(map(tuple, here["families"]))
    station.in_hand = {worker: cards[number] for worker, number in here["in_hand"] if number in cards}
    for number in here["waiting"]:
        station.waiting.join(cards[number])
    _put_lots(here["ready"], station.ready, cards)
    for source, class_, lots in here["lines"]:
        _put_lots(lots, station.lines.setdefault((source, class_), CardQueue()), cards)
    station.batching = [cards[number] for number in here["batching"]]
    if station.gate is not None:
        station.gate.waking = here["waking"]


def _put_lots(lots: Sequence[Sequence[CardId]], line: CardQueue[Card], cards: Mapping[CardId, Card]) -> None:
    for together in lots:
        batch = [cards[number] for number in together]
        for card in batch:
            card.batch = batch if len(batch) > 1 else None
        line.join(min(batch, key=lambda card: card.key))


def _put_team(its: State, board: Board) -> None:
    assert board.team is not None
    held = [None if number is None else board.cards[number] for number in its["holds"]]
    board.team.go_on_from(held, its["present"], [dict(map(tuple, each)) for each in its["speeds"]], its["able"])


def _put_events(state: State, board: Board, plan: PlanOfChanges) -> None:
    clock, whats = board.clock, _whats(board)
    for its in state["cards"]:
        if its["event"] is not None:
            time, number, name = its["event"]
            event = board.new_event(board.cards[its["number"]])
            event.what = whats[name]
            clock.queue.append((time, NORMAL, number, event))
    for time, urgency, number in state["called_off"]:
        off = ReusableEvent(clock, None)
        off.what = nothing
        clock.queue.append((time, urgency, number, off))
    for time, urgency, number, kind, index, token in state["calls"]:
        call = plan.make if kind == PLAN else _call_of(board, kind, index, token)
        if call is not None:
            clock.queue.append((time, urgency, number, clock.noted((kind, index, token), call)))
    heapify(clock.queue)


def _call_of(board: Board, kind: str, index: int, token: int) -> Any:
    source, station = board.source, board.stations[index]
    if kind == ARRIVAL:
        return source.arrive
    if kind == LISTED:
        return source.let_listed_come
    if kind == TIME_OUT:
        return lambda: board.transfers.batches.time_out(station, token)
    assert kind == TICK, kind
    gate = station.gate
    return None if gate is None else lambda: board.transfers.awake(station, gate)


def positions_of(snapshot: Snapshot) -> dict[str, list[StreamPosition]]:
    """Where the streams are, by name."""
    streams: Mapping[str, list[dict[str, Any]]] = snapshot.state["streams"]
    return {name: [StreamPosition(**each) for each in positions] for name, positions in streams.items()}


def deck_of(snapshot: Snapshot) -> Deck:
    """The deck of a run that goes on from there; of the cards before it knows those on the board."""
    return Deck(snapshot.in_force, positions_of(snapshot))


def board_of(snapshot: Snapshot, trace: Trace, deck: Deck) -> tuple[Board, CardInterventions, PlanOfChanges]:
    """The board as it was, the hands that act on it and its plan; rows from there on go to `trace`."""
    state = snapshot.state
    clock = EventClock(state["turn"])
    clock.wait_until(state["clock"])
    at = {name: where[0] for name, where in positions_of(snapshot).items() if name in ("gaps", "groups")}
    board = Board(snapshot.in_force, clock, trace, deck, at)
    hands = CardInterventions(board)
    plan = PlanOfChanges(snapshot.scenario.plan, clock, hands.policies)
    put_back(snapshot, board, hands, plan)
    deck.listed_anew.update((column, np.array(values)) for column, values in state["listed_anew"])
    return board, hands, plan
