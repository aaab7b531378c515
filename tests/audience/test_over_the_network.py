"""The room over real connections: joining, voting, dropped phones, restarts, and those who wish it ill."""

import random
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from flowsim.audience.journal import OLDEST, left_open
from flowsim.audience.messages import Answers, Count, Failed, Lock, Open, Settings, ShareAddresses, Show, Stop
from flowsim.audience.questions import Result
from flowsim.storage.resources import phone_page
from tests.audience.phones import ASKED, HOME, OpenRoom, Phone, open_room


def address(number: int) -> str:
    return f"127.1.{number // 250}.{1 + number % 250}"


def test_a_phone_joins_votes_changes_its_mind_and_sees_what_came() -> None:
    with open_room() as room:
        phone = room.phone().join()
        assert phone.state == {"phase": "waiting"}
        room.ask()
        room.count(1, 0)
        assert [one["text"] for one in phone.state["questions"]] == [one.text for one in ASKED.questions]
        assert [phone.vote(0, 5), phone.vote(0, 6.5), phone.vote(1, 2), phone.vote(2, 30, 12)] == [200] * 4
        room.count(1, 1)
        assert room.answers() == Answers("round 1", (((6.5,),), ((2.0,),), ((30.0, 12.0),)))
        assert phone.vote(0, 9) == 409
        assert phone.state["phase"] == "locked"
        room.reveal(Result("7 days", "6.5 days", (("6.5", 1),)))
        until(lambda: phone.state["phase"] == "revealed")
        assert phone.state["results"][0]["came"] == "7 days"
        room.audience.say(Show())
        until(lambda: phone.state == {"phase": "waiting"})


def until(holds: Callable[[], bool], patience: float = 20.0) -> None:
    ends = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.3)  # no more often than a phone may


def test_a_late_comer_gets_the_open_question_and_a_code_lets_in_too() -> None:
    with open_room() as room:
        room.ask()
        phone = room.phone()
        typed = f" {room.opened.entry.code[:3]} {room.opened.entry.code[3:]}".lower()
        status, told = phone.send("POST", "/join", {"code": typed})
        assert status == 200
        phone.token = told["token"]
        until(lambda: phone.state["phase"] == "open")


def test_codes_cannot_be_tried_out() -> None:
    with open_room() as room:
        phone = room.phone()
        answers = [phone.send("POST", "/join", {"code": f"AAAA{number:02}"})[0] for number in range(12)]
        assert answers[:5] == [403] * 5
        assert set(answers[5:]) == {429}
        assert [phone.send("POST", "/join", {"key": f"{number}"})[0] for number in range(40)].count(403) <= 21
        assert room.phone("127.0.0.2").join().token


def test_three_hundred_phones_each_dropped_once_leave_exactly_three_hundred_votes() -> None:
    many = 300
    with open_room() as room:
        room.ask()

        def take_part(number: int) -> str:
            phone = room.phone(address(number)).join()
            phone.drop()  # the network is gone for a moment
            for _ in range(2):  # the answer to the first was lost: it is sent again
                assert phone.vote(0, float(number)) == 200
            phone.drop()
            return phone.token

        with ThreadPoolExecutor(40) as threads:
            tokens = set(threads.map(take_part, range(many)))
        assert len(tokens) == many
        answers = room.answers()
        assert sorted(answers.answers[0]) == [(float(number),) for number in range(many)]


def test_a_restart_in_the_middle_of_a_round_loses_no_vote(tmp_path: Path) -> None:
    journal = tmp_path / "room.jsonl"
    first = OpenRoom(settings_with(journal))
    first.ask()
    phones = [first.phone(address(number)).join() for number in range(5)]
    for number, phone in enumerate(phones):
        until(partial(is_open, phone))
        assert phone.vote(0, number) == 200
        phone.drop()
    first.audience._process.kill()  # as if the machine had taken the program away
    first.wait_for(Failed)
    first.close()
    with closing(OpenRoom(settings_with(journal))) as second:
        second.take_over(phones)
        assert second.opened == Open(HOME, first.opened.port, first.opened.entry, resumed=True)
        second.ask()
        until(lambda: phones[3].state["mine"][0] == [3.0])
        assert phones[4].vote(0, 40) == 200
        assert sorted(second.answers().answers[0]) == [(0.0,), (1.0,), (2.0,), (3.0,), (40.0,)]
    assert not journal.exists()


def is_open(phone: Phone) -> bool:
    return bool(phone.state["phase"] == "open")


def settings_with(journal: Path) -> Settings:
    return Settings(HOME, None, phone_page(), journal)


def test_a_second_room_on_this_machine_is_another_one_and_leaves_the_first_ones_journal(tmp_path: Path) -> None:
    journal = tmp_path / "room.jsonl"
    with closing(OpenRoom(settings_with(journal))) as first:
        first.phone().join()
        with closing(OpenRoom(settings_with(journal))) as second:
            assert not second.opened.resumed
            assert second.opened.entry != first.opened.entry
        left = left_open(journal)
        assert left is not None
        assert left.entry == first.opened.entry
        assert len(left.changes) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is full, which Linux has")
def test_a_journal_that_cannot_be_written_is_told_and_the_room_goes_on(tmp_path: Path) -> None:
    from flowsim.audience.journal import Journal
    from flowsim.audience.room import Entry, Room

    room = Room(Entry.new())
    journal = Journal(tmp_path / "room.jsonl", room, HOME, 1)
    journal._file.close()
    with suppress(OSError), Path("/dev/full").open("a", encoding="utf-8") as full:
        journal._file = full
        room.join(room.entry.key, "a")
        assert "space" in journal.broken
        assert room.join(room.entry.key, "b")
    journal.close()


def test_a_journal_stays_small_whatever_is_changed(tmp_path: Path) -> None:
    from flowsim.audience.journal import COMPACT_AT, Journal
    from flowsim.audience.room import Entry, Phase, Room

    path, room = tmp_path / "room.jsonl", Room(Entry.new())
    journal = Journal(path, room, HOME, 1)
    room.show(Phase.OPEN, ASKED)
    tokens = [room.join(room.entry.key, str(number)) for number in range(20)]
    for number in range(20_000):
        room.vote(tokens[number % 20], "round 1", 0, [number])
    assert path.stat().st_size < COMPACT_AT + 200
    again = Room(room.entry, shared_addresses=True)
    left = left_open(path)
    assert left is not None
    for change in left.changes:
        again.put_back(change)
    assert again.answers(ASKED) == room.answers(ASKED)
    journal.close()


def test_the_process_ends_with_the_program_and_leaves_what_it_knows(tmp_path: Path) -> None:
    journal = tmp_path / "room.jsonl"
    room = OpenRoom(settings_with(journal))
    room.phone().join()
    room.audience._pipe.close()  # what the end of a program does to its pipes
    room.audience._process.join(10)
    assert room.audience._process.exitcode == 0
    left = left_open(journal)
    assert left is not None
    assert len(left.changes) == 1
    room.close()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]\n", b'{"key": 1}\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n"])
def test_a_journal_that_is_none_opens_a_new_room(tmp_path: Path, content: bytes) -> None:
    journal = tmp_path / "room.jsonl"
    journal.write_bytes(content)
    assert left_open(journal) is None
    with open_room(journal) as room:
        assert not room.opened.resumed
        assert room.phone().join().token


def test_a_room_of_yesterday_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = tmp_path / "room.jsonl"
    room = OpenRoom(settings_with(journal))
    room.audience._process.kill()
    room.wait_for(Failed)
    room.close()
    assert left_open(journal) is not None
    later = time.time() + OLDEST + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert left_open(journal) is None


def test_a_port_that_is_taken_is_told() -> None:
    with closing(socket.create_server((HOME, 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AssertionError, match="in use"):
            OpenRoom(Settings(HOME, port, b"", None))


# Those who wish it ill


def test_every_answer_forbids_what_the_page_does_not_need() -> None:
    with open_room() as room:
        phone = room.phone()
        for method, path in (("GET", "/"), ("GET", "/state"), ("GET", "/nothing"), ("POST", "/join")):
            phone.send(method, path)
            policy = phone.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; script-src 'sha256-")
            assert "unsafe" not in policy
            assert phone.headers["X-Content-Type-Options"] == "nosniff"
            assert phone.headers["Cache-Control"] == "no-store"
            assert "Set-Cookie" not in phone.headers
            assert "Server" not in phone.headers
        assert len(phone.send("GET", "/")[1]) < 30_000


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("GET", "/../flowsim", {}, 404), ("GET", "/resources/", {}, 404), ("GET", "/favicon.ico", {}, 404),
        ("GET", "/state/", {}, 404), ("PUT", "/vote", {"body": {}}, 405), ("GET", "/vote", {}, 405),
        ("GET", "/", {"Host": "elsewhere.invalid"}, 421), ("GET", "/", {"Host": "127.0.0.1"}, 421),
        ("POST", "/join", {"body": {}, "Origin": "http://elsewhere.invalid"}, 421),
        ("POST", "/join", {"body": {}, "Content_Type": "text/plain"}, 415),
        ("POST", "/join", {"body": {"key": "x" * 2000}}, 413), ("POST", "/join", {"content": b"{"}, 400),
        ("POST", "/join", {"content": b"[" * 900}, 400), ("POST", "/join", {"content": b'{"key": NaN}'}, 400),
        ("POST", "/join", {"body": [1]}, 400), ("POST", "/join", {"body": {"code": 7}}, 422),
        ("GET", "/state", {}, 401), ("POST", "/vote", {"body": {"round": "round 1"}}, 401),
    ],
)  # fmt: skip
def test_what_is_not_asked_as_the_page_asks_is_refused(
    method: str, path: str, sent: dict[str, Any], status: int
) -> None:
    with open_room() as room:
        assert room.phone().send(method, path, **sent)[0] == status


def test_nobody_asks_without_end() -> None:
    with open_room() as room:
        loud, quiet = room.phone().join(), room.phone("127.0.0.2").join()
        answers = [loud.send("GET", "/state")[0] for _ in range(80)]
        assert answers.count(429) > 30
        assert quiet.state == {"phase": "waiting"}


def test_nobody_holds_all_connections() -> None:
    with open_room() as room:
        held = [socket.create_connection((HOME, room.opened.port)) for _ in range(60)]
        try:
            assert room.phone("127.0.0.9").join().token
            closed = 0
            for one in held:
                one.settimeout(0.2)
                with suppress(TimeoutError):
                    closed += one.recv(1) == b""
            assert closed >= 50
        finally:
            for one in held:
                one.close()


def test_ten_thousand_mutilated_requests_change_nothing_and_break_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    dice, many = random.Random(8), 10_000
    with open_room() as room:
        room.audience.say(ShareAddresses(shared=True))  # so that none is sent away for asking too often alone
        room.ask()
        phone = room.phone("127.0.0.7").join()
        until(lambda: phone.state["phase"] == "open")
        assert phone.vote(0, 5) == 200
        phone.drop()
        body = b'{"round": "round 1", "question": 0, "answer": [77]}'
        good = (
            f"POST /vote HTTP/1.1\r\nHost: {HOME}:{room.opened.port}\r\nContent-Type: application/json\r\n"
            f"X-Room-Token: AAAA{phone.token[4:]}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body
        room.count(1, 0)

        def attack(number: int) -> None:
            its, luck = bytearray(good), random.Random(number)
            for _ in range(luck.randint(1, 12)):
                place = luck.randrange(len(its))
                its[place : place + luck.randint(0, 3)] = luck.randbytes(luck.randint(0, 4))
            with suppress(OSError), socket.create_connection((HOME, room.opened.port), timeout=5) as one:
                one.settimeout(0.05)
                one.sendall(bytes(its))
                one.shutdown(socket.SHUT_WR)
                one.recv(4096)

        with ThreadPoolExecutor(8) as threads:
            list(threads.map(attack, dice.sample(range(10**9), many)))
        room.look()
        assert [one for one in room.told if isinstance(one, Count)][-1] == Count(1, 0)
        assert room.answers().answers == (((5.0,),), (), ())
        assert phone.state["phase"] == "locked"
    assert "Traceback" not in "".join(capfd.readouterr())


def test_closing_leaves_no_process_and_nothing_listens() -> None:
    room = OpenRoom(Settings(HOME, 0, b"", None))
    room.audience.say(Stop())
    room.close()
    assert room.audience._process.exitcode == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOME, room.opened.port), timeout=2)
    room.audience.say(Lock(ASKED))  # nobody hears it, and nothing breaks
    assert room.audience.news() == []
