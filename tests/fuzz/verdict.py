"""What the program does with one file, and whether it may.

A file is loaded, looked through as `flowsim check` does it, saved and loaded again, and played for a little. It may be
refused, at any of these, with problems a person can read. Anything else that is raised is a bug, and so is a step that
takes more than a second of the processor.
"""

import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final, TypeVar

from flowsim.cli_figures import figures_table
from flowsim.domain.advice import sentences
from flowsim.domain.arrivals import (
    Fixed,
    mean_size,
)
from flowsim.domain.deadlock import stoppages
from flowsim.domain.problems import EndlessInstant, Problem, ScenarioProblems, one_line
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.engine import Replay, Simulation, refusals
from flowsim.metrics import figures_of
from flowsim.session.simulation_view import view_of
from flowsim.storage import Document, load_document, save_document
from flowsim.storage.parsing import MOST_PROBLEMS

Result = TypeVar("Result")

MOST_SECONDS: Final = 1.0
MOST_LETTERS: Final = 3_000
"""Of one problem: every step of a path may have 64, and there may be 32 of them."""

LOOKS: Final = 10
"""How often a run is asked whether it goes on; there are up to 32 instants between two looks."""

LOOKS_OF_A_REPLAY: Final = 40
"""The same for a replay, which also asks before every intervention."""

ROWS: Final = 20_000
"""Of its trace, after which a run goes on no further; thousands of cards may come at once."""

MOST_COLUMNS: Final = 20
MOST_AT_ONCE: Final = 10_000
"""A board with more columns, or more cards that are there at the beginning, is not small and not played."""


class TooSlow(BaseException):
    """A step took too long. Not an `Exception`, so that nothing on the way takes it for one of its own."""


class Broken(Exception):  # noqa: N818 - says what the program is
    """The program did not do what it promises."""


@dataclass(frozen=True)
class Verdict:
    """`outcome`: "refused", "stopped" (loads, cannot be played), "loaded", or "failed", with the reason.

    `seconds` of the processor that the slowest step took, and its name.
    """

    outcome: str
    reason: str = ""
    seconds: float = 0.0
    step: str = ""


class Judge:
    """Tries one file after another; `folder` is where copies are saved."""

    def __init__(self, folder: Path, most_seconds: float = MOST_SECONDS) -> None:
        self.most_seconds = most_seconds
        self._given, self._saved = folder / "given.flowsim", folder / "saved.flowsim"
        self._slowest = (0.0, "")

    def verdict(self, content: bytes) -> Verdict:
        """What became of a file with this `content`."""
        self._slowest = (0.0, "")
        self._given.write_bytes(content)
        try:
            return Verdict(self._tried(), "", *self._slowest)
        except (Exception, TooSlow) as failure:
            reason = "".join(traceback.format_exception(failure)[-40:])[-6_000:]
            return Verdict("failed", reason, *self._slowest)

    def _tried(self) -> str:
        try:
            document = self._timed("load", lambda: load_document(self._given))
        except ScenarioProblems as found:
            be_readable(found.problems)
            return "refused"
        self._timed("save and load", lambda: self._comes_back(document))
        stops = self._timed("stoppages", lambda: stoppages(document.scenario))
        be_readable(stops)
        self._timed("advice", lambda: _say(sentences(document.scenario)))
        if stops:
            return "stopped"
        try:
            if is_small(document.scenario):
                self._timed("replay", lambda: _replay(document))
                self._timed("play", lambda: _play(document.scenario))
        except EndlessInstant as endless:
            be_readable([Problem("session", str(endless), "a run that can go on")])
            return "endless"
        return "loaded"

    def _comes_back(self, document: Document) -> None:
        save_document(self._saved, document)
        if load_document(self._saved) != document:
            raise Broken("what was saved and loaded again is something else")

    def _timed(self, step: str, do: "Callable[[], Result]") -> "Result":
        began = time.process_time()
        try:
            with _no_longer_than(self.most_seconds, step):
                return do()
        finally:
            self._slowest = max(self._slowest, (time.process_time() - began, step))


def is_small(scenario: Scenario) -> bool:
    """Whether a run of `scenario` begins in a moment."""
    come = scenario.arrivals
    at_once = len(scenario.cards) or (come.count * mean_size(come.group) if isinstance(come, Fixed) else 1)
    return len(scenario.columns) <= MOST_COLUMNS and at_once <= MOST_AT_ONCE


def be_readable(problems: Iterable[Problem]) -> None:
    """Raises `Broken` unless they are few, and each is a line that says what was given and what is expected."""
    listed = list(problems)
    if len(listed) > MOST_PROBLEMS + 1:
        raise Broken(f"{len(listed):,} problems")
    for problem in listed:
        line = str(problem)
        line.encode()
        if not problem.given or not problem.expected or len(line.splitlines()) != 1 or len(line) > MOST_LETTERS:
            raise Broken(f"a problem that cannot be read, of {len(line):,} letters: {line[:300]!r}")


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        one_line(line).encode()


def _replay(document: Document) -> None:
    """As `flowsim check` does it, but for no longer than some looks; what was done before counts."""
    if document.session is not None and document.session.interventions:
        replay = Replay(document.scenario, document.session.interventions, document.session.time)
        replay.go_on(_after(LOOKS_OF_A_REPLAY, replay.simulation))
        be_readable(refusals(replay.refused)[:MOST_PROBLEMS])


def _play(scenario: Scenario) -> None:
    """As `flowsim run` does it, but for no longer than some looks."""
    run = Replay(scenario, (), 1e9 if scenario.horizon is None else scenario.horizon)
    run.go_on(_after(LOOKS, run.simulation))
    moment = view_of(run.simulation)
    figures = figures_of(moment.flow, moment.staffing)
    figures.as_json([column.id for column in scenario.columns])
    figures_table(scenario, figures).encode()
    assert run.simulation.standstill is None or one_line(run.simulation.standstill.reasons)


def _after(looks: int, run: Simulation) -> Callable[[], bool]:
    left = iter(range(looks))
    return lambda: next(left, None) is None or len(run.trace) > ROWS


@contextmanager
def _no_longer_than(seconds: float, step: str) -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"{step}: more than {seconds:g} s of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    # Once more and again: raised where Python swallows exceptions (in a finaliser, say), the first is lost.
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds / 10)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
