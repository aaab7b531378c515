"""Three hundred phones: how long they take to join and vote, and what the window and the machine feel of it."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from flowsim.audience.messages import Count, Open
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.main_window import MainWindow
from tests.audience.phones import HOME, Phone
from tests.benchmarks.conftest import Results
from tests.benchmarks.turns import turns
from tests.benchmarks.yardsticks import Floor
from tests.ui.conftest import nothing_left_alive, settings, window
from tests.ui.visitor import Visitor

__all__ = ["nothing_left_alive", "settings", "window"]

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]

PHONES = 300
POLLS = 5


def phones(opened: Open, pipe: Connection) -> None:
    """In a process of their own: all join and vote, each dropped once; then each asks every second, like the page."""

    def take_part(number: int) -> Phone:
        phone = Phone(opened, f"127.3.{number // 250}.{1 + number % 250}").join()
        phone.drop()
        state = phone.state
        for place, question in enumerate(state["questions"]):
            answer = (number % 60, number % 60) if question["kind"] == "point" else (number % 3,)
            phone.vote(place, *answer, key=state["round"])
        return phone

    began = time.perf_counter()
    with ThreadPoolExecutor(40) as threads:
        joined = list(threads.map(take_part, range(PHONES)))
    pipe.send(time.perf_counter() - began)
    with ThreadPoolExecutor(40) as threads:
        for _ in range(POLLS):
            ends = time.perf_counter() + 1.0
            list(threads.map(lambda phone: phone.state, joined))
            time.sleep(max(ends - time.perf_counter(), 0.0))
    for phone in joined:
        phone.drop()


def cpu_seconds(process: int) -> float:
    """What a process of Linux has used of the processor."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_three_hundred_phones_beside_the_window(window: MainWindow, results: Results) -> None:
    visitor, room = Visitor(window), window.workshop.audience
    window.opening.follow_exercise(exercises()[0].story)
    window.workshop.acts.step_by(1)
    room.show()
    room.open(HOME)
    visitor.until(lambda: room.way is not None and room.asks)
    assert room.way is not None
    assert room._audience is not None
    ours, theirs = get_context("spawn").Pipe()
    crowd = get_context("spawn").Process(target=phones, args=(room.way.opened, theirs))
    server = room._audience._process.pid
    assert server is not None
    crowd.start()
    blocks: list[float] = []
    while not ours.poll():
        blocks += turns(0.2)
    took, before = ours.recv(), cpu_seconds(server)
    visitor.until(lambda: room.count == Count(PHONES, PHONES))
    began = time.perf_counter()
    while crowd.is_alive():
        blocks += turns(0.2)
    share = (cpu_seconds(server) - before) / (time.perf_counter() - began)
    crowd.join()
    results.note(f"share of a core that {PHONES} waiting phones take", f"{100 * share:.0f} %", "")
    results.judge(f"{PHONES} phones join, drop, and vote, s", [took], Floor(5.0))
    results.judge("longest block of the window meanwhile, ms", [max(blocks)], Floor(50.0))
    room.leave()
