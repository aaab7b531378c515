"""A file that is read as a history, before anybody has decided anything: its first rows, and what is taken for what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flowsim.domain.team_history import TeamHistory
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.columns import Understood, guessed
from flowsim.storage.histories.headers import keys_of
from flowsim.storage.histories.problems import FileProblem, MustAsk
from flowsim.storage.histories.reading import Contents, Layout, history_of, layout_of
from flowsim.storage.histories.table import Table
from flowsim.storage.histories.weeks import Weeks

SHOWN_ROWS = 6
LONGEST_CELL = 60


@dataclass(frozen=True)
class Preview:
    """The head of a file, and the history in it, or what stands in the way.

    `keys` are the names of the columns, told apart. `meanings` has one for each column where somebody can choose them;
    a log of changes and JSON say it themselves.
    """

    header: Sequence[str] = ()
    keys: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    meanings: Sequence[Meaning] | None = None
    history: TeamHistory | None = None
    problem: FileProblem | None = None
    question: MustAsk | None = None


def preview_of(its: Contents, choices: Choices) -> Preview:
    """What is in a file, as far as it can be said."""
    made = Preview() if its.table is None else _head(its.table)
    layout: Layout | None = None
    try:
        if its.table is not None:
            layout = layout_of(its.table, choices)
            made = replace(made, meanings=_meanings(its.table, layout))
        return replace(made, history=history_of(its, choices, layout))
    except FileProblem as problem:
        guesses = _guesses(its.table, choices) if its.table is not None and layout is None else made.meanings
        return replace(made, meanings=guesses, problem=problem)
    except MustAsk as question:
        return replace(made, question=question)


def _head(table: Table) -> Preview:
    width = len(table.header)
    rows = [[row.cell(at)[:LONGEST_CELL] for at in range(width)] for row in table.rows[:SHOWN_ROWS]]
    return Preview(table.header, keys_of(table.header), rows)


def _meanings(table: Table, layout: Layout) -> Sequence[Meaning] | None:
    places = range(len(table.header))
    match layout:
        case Weeks():
            return [layout.meaning(at) for at in places]
        case Understood():
            return [_meaning(layout, at) for at in places]
        case _:
            return None


def _meaning(its: Understood, at: int) -> Meaning:
    if at in its.steps:
        return its.columns[its.steps.index(at)].role
    return its.meanings.get(at, "ignore")


def _guesses(table: Table, choices: Choices) -> Sequence[Meaning]:
    """What the columns seem to be, one by one, of a table that cannot be used so."""
    try:
        its = guessed(table, choices)
    except FileProblem:
        return ["ignore"] * len(table.header)
    return [its.get(at, "ignore") for at in range(len(table.header))]
