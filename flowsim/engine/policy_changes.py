"""What a person may change about a running board: limits, people, work, batches, set-ups, rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import singledispatchmethod
from math import inf
from typing import Any

from flowsim.domain.checks import FOR_WORK, column_problems
from flowsim.domain.column_settings import (
    ColumnSetting,
    SetLimitsByClass,
    SetServiceByClass,
    SetSkip,
    SetTransferBatch,
    SetWorkers,
)
from flowsim.domain.conditions import changed, conditions
from flowsim.domain.constraints import MAX_WORKERS
from flowsim.domain.endless_backlog import endless_backlog_problems
from flowsim.domain.interventions import (
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSharedLimit,
    SetSkill,
    Setting,
)
from flowsim.domain.phrases import digits, joined, phrase
from flowsim.domain.problems import Refused
from flowsim.domain.words import FINISHED_HERE, CardState
from flowsim.engine.board import Board
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.team import Team


class PolicyChanges:
    """Changes the conditions on `board`, or says why not; `in_force` is what holds now."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.in_force = conditions(board.scenario, ())

    def check(self, *changes: Setting) -> None:
        """Raises Refused, with the reason, if the board does not allow `changes`, each as if those before were done."""
        in_force = self.in_force
        try:
            for change in changes:
                self._check(change)
                self.in_force = changed(self._board.scenario, self.in_force, change)
        finally:
            self.in_force = in_force

    def change(self, change: Setting) -> None:
        """Do what has been checked."""
        self._do(change)
        self.in_force = changed(self._board.scenario, self.in_force, change)
        self._board.refit()

    # What is allowed

    @singledispatchmethod
    def _check(self, change: Setting) -> None:
        raise NotImplementedError(type(change).__name__)

    @_check.register
    def _(self, change: ColumnSetting) -> None:
        station = self._board.station_of(change.column)
        if station.is_queue and isinstance(change, FOR_WORK):
            raise Refused(phrase("nobody works in {0}; it is a queue", station.title))
        if isinstance(change, SetWorkers):
            self._check_workers(change)
        if isinstance(change, SetServiceByClass) and self._board.scenario.explicit:
            raise Refused(phrase("the work of every card is listed on this board"))
        if isinstance(change, SetServiceByClass | SetSkip | SetLimitsByClass) and isinstance(change.value, Mapping):
            self._check_classes(change.value)
        self._check_columns(change)

    def _check_workers(self, change: SetWorkers) -> None:
        if self._board.team is not None:
            raise Refused(phrase("the people of this board are named; send one of them home instead"))
        if change.value > MAX_WORKERS:
            raise Refused(phrase("at most {0} people can work in a column", digits(MAX_WORKERS, ",")))

    def _check_classes(self, by_class: Mapping[str, object]) -> None:
        for class_ in by_class:
            if class_ not in self._board.scenario.class_index:
                raise Refused(phrase('there is no class "{0}" on this board', class_))

    def _check_columns(self, change: ColumnSetting | SetBoardLimitsByClass | SetSharedLimit | SetRules) -> None:
        """A batch must pass the limits on its way, rework lead somewhere, and an endless backlog meet a limit."""
        after = changed(self._board.scenario, self.in_force, change).in_force(self._board.scenario)
        for problem in endless_backlog_problems(after):
            index = re.match(r"columns\[(\d+)\]", problem.where)
            if index is None:
                raise Refused(
                    phrase("no work takes any time, and the backlog is endless: no end of cards would pass at once")
                )
            title = after.columns[int(index[1])].title
            raise Refused(phrase("{0} would never stop filling without a limit, because the backlog is endless", title))
        for problem in column_problems(after):
            if isinstance(change, SetTransferBatch):
                raise Refused(phrase("a batch of {0} does not fit: {1}", problem.given, problem.expected))
            if problem.where.endswith("transfer_batch"):
                raise Refused(phrase("a batch of {0} would not fit under that limit any more", problem.given))
            raise Refused(joined(": ", (problem.where, problem.given, problem.expected)))

    @_check.register
    def _(self, change: SetSharedLimit) -> None:
        if change.group >= len(self._board.groups):
            raise Refused(phrase("there is no such shared limit on this board"))
        self._check_columns(change)

    @_check.register
    def _(self, change: SetBoardLimitsByClass) -> None:
        self._check_classes(change.value)
        self._check_columns(change)

    @_check.register
    def _(self, change: SetBacklogLimit) -> None:
        if self._board.scenario.saturated and change.value is not None:
            raise Refused(phrase("a backlog that is never empty turns nobody away"))

    @_check.register
    def _(self, change: SetPerson) -> None:
        self._person(change.person)

    @_check.register
    def _(self, change: SetSkill) -> None:
        self._person(change.person)
        if self._board.station_of(change.column).is_queue:
            raise Refused(phrase("nobody works in {0}; it is a queue", self._board.station_of(change.column).title))

    @_check.register
    def _(self, change: SetClass) -> None:
        if change.class_ not in self._board.scenario.class_index:
            raise Refused(phrase('there is no class "{0}" on this board', change.class_))

    @_check.register
    def _(self, change: SetRules) -> None:
        self._check_columns(change)

    # What is done

    @singledispatchmethod
    def _do(self, change: Setting) -> None:
        raise NotImplementedError(type(change).__name__)

    @_do.register
    def _(self, change: ColumnSetting) -> None:
        station, value = self._board.station_of(change.column), change.new
        effects: dict[str, Callable[[Station, Any], None]] = {
            "wip_limit": self._set_wip_limit,
            "limit_counts": self._set_limit_counts,
            "service": self._set_service,
            "service_by_class": self._set_service_by_class,
            "workers": lambda station, value: station.set_staff(value),
            "setup": self._set_setup,
            "transfer_batch": self._set_transfer_batch,
            "transfer_timeout": self._set_transfer_timeout,
            "blockers": self._set_blockers,
            "skip": self._sort_anew,
            "limits_by_class": self._sort_anew,
        }
        assert station.column is not None
        station.column = replace(station.column, **{change.setting: value})
        if change.setting in effects:
            effects[change.setting](station, value)
        else:
            station.take_setting(change.setting, value)
        self._board.wake(station)

    def _set_wip_limit(self, station: Station, value: int | None) -> None:
        station.limit = inf if value is None else value

    def _sort_anew(self, _: Station, __: Any) -> None:
        self._board.transfers.lines.set_limits()

    def _set_limit_counts(self, station: Station, value: str) -> None:
        states = ((card.state if card.stopped is None else card.stopped) for card in self._cards_in(station))
        station.set_counts_doing(counts_doing=value == "doing", done=sum(state in FINISHED_HERE for state in states))
        self._board.transfers.lines.recount()

    def _set_service(self, station: Station, value: Any) -> None:
        self._board.source.deck.change_work(station.shown, value, self._board.cards.values())
        for card in self._board.cards.values():
            self._board.service.deal_pass(card, station)

    def _set_service_by_class(self, station: Station, value: Any) -> None:
        self._board.source.deck.change_work_of_classes(station.shown, value, self._board.cards.values())
        for card in self._board.cards.values():
            self._board.service.deal_pass(card, station)

    def _set_setup(self, station: Station, value: Any) -> None:
        station.setup = value
        station.sets_up = value.in_use
        station.starts_to_setup = 0
        station.families.clear()

    def _set_transfer_batch(self, station: Station, value: int) -> None:
        station.batch = value
        if value == 1:
            self._board.transfers.batches.dissolve(station)
        self._board.transfers.put_down()
        self._board.transfers.batches.split(station)

    def _set_transfer_timeout(self, station: Station, value: float | None) -> None:
        station.timeout = value
        station.batch_token += 1  # whatever was to happen by the old one does not
        self._board.transfers.batches.time(station)

    def _set_blockers(self, station: Station, value: Any) -> None:
        station.blockers = value
        for card in self._cards_in(station):
            self._board.service.leave_blocked(card)
            if card.state in (CardState.WAITING, CardState.MOVING) and card.remaining is None:
                card.fresh = True

    def _cards_in(self, station: Station) -> list[Card]:
        return [card for card in self._board.cards.values() if card.station is station]

    @_do.register
    def _(self, change: SetSharedLimit) -> None:
        group = self._board.groups[change.group]
        group.limit = change.value
        self._board.wake(self._board.stations[group.first])

    @_do.register
    def _(self, change: SetBoardLimitsByClass) -> None:
        self._board.transfers.lines.set_limits(dict(change.value))
        self._board.look_at_all()

    @_do.register
    def _(self, change: SetBacklogLimit) -> None:
        self._board.backlog_limit = change.value

    @_do.register
    def _(self, change: SetPerson) -> None:
        person, team = self._person(change.person)
        team.let_come(person, here=change.value)
        self._wake_for(person, team)

    @_do.register
    def _(self, change: SetSkill) -> None:
        person, team = self._person(change.person)
        station = self._board.station_of(change.column)
        team.set_skill(person, station, change.value)
        self._wake_for(person, team)

    @_do.register
    def _(self, change: SetClass) -> None:
        self._board.classes = changed(self._board.scenario, self.in_force, change).classes
        for station in self._board.stations:
            self._board.wake(station)

    @_do.register
    def _(self, change: SetRules) -> None:
        self._board.rules = change.value
        self._board.transfers.put_down()
        for station in self._board.stations:
            self._board.wake(station)

    def _wake_for(self, person: int, team: Team) -> None:
        self._board.may_start |= team.bits_of(person)
        self._board.may_pull |= self._board.stations[1].bit

    def _person(self, name: str) -> tuple[int, Team]:
        team = self._board.team
        for index, person in enumerate(team.people if team else ()):
            if person.name == name:
                assert team is not None
                return index, team
        raise Refused(phrase('there is nobody called "{0}" on this board', name))
