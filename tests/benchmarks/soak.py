"""Ten minutes as fast as it can with six charts on view: does memory grow with anything but the trace and its fold?

`python -m tests.benchmarks.soak [MINUTES]` prints, once a minute, resident bytes a row of the trace, and the longest
block of the window in that minute.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.memory import resident


def main(minutes: float) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication

    from flowsim.app import make_window
    from flowsim.session.player import AS_FAST_AS_IT_CAN
    from flowsim.storage.resources import exercises
    from flowsim.ui.main_window.settings import Settings
    from tests.ui.visitor import Visitor

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, Settings(QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)))
        window.resize(1280, 720)
        window.show()
        visitor = Visitor(window)
        window.opening.open_file(exercises()[0].path, as_template=True)
        session = visitor.session
        visitor.page.chart.wall.setChecked(True)
        session.set_speed(AS_FAST_AS_IT_CAN)
        before = resident()
        visitor.page.announce(session.play())
        for minute in range(1, int(minutes) + 1):
            end, longest = time.perf_counter() + 60, 0.0
            last = time.perf_counter()
            while last < end:
                app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
                now = time.perf_counter()
                longest, last = max(longest, now - last), now
            rows = len(session.simulation.trace)
            a_row = (resident() - before) / rows
            print(
                f"minute {minute}: {rows:,} rows, {a_row:.1f} bytes a row, longest block {1000 * longest:.1f} ms",
                flush=True,
            )
        session.file.mark_saved()
        window.close()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
