"""The room: who has joined, what is asked, what was answered. Nobody is told of the others before the result is shown.

Every phone gets a token of its own when it joins with the key of the room (from the picture) or its code (typed). A
token has one answer to each question, which it may change until answers are locked. Unless phones share one address, of
those that joined from one address only the newest counts: so nobody votes twice. No name and no address is kept.
"""

import hmac
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
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

MOST_ROUNDS: Final = 8
"""Rounds whose answers are kept; of more, the oldest are let go."""


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
    _tokens: dict[str, str] = field(default_factory=dict)  # where each joined, in order; "" is not known any more

    # Phones

    def join(self, secret: str, place: str) -> str:
        """A token for whoever knows the key or the code.

        Raises:
            NotAllowed: that is neither, or the room is full.
        """
        given = secret.encode("utf-8", "replace")
        if not any(hmac.compare_digest(given, one.encode()) for one in (self.entry.key, self.entry.code)):
            raise NotAllowed(403, "wrong-code")
        if len(self._tokens) >= MOST_PHONES and not self._let_one_go(place):
            raise NotAllowed(503, "full")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._tokens[token] = place
        self.write({"joined": token})
        return token

    def _let_one_go(self, place: str) -> bool:
        """Make room by a token that does not count, or by an older one of the same place; whether there was one."""
        counted = self._counted
        spare = (token for token, its in self._tokens.items() if token not in counted or (its and its == place))
        if (token := next(spare, None)) is None:
            return False
        self._forget(token)
        self.write({"left": token})
        return True

    def _forget(self, token: str) -> None:
        self._tokens.pop(token, None)
        for of_round in self._answers.values():
            of_round.pop(token, None)

    def vote(self, token: str, key: str, question: int, given: Any) -> None:
        """Answer a question, or answer it otherwise; the same answer again changes nothing.

        Raises:
            NotAllowed: nobody has this token, the round is not open, or that is no answer.
        """
        self._must_know(token)
        asked = self.asked
        if self.phase is not Phase.OPEN or asked is None or asked.key != key:
            raise NotAllowed(409, "locked")
        answer = asked.questions[question].answer_of(given) if 0 <= question < len(asked.questions) else None
        if answer is None:
            raise NotAllowed(422, "no-answer")
        if self._of(key).get(token, {}).get(question) != answer:
            self._of(key).setdefault(token, {})[question] = answer
            self.write(_answered(key, token, question, answer))

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

    def seen(self, token: str, place: str) -> None:
        """A phone asks from this place; of one that joined before a restart it is now known where it is."""
        if self._tokens.get(token) == "":
            self._tokens[token] = place

    def _must_know(self, token: str) -> None:
        if token not in self._tokens:
            raise NotAllowed(401, "unknown")

    # Whoever leads

    def show(self, phase: Phase, asked: Asked | None = None, results: Sequence[Result] = ()) -> None:
        """Ask this, lock it, or tell its results; answers that were given to it before still hold."""
        self.phase, self.asked, self.results = phase, asked, tuple(results)

    @property
    def _counted(self) -> set[str]:
        """The tokens whose answers count: all of them, or of each place the newest."""
        if self.shared_addresses:
            return set(self._tokens)
        newest = {place or token: token for token, place in self._tokens.items()}
        return set(newest.values())

    @property
    def joined(self) -> int:
        """How many phones are in the room."""
        return len(self._counted)

    @property
    def answered(self) -> int:
        """How many phones have answered every question."""
        if self.asked is None:
            return 0
        whole, counted = len(self.asked.questions), self._counted
        return sum(
            len(its) == whole for token, its in self._answers.get(self.asked.key, {}).items() if token in counted
        )

    def answers(self, asked: Asked) -> list[list[Answer]]:
        """The answers to each question, in the order in which phones first answered."""
        counted = self._counted
        of_round = [its for token, its in self._answers.get(asked.key, {}).items() if token in counted]
        return [
            [its[place] for its in of_round if place in its and question.answer_of(list(its[place])) is not None]
            for place, question in enumerate(asked.questions)
        ]

    def _of(self, key: str) -> dict[str, dict[int, Answer]]:
        of_round = self._answers.setdefault(key, {})
        while len(self._answers) > MOST_ROUNDS:
            self._answers.pop(next(other for other in self._answers if other != key))
        return of_round

    # After a restart

    def changes(self) -> Iterator[Mapping[str, Any]]:
        """The fewest changes that lead to what is known now."""
        for token in self._tokens:
            yield {"joined": token}
        for key, of_round in self._answers.items():
            for token, its in of_round.items():
                for question, answer in its.items():
                    yield _answered(key, token, question, answer)

    def put_back(self, change: Mapping[str, Any]) -> None:
        """Take in a change that was written before; what is none is passed over."""
        match change:
            case {"joined": str(token)} if len(self._tokens) < MOST_PHONES:
                self._tokens[token] = ""
            case {"left": str(token)}:
                self._forget(token)
            case {"answered": str(token), "round": str(key), "question": int(question), "answer": list(answer)} if (
                token in self._tokens and 0 <= question < MOST_ANSWERS
            ):
                numbers = tuple(float(each) for each in answer if isinstance(each, int | float))
                self._of(key).setdefault(token, {})[question] = numbers


def _answered(key: str, token: str, question: int, answer: Answer) -> dict[str, Any]:
    return {"answered": token, "round": key, "question": question, "answer": list(answer)}
