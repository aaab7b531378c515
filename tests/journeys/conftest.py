"""Journeys use the window fixtures of tests/ui."""

from tests.ui.conftest import nothing_left_alive, settings, visitor, window

__all__ = ["nothing_left_alive", "settings", "visitor", "window"]
