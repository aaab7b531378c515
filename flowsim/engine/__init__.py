"""Plays a scenario on SimPy's clock and writes the trace; the only room that imports SimPy.

`Simulation` is the door: `run`, `advance_to`, `step`, `do`, `now`, `trace`. `Replay` plays a session again in slices.
"""

from flowsim.engine.replay import Replay, played
from flowsim.engine.simulation import Simulation

__all__ = ["Replay", "Simulation", "played"]
