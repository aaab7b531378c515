"""Tables out: the trace and the data of a chart as CSV."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import NO_WORKER, CardState
from flowsim.storage.atomic import write_atomically

PART: Final = 4096
TRACE_HEADER = ("time", "card", "column", "state", "worker")


def trace_csv(scenario: Scenario, trace: Trace, more: Mapping[str, Iterable[object]] | None = None) -> str:
    """The whole trace as CSV, as `trace_table` has it, and `more` columns behind those, by name."""
    header, rows = trace_table(scenario, trace.rows())
    if not more:
        return csv_text(header, rows)
    wider = ((*row, *beside) for row, *beside in zip(rows, *more.values(), strict=True))
    return csv_text((*header, *more), wider)


def trace_table(scenario: Scenario, recorded: npt.NDArray[np.void]) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    """Rows of a trace as a table: one row per change of state, times in time units with 17 significant digits.

    `column` is the column's id, empty in the backlog and after leaving the board. `worker` is a name, or a number from
    0 on boards without named people, and empty if nobody holds the card.
    """
    columns = [column.id for column in scenario.columns]
    words = [state.word for state in CardState]
    names = [person.name for person in scenario.people]
    rows = (
        (
            f"{time:.17g}",
            card,
            columns[column] if column >= 0 else "",
            words[state],
            "" if worker == NO_WORKER else names[worker] if names else worker,
        )
        for time, card, column, state, worker in in_parts(recorded)
    )
    return TRACE_HEADER, rows


def in_parts(recorded: npt.NDArray[np.void]) -> Iterator[tuple[float, int, int, int, int]]:
    """Rows of a trace as plain numbers, some thousand at a time: all at once would hold up everybody else."""
    for start in range(0, len(recorded), PART):
        yield from recorded[start : start + PART].tolist()


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV with Unix line ends; texts that a spreadsheet would take for a formula are marked as text."""
    lines: list[str] = []
    # Python quotes a cell with a line end in it only where that is one of the writer's own.
    writer = csv.writer(_Sink(lines.append), lineterminator="\r\n")
    writer.writerow([_plain(cell) for cell in header])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return "".join(line.removesuffix("\r\n") + "\n" for line in lines)


def save_text(path: str | Path, text: str) -> None:
    """Write `text` to `path` atomically, in UTF-8 (halves of characters become "?")."""
    write_atomically(Path(path), text.encode("utf-8", "replace"))


class _Sink(NamedTuple):
    """Where `csv` writes its lines to, one call a line."""

    write: Callable[[str], None]


def _plain(cell: object) -> object:
    """The cell; a text that some spreadsheet would compute gets a mark in front of where the formula begins.

    A spreadsheet may pass over what nobody sees (spaces, control and format characters), take wide signs for plain
    ones, and where its language separates cells by semicolons or tabs, begin a cell in the middle of ours.
    """
    if not isinstance(cell, str) or _is_number(cell):
        return cell
    return _FORMULA.sub(r"\1'\2", "'" + cell if cell[:1] in ("\t", "\r", "\n") else cell)


_UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
_FORMULA = re.compile(rf"((?:^|[;\t\r\n]){_UNSEEN})([=+\-@＝＋－＠])")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
