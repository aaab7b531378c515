"""The phone's page in a real browser, of the size of a phone: joining, voting, sleeping, reloading, the result."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flowsim.audience.joining import address_of, link_of
from flowsim.audience.messages import Count, Lock, Open, Settings, ShareAddresses, Show
from flowsim.audience.questions import Result
from flowsim.storage.resources import phone_page
from tests.audience.browser import CHROMIUM, NO_BROWSER, Browser, Page, browser
from tests.audience.phones import ASKED, OpenRoom, open_room

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)

RESULTS = (
    Result("7.2 days", "3 answers, in the middle 6 days.", (("4 - 5", 1), ("5 - 6", 2))),
    Result("Test", "2 of 3 said “Test”.", (("Analysis", 1), ("Test", 2), ("nowhere", 0))),
    Result("31 cards", "3 answers.", ()),
)


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Browser]:
    with browser(tmp_path) as its:
        yield its


@pytest.fixture
def room() -> Iterator[OpenRoom]:
    with open_room() as its:
        yield its


def scan(phone: Page, opened: Open) -> None:
    phone.open(link_of(opened.host, opened.port, opened.entry))


def answer_all(phone: Page, days: str, option: int) -> None:
    phone.until_text("How long does a card take?")
    phone.tap("#q0 input")
    phone.type(days)
    phone.tap("#q0 button")
    phone.until(lambda: phone.text.count("Sent. You can change it") == 1)
    phone.tap("#q1 button", option)
    phone.until(lambda: phone.text.count("Sent. You can change it") == 2)  # and nothing moves any more
    phone.tap("#q2 svg")
    phone.until(lambda: phone.text.count("Sent. You can change it") == 3)


def test_a_phone_scans_votes_changes_its_mind_and_sees_the_result(
    chromium: Browser, room: OpenRoom, tmp_path: Path
) -> None:
    phone = chromium.phone()
    scan(phone, room.opened)
    phone.until_text("You are in.")
    assert "#" not in phone.js("location.href")  # the key stays in no history
    room.ask()
    answer_all(phone, "5,5", 1)
    room.wait_for(Count, lambda its: its == Count(1, 1))
    assert phone.js("document.querySelector('#q1 [aria-checked=true]').textContent") == "Test"
    phone.tap("#q1 button", 0)
    phone.until(lambda: phone.js("document.querySelector('#q1 [aria-checked=true]').textContent") == "Analysis")
    answers = room.answers().answers
    assert answers[:2] == (((5.5,),), ((0.0,),))
    ((time, many),) = answers[2]
    assert abs(time - 30) < 4
    assert abs(many - 20) < 4
    phone.until_text("Locked. Now watch the run.")
    assert "You said: 5.5 days" in phone.text
    room.reveal(*RESULTS)
    phone.until_text("It came to: 7.2 days")
    assert "The room said: 3 answers, in the middle 6 days." in phone.text
    assert phone.js("document.querySelectorAll('.bar').length") == 5
    room.audience.say(Show())
    phone.until_text("The next question comes by itself.")
    assert {address.split("/")[2] for address in phone.asked_for if address.startswith("http")} == {
        address_of(room.opened.host, room.opened.port).removeprefix("http://")
    }
    assert phone.complaints == []


def test_several_join_by_code_and_late_comers_get_the_open_question(chromium: Browser, room: OpenRoom) -> None:
    room.audience.say(ShareAddresses(shared=True))  # all these phones are on one machine
    room.ask()
    phones = [chromium.phone() for _ in range(3)]
    for phone in phones:
        phone.open(address_of(room.opened.host, room.opened.port))
        phone.until_text("Code on the screen")
        phone.type(room.opened.entry.code.lower())
        phone.tap("button")
        phone.until_text("Where will work pile up?")
    for number, phone in enumerate(phones):
        phone.tap("#q1 button", number % 2)
        phone.until_text("Sent.")
    assert sorted(room.answers().answers[1]) == [(0.0,), (0.0,), (1.0,)]


def test_a_wrong_code_is_told_and_lets_nobody_in(chromium: Browser, room: OpenRoom) -> None:
    phone = chromium.phone()
    phone.open(address_of(room.opened.host, room.opened.port))
    phone.until_text("Code on the screen")
    phone.type("ABCDEF" if room.opened.entry.code != "ABCDEF" else "FEDCBA")
    phone.tap("button")
    phone.until_text("That is not the code on the screen.")
    room.look()
    assert not [one for one in room.told if isinstance(one, Count) and one.joined]


def test_a_phone_that_slept_or_was_reloaded_is_the_same_one(chromium: Browser, room: OpenRoom) -> None:
    phone = chromium.phone()
    scan(phone, room.opened)
    room.ask()
    phone.until_text("Where will work pile up?")
    phone.tap("#q1 button", 2)
    phone.until_text("Sent.")
    phone.asleep(True)
    phone.until_text("No connection to the screen.")
    room.audience.say(Lock(ASKED))
    phone.asleep(False)
    phone.until_text("Locked.")
    phone.ask("Page.reload")
    phone.until_text("You said: nowhere")
    room.look()
    assert {one.joined for one in room.told if isinstance(one, Count)} <= {0, 1}


def test_a_restart_of_the_program_in_the_middle_of_a_round_loses_no_vote(chromium: Browser, tmp_path: Path) -> None:
    settings = Settings("127.0.0.1", None, phone_page(), tmp_path / "room.jsonl")
    first = OpenRoom(settings)
    phone = chromium.phone()
    scan(phone, first.opened)
    first.ask()
    phone.until_text("Where will work pile up?")
    phone.tap("#q1 button", 2)
    phone.until_text("Sent.")
    first.audience._process.kill()
    first.close()
    phone.until_text("No connection to the screen.")
    with closing(OpenRoom(settings)) as second:
        second.ask()
        phone.until(lambda: "No connection" not in phone.text)
        phone.tap("#q1 button", 1)
        phone.until(lambda: phone.js("document.querySelector('#q1 [aria-checked=true]').textContent") == "Test")
        assert second.answers().answers[1] == ((1.0,),)


def test_the_page_speaks_the_phones_language_and_wears_its_colours(chromium: Browser, room: OpenRoom) -> None:
    phone = chromium.phone(dark=True, language="de")
    phone.open(address_of(room.opened.host, room.opened.port))
    phone.until_text("Code auf der Leinwand")
    assert phone.js("document.documentElement.lang") == "de"
    assert phone.js("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"


def test_everything_can_be_touched_and_read(chromium: Browser, room: OpenRoom) -> None:
    phone = chromium.phone()
    scan(phone, room.opened)
    room.ask()
    phone.until_text("Where will work pile up?")
    heights = phone.js("[...document.querySelectorAll('button, input')].map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 48
    assert phone.js("document.documentElement.scrollWidth") <= 390
    tree = phone.ask("Accessibility.getFullAXTree")["nodes"]
    told = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node.get("ignored")}
    assert ("radiogroup", "Where will work pile up?") in told
    assert {("radio", "Analysis"), ("radio", "Test"), ("radio", "nowhere")} <= told
    assert ("textbox", "How long does a card take?, days") in told
    assert ("heading", "How many are finished?") in told


def test_a_question_with_signs_of_html_is_text(chromium: Browser, room: OpenRoom) -> None:
    from dataclasses import replace

    hostile = "<img src=x onerror=alert(1)><b>bold</b>"
    asked = replace(ASKED, title=hostile, questions=tuple(replace(one, text=hostile) for one in ASKED.questions))
    phone = chromium.phone()
    scan(phone, room.opened)
    room.ask(asked)
    phone.until_text(hostile)
    assert phone.js("document.querySelectorAll('main img, main b').length") == 0
    assert phone.complaints == []


@pytest.mark.skipif(
    os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("ip") is None,
    reason="needs a user who may lay networks, and Linux's ip",
)
def test_a_phone_in_a_network_of_its_own_reaches_the_laptop(tmp_path: Path) -> None:
    name, laptop, phones = f"phone{os.getpid()}", "10.213.77.1", "10.213.77.2"
    link, other = f"fl{os.getpid()}"[:14], f"fp{os.getpid()}"[:14]

    def ip(*words: str) -> None:
        subprocess.run(["ip", *words], check=True, capture_output=True)

    try:
        ip("netns", "add", name)
        ip("link", "add", link, "type", "veth", "peer", "name", other, "netns", name)
        ip("addr", "add", f"{laptop}/24", "dev", link)
        ip("link", "set", link, "up")
        ip("-n", name, "addr", "add", f"{phones}/24", "dev", other)
        ip("-n", name, "link", "set", other, "up")
        ip("-n", name, "link", "set", "lo", "up")
    except subprocess.CalledProcessError as error:
        subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
        pytest.skip(f"no network can be laid here: {error.stderr.decode().strip()}")
    try:
        with (
            closing(OpenRoom(Settings(laptop, 0, phone_page(), None))) as room,
            browser(tmp_path, ["ip", "netns", "exec", name]) as its,
        ):
            phone = its.phone()
            scan(phone, room.opened)
            room.ask()
            phone.until_text("Where will work pile up?")
            phone.tap("#q1 button", 1)
            phone.until_text("Sent.")
            assert room.answers().answers[1] == ((1.0,),)
    finally:
        ip("netns", "del", name)
