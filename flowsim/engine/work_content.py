"""What cards bring: durations of work dealt in the order in which cards arrive, by column and by class of service.

Card n gets the n-th number of its column's stream, whatever its class. A class with work of its own scales that same
stream, so that a card put into another class keeps its luck.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np

from flowsim.domain.distributions import Constant, Distribution
from flowsim.domain.scenario import Scenario
from flowsim.engine.streams import FIRST_BLOCK, Floats, Stream, StreamPosition, next_size

NO_WORK: Final = Constant(value=0.0)
Work: TypeAlias = tuple[int, int]
"""Whose work: a column, from 0, and the place of a class that has work of its own there (-1: every other class)."""

EVERY_OTHER: Final = -1


class Works:
    """The distributions of work in force: one a column, and those of classes that have their own there."""

    def __init__(self, scenario: Scenario) -> None:
        self._classes = scenario.class_index
        self._by_column = [NO_WORK if column.is_queue else column.service for column in scenario.columns]
        self._own = {
            (column, self._classes[class_]): work
            for column, its in enumerate(scenario.columns)
            for class_, work in its.service_by_class.items()
            if not its.is_queue
        }

    def has_own(self, column: int, class_index: int) -> bool:
        """Whether a class has work of its own in a column."""
        return (column, class_index) in self._own

    def key_of(self, column: int, class_index: int) -> Work:
        """Whose work a card of a class brings to a column."""
        return column, class_index if self.has_own(column, class_index) else EVERY_OTHER

    def of(self, column: int, class_index: int) -> Distribution:
        """What a card of a class brings to a column."""
        return self._own.get((column, class_index), self._by_column[column])

    def all(self) -> dict[Work, Distribution]:
        """Every distribution: those of the columns first, then those of classes, in their order."""
        plain = {(column, EVERY_OTHER): work for column, work in enumerate(self._by_column)}
        return {**plain, **{key: self._own[key] for key in sorted(self._own)}}

    def set_column(self, column: int, work: Distribution) -> None:
        """From now on every class without work of its own brings this to a column."""
        self._by_column[column] = work

    def set_classes(self, column: int, works: Mapping[str, Distribution]) -> None:
        """From now on these classes, and no others, have work of their own in a column."""
        self._own = {key: work for key, work in self._own.items() if key[0] != column}
        self._own.update(((column, self._classes[class_]), work) for class_, work in works.items())


class WorkContent:
    """What cards bring to each column, dealt in the order in which they arrive: one list of durations a card.

    `positions` are those of the streams of `works`, in its order; without them every stream is at its beginning.
    """

    def __init__(
        self, works: Works, columns: Sequence[str], seed: int, purpose: str,
        positions: Sequence[StreamPosition] | None = None,
    ) -> None:  # fmt: skip
        self._works = works
        self._columns = columns
        self._seed = seed
        self._purpose = purpose
        self._streams = {key: self._stream(key[0], work) for key, work in works.all().items()}
        self._size = FIRST_BLOCK
        self._hand: list[list[float]] = []  # the next card's durations last
        self._own: dict[Work, list[float]] = {}  # beside the hand: what each would be for a class with its own work
        self._dealt = self._begun = self._origin = 0
        self._states: dict[Work, dict[str, Any]] | None = None
        if positions is not None:
            self._go_on_from(positions)

    def _stream(self, column: int, work: Distribution) -> Stream:
        return Stream(work, self._seed, self._purpose, self._columns[column])

    def deal(self, class_index: int = 0) -> list[float]:
        """What the next card, of this class, brings: a duration for every column, the caller's to keep."""
        if not self._hand:
            self._fill_hand()
        self._dealt += 1
        durations = self._hand.pop()
        if self._own:
            for (column, class_), values in self._own.items():
                value = values.pop()
                if class_ == class_index:
                    durations[column] = value
        return durations

    def _fill_hand(self) -> None:
        size, self._size = self._size, next_size(self._size)
        self._begun = self._dealt
        self._states = {key: stream.state for key, stream in self._streams.items()}
        taken = {key: stream.take(size) for key, stream in self._streams.items()}
        plain = [values for (_, class_), values in taken.items() if class_ == EVERY_OTHER]
        self._hand = np.stack(plain, axis=1)[::-1].tolist()
        self._own = {key: values[::-1].tolist() for key, values in taken.items() if key[1] != EVERY_OTHER}

    def positions(self) -> list[StreamPosition]:
        """Where each stream is, in the order of the works."""
        states = self._states or {key: stream.state for key, stream in self._streams.items()}
        used = self._dealt - self._begun
        size = used + len(self._hand) if self._states else self._size
        return [StreamPosition(states[key], size, used, self._begun) for key in self._works.all()]

    def _go_on_from(self, positions: Sequence[StreamPosition]) -> None:
        for stream, position in zip(self._streams.values(), positions, strict=True):
            if position.state is not None:
                stream.state = position.state
        first = positions[0]
        self._dealt = self._begun = first.begun
        self._origin = first.begun if first.state is None else 0  # in a future the numbers begin now
        self._size = first.size
        if first.used:
            self._fill_hand()
            left = len(self._hand) - first.used
            del self._hand[left:]
            for values in self._own.values():
                del values[left:]
            self._dealt += first.used

    def refit(self, column: int) -> None:
        """The works of `column` are others: draw from them from the next card on."""
        for key in [key for key in self._streams if key[0] == column and key[1] != EVERY_OTHER]:
            del self._streams[key]
            self._own.pop(key, None)
            if self._states is not None:
                del self._states[key]
        for key, work in self._works.all().items():
            if key[0] == column:
                self._put(key, work)

    def _put(self, key: Work, work: Distribution) -> None:
        """Draw one kind of work anew, as if it had been so from the start."""
        stream = self._stream(key[0], work)
        stream.take(self._begun - self._origin)
        state = stream.state
        dealt = stream.take(self._dealt - self._begun + len(self._hand))
        left = dealt[len(dealt) - len(self._hand) :][::-1].tolist()
        if self._states is not None:
            self._states[key] = state
            if key[1] != EVERY_OTHER:
                self._own[key] = left
        if key[1] == EVERY_OTHER:
            for durations, value in zip(self._hand, left, strict=True):
                durations[key[0]] = value
        self._streams[key] = stream

    def dealt(self, column: int, work: Distribution) -> Floats:
        """What the cards so far would have brought to `column` under `work`: one duration a card, in order of arrival.

        It is NaN for those that came before these numbers began.
        """
        unknown = np.full(self._origin, math.nan)
        return np.concatenate((unknown, self._stream(column, work).take(self._dealt - self._origin)))
