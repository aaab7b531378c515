"""What is known of the cards of a run besides what happened to them: class, family and title.

A trace together with such a catalogue is a whole run for everybody who reads one. The engine's deck of cards is one
catalogue; a run that was played elsewhere, or a team's history, brings its own.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.words import CardId, Time

Reclassing: TypeAlias = tuple[Time, CardId, int, int]
"""When which card went from which class to which: places in the scenario's list of classes."""


class CardCatalogue(Protocol):
    """Cards by their 0-based arrival number; it may grow while the run goes on."""

    @property
    def titles(self) -> Mapping[CardId, str]:
        """Titles of the cards that have one."""

    @property
    def reclassed(self) -> Sequence[Reclassing]:
        """Every change of class, in the order of time."""

    def class_on_arrival(self, number: CardId, /) -> int:
        """Place of the class that a card arrived in."""

    def classes_on_arrival(self) -> npt.NDArray[np.int8]:
        """By card, the place of the class that it arrived in; an array of the caller's own."""

    def family_of(self, number: CardId, /) -> int:
        """Place of a card's family in the scenario's list."""


def classes_after(catalogue: CardCatalogue, reclassed: Sequence[Reclassing], cards: int) -> npt.NDArray[np.int8]:
    """By card, for the first so many `cards`, the place of its class after these changes."""
    classes = catalogue.classes_on_arrival()[:cards]
    for _, card, _, new in reclassed:
        classes[card] = new
    return classes


def class_at_rows(catalogue: CardCatalogue, rows: npt.NDArray[np.void]) -> npt.NDArray[np.int8]:
    """By row of a trace, the place of the class that its card is in from that moment on."""
    classes: npt.NDArray[np.int8] = catalogue.classes_on_arrival()[rows["card"]]
    for time, card, _, new in catalogue.reclassed:
        classes[(rows["card"] == card) & (rows["time"] >= time)] = new
    return classes
