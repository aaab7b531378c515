"""The simulation engine: runs a scenario on SimPy's clock and writes the trace; the only package that imports SimPy.

`Simulation` is the entry point: `run`, `advance_to`, `step`, `do`, `now`, `trace`. `Replay` repeats a recorded session
in slices of computing time.
"""

from flowsim.engine.futures import future
from flowsim.engine.replay import Refusal, Replay, played, refusals
from flowsim.engine.simulation import Mark, Simulation, Standstill
from flowsim.engine.snapshot import Snapshot

__all__ = [
    "Mark",
    "Refusal",
    "Replay",
    "Simulation",
    "Snapshot",
    "Standstill",
    "future",
    "played",
    "refusals",
]
