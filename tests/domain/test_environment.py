"""The rooms below the window are tested where there is no Qt; a lock that brought it unasked would show nothing."""

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(Path(sys.prefix).name != ".venv-headless", reason="this environment is meant to have Qt")
def test_the_environment_that_is_to_have_no_qt_has_none() -> None:
    assert importlib.util.find_spec("PySide6") is None
