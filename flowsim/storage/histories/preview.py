"""A file that is read as a history, before anybody has decided anything: its first rows, and what is taken for what."""

from collections.abc import Sequence
from dataclasses import dataclass

from flowsim.domain.team_history import TeamHistory
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.columns import Understood, guessed, understood
from flowsim.storage.histories.problems import FileProblem, MustAsk
from flowsim.storage.histories.reading import contents_of, history_of
from flowsim.storage.histories.table import Table
from flowsim.storage.histories.transitions import places_of

SHOWN_ROWS = 6
LONGEST_CELL = 60


@dataclass(frozen=True)
class Preview:
    """The head of a file, and the history in it, or what stands in the way.

    `meanings` has one for each column where somebody can choose them; a log of changes and JSON say it themselves.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    meanings: Sequence[Meaning] | None
    history: TeamHistory | None
    problem: FileProblem | None = None
    question: MustAsk | None = None


def preview_of(data: bytes, choices: Choices) -> Preview:
    """What is in the bytes of a file, as far as it can be said."""
    try:
        its = contents_of(data)
    except FileProblem as problem:
        return Preview((), (), None, None, problem=problem)
    header, rows, meanings = ((), (), None) if its.table is None else _head(its.table, choices)
    try:
        return Preview(header, rows, meanings, history_of(its, choices))
    except FileProblem as problem:
        return Preview(header, rows, meanings, None, problem=problem)
    except MustAsk as question:
        return Preview(header, rows, meanings, None, question=question)


def _head(table: Table, choices: Choices) -> tuple[Sequence[str], Sequence[Sequence[str]], Sequence[Meaning] | None]:
    width = len(table.header)
    rows = [[row.cell(at)[:LONGEST_CELL] for at in range(width)] for row in table.rows[:SHOWN_ROWS]]
    return table.header, rows, _meanings(table, choices)


def _meanings(table: Table, choices: Choices) -> Sequence[Meaning] | None:
    if not choices.columns and places_of(table) is not None:
        return None
    try:
        its = understood(table, choices)
    except FileProblem:
        return _guesses(table, choices)
    return [_meaning(its, at) for at in range(len(table.header))]


def _guesses(table: Table, choices: Choices) -> Sequence[Meaning]:
    try:
        its = guessed(table, choices)
    except FileProblem:
        return ["ignore"] * len(table.header)
    return [its.get(at, "ignore") for at in range(len(table.header))]


def _meaning(its: Understood, at: int) -> Meaning:
    if at in its.steps:
        return its.columns[its.steps.index(at)].role
    return its.meanings.get(at, "ignore")
