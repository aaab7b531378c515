"""How long the window is blocked: the turns of its event loop."""

import time
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication


def turns(seconds: float) -> Iterator[float]:
    """Turn the event loop for so long; how long each turn took, in ms."""
    app = QApplication.instance()
    assert app is not None
    end = time.perf_counter() + seconds
    last = time.perf_counter()
    while last < end:
        app.sendPostedEvents()
        app.processEvents()
        now = time.perf_counter()
        yield 1000 * (now - last)
        last = now
