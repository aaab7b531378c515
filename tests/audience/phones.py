"""Phones for tests: what a browser would send, over real connections, and a room to send it to."""

import http.client
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from flowsim.audience.audience import Audience
from flowsim.audience.messages import Answers, Count, Failed, Lock, Open, Settings, Show, Told
from flowsim.audience.questions import Asked, PhoneQuestion, Result
from flowsim.audience.room import Phase
from flowsim.storage.resources import phone_page

HOME: Final = "127.0.0.1"
PATIENCE: Final = 20.0

NUMBER: Final = PhoneQuestion("number", "How long does a card take?", "days")
CHOICE: Final = PhoneQuestion("choice", "Where will work pile up?", options=("Analysis", "Test", "nowhere"))
POINT: Final = PhoneQuestion("point", "How many are finished?", "cards", across=60.0, up=40.0, across_unit="days")
ASKED: Final = Asked("round 1", "Round 1", (NUMBER, CHOICE, POINT))

T = TypeVar("T", bound=Told)


class OpenRoom:
    """A room that is open; `told` is everything it has told so far."""

    def __init__(self, settings: Settings) -> None:
        self.audience = Audience(settings)
        self.told: list[Told] = []
        self._phones: list[Phone] = []
        try:
            self.opened = self.wait_for(Open)
        except AssertionError:
            self.close()
            raise

    def phone(self, address: str = HOME) -> "Phone":
        """A phone that has not joined yet."""
        phone = Phone(self.opened, address)
        self._phones.append(phone)
        return phone

    def take_over(self, phones: Iterable["Phone"]) -> None:
        """Phones of a room that this one goes on with."""
        self._phones += phones

    def close(self) -> None:
        """Close the room, and put the phones away."""
        for phone in self._phones:
            phone.drop()
        self.audience.close()

    def look(self) -> list[Told]:
        """What is new."""
        news = self.audience.news()
        self.told += news
        return news

    def wait_for(self, kind: type[T], such: Callable[[T], bool] = lambda _: True) -> T:
        """The next thing of this kind that it tells."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            for one in self.look():
                assert kind is Failed or not isinstance(one, Failed), one
                if isinstance(one, kind) and such(one):
                    return one
            time.sleep(0.01)
        raise AssertionError(f"no {kind.__name__} came; {self.told[-3:]}")

    def ask(self, asked: Asked = ASKED) -> None:
        """Open these questions."""
        self.audience.say(Show(Phase.OPEN, asked))

    def reveal(self, *results: Result) -> None:
        """Show what came."""
        self.audience.say(Show(Phase.REVEALED, ASKED, results))

    def answers(self) -> Answers:
        """Those that stand when it is locked."""
        self.audience.say(Lock(ASKED))
        return self.wait_for(Answers)

    def count(self, joined: int, answered: int) -> None:
        """Wait until so many are in, and have answered."""
        if Count(joined, answered) != next((one for one in reversed(self.told) if isinstance(one, Count)), None):
            self.wait_for(Count, lambda its: its == Count(joined, answered))


@contextmanager
def open_room(journal: Path | None = None, **others: Any) -> Iterator[OpenRoom]:
    """A room on this machine alone, at a port that is free."""
    settings = replace(Settings(HOME, 0, phone_page(), journal), **others)
    with closing(OpenRoom(settings)) as room:
        yield room


class Phone:
    """One phone, at an `address` of its own: on this machine there are sixteen million of them."""

    def __init__(self, opened: Open, address: str = "127.0.0.1") -> None:
        self._opened = opened
        self._address = address
        self.token = ""
        self._connection: http.client.HTTPConnection | None = None

    def send(
        self, method: str, path: str, body: object = None, *, content: bytes | None = None, **headers: str
    ) -> tuple[int, Any]:
        """Status and values of the answer; a body that is no JSON comes as bytes."""
        content = json.dumps(body).encode() if body is not None else content
        sent = {"X-Room-Token": self.token, **({"Content-Type": "application/json"} if content is not None else {})}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if self._connection is None:
            host, port = self._opened.host, self._opened.port
            self._connection = http.client.HTTPConnection(host, port, timeout=20, source_address=(self._address, 0))
        try:
            self._connection.request(method, path, content, sent)
            answer = self._connection.getresponse()
            told = answer.read()
        except (OSError, http.client.HTTPException):
            self.drop()
            raise
        self.headers = dict(answer.getheaders())
        try:
            return answer.status, json.loads(told)
        except ValueError:
            return answer.status, told

    def drop(self) -> None:
        """The network is gone for a moment."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def join(self) -> "Phone":
        """Scan the picture."""
        status, told = self.send("POST", "/join", {"key": self._opened.entry.key})
        assert status == 200, told
        self.token = told["token"]
        return self

    def vote(self, question: int, *answer: float, key: str = "round 1") -> int:
        """Answer a question; the status."""
        return self.send("POST", "/vote", {"round": key, "question": question, "answer": list(answer)})[0]

    @property
    def state(self) -> Any:
        """What it is shown."""
        status, told = self.send("GET", "/state")
        assert status == 200, told
        return told
