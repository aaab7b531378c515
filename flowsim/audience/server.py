"""The process that phones speak with. It ends when it is told to, or when the program it belongs to is gone.

Served by waitress: plain Python without dependencies, a quarter of the start-up time of uvicorn with starlette and an
eighth of aiohttp's, in production for years, with limits on everything a client can hold. It is told over a pipe
what is asked, and tells what comes in (`messages`).
"""

import logging
import select
import signal
import time
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
from flowsim.audience.messages import Answers, Count, Failed, Lock, NotKept, Open, Settings, ShareAddresses, Show, Stop
from flowsim.audience.room import MOST_PHONES, Entry, Phase, Room
from flowsim.audience.web import MOST_BYTES, PHONES_BEHIND_ONE_ADDRESS, Web

PORTS: Final = (8080, 8000, 8888, 0)
"""Tried in this order; the last is whichever is free. Short ones are easier to type."""

TELL_EVERY: Final = 0.2
"""Seconds between two looks at how many have answered."""

CONNECTIONS_OF_A_PHONE: Final = 8
MOST_CONNECTIONS: Final = 2 * MOST_PHONES if hasattr(select, "poll") else 400
"""Where the system cannot poll, it can look at no more than 512 at once."""

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
    lock = _lock_of(settings)  # held while the process lives: another room on this machine has no journal
    path = settings.journal if lock is not None else None
    left = None if path is None else left_open(path)
    room = Room(Entry.new() if left is None else left.entry, shared_addresses=settings.shared_addresses)
    for change in () if left is None else left.changes:
        room.put_back(change)
    try:
        server, web = _listening(settings, room, left)
        journal = None if path is None else Journal(path, room, settings.host, server.port)
    except OSError as error:
        pipe.send(Failed(error.strerror or str(error)))
        return
    Thread(target=server.run, name="phones", daemon=True).start()
    pipe.send(Open(settings.host, server.port, room.entry, left is not None))
    stopped = _speak(pipe, room, web, server, journal)
    server.close()
    if journal is not None and stopped:
        journal.close()
    if lock is not None:
        lock.release()


def _lock_of(settings: Settings) -> FileLock | None:
    """The lock on the journal; None where there is none to be kept, or another room holds it."""
    if settings.journal is None:
        return None
    lock = FileLock(settings.journal.with_suffix(".lock"))
    try:
        settings.journal.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except (OSError, Timeout):
        return None
    return lock


def _listening(settings: Settings, room: Room, left: Left | None) -> tuple[_Server, Web]:
    """A server at the address; at the port the room had before, so that phones find it again, or one that is free."""
    before = [left.port] if left is not None and left.host == settings.host else []
    ports = [settings.port] if settings.port is not None else [*before, *PORTS]
    for port in ports:
        adjustments = Adjustments(
            host=settings.host, port=port, threads=4, ident=None, connection_limit=MOST_CONNECTIONS, backlog=512,
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


def _speak(pipe: Connection, room: Room, web: Web, server: _Server, journal: Journal | None) -> bool:
    """Do what the window says until it says stop (True), or is gone (False); tell how many have answered."""
    count: Count | None = None
    broken = ""
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
                now = Count(room.joined, room.answered)
            if now != count:
                count = now
                pipe.send(now)
            if journal is not None and journal.broken != broken:
                broken = journal.broken
                pipe.send(NotKept(broken))
        except (EOFError, OSError):
            return False


def _done(said: object, room: Room, server: _Server) -> Answers | None:
    match said:
        case Show(phase, asked, results):
            room.show(phase, asked, results)
        case Lock(asked):
            if room.asked is not None and room.asked.key == asked.key:
                room.show(Phase.LOCKED, asked)
            return Answers(asked.key, tuple(map(tuple, room.answers(asked))))
        case ShareAddresses(shared):
            room.shared_addresses = shared
            server.phones_behind_one = PHONES_BEHIND_ONE_ADDRESS if shared else 1
    return None
