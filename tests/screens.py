"""Draws the window at every step of a first workshop: light and dark, 1280x720, and 1920x1080 at scale 2; and every
chart, also in a small window and with text of twice its size, of runs of every size.

`python -m tests.screens [FOLDER]`; one process a look, because Qt takes its scale once. The pictures and the film of
the README are made with them, in FOLDER/readme; `cp build/screens/readme/* docs/` once somebody has looked at them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from flowsim.ui.main_window.main_window import MainWindow
    from tests.ui.visitor import Visitor

UNBROKEN = "DevelopmentAndCodeReviewAndIntegrationTesting"
LOOKS = {
    "light-720p": ("light", 1280, 720, 1),
    "dark-720p": ("dark", 1280, 720, 1),
    "light-1080p-2x": ("light", 1920, 1080, 2),
    "dark-1080p-2x": ("dark", 1920, 1080, 2),
    "charts-1024x600": ("light", 1024, 600, 1),
    "charts-text-200": ("light", 1280, 720, 1),
}
"""Theme, width, height, scale. Those called after the charts show nothing else."""


def main(folder: Path) -> int:
    """All looks; the exit code."""
    codes = []
    for look, (_, _, _, scale) in LOOKS.items():
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        codes.append(
            subprocess.run([sys.executable, "-m", "tests.screens", str(folder), look], env=environment).returncode
        )
    others = {
        "screens_readme": folder / "readme", "screens_film": folder / "readme" / "flowsim.gif",
        "screens_exercises": folder / "exercises", "screens_manual": folder / "manual",
    }  # fmt: skip
    films = [sys.executable, "-m", "tests.screens_film", str(folder / "manual" / "branch.gif"), "branch"]
    codes.append(subprocess.run(films).returncode)
    for module, to in others.items():
        codes.append(subprocess.run([sys.executable, "-m", f"tests.{module}", str(to)]).returncode)
    return max(codes)


def draw(folder: Path, look: str) -> None:
    """One look."""
    from PySide6.QtWidgets import QApplication

    from flowsim.storage.resources import exercises
    from tests.journeys.whole_model import handed_on_in_smaller_batches, people_share_the_work
    from tests.journeys.workshop import played_first_workshop
    from tests.screens_histories import histories
    from tests.screens_laboratory import laboratory
    from tests.screens_models import models
    from tests.screens_room import room
    from tests.screens_workshop import workshop
    from tests.ui.visitor import Visitor

    theme, width, height, _ = LOOKS[look]
    application = QApplication([])
    with opened(theme, width, height) as (window, temporary):
        visitor = Visitor(window, folder / look)
        if look.startswith("charts"):
            only_charts(visitor, temporary, 200 if look.endswith("200") else 100)
            return
        played_first_workshop(visitor, temporary)
        handed_on_in_smaller_batches(visitor)
        visitor.session.file.mark_saved()
        people_share_the_work(visitor, temporary)
        for exercise in exercises():
            if (time := {"Support desk": 40.0, "Played by hand": 20.0}.get(exercise.name)) is None:
                continue
            window.opening.open_file(exercise.path, as_template=True)
            visitor.play_until(time)
            visitor.shot(exercise.path.stem)
        every_chart(visitor)
        visitor.session.file.mark_saved()
        a_board_of_ones_own(visitor)
        extreme_runs(visitor)
        visitor.session.file.mark_saved()
        models(visitor, temporary)
        histories(visitor)
        laboratory(visitor)
        window.laboratory.leave()
        visitor.session.file.mark_saved()
        workshop(visitor)
        visitor.session.file.mark_saved()
        room(visitor)
        visitor.session.file.mark_saved()
    del application


def only_charts(visitor: "Visitor", folder: Path, text_size: int) -> None:
    """Every chart, every size of run and a team's board, with text of this size, in percent."""
    from flowsim.ui.main_window.settings import TEXT_SIZE
    from tests.screens_histories import histories
    from tests.screens_models import models

    visitor.window.settings.put(TEXT_SIZE, text_size)
    visitor.window.apply(TEXT_SIZE)
    every_chart(visitor)
    visitor.session.file.mark_saved()
    extreme_runs(visitor)
    visitor.session.file.mark_saved()
    models(visitor, folder)
    histories(visitor)
    visitor.window.settings.put(TEXT_SIZE, 100)
    visitor.window.apply(TEXT_SIZE)


@contextmanager
def opened(theme: str, width: int, height: int) -> "Iterator[tuple[MainWindow, Path]]":
    """A window on view with settings of its own, and the folder where these lie; closed and gone afterwards.

    What is done in it must be marked as saved before that, or it asks.
    """
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from flowsim.app import make_window
    from flowsim.ui.main_window.settings import Settings

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(QSettings(str(Path(name) / "settings.ini"), QSettings.Format.IniFormat))
        settings.theme = theme
        window = make_window(app, settings)
        window.resize(width, height)
        window.show()
        yield window, Path(name)
        window.close()


def every_chart(visitor: "Visitor") -> None:
    """Each chart with a pinned run behind it, the wall, and an earlier moment; in the first look also as colour-blind
    people see it.
    """
    from flowsim.charts.catalogue import CHARTS
    from flowsim.storage.resources import exercises

    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(60.0)
    visitor.page.pin()
    visitor.page.restart()
    visitor.step_limit(2, -1)
    visitor.step_limit(2, -1)
    visitor.play_until(80.0)
    for name in CHARTS:
        visitor.page.chart.choose(name)
        visitor.shot(f"chart-{name}")
        if visitor.shots is not None and visitor.shots.name == "light-720p":
            as_deuteranopes_see(visitor.window.grab().toImage()).save(str(visitor.shots / f"deuteranopia-{name}.png"))
    visitor.page.chart.wall.setChecked(True)
    visitor.shot("wall")
    visitor.page.chart.wall.setChecked(False)
    visitor.page.chart.choose("flow")
    visitor.page.look(30.0)
    visitor.shot("looking-back")
    visitor.page.look(None)
    pointed_and_zoomed(visitor)


def pointed_and_zoomed(visitor: "Visitor") -> None:
    """A chart under the hand: read off, pointed at, zoomed, without Done, and a card opened from its dot."""
    from PySide6.QtTest import QTest

    from flowsim.charts.picture import Dots
    from tests.ui.charts.chart_hand import ChartHand

    sheet = visitor.page.chart
    hand = ChartHand(sheet.charts[0])
    sheet.lines.click()
    visitor.shot("read-off")
    sheet.lines.click()
    hand.point(50.0)
    QTest.qWait(100)
    visitor.shot("pointed-at")
    hand.away()
    hand.wheel(70.0, 4)
    visitor.shot("zoomed")
    sheet.follow.click()
    sheet.leave_out_done(True)
    visitor.shot("without-done")
    sheet.leave_out_done(False)
    sheet.choose("cycle-time")
    picture = sheet.charts[0].picture
    assert picture is not None
    dots = next(shape for shape in picture.shapes if isinstance(shape, Dots))
    hand.click(float(dots.x[20]), float(dots.y[20]))
    visitor.shot("card-of-a-dot")
    hand.away()
    sheet.choose("flow")


def a_board_of_ones_own(visitor: "Visitor") -> None:
    """Building a board, every dialog, lines that tell something, the table of cards, and larger text."""
    from PySide6.QtWidgets import QDialog

    from flowsim.ui.main_window.actions import Act
    from flowsim.ui.main_window.settings import TEXT_SIZE
    from flowsim.ui.widgets.distribution_field import DistributionField

    window = visitor.window
    window.opening.begin_board(window.gallery.begin_with("Team board"))
    for act in (Act.LIMIT_BOARD, Act.ADD_QUEUE, Act.SHARE_LIMIT, Act.DUPLICATE_COLUMN):
        visitor.page.board.choose_column(1)
        window.menu_actions[act].trigger()
        visitor.page.board.heads.all[3].stop_editing()
    visitor.play_until(30.0)
    visitor.page.board.choose_column(1)
    visitor.still()
    visitor.shot("building")
    field = visitor.page.inspector.field("Work on a card")
    assert isinstance(field, DistributionField)
    application = window.application
    for name, opens in (
        ("shapes", field.choose_shape), ("settings", application.show_settings), ("terms", application.show_terms),
        ("commands", window.menu_actions[Act.SHOW_COMMANDS].trigger), ("keys", application.show_keys),
    ):  # fmt: skip
        opens()
        for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
            visitor.shot_of(dialog, name)
            dialog.close()
    window.safety.tell_fault("ValueError", "")
    visitor.page.toggle_table()
    visitor.shot("table-and-notice")
    visitor.page.toggle_table()
    window.notices.let_go("fault")
    for size in (150, 200, 100):
        window.settings.put(TEXT_SIZE, size)
        window.apply(TEXT_SIZE)
        visitor.still()
        if size > 100:
            visitor.shot(f"text-{size}")
    visitor.session.file.mark_saved()


def extreme_runs(visitor: "Visitor") -> None:
    """Board and wall of a run that has not begun, of one card, of 5,000 cards and of 12 columns, all as
    deuteranopes see them.
    """
    from dataclasses import replace

    from flowsim.domain.arrivals import Fixed, Poisson
    from flowsim.domain.distributions import Exponential
    from flowsim.domain.scenario import Column, ExplicitCard, Scenario
    from flowsim.session.session import Session
    from flowsim.storage import Document

    def columns(count: int, workers: int = 1) -> tuple[Column, ...]:
        work = Exponential(mean=0.6)
        return tuple(Column(id=f"c{n}", name=f"Step {n + 1}", workers=workers, service=work) for n in range(count))

    def long_names() -> tuple[Column, ...]:
        return tuple(replace(column, name=f"{LONG_NAMES[n % 4]} {n + 1}") for n, column in enumerate(columns(12)))

    card = (ExplicitCard(arrives=0.5, service={"c0": 2.0, "c1": 1.0}),)
    runs = {
        "empty": (Scenario(name="Not begun", columns=columns(3), arrivals=Poisson(rate=1.0), horizon=None), 0.0),
        "one-card": (Scenario(name="One card", columns=columns(2), cards=card, horizon=None), 3.0),
        "5000-cards": (Scenario(name="5,000", columns=columns(3, 20), arrivals=Fixed(count=5000), horizon=None), 60.0),
        "12-columns": (Scenario(name="12", columns=long_names(), arrivals=Poisson(rate=1.2), horizon=None), 80.0),
        "100-columns": (Scenario(name="100", columns=columns(100), arrivals=Poisson(rate=1.2), horizon=None), 200.0),
        "long-words": (
            Scenario(
                name=UNBROKEN * 3,
                description=UNBROKEN * 5,
                arrivals=Poisson(rate=1.2),
                horizon=None,
                columns=tuple(replace(column, name=UNBROKEN + column.id) for column in columns(3)),
            ),
            80.0,
        ),
    }
    for name, (scenario, until) in runs.items():
        visitor.window.show_session(Session(Document(scenario)))
        if until:
            visitor.play_until(until)
        for wall in (False, True):
            visitor.page.chart.wall.setChecked(wall)
            visitor.until(lambda: visitor.page.chart.drawn)
            visitor.shot(f"{name}{'-wall' if wall else ''}")
            if visitor.shots is not None and visitor.shots.name == "light-720p":
                seen = as_deuteranopes_see(visitor.window.grab().toImage())
                seen.save(str(visitor.shots / f"deuteranopia-{name}{'-wall' if wall else ''}.png"))
        visitor.page.chart.wall.setChecked(False)
        for chart in ("cycle-time", "aging", "queues", "time") if name in ("5000-cards", "12-columns") else ():
            visitor.page.chart.choose(chart)
            visitor.shot(f"{name}-{chart}")
        visitor.page.chart.choose("flow")


LONG_NAMES = ("Waiting for a decision of the board", "Requirements analysis", "Design and review", "Integration test")


def as_deuteranopes_see(picture: "QImage") -> "QImage":
    """A picture without the difference of red and green (G. Machado, M. Oliveira, L. Fernandes, "A
    physiologically-based model for simulation of color vision deficiency", IEEE TVCG 2009, severity 1).
    """
    import numpy as np
    from PySide6.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    rgb = raw[:, :, 2::-1] / 255.0
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(DEUTERANOPIA).T, 0, 1)
    shown = np.where(seen <= 0.0031308, 12.92 * seen, 1.055 * seen ** (1 / 2.4) - 0.055)
    out = np.full_like(raw, 255)
    out[:, :, 2::-1] = np.round(255 * shown)
    made = QImage(out.tobytes(), plain.width(), plain.height(), QImage.Format.Format_RGB32)
    return made.copy()


DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/screens")
    if len(sys.argv) > 2:
        draw(where, sys.argv[2])
    else:
        sys.exit(main(where))
