"""The room: who has joined, what is asked, what was answered. Nobody is told of the others before the result is shown.

Every phone has a token, handed out when it joins with the key of the room (from the picture) or its code (typed). A
token has one answer to each question, which it may change until answers are locked. No name and no address is kept.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from flowsim.audience.questions import Answer, Asked, Result

MOST_PHONES: Final = 500
CODE_SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without signs that look like others: 0 and O, 1 and I."""

CODE_LENGTH: Final = 6
TOKEN_BYTES: Final = 16
MOST_ANSWERS: Final = 20
"""Questions of a round."""


class Phase(Enum):
    """What phones can do now."""

    WAITING = "waiting"
    OPEN = "open"
    LOCKED = "locked"
    REVEALED = "revealed"


class NotAllowed(Exception):  # noqa: N818 - it tells what a phone may not do; nothing has gone wrong
    """A phone asked for what it may not have; `status` is HTTP's word for it, `reason` one for the page."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


@dataclass(frozen=True)
class Entry:
    """How phones come in: the long `key` stands in the picture, the `code` is typed."""

    key: str
    code: str

    @staticmethod
    def new() -> "Entry":
        """One that nobody can guess."""
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        return Entry(secrets.token_urlsafe(TOKEN_BYTES), code)


@dataclass
class Room:
    """What is known of the room. `write` gets every change as plain data; `put_back` takes them in again, in order."""

    entry: Entry
    write: Callable[[Mapping[str, Any]], None] = lambda _: None
    phase: Phase = Phase.WAITING
    asked: Asked | None = None
    results: Sequence[Result] = ()
    shared_addresses: bool = False
    _answers: dict[str, dict[str, dict[int, Answer]]] = field(default_factory=dict)  # by round, token and question
    _tokens: dict[str, str] = field(default_factory=dict)  # where it came from, while the process lives
    _told: set[str] = field(default_factory=set)  # rounds whose result has been shown

    # Phones

    def join(self, secret: str, place: str) -> str:
        """A token for whoever knows the key or the code; a phone that comes again from its `place` is the same one.

        Raises:
            NotAllowed: that is neither, or the room is full.
        """
        given = secret.encode("utf-8", "replace")
        if not any(hmac.compare_digest(given, one.encode()) for one in (self.entry.key, self.entry.code)):
            raise NotAllowed(403, "wrong-code")
        if not self.shared_addresses:
            for token, from_where in self._tokens.items():
                if from_where == place:
                    return token
        if len(self._tokens) >= MOST_PHONES:
            raise NotAllowed(503, "full")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._tokens[token] = place
        self.write({"joined": token})
        return token

    def vote(self, token: str, key: str, question: int, given: Any) -> None:
        """Answer a question, or answer it otherwise; the same answer again changes nothing.

        Raises:
            NotAllowed: nobody has this token, the round is not open, or that is no answer.
        """
        self._must_know(token)
        asked = self.asked
        if self.phase is not Phase.OPEN or asked is None or asked.key != key:
            raise NotAllowed(409, "locked")
        if not 0 <= question < len(asked.questions):
            raise NotAllowed(422, "no-answer")
        answer = asked.questions[question].answer_of(given)
        if answer is None:
            raise NotAllowed(422, "no-answer")
        of_round = self._answers.setdefault(key, {})
        if of_round.get(token, {}).get(question) != answer:
            of_round.setdefault(token, {})[question] = answer
            self.write({"answered": token, "round": key, "question": question, "answer": list(answer)})

    def view(self, token: str) -> dict[str, Any]:
        """What this phone is shown: what is asked and its own answers; of the room only what is revealed.

        Raises:
            NotAllowed: nobody has this token.
        """
        self._must_know(token)
        if self.asked is None or self.phase is Phase.WAITING:
            return {"phase": Phase.WAITING.value}
        mine = self._answers.get(self.asked.key, {}).get(token, {})
        shown: dict[str, Any] = {
            "phase": self.phase.value, "round": self.asked.key, "title": self.asked.title,
            "questions": [vars(each) for each in self.asked.questions],
            "mine": [list(mine[place]) if place in mine else None for place in range(len(self.asked.questions))],
        }  # fmt: skip
        if self.phase is Phase.REVEALED:
            shown["results"] = [vars(each) for each in self.results]
        return shown

    def knows(self, token: str) -> bool:
        """Whether a phone of this room has this token."""
        return token in self._tokens

    def _must_know(self, token: str) -> None:
        if token not in self._tokens:
            raise NotAllowed(401, "unknown")

    # Whoever leads

    def ask(self, asked: Asked) -> None:
        """Open these questions; answers to the same ones, given before, still hold unless their result was told."""
        if asked.key in self._told:
            self._told.discard(asked.key)
            self._answers.pop(asked.key, None)
        self.phase, self.asked, self.results = Phase.OPEN, asked, ()
        self.write({"asked": asked.key})

    def lock(self) -> None:
        """No answer can be changed any more."""
        if self.phase is Phase.OPEN:
            self.phase = Phase.LOCKED

    def reveal(self, results: Sequence[Result]) -> None:
        """Show the room what came of it."""
        if self.asked is None:
            return
        self.phase, self.results = Phase.REVEALED, tuple(results)
        self._told.add(self.asked.key)
        self.write({"told": self.asked.key})

    def wait(self) -> None:
        """Nothing is asked now."""
        self.phase, self.results = Phase.WAITING, ()

    @property
    def joined(self) -> int:
        """How many phones are in the room."""
        return len(self._tokens)

    @property
    def answered(self) -> int:
        """How many phones have answered every question."""
        if self.asked is None:
            return 0
        whole = len(self.asked.questions)
        return sum(len(its) == whole for its in self._answers.get(self.asked.key, {}).values())

    @property
    def answers(self) -> list[list[Answer]]:
        """The answers to each question, in the order in which phones first answered."""
        if self.asked is None:
            return []
        of_round = self._answers.get(self.asked.key, {}).values()
        places = range(len(self.asked.questions))
        return [[its[place] for its in of_round if place in its] for place in places]

    # After a restart

    def put_back(self, change: Mapping[str, Any]) -> None:
        """Take in a change that was written before; what is none is passed over."""
        match change:
            case {"joined": str(token)} if len(self._tokens) < MOST_PHONES:
                self._tokens[token] = ""
            case {"answered": str(token), "round": str(key), "question": int(question), "answer": list(answer)} if (
                token in self._tokens and 0 <= question < MOST_ANSWERS
            ):
                numbers = tuple(float(each) for each in answer if isinstance(each, int | float))
                self._answers.setdefault(key, {}).setdefault(token, {})[question] = numbers
            case {"asked": str(key)} if key in self._told:
                self._told.discard(key)
                self._answers.pop(key, None)
            case {"told": str(key)}:
                self._told.add(key)

    def came_from(self, token: str, place: str) -> None:
        """A phone is at this place now: phones change networks, and keep their token."""
        if token in self._tokens:
            self._tokens[token] = place
