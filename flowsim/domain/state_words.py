"""What the states of a card are called, wherever they are told: one vocabulary for cards, tables and sentences."""

from collections.abc import Mapping
from typing import Final

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import CardState

STATE_WORDS: Final[Mapping[CardState, Phrase]] = {
    CardState.BACKLOG: phrase("in the backlog"),
    CardState.MOVING: phrase("on its way in"),
    CardState.WAITING: phrase("waiting for a free person"),
    CardState.SETUP: phrase("somebody is setting up for it"),
    CardState.WORKING: phrase("being worked on"),
    CardState.BLOCKED: phrase("blocked"),
    CardState.BATCHING: phrase("done, waiting for its batch"),
    CardState.READY: phrase("done, waiting to go on"),
    CardState.DELIVERED: phrase("finished"),
    CardState.DROPPED: phrase("discarded"),
    CardState.LOST: phrase("turned away"),
}
"""In full; "A-4: waiting for a free person"."""

BRIEF_STATE_WORDS: Final[Mapping[CardState, Phrase]] = {
    CardState.MOVING: phrase("on its way"),
    CardState.WAITING: phrase("waiting"),
    CardState.SETUP: phrase("set-up"),
    CardState.BLOCKED: phrase("blocked"),
    CardState.READY: phrase("ready"),
}
"""On the card itself, where its place and its looks say the rest."""
