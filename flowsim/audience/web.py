"""What a phone may ask of the room over the web: the page, to join, how things stand, and to vote. No more is there.

Plain WSGI: four addresses need no framework. Every request must name the room's own address (so that no page from
elsewhere can lead a browser here under another name), ask no more often than a phone does, and carry its token in a
header that a browser does not send by itself; there is no cookie.
"""

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Callable, Mapping
from math import isfinite
from threading import Lock
from typing import Any, Final, TypeAlias

from flowsim.audience.limits import Limit
from flowsim.audience.room import NotAllowed, Room

Environ: TypeAlias = dict[str, Any]
StartResponse: TypeAlias = Callable[[str, list[tuple[str, str]]], object]

MOST_BYTES: Final = 1024
TOKEN: Final = "HTTP_X_ROOM_TOKEN"  # noqa: S105 - the name of a header
STATUS: Final = {
    200: "200 OK", 400: "400 Bad Request", 401: "401 Unauthorized", 403: "403 Forbidden", 404: "404 Not Found",
    405: "405 Method Not Allowed", 409: "409 Conflict", 413: "413 Content Too Large", 415: "415 Unsupported Media Type",
    421: "421 Misdirected Request", 422: "422 Unprocessable Content", 429: "429 Too Many Requests",
    503: "503 Service Unavailable",
}  # fmt: skip
PHONES_BEHIND_ONE_ADDRESS: Final = 60
"""So many times as many requests are let through where a room's phones share one address."""

JOINS_BEHIND_ONE_ADDRESS: Final = 4
"""So many times as many may join there: eighty at once, so that nobody there can take every place."""


class Web:
    """The web side of a `room`, which answers to the name `host` ("192.168.1.5:8080") alone; `page` is the phone's.

    Calls come from several threads; `lock` is held while the room is asked.
    """

    def __init__(self, room: Room, page: bytes, host: str, clock: Callable[[], float]) -> None:
        self.lock = Lock()
        self._room = room
        self._page = page
        self._host = host
        self._policy = content_policy(page.decode("utf-8"))
        self._salt = secrets.token_bytes(16)
        self._by_address = Limit(30, 6, clock)
        self._by_token = Limit(12, 4, clock)
        self._codes = Limit(5, 0.2, clock)
        self._joins = Limit(20, 0.2, clock)

    def __call__(self, environ: Environ, start_response: StartResponse) -> list[bytes]:
        """Answer a request, as WSGI has it."""
        try:
            kind, body = self._answer(environ)
            status = 200
        except NotAllowed as refusal:
            status, kind = refusal.status, "application/json"
            body = json.dumps({"error": refusal.reason}).encode()
        headers = [
            ("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
            ("Content-Security-Policy", self._policy), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ]  # fmt: skip
        start_response(STATUS[status], headers)
        return [body] if environ.get("REQUEST_METHOD") != "HEAD" else [b""]

    def _answer(self, environ: Environ) -> tuple[str, bytes]:
        origin = f"http://{self._host}"
        if environ.get("HTTP_HOST") != self._host or environ.get("HTTP_ORIGIN", origin) != origin:
            raise NotAllowed(421, "another-address")
        place = self._place(environ.get("REMOTE_ADDR", ""))
        self._must_allow(self._by_address, place)
        ways: Mapping[str, tuple[str, Callable[[Environ, str], dict[str, Any]]]] = {
            "/state": ("GET", self._state), "/join": ("POST", self._join), "/vote": ("POST", self._vote),
        }  # fmt: skip
        method, path = environ.get("REQUEST_METHOD"), environ.get("PATH_INFO", "")
        if path == "/":
            if method not in ("GET", "HEAD"):
                raise NotAllowed(405, "another-way")
            return "text/html; charset=utf-8", self._page
        if path not in ways:
            raise NotAllowed(404, "nothing-here")
        wanted, way = ways[path]
        if method != wanted:
            raise NotAllowed(405, "another-way")
        return "application/json", json.dumps(way(environ, place)).encode()

    # What is asked

    def _join(self, environ: Environ, place: str) -> dict[str, Any]:
        values = _body(environ)
        secret, typed = values.get("key"), values.get("code")
        if not isinstance(secret, str):
            if not isinstance(typed, str):
                raise NotAllowed(422, "no-code")
            self._must_allow(self._codes, place)
            secret = typed.strip().upper().replace(" ", "")
        self._must_allow(self._joins, place, JOINS_BEHIND_ONE_ADDRESS)
        with self.lock:
            return {"token": self._room.join(secret, place)}

    def _must_allow(self, limit: Limit, place: str, many: int = PHONES_BEHIND_ONE_ADDRESS) -> None:
        """Let somebody at this place go on; where phones share one address, so `many` times as often.

        Raises:
            NotAllowed: not so often.
        """
        crowd = many if self._room.shared_addresses else 1
        if not any(limit.allows(f"{place} {number}") for number in range(crowd)):
            raise NotAllowed(429, "too-often")

    def _state(self, environ: Environ, place: str) -> dict[str, Any]:
        token = self._token(environ, place)
        with self.lock:
            return self._room.view(token)

    def _vote(self, environ: Environ, place: str) -> dict[str, Any]:
        token, values = self._token(environ, place), _body(environ)
        key, question = values.get("round"), values.get("question")
        if not isinstance(key, str) or not isinstance(question, int) or isinstance(question, bool):
            raise NotAllowed(422, "no-answer")
        with self.lock:
            self._room.vote(token, key, question, values.get("answer"))
            return self._room.view(token)

    def _token(self, environ: Environ, place: str) -> str:
        token = str(environ.get(TOKEN, ""))
        with self.lock:
            if not self._room.knows(token):
                raise NotAllowed(401, "unknown")
            self._room.seen(token, place)
        if not self._by_token.allows(token):
            raise NotAllowed(429, "too-often")
        return token

    def _place(self, address: str) -> str:
        """What stands for an address: of no use to anybody after the room is closed."""
        return hashlib.blake2b(address.encode(), key=self._salt, digest_size=12).hexdigest()


def _body(environ: Environ) -> dict[str, Any]:
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
        raise NotAllowed(415, "json-only")
    content = environ["wsgi.input"].read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NotAllowed(413, "too-long")
    try:
        values = json.loads(content, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise NotAllowed(400, "no-json") from error
    if not isinstance(values, dict):
        raise NotAllowed(400, "no-json")
    return values


def _refuse(word: str) -> float:
    raise ValueError(word)


def _finite(digits: str) -> float:
    if not isfinite(number := float(digits)):
        raise ValueError(digits)
    return number


def content_policy(page: str) -> str:
    """What a browser may do with the page: its own script and its own style, and to speak with this address alone."""
    parts = {tag: re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("script", "style")}
    allowed = {tag: " ".join(f"'sha256-{_digest(text)}'" for text in texts) for tag, texts in parts.items()}
    return (
        f"default-src 'none'; script-src {allowed['script']}; style-src {allowed['style']}; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
