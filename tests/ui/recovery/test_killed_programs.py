"""The program is killed at random moments: what it did up to 5 seconds before is there again, or nothing is lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from flowsim.session.rounds import Phase, phase_of
from flowsim.session.session import Session
from flowsim.storage import Document, save_document
from flowsim.storage.reading import read_document
from flowsim.storage.recovery import ENDING, LeftBehind, Recovery
from tests.session.boards import BUSY
from tests.systems import with_a_home_of_its_own
from tests.ui.recovery.doomed import digest

pytestmark = with_a_home_of_its_own

ROOT: Final = Path(__file__).parents[3]
MOST_LOST: Final = 5.0
"""Seconds of work that a kill may cost, as docs promise."""


@dataclass(frozen=True)
class State:
    """Something that was open from `since` to `until`, in seconds of the clock that all programs share."""

    since: float
    until: float
    digest: str
    keeps: bool


class Program:
    """A program of its own, in a home of its own unless it is given one, that somebody works in."""

    def __init__(self, folder: Path, seed: int | str, home: Path | None = None) -> None:
        folder.mkdir(parents=True)
        self.home = home or folder
        self.file = folder / "busy.flowsim"
        self.killed = 0.0
        self._log = folder / "log"
        self._said = folder / "said"
        save_document(self.file, Document(BUSY))
        places = {f"XDG_{kind}_HOME": str(self.home / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.recovery.doomed", str(seed), str(self._log), str(self.file)],
                env={**os.environ, **places, "HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"},
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            )  # fmt: skip

    @property
    def recovery(self) -> Recovery:
        return Recovery(self.home / "DATA/flowsim/flowsim/open")

    def wait_until_open(self) -> None:
        give_up = time.monotonic() + 60
        while not (self._log.exists() and self._log.stat().st_size):
            assert self._process.poll() is None, self._said.read_text()
            assert time.monotonic() < give_up, self._said.read_text()
            time.sleep(0.01)

    def kill(self) -> None:
        """As the system does when it is out of memory: without a word."""
        assert self._process.poll() is None, self._said.read_text()
        self.killed = time.monotonic()
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        if self._process.poll() is None:
            self.kill()

    @property
    def said(self) -> str:
        """What it complained of."""
        return self._said.read_text()

    @property
    def states(self) -> list[State]:
        """What it has been in, oldest first; a line cut off by the kill was never there."""
        lines = [line.split() for line in self._log.read_text().split("\n")[:-1]]
        ends = [*(float(line[0]) for line in lines[1:]), self.killed]
        return [
            State(float(since), until, its, keeps == "keeps")
            for (since, its, keeps), until in zip(lines, ends, strict=True)
        ]


@contextmanager
def working(folder: Path, seed: int | str, home: Path | None = None) -> Iterator[Program]:
    program = Program(folder, seed, home)
    try:
        program.wait_until_open()
        yield program
    finally:
        program.end()


def opened_again(left: LeftBehind) -> Session:
    """The session on view again, played to where it was."""
    session = Session.recovered(left.document, left.file)
    while session.replay is not None:
        session.tick(0.0, 1.0)
    return session


def seconds_lost(program: Program, left: LeftBehind) -> float:
    """How long before the kill the recovered state was still what was open."""
    session = opened_again(left)
    assert session.file.unsaved
    assert session.file.document == left.document
    its = digest(left.document, left.file)
    current_until = [state.until for state in program.states if state.digest == its]
    assert current_until, "what is recovered was never open"
    return program.killed - max(current_until)


def killed_after(seconds: float, folder: Path, seed: int) -> float | None:
    """Seconds of work lost in a program killed so many seconds after it was open; None: there was nothing to keep."""
    with working(folder, seed) as program:
        time.sleep(seconds)
        program.kill()
    assert "Traceback" not in program.said
    found = program.recovery.left_behind()
    try:
        if not found:
            lately = [state for state in program.states if state.until > program.killed - MOST_LOST]
            assert not all(state.keeps for state in lately), "there was something to keep, and it is gone"
            return None
        [left] = found
        return seconds_lost(program, left)
    finally:
        for left in found:
            left.lifeline.close()


def killed_at(moments: int, longest: float, folder: Path, at_once: int) -> list[float | None]:
    luck = random.Random(20)
    ends = [luck.uniform(0.0, longest) for _ in range(moments)]
    with ThreadPoolExecutor(at_once) as side_by_side:
        jobs = [side_by_side.submit(killed_after, end, folder / str(seed), seed) for seed, end in enumerate(ends)]
        return [job.result() for job in jobs]


def hold(lost: list[float | None]) -> None:
    """What was promised was kept; the figures are for who runs it with -s."""
    found = [each for each in lost if each is not None]
    print(f"\n{len(found)} of {len(lost)} recovered, the oldest {max(found, default=0.0):.2f} s before the kill")
    assert max(found) <= MOST_LOST


def test_a_kill_at_five_moments_costs_no_more_than_five_seconds(tmp_path: Path) -> None:
    hold(killed_at(5, 8.0, tmp_path, at_once=5))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_kill_at_two_hundred_moments_costs_no_more_than_five_seconds(tmp_path: Path) -> None:
    hold(killed_at(200, 15.0, tmp_path, at_once=4))


def phase_after_a_kill(phase: Phase, folder: Path) -> Phase:
    """Which phase a round is in again whose program was killed in `phase`, once that had been written down."""
    with working(folder, phase.name) as program:
        until(lambda: any(phase_of(opened_again(left)) is phase for left in looked_at(program)))
        program.kill()
    [left] = program.recovery.left_behind()
    try:
        session = opened_again(left)
        its = session.workshop.under_way
        assert its is not None
        assert its.predictions[0].guess == (4.0,)
        return phase_of(session)
    finally:
        left.lifeline.close()


def looked_at(program: Program) -> Iterator[LeftBehind]:
    """What has been written down so far, read while the program goes on."""
    for file in written(program.home):
        document = read_document(json.loads(file.read_text(encoding="utf-8"))["document"].encode())
        yield LeftBehind(Document(*document), program.file, datetime.now(UTC), None)  # type: ignore[arg-type]


def test_a_kill_in_each_phase_of_a_round_brings_that_phase_back(tmp_path: Path) -> None:
    phases = [Phase.PREDICT, Phase.RUN, Phase.OVER, Phase.REVEALED]
    with ThreadPoolExecutor(len(phases)) as side_by_side:
        jobs = [side_by_side.submit(phase_after_a_kill, phase, tmp_path / phase.name) for phase in phases]
        assert [job.result() for job in jobs] == phases


def written(home: Path) -> list[Path]:
    """What the programs of a home have written down for after a crash."""
    return [file for file in home.rglob(f"*{ENDING}") if file.stat().st_size > 0]


def until(condition: Callable[[], bool]) -> None:
    give_up = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.01)


def test_two_programs_on_one_folder_leave_each_other_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with working(tmp_path / "one", 1, home) as one, working(tmp_path / "two", 2, home) as two:
        until(lambda: len(written(home)) == 2)
        one.kill()
        [left] = one.recovery.left_behind()
        assert left.file == one.file
        assert seconds_lost(one, left) <= MOST_LOST
        left.lifeline.close()
        assert one.recovery.left_behind() == []
        (file,) = written(home)
        before = file.stat().st_mtime_ns
        until(lambda: file.stat().st_mtime_ns > before)  # the other one goes on writing
        two.kill()
        [left] = two.recovery.left_behind()
        assert left.file == two.file
        assert seconds_lost(two, left) <= MOST_LOST
        left.lifeline.close()


def test_an_interrupt_from_the_terminal_ends_the_window_at_once(tmp_path: Path) -> None:
    places = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    board = tmp_path / "board.flowsim"
    save_document(board, Document(BUSY))
    env = {**os.environ, **places, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "flowsim", str(board)]
    with subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.PIPE, text=True) as program:
        give_up = time.monotonic() + 60
        # The folder of open sessions is made when the first board is on view.
        while not list(tmp_path.glob("DATA/flowsim/flowsim/open/*.lock")):
            assert program.poll() is None
            assert time.monotonic() < give_up
            time.sleep(0.01)
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)
    assert program.returncode == -signal.SIGINT
    assert "Traceback" not in said
