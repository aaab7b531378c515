"""The pictures of the manual, each of the real window, light and dark: `python -m tests.screens_manual [FOLDER]`.

`make screens` makes them as well. They are copied to `docs/pictures` once somebody has looked at them. Every picture is
in as few colours as it needs, because the manual comes with the program.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowsim.ui.experiments.laboratory_page import LaboratoryPage
    from tests.ui.visitor import Visitor

THEMES: Final = ("light", "dark")
WIDTH, HEIGHT = 1120, 700
COLOURS: Final = 128
DAYS: Final = {"penny-game": 20.0, "five-step-line": 60.0, "set-ups": 60.0, "support-desk": 20.0, "penny-fab": 40.0}
"""How far an exercise is played for its picture; others for a month of days."""
NEVER_PLAYED: Final = ("played-by-hand", "dice-game")
"""Nothing moves by itself there."""

Taken = Callable[[str, "QWidget"], None]


def main(folder: Path) -> int:
    """Every picture in every theme, a process a theme; the exit code."""
    codes = []
    for theme in THEMES:
        words = [sys.executable, "-m", "tests.screens_manual", "--theme", theme, str(folder)]
        codes.append(subprocess.run(words, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).returncode)
    return max(codes)


def draw(theme: str, folder: Path) -> None:
    """All pictures in one theme; the dark ones are called so."""
    from PySide6.QtWidgets import QApplication

    from tests.screens import opened
    from tests.ui.visitor import Visitor

    application = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)

    def take(name: str, of: "QWidget") -> None:
        save(of, folder / f"{name}{'' if theme == 'light' else '-dark'}.png")

    for chapter, height in CHAPTERS.items():
        with opened(theme, WIDTH, height) as (window, _):
            visitor = Visitor(window)
            chapter(visitor, take)
            window.laboratory.leave()
            visitor.session.file.mark_saved()
    application.quit()


def save(of: "QWidget", file: Path) -> None:
    """A picture of a part of the window, in few colours."""
    from PIL import Image
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtGui import QImage

    window = of.window()
    part = QRect(of.mapTo(window, QPoint(0, 0)), of.size())  # cut out of the window: what is behind it belongs to it
    image = window.grab(part).toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    drawn = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def begin(visitor: "Visitor", take: Taken) -> None:
    """The window and its board in the first ten minutes."""
    from flowsim.storage.resources import exercises

    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(68.0)
    settle(visitor)
    take("first-board", visitor.page.board)
    visitor.page.board.choose_column(2)
    settle(visitor)
    take("window", visitor.window)
    take("board", visitor.page.board)


def charts(visitor: "Visitor", take: Taken) -> None:
    """Every chart, of a run of its own with a pinned one behind the cumulative flow."""
    from flowsim.charts.catalogue import CHARTS
    from flowsim.storage.resources import exercises

    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(90.0)
    for name in CHARTS:
        visitor.page.chart.choose(name)
        settle(visitor)
        if name not in ("flow", "cost"):
            take(name, visitor.page.chart)
    visitor.page.pin()
    visitor.page.restart()
    visitor.step_limit(2, -1)
    visitor.step_limit(2, -1)
    visitor.play_until(90.0)
    visitor.page.chart.choose("flow")
    settle(visitor)
    take("flow", visitor.page.chart)
    visitor.session.file.mark_saved()
    costs_of_two_classes(visitor)
    settle(visitor)
    take("cost", visitor.page.chart)


def costs_of_two_classes(visitor: "Visitor") -> None:
    """The fast lane, where a repair costs more each day than other work."""
    from dataclasses import replace

    from flowsim.session.session import Session
    from flowsim.storage import Document, load_scenario
    from flowsim.storage.resources import exercises

    path = next(entry.path for entry in exercises() if entry.path.stem == "fast-lane")
    board = load_scenario(path)
    prices = [1.0, 5.0]
    classes = tuple(replace(each, cost_of_delay=price) for each, price in zip(board.classes, prices, strict=True))
    visitor.window.show_session(Session(Document(replace(board, classes=classes))))
    visitor.play_until(60.0)
    visitor.page.chart.choose("cost")


def exercises_boards(visitor: "Visitor", take: Taken) -> None:
    """The board of each exercise, some while after it began."""
    from flowsim.storage.resources import exercises

    for entry in exercises():
        visitor.window.opening.open_file(entry.path, as_template=True)
        name = entry.path.stem
        if name not in NEVER_PLAYED:
            visitor.play_until(DAYS.get(name, 30.0))
        settle(visitor)
        take(f"exercise-{name}", visitor.page.board)
        visitor.session.file.mark_saved()


def answers(visitor: "Visitor", take: Taken) -> None:
    """The three questions of the page of experiments, answered."""
    from flowsim.domain.column_settings import SetWorkers
    from flowsim.session.steps import Step
    from flowsim.storage.resources import exercises
    from flowsim.ui.main_window.actions import Act

    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(60.0)
    visitor.page.pin()
    visitor.page.bridge.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    visitor.window.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    page = visitor.window.laboratory.page
    assert page is not None
    page.which_limit.runs.show_value(30)
    page.which_limit.ask_about("columns.development.wip_limit")
    done(visitor, page)
    take("which-limit", page)
    page.choose(1)
    page.luck_or_real.runs.show_value(30)
    page.luck_or_real.run()
    done(visitor, page)
    take("luck-or-real", page)
    page.choose(2)
    done(visitor, page)
    take("forecast", page)


def done(visitor: "Visitor", page: "LaboratoryPage") -> None:
    """Wait until nothing is played any more, and all of it is drawn."""
    from PySide6.QtTest import QTest

    its = page.laboratory
    visitor.until(lambda: not its.experiments.busy and not its.forecasts.busy)
    QTest.qWait(300)


def round_revealed(visitor: "Visitor", take: Taken) -> None:
    """The first round of the first exercise: guess and outcome side by side."""
    from flowsim.storage.resources import exercises
    from tests.journeys.led_exercise import led_to_its_end

    wanted = {"revealed": "round"}

    def look(name: str) -> None:
        kind = name.rpartition("-")[2]
        if kind in wanted:
            settle(visitor)
            take(wanted.pop(kind), visitor.window)

    led_to_its_end(visitor, exercises()[0], look=look)


def settle(visitor: "Visitor") -> None:
    """Wait until the last line that was told is gone, and everything is laid out and painted."""
    from PySide6.QtTest import QTest

    visitor.until(lambda: not visitor.page.board.message.said)
    visitor.still()
    QTest.qWait(150)


CHAPTERS: "Final[dict[Callable[[Visitor, Taken], None], int]]" = {
    begin: HEIGHT, charts: 920, exercises_boards: 800, answers: HEIGHT, round_revealed: HEIGHT,
}  # fmt: skip
"""What is drawn together, and how high the window is for it."""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--theme"]:
        draw(sys.argv[2], Path(sys.argv[3]))
    else:
        raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screens/manual")))
