"""The process that phones speak with. It ends when it is told to, or when the program it belongs to is gone.

Served by waitress: plain Python without dependencies, a quarter of the start-up time of uvicorn with starlette and an
eighth of aiohttp's, in production for years, with limits on everything a client can hold. It is told over a pipe
what is asked, and tells what comes in (`messages`).
"""

import logging
import signal
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Final, cast

from filelock import FileLock, Timeout
from typing_extensions import override
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from flowsim.audience.joining import address_of
from flowsim.audience.journal import Journal, Left, left_open
from flowsim.audience.messages import (
    Answers,
    Ask,
    Count,
    Failed,
    Lock,
    Open,
    Reveal,
    Settings,
    ShareAddresses,
    Stop,
    Wait,
)
from flowsim.audience.room import MOST_PHONES, Entry, Room
from flowsim.audience.web import MOST_BYTES, PHONES_BEHIND_ONE_ADDRESS, Web

PORTS: Final = (8080, 8000, 8888, 0)
"""Tried in this order; the last is whichever is free. Short ones are easier to type."""

TELL_EVERY: Final = 0.2
"""Seconds between two looks at how many have answered."""

CONNECTIONS_OF_A_PHONE: Final = 8
IDLE: Final = 15
"""Seconds after which a connection that says nothing is closed."""

MOST_HEADERS: Final = 8 * 1024


class _Server(TcpWSGIServer):
    """Lets nobody hold all the connections there are."""

    phones_behind_one = 1

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(cast(Any, self.socket).getsockname()[1])

    @override
    def accept(self) -> Any:
        found = super().accept()
        if found is not None:
            connection, (address, *_) = found
            channels: dict[int, HTTPChannel] = cast(Any, self.active_channels)
            many = sum(channel.addr[0] == address for channel in tuple(channels.values()))
            if many >= CONNECTIONS_OF_A_PHONE * self.phones_behind_one:
                connection.close()
                return None
        return found


def serve(settings: Settings, pipe: Connection) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to answer
    logging.getLogger("waitress").addHandler(logging.NullHandler())
    logging.getLogger("waitress").propagate = False
    settings = _alone(settings)
    left = None if settings.journal is None else left_open(settings.journal)
    room = Room(Entry.new() if left is None else left.entry, shared_addresses=settings.shared_addresses)
    try:
        server, web = _listening(settings, room, left)
        journal = _journal(settings, room, server.port, left)
    except OSError as error:
        pipe.send(Failed(error.strerror or str(error)))
        return
    Thread(target=server.run, name="phones", daemon=True).start()
    pipe.send(Open(settings.host, server.port, room.entry, left is not None))
    stopped = _speak(pipe, room, web, server)
    server.close()
    if journal is not None and stopped:
        journal.close()


def _alone(settings: Settings) -> Settings:
    """The settings with the journal for this room alone; without one, while another room is open on this machine."""
    if settings.journal is None:
        return settings
    try:
        settings.journal.parent.mkdir(parents=True, exist_ok=True)
        FileLock(settings.journal.with_suffix(".lock"), is_singleton=True).acquire(timeout=0)  # while the process lives
    except (OSError, Timeout):
        return replace(settings, journal=None)
    return settings


def _listening(settings: Settings, room: Room, left: Left | None) -> tuple[_Server, Web]:
    """A server at the address; at the port the room had before, so that phones find it again, or one that is free."""
    before = [left.port] if left is not None and left.host == settings.host else []
    ports = [settings.port] if settings.port is not None else [*before, *PORTS]
    for port in ports:
        adjustments = Adjustments(
            host=settings.host, port=port, threads=4, ident=None, connection_limit=2 * MOST_PHONES, backlog=512,
            channel_timeout=IDLE, cleanup_interval=5, max_request_body_size=MOST_BYTES, asyncore_use_poll=True,
            max_request_header_size=MOST_HEADERS, clear_untrusted_proxy_headers=True, log_socket_errors=False,
        )  # fmt: skip
        try:
            server = _Server(_nobody, adj=adjustments)
        except OSError:
            if port == ports[-1]:
                raise
            continue
        name = address_of(settings.host, server.port).removeprefix("http://")
        server.application = web = Web(room, settings.page, name, time.monotonic)
        server.phones_behind_one = PHONES_BEHIND_ONE_ADDRESS if room.shared_addresses else 1
        return server, web
    raise OSError("no port is free")


def _nobody(_environ: object, _start_response: object) -> list[bytes]:
    """Until it is known at which port, nobody is answered; nobody is let in then either."""
    return []


def _journal(settings: Settings, room: Room, port: int, left: Left | None) -> Journal | None:
    if settings.journal is None:
        return None
    changes = () if left is None else left.changes
    for change in changes:
        room.put_back(change)
    journal = Journal(settings.journal, room.entry, settings.host, port, changes)
    room.write = journal.write
    return journal


def _speak(pipe: Connection, room: Room, web: Web, server: _Server) -> bool:
    """Do what the window says until it says stop (True), or is gone (False); tell how many have answered."""
    told: Count | None = None
    while True:
        try:
            while pipe.poll(TELL_EVERY):
                said = pipe.recv()
                if isinstance(said, Stop):
                    return True
                with web.lock:
                    answer = _done(said, room, server)
                if answer is not None:
                    pipe.send(answer)
            with web.lock:
                count = Count(room.joined, room.answered)
            if count != told:
                told = count
                pipe.send(count)
        except (EOFError, OSError):
            return False


def _done(said: object, room: Room, server: _Server) -> Answers | None:
    match said:
        case Ask(asked):
            room.ask(asked)
        case Lock():
            room.lock()
            if room.asked is not None:
                return Answers(room.asked.key, tuple(map(tuple, room.answers)))
        case Reveal(results):
            room.reveal(results)
        case Wait():
            room.wait()
        case ShareAddresses(shared):
            room.shared_addresses = shared
            server.phones_behind_one = PHONES_BEHIND_ONE_ADDRESS if shared else 1
    return None
