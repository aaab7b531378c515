"""How long a replay may take, so that a window stays smooth while a run is played again."""

from typing import Final

REPLAY_BUDGET: Final = 0.012
"""Seconds of each frame that a replay may take: nothing else moves meanwhile."""

OPEN_BUDGET: Final = 0.3
"""Seconds that opening a saved session may take before its replay goes on frame by frame."""

AT_ONCE: Final = 0.03
"""Seconds that a replay may take before it goes on frame by frame, with its progress shown."""
