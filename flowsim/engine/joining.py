"""People put to a card that others work on, or taken away from it, by hand: who is meant, and whether that may be."""

from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import JoinCard, LeaveCard
from flowsim.domain.phrases import counted, phrase
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardId, CardState, WorkerId
from flowsim.engine.board import Board
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.team import Team


class Joining:
    """Finds on `board` who is meant by "join" and "leave", or says why there is nobody. Changes nothing by that."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def join(self, card: Card, act: JoinCard) -> None:
        """Somebody joins those who work on `card`; it has been checked."""
        worker, now_at = self.who_joins(card, act)
        self._board.swarming.put_to(card, worker, now_at)

    def leave(self, card: Card, act: LeaveCard) -> None:
        """Somebody leaves `card`; it has been checked."""
        self._board.swarming.take_from(card, self.who_leaves(card, act))

    def who_joins(self, card: Card, act: JoinCard) -> tuple[WorkerId, Card | None]:
        """Who would join in the work on `card`, and the card that they work on now.

        Raises:
            Refused: nobody can; with the reason.
        """
        self._is_worked_on(card)
        station = card.station
        if len(card.crew) >= station.workers_per_card:
            most = counted("{0} people work on one card", "{0} person works on one card", station.workers_per_card)
            raise Refused(phrase("in {0} at most {1}", station.title, most))
        if act.person is not None:
            return self._person(act.person, card)
        if act.leaving is not None:
            return self._last_of(act.leaving, card)
        if (worker := self._board.swarming.free_in(station)) is not None:
            return worker, None
        if found := self._from_a_larger_group(card):
            return found
        raise Refused(phrase("nobody in {0} is free to help", station.title))

    def who_leaves(self, card: Card, act: LeaveCard) -> WorkerId:
        """Who would leave `card`.

        Raises:
            Refused: nobody can; with the reason.
        """
        self._is_worked_on(card)
        worker = card.crew[-1] if act.person is None else self._team.number_of(act.person)
        if worker not in card.crew:
            raise Refused(phrase("{0} does not work on {1}", act.person, card_name(card.number)))
        if not card.helpers:
            raise Refused(
                phrase("only one person works on {0}; move or block it to stop the work", card_name(card.number))
            )
        return worker

    @property
    def _team(self) -> Team:
        if self._board.team is None:
            raise Refused(phrase("people have no names on this board"))
        return self._board.team

    def _is_worked_on(self, card: Card) -> None:
        if card.state != CardState.WORKING:
            raise Refused(phrase("nobody works on {0}", card_name(card.number)))

    def _person(self, name: str, card: Card) -> tuple[WorkerId, Card | None]:
        team = self._team
        person = team.number_of(name)
        held = team.holds[person]
        if held is card:
            raise Refused(phrase("{0} works on {1} already", name, card_name(card.number)))
        if not team.present[person]:
            raise Refused(phrase("{0} is away", name))
        if card.station.index not in team.able[person]:
            raise Refused(phrase("{0} cannot work in {1}", name, card.station.title))
        if held is not None and held.state not in (CardState.SETUP, CardState.WORKING):
            raise Refused(phrase("{0} waits with {1}", name, card_name(held.number)))
        return person, held

    def _last_of(self, number: CardId, card: Card) -> tuple[WorkerId, Card | None]:
        """Who came last to the card of this number, to go to `card`."""
        other = self._board.cards.get(number)
        if other is card:
            raise Refused(phrase("that is the card itself"))
        if other is None or other.state not in (CardState.SETUP, CardState.WORKING):
            raise Refused(phrase("nobody works on {0}", card_name(number)))
        worker = other.crew[-1]
        if self._board.team is not None:
            return self._person(self._board.team.people[worker].name, card)
        if other.station is not card.station:
            raise Refused(phrase("who works in {0} does not work in {1}", other.station.title, card.station.title))
        if not self._stays(worker, card.station):
            raise Refused(phrase("whoever works on {0} goes home when it is done", card_name(number)))
        return worker, other

    def _from_a_larger_group(self, card: Card) -> tuple[WorkerId, Card] | None:
        """Who came last to the largest group at another card, of those who can help with `card`."""
        stations = self._board.stations if self._board.team is not None else [card.station]
        others = [
            one for at in stations for one in self._board.swarming.worked_on(at) if one is not card and one.helpers
        ]
        for other in sorted(others, key=lambda one: (-len(one.helpers), one.turn)):
            for worker in reversed(other.crew):
                if self._stays(worker, card.station):
                    return worker, other
        return None

    def _stays(self, worker: WorkerId, station: Station) -> bool:
        """Whether `worker` goes on working in `station` after the card at hand."""
        team = self._board.team
        if team is None:
            return worker < station.staff
        return team.present[worker] and station.index in team.able[worker]
