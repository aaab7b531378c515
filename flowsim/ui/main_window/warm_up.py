"""Imports what the first session needs beside the window, while somebody still looks at the gallery."""

import importlib
from threading import Thread

from flowsim.storage.resources import exercises


class WarmUp:
    """One import in the background; `wait` before the program ends."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = Thread(target=_import_core, name="warm-up")
        self._thread.start()

    def wait(self) -> None:
        """Until the import is done, if it has begun."""
        if self._thread is not None:
            self._thread.join()


def _import_core() -> None:
    from flowsim.storage import load_scenario

    load_scenario(exercises()[0].path)
    importlib.import_module("flowsim.session.session")
    importlib.import_module("flowsim.ui.charts")  # and pyqtgraph with it
