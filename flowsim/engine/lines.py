"""Where cards stand that may leave a station: in one line, or sorted by where they go and by class.

On most boards every card goes from its station to the next one, first come first served, and one line does: `ready` of
the station. Where columns are passed by, or a class has limits of its own, a card that cannot go on must not keep back
another one that can. There the lines stand before the station that cards go to, one for each station they come from and
each class: `lines` of the target.

Who passes a column by is chance, keyed by the card, the column and how often the card has come by there: so it is the
same whenever it is asked, and nobody else's luck depends on it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Column
from flowsim.domain.words import FINISHED_HERE
from flowsim.engine.card_queue import CardQueue
from flowsim.engine.cards_and_stations import Card, Station
from flowsim.engine.limits import ClassLimit
from flowsim.engine.system_state import SystemState

SKIP: Final = "skip"
"""What the chance of passing by is called in streams and counts."""


class Lines:
    """The lines before the stations of `state`, and the limits of classes."""

    def __init__(self, state: SystemState) -> None:
        self._state = state
        self._board_limits = dict(state.scenario.limits_by_class)
        self._chance = not state.scenario.explicit
        self.set_limits()

    @property
    def sorted(self) -> bool:
        """Whether cards stand sorted by where they go and by class."""
        return self._state.sort_in is not None

    # What decides who stands where

    def set_limits(self, of_board: dict[str, int] | None = None) -> None:
        """The limits of classes are those of the columns as they are now, and these `of_board`."""
        state = self._state
        if of_board is not None:
            self._board_limits = of_board
        for station in state.stations:
            station.class_limits = {}
        for station in state.stations[1:-1]:
            assert station.column is not None
            for class_, limit in station.column.limits_by_class.items():
                title = self._title(class_)
                name = phrase("{0} is full for {1}", station.title, title)
                self._limit(ClassLimit(station.index, station.index, limit, name, of_column=True), class_)
        for class_, limit in self._board_limits.items():
            name = phrase("the board is full for {0}", self._title(class_))
            self._limit(ClassLimit(1, len(state.stations) - 2, limit, name, of_column=False), class_)
        self.recount()
        self.sort()

    def _title(self, class_: str) -> str:
        return self._state.classes[self._state.scenario.class_index[class_]].title

    def _limit(self, limit: ClassLimit, class_: str) -> None:
        index = self._state.scenario.class_index[class_]
        for station in self._state.stations[limit.first : limit.last + 1]:
            station.class_limits.setdefault(index, []).append(limit)

    def recount(self) -> None:
        """Count anew the cards under each limit of a class."""
        for station in self._state.stations:
            for limits in station.class_limits.values():
                for limit in limits:
                    limit.counted = 0
        for card in self._state.cards.values():
            for limit in card.station.class_limits.get(card.class_index, ()):
                limit.counted += self._counts(limit, card)

    def _counts(self, limit: ClassLimit, card: Card) -> bool:
        """Whether a card in the station counts; it does not in the done half of a column whose limit spares that."""
        state = card.state if card.stopped is None else card.stopped
        return not (limit.of_column and card.station.counts_doing and state in FINISHED_HERE)

    def sort(self) -> None:
        """Sort the cards into lines anew: who passes which column by, or which class has limits, is different now."""
        state = self._state
        lots = [card.batch or [card] for station in state.stations[:-1] for card in self.lots_from(station)]
        for station in state.stations:
            station.ready.clear()
            station.ready.overtakers.clear()
            station.lines.clear()
        skips = self._chance and any(_skips(station.column) for station in state.stations)
        by_class = any(station.class_limits for station in state.stations)
        state.sort_in = self._stand_alone if skips or by_class else None
        for lot in lots:
            self.stand(lot)

    # Standing in line

    def stand(self, cards: list[Card]) -> None:
        """`cards`, which may leave their station, stand in line; those that go to the same station leave together."""
        if not self.sorted:
            self._stand_together(cards, cards[0].station.ready, cards[0].station.following)
            return
        by_target: dict[int, list[Card]] = {}
        for card in cards:
            by_target.setdefault(self.target_of(card).index, []).append(card)
        for target, together in by_target.items():
            first = min(together, key=lambda card: card.key)
            self._stand_together(together, self.line_of(first), self._state.stations[target])

    def _stand_alone(self, card: Card) -> None:
        card.batch = None
        self.line_of(card).join(card)
        self._state.may_pull |= self.target_of(card).bit

    def _stand_together(self, cards: list[Card], line: CardQueue[Card], target: Station) -> None:
        for card in cards:
            card.batch = cards if len(cards) > 1 else None
        line.join(min(cards, key=lambda card: card.key))
        self._state.may_pull |= target.bit | cards[0].station.after_work

    def leave(self, cards: Sequence[Card]) -> None:
        """`cards`, which stand in line together, stand there no more."""
        first = min(cards, key=lambda card: card.key)
        self.line_of(first).leave(first)

    def line_of(self, card: Card) -> CardQueue[Card]:
        """The line of a card, the first one of those it leaves with."""
        if not self.sorted:
            return card.station.ready
        return self.target_of(card).lines.setdefault((card.station.index, card.class_index), CardQueue())

    def target_of(self, card: Card) -> Station:
        """The station that a card goes to when it leaves."""
        station = card.station.following
        if self.sorted and self._chance:
            while station.column is not None and self._passes_by(card, station, station.column):
                station = station.following
        return station

    def first_columns_of(self, class_: str) -> Iterator[Station]:
        """The columns that cards of a class out of the backlog may come to first, by those that they may pass by."""
        for station in self._state.stations[1:-1]:
            assert station.column is not None
            share = station.column.skip_of(class_) if self._chance else 0.0
            if share < 1:
                yield station
            if share <= 0:
                return

    def _passes_by(self, card: Card, station: Station, column: Column) -> bool:
        share = column.skip_of(self._state.classes[card.class_index].id)
        if not 0 < share < 1:
            return share >= 1
        return self._state.chances.uniform(card, SKIP, station.shown, card.times(SKIP, station.shown))[0] < share

    def lots_from(self, station: Station) -> list[Card]:
        """Of cards that leave `station` together the first ones, in order."""
        if not self.sorted:
            return list(station.ready.in_order())
        here = (
            card
            for target in self._state.stations[station.index + 1 :]
            for (source, _), line in target.lines.items()
            if source == station.index
            for card in line.cards()
        )
        return sorted(here, key=lambda card: card.key)

    def into(self, station: Station) -> Iterator[tuple[Station, CardQueue[Card]]]:
        """The lines of those who go to `station`, by the station they stand in, empty ones left out."""
        if not self.sorted:
            if station.supply:
                yield station.source, station.supply
            return
        for (source, _), line in station.lines.items():
            if line:
                yield self._state.stations[source], line

    # Going from one station to another

    def count_done(self, card: Card) -> None:
        """`card`, which still has the state of its work, is done in a column whose limit spares what is done."""
        for limit in card.station.class_limits.get(card.class_index, ()):
            if limit.of_column:
                limit.counted -= 1

    def count_over(self, card: Card, source: Station, station: Station) -> None:
        """`card`, in the state that it had in `source`, goes over to `station`."""
        for limit in source.class_limits.get(card.class_index, ()):
            limit.counted -= self._counts(limit, card)
        for limit in station.class_limits.get(card.class_index, ()):
            limit.counted += 1
        for past in self._state.stations[source.index + 1 : station.index + 1]:
            if past.column is not None and past.column.may_be_skipped:
                card.count(SKIP, past.shown)
        self._state.look_at_all()

    def obstacle(self, station: Station, source: Station, cards: Sequence[Card]) -> ClassLimit | None:
        """The limit of a class that leaves no room in `station` for these cards from `source`; None if none does."""
        if station.class_limits:
            for class_index in {card.class_index for card in cards}:
                many = sum(card.class_index == class_index for card in cards)
                if (found := self.limit_for(station, source, class_index, many)) is not None:
                    return found
        return None

    def limit_for(self, station: Station, source: Station, class_index: int, many: int = 1) -> ClassLimit | None:
        """The limit that leaves no room for so `many` cards of a class from `source`; None if there is room."""
        for limit in station.class_limits.get(class_index, ()):
            if limit.counted + many > limit.limit and not limit.holds(source.index):
                return limit
        return None


def _skips(column: Column | None) -> bool:
    return column is not None and column.may_be_skipped
