"""From a command to a window, and to a live chart; whole processes, warm."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.conftest import Results
from tests.benchmarks.yardsticks import START, Floor

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

PROGRAM = """
import time
start = time.perf_counter()
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from flowsim.app import make_window
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.settings import Settings
app = QApplication([])
class Watch(QObject):
    painted = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.painted is None:
            QTimer.singleShot(0, self.note)
        return False
    def note(self):
        if self.painted is None:
            self.painted = time.perf_counter() - start
            app.removeEventFilter(self)  # it would look at every event that is still to come
            if "chart" not in sys.argv:
                app.quit()
watch = Watch()
app.installEventFilter(watch)
window = make_window(app, Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat)))
window.show()
if "chart" in sys.argv:
    window.opening.play_exercise(exercises()[0].path)
    def look():
        if window.page.chart.drawn and window.page.session.now > 0:
            app.quit()
        else:
            QTimer.singleShot(1, look)
    QTimer.singleShot(0, look)
app.exec()
total = time.perf_counter() - start
print(watch.painted, total)
"""


@pytest.mark.parametrize(("what", "argument", "place", "goal"), [
    ("start to the first painted window, s", "window", 0, 0.3),
    ("start to a live chart, s", "chart", 1, 0.8),
])  # fmt: skip
def test_start(results: Results, tmp_path: Path, what: str, argument: str, place: int, goal: float) -> None:
    times = []
    for _ in range(8):
        command = [sys.executable, "-c", PROGRAM, argument, str(tmp_path / "settings.ini")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        times.append(float(done.stdout.split()[place]))
    results.judge(what, times[1:], Floor(goal, (START,)))
