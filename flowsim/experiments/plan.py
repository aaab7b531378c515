"""What an experiment is to find out: settings of a board to try, how often, and what to read off each run."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, Literal

from flowsim.domain.phrases import digits
from flowsim.domain.problems import one_line
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time

LEAST_PILOT: Final = 10
"""Replications of a pilot, and the first stage of a selection (Kim & Nelson)."""


@dataclass(frozen=True)
class Variation:
    """A setting that varies, by its path, and the values it takes."""

    path: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Candidate:
    """A way to run the board, by name: values by path."""

    name: str
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Best:
    """Find the cell with the `least` or `most` of a figure, to `within` so much, with this confidence.

    With a `budget` of runs in all these are shared out so as to find it as surely as possible (OCBA).
    """

    figure: str
    want: Literal["least", "most"]
    within: float
    confidence: float = 0.95
    budget: int | None = None


@dataclass(frozen=True)
class Precision:
    """Go on until half the interval of a figure is at most so wide in every cell, or so many replications are done."""

    figure: str
    relative: float | None
    absolute: float | None
    max_replications: int


@dataclass(frozen=True)
class ForecastGoal:
    """When will so many `cards` be finished, or how many `by` a time."""

    cards: int | None
    by: Time | None


@dataclass(frozen=True)
class Cell:
    """One board of the experiment: its number, what it is called, and its settings by path."""

    index: int
    name: str
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """Everything that decides the results of an experiment, byte for byte.

    `session` is what was done on the board, where it starts `now`. `warm_up` is a time, or "auto" (MSER-5).
    """

    scenario: Scenario
    session: SavedSession | None
    start: Literal["start", "now"]
    seed: int
    replications: int
    horizon: Time | None
    warm_up: Time | Literal["auto"]
    vary: tuple[Variation, ...]
    compare: tuple[Candidate, ...]
    best: Best | None
    figures: tuple[str, ...]
    precision: Precision | None
    forecast: ForecastGoal | None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The boards to play: the grid of what varies, or what is compared, or the one board there is."""
        if self.compare:
            return tuple(Cell(index, each.name, each.settings) for index, each in enumerate(self.compare))
        paths = [each.path for each in self.vary]
        grid = (dict(zip(paths, values, strict=True)) for values in product(*(each.values for each in self.vary)))
        return tuple(Cell(index, _name(settings), settings) for index, settings in enumerate(grid))


def seed_of(seed: int, replication: int) -> int:
    """The seed of one replication, the same in every cell: so cells differ by their settings, not by luck."""
    digest = hashlib.blake2b(f"{seed} {replication}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 11  # whole in every program that reads numbers


def _name(settings: Mapping[str, Any]) -> str:
    return ", ".join(f"{path} = {in_words(value)}" for path, value in settings.items()) or "the board"


def in_words(value: object) -> str:
    """A value of a setting as people read it."""
    if value is None:
        return "none"
    if isinstance(value, dict | list | bool):
        return one_line(json.dumps(value))
    return one_line(digits(value, "g") if isinstance(value, float) else str(value))
