"""A board that behaves as a team did, from the team's history; and how well it does."""

from flowsim.experiments.fitting.board import CannotBeFitted, FittedBoard, FittedColumn, fitted
from flowsim.experiments.fitting.choice import Chosen, choosing, chosen
from flowsim.experiments.fitting.score import Distances, Score, scored

__all__ = [
    "CannotBeFitted", "Chosen", "Distances", "FittedBoard", "FittedColumn", "Score", "choosing", "chosen", "fitted",
    "scored",
]  # fmt: skip
