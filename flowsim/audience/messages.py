"""What the window and the process that phones speak with tell one another, over a pipe."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from flowsim.audience.questions import Answer, Asked, Result
from flowsim.audience.room import Entry, Phase

# What the process is told


@dataclass(frozen=True)
class Settings:
    """Where to listen (`host`, and a `port` or None), what to show (`page`), where to write down what comes in."""

    host: str
    port: int | None
    page: bytes
    journal: Path | None
    shared_addresses: bool = False


@dataclass(frozen=True)
class Show:
    """What phones see from now on: a question, that it is locked, its results; or that nothing is asked."""

    phase: Phase = Phase.WAITING
    asked: Asked | None = None
    results: tuple[Result, ...] = ()


@dataclass(frozen=True)
class Lock:
    """No answer to this may be changed any more; all of them are told."""

    asked: Asked


@dataclass(frozen=True)
class ShareAddresses:
    """Whether several phones may come from one address."""

    shared: bool


@dataclass(frozen=True)
class Stop:
    """Close the room; nothing is left of it."""


# What it tells


@dataclass(frozen=True)
class Open:
    """The room can be reached; `resumed` says that it is one that was left open."""

    host: str
    port: int
    entry: Entry
    resumed: bool


@dataclass(frozen=True)
class Count:
    """How many phones are in, and how many have answered everything."""

    joined: int
    answered: int


@dataclass(frozen=True)
class Answers:
    """All answers to the round with this key, a list for each question."""

    key: str
    answers: tuple[tuple[Answer, ...], ...]


@dataclass(frozen=True)
class NotKept:
    """Answers are not written down any more: a restart would lose them."""

    reason: str


@dataclass(frozen=True)
class Failed:
    """It cannot listen there."""

    reason: str


Told: TypeAlias = Open | Count | Answers | NotKept | Failed
Sayable: TypeAlias = Show | Lock | ShareAddresses | Stop
