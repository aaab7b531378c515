"""Plays a scenario on SimPy's clock and writes the trace; the only room that imports SimPy.

`Simulation` is the door: `run`, `advance_to`, `step`, `do`, `now`, `trace`. `Replay` plays a session again in slices.
"""

from flowsim.engine.replay import Refusal, Replay, played, refusals
from flowsim.engine.simulation import Simulation, Standstill

__all__ = ["Refusal", "Replay", "Simulation", "Standstill", "played", "refusals"]
