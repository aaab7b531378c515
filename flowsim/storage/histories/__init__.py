"""Exports of other tools read as a team's history; nothing of a file is run, and no row is dropped in silence."""

from flowsim.storage.histories.choices import Choices, choices_from
from flowsim.storage.histories.problems import FileProblem, MustAsk
from flowsim.storage.histories.reading import read_history, read_history_file

__all__ = ["Choices", "FileProblem", "MustAsk", "choices_from", "read_history", "read_history_file"]
