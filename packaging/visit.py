"""One visit to an installed flowsim, by mouse and keyboard, as somebody makes who knows only its window.

An exercise is opened from the command line, runs, and is paused; a card is dragged with the mouse; the board is saved,
its chart exported in every format. An experiment is run, the manual read, a team's history imported; an exercise is
led through its first round, and its report written. Then the program is closed, and the commands without a window are
tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import product
from screen import NotSeenError, Picture, Screen, until

LANE: Final = 0xECEEF1
CARD: Final = 0xFFFFFF
"""Colours of the light theme, which is worn where no desktop says otherwise (flowsim/charts/colours.py)."""
HEAD: Final = 80
"""Pixels at the top of a lane in which its name and numbers stand."""

BEGINNINGS: Final = {
    "png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"", "xlsx": b"PK", "html": b"<!DOCTYPE html>",
}  # fmt: skip
"""How a file with this ending begins."""
CHARTS: Final = ("png", "svg", "pdf", "csv")
"""What a chart can be written as."""

EXPORTS: Final = (
    ("Export chart as PNG", "Export the chart", "chart.png"),
    ("Export chart as SVG", "Export the chart", "chart.svg"),
    ("Export chart as PDF", "Export the chart", "chart.pdf"),
    ("Export chart's data as CSV", "Export the chart", "chart.csv"),
    ("Export all charts as PDF", "Export all charts", "charts.pdf"),
    ("Export run as XLSX", "Export the run", "run.xlsx"),
    ("Export run's events as CSV", "Export the run", "events.csv"),
    ("Export run for ActionableAgile", "Export the run", "run.csv"),
)
"""The command as the window calls it, the title of its dialog, and the file to write."""


@dataclass
class Installed:
    """A flowsim that was installed somehow: what that is called, its command, and where its resources lie."""

    called: str
    command: Path
    resources: Path

    def environment(self, home: Path, display: str = "") -> dict[str, str]:
        """A stranger's: no Python to be found, no variable of this machine."""
        empty = home / "no-programs"
        empty.mkdir(parents=True, exist_ok=True)
        shared = {"HOME": str(home), "PATH": str(empty), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}
        return shared | ({"DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"})

    def exercise(self, name: str) -> Path:
        """One of the exercises it came with."""
        [found] = (self.resources / "exercises").glob(f"*{name}.flowsim")
        return found


class Visit:
    """What one person does with an installed flowsim, on a screen, in a home of their own."""

    def __init__(self, program: Installed, screen: Screen, home: Path) -> None:
        self._program = program
        self._screen = screen
        self._home = home
        self._app: subprocess.Popen[bytes] | None = None
        home.mkdir(parents=True, exist_ok=True)

    def until_window(self, *arguments: str) -> float:
        """Start it; seconds until its window has been drawn."""
        begin = time.monotonic()
        self._app = subprocess.Popen(
            [str(self._program.command), *arguments],
            env=self._program.environment(self._home, self._screen.display),
            cwd=self._home,
            stdin=subprocess.DEVNULL,
        )
        until(self._is_drawn, "a window with something in it")
        return time.monotonic() - begin

    def at_the_board(self) -> None:
        """Everything a person does between opening an exercise and closing the program.

        Raises:
            NotSeenError: something did not happen; what was on the screen then is in `home`.
        """
        try:
            self.until_window(str(self._program.exercise("played-by-hand")))
            self._settle()
            self._let_cards_come()
            self._drag_a_card()
            self._save()
            for command, title, name in EXPORTS:
                self._export(command, title, name)
            self._run_an_experiment()
            self._read_the_manual()
            self._import_a_history()
            self._lead_an_exercise()
            self.close()
        except NotSeenError:
            self._screen.save(self._home / "last.png")
            raise

    def close(self) -> None:
        """Quit by key; the program must end with code 0."""
        assert self._app is not None
        self._settle()
        self._screen.press("ctrl+q")
        until(lambda: self._app is not None and self._app.poll() is not None, "the end of the program")
        if self._app.returncode != 0:
            raise NotSeenError(f"exit code 0: it was {self._app.returncode}")

    def kill(self) -> None:
        """Leave nothing alive."""
        if self._app is not None and self._app.poll() is None:
            self._app.kill()
            self._app.wait()

    def _is_drawn(self) -> bool:
        if self._app is not None and self._app.poll() is not None:
            raise NotSeenError(f"a window: the program ended with code {self._app.returncode}")
        return len(np.unique(self._screen.picture()[::8, ::8])) > 3

    def _settle(self) -> None:
        window = self._screen.window("flowsim")
        self._screen.fill(window)
        self._screen.focus(window)
        self._screen.until_still()

    def _let_cards_come(self) -> None:
        self._screen.press("bracketright", "bracketright", "space")
        until(lambda: cards_in(self._screen.picture(), 0), "a card in the backlog")
        self._screen.press("space")
        self._screen.until_still()

    def _drag_a_card(self) -> None:
        card = cards_in(self._screen.picture(), 0)[0]
        left, right, top, _ = lanes(self._screen.picture())[1]
        self._screen.drag(card, ((left + right) // 2 - 40, top + HEAD + 60))
        until(lambda: cards_in(self._screen.picture(), 1), "the card in the next column")

    def _save(self) -> None:
        file = self._home / "saved.flowsim"
        self._screen.press("ctrl+shift+s")
        self._answer("Save as", file)
        session = json.loads(file.read_text(encoding="utf-8"))["session"]
        kinds = [act["do"] for act in session["interventions"]]
        if kinds != ["move"]:
            raise NotSeenError(f"one move in what was saved: it holds {kinds}")

    def _run_an_experiment(self) -> None:
        """Which limit would be best; the answer is kept with the board."""
        self._command("What if the column's limit were different")
        file = self._home / "saved.flowsim"

        def kept() -> bool:
            self._screen.focus(self._screen.window("flowsim"))
            self._screen.press("ctrl+s")
            return bool(json.loads(file.read_text(encoding="utf-8"))["session"].get("experiments"))

        until(kept, "an experiment that is kept with the board")

    def _read_the_manual(self) -> None:
        """From the board to the page about it, and back."""
        self._settle()
        self._screen.press("1")
        self._screen.until_still()
        before = self._screen.picture()
        self._screen.press("F1")
        until(lambda: not np.array_equal(self._screen.picture(), before), "a page of the manual")
        self._screen.until_still()
        self._screen.press("Escape")
        until(lambda: bool(lanes(self._screen.picture())), "the board again")

    def _import_a_history(self) -> None:
        """The history that comes with the program, step by step to the board that is fitted to it."""
        self._command("Import an example")
        dialog = self._screen.window("Import a team's history")
        self._screen.focus(dialog)
        for _ in range(3):
            self._screen.until_still(2.0)
            self._screen.press("Return")
        until(lambda: not self._screen.windows("Import a team's history"), "the board of a team")
        until(lambda: bool(lanes(self._screen.picture())), "the board of a team")

    def _lead_an_exercise(self) -> None:
        """The first round of the first exercise, from its tile to the report, whose figures are played again."""
        self._settle()
        self._screen.press("ctrl+n")
        self._screen.until_still()
        self._screen.press("Tab", "space")
        until(lambda: len(self._screen.windows()) > 1, "the question whether the team's board shall be saved")
        self._screen.focus(self._screen.windows()[-1])
        self._screen.press("Tab", "space")
        until(lambda: self._screen.windows("Software team"), "the exercise")
        self._command("Next step")
        for _ in range(3):
            self._command("Faster")
        self._command("Lock the predictions and run")
        self._screen.until_still()  # the timer moves once a second, cards all the time
        self._command("Reveal")
        self._command("Keep this round")
        report = self._home / "report.html"
        self._command("Report as a page")
        self._answer("Report to take home", report)
        check_beginning(report)
        expect(self._program, self._home, ["verify", report.name], "")
        self._command("Save as")
        self._answer("Save as", self._home / "workshop.flowsim")

    def _export(self, command: str, title: str, name: str) -> None:
        self._command(command)
        self._answer(title, self._home / name)
        check_beginning(self._home / name)

    def _command(self, words: str) -> None:
        """Find a command by its words in the list of all, and do it."""
        self._settle()
        self._screen.press("ctrl+k")
        until(lambda: len(self._screen.windows()) > 1, "the list of commands")
        self._screen.focus(self._screen.windows()[-1])
        self._screen.type(words)
        self._screen.until_still()
        self._screen.press("Return")

    def _answer(self, title: str, file: Path) -> None:
        """Type a file's name into the dialog with this title; wait until the file is there."""
        dialog = self._screen.window(title)
        self._screen.focus(dialog)
        self._screen.until_still()
        self._screen.press("ctrl+a")
        self._screen.type(str(file))
        self._screen.press("Return")
        until(lambda: file.exists() and file.stat().st_size > 0, f"the file {file.name}")


def lanes(picture: Picture) -> list[tuple[int, int, int, int]]:
    """Where the lanes of the board are, from left to right: left, right, top, bottom."""
    is_lane = picture == LANE
    rows = np.flatnonzero(is_lane.sum(axis=1) > picture.shape[1] // 3)
    if not rows.size:
        return []
    top, bottom = int(rows[0]), int(rows[-1])
    edges = np.flatnonzero(np.diff(is_lane[bottom].astype(np.int8), prepend=0, append=0))
    sides = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 60]
    return [(left, right, top, bottom) for left, right in sides]


def cards_in(picture: Picture, lane: int) -> list[tuple[int, int]]:
    """The middles of the cards in a lane, from the top."""
    found = lanes(picture)
    if lane >= len(found):
        return []
    left, right, top, bottom = found[lane]
    inside = picture[top + HEAD : bottom, left:right] == CARD
    is_card = inside.sum(axis=1) > 40
    edges = np.flatnonzero(np.diff(is_card.astype(np.int8), prepend=0, append=0))
    middles = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if b - a >= 20:
            across = np.flatnonzero(inside[(a + b) // 2])
            middles.append((left + int(across.mean()), top + HEAD + int(a + b) // 2))
    return middles


def without_a_window(program: Installed, home: Path) -> None:
    """Every command, each writing what it should."""
    home.mkdir(parents=True, exist_ok=True)
    exercise = str(program.exercise("software-team"))
    expect(program, home, ["--version"], "flowsim ")
    expect(program, home, ["check", exercise], "bottleneck")
    expect(program, home, ["run", exercise, "--until", "100", "--summary", "s.json", "--trace", "t.csv"], "")
    json.loads((home / "s.json").read_text(encoding="utf-8"))
    for ending in CHARTS:
        picture = home / f"flow.{ending}"
        expect(program, home, ["chart", exercise, "--until", "100", "--chart", "flow", "--out", picture.name], "")
        check_beginning(picture)
    plan = {
        "format": "flowsim-experiment", "version": 1, "scenario": exercise, "replications": 12,
        "forecast": {"cards": 10}, "figures": ["throughput"],
    }  # fmt: skip
    (home / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    expect(program, home, ["experiment", "plan.json", "--out", "results", "--workers", "2"], "12 runs of one setting")
    expect(program, home, ["check", f"{exercise}-exercise"], "")
    history = str(program.resources / "histories" / "example-team.csv")
    expect(program, home, ["import", history, "--out", "team.flowsim", "--fit", "fit.json"], "")
    expect(program, home, ["check", "team.flowsim"], "")
    played = json.loads(Path(exercise).read_text(encoding="utf-8")) | {"session": {"time": 30.0, "interventions": []}}
    (home / "played.flowsim").write_text(json.dumps(played), encoding="utf-8")
    for ending in ("html", "pdf"):
        expect(program, home, ["report", "played.flowsim", "--out", f"report.{ending}"], "")
        check_beginning(home / f"report.{ending}")
    expect(program, home, ["verify", "report.html"], "")


def check_beginning(file: Path) -> None:
    """Look whether a file is what its ending says.

    Raises:
        NotSeenError: it is not.
    """
    content = file.read_bytes()
    if not content or not content.startswith(BEGINNINGS[file.suffix.removeprefix(".")]):
        raise NotSeenError(f"{file.name}: begins as no file does that ends so")


def expect(program: Installed, home: Path, arguments: Sequence[str], words: str) -> None:
    """Run a command that must succeed and say these words.

    Raises:
        NotSeenError: it did not.
    """
    command = [str(program.command), *arguments]
    environment = program.environment(home)
    if product.ON_WINDOWS:
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=False)
    if done.returncode != 0 or words not in done.stdout or done.stderr:
        raise NotSeenError(f"{' '.join(arguments)}: code {done.returncode}, {done.stdout}{done.stderr}")
