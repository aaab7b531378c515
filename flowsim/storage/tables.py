"""Tables out: the trace and the data of a chart as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from flowsim.domain.scenario import Scenario
from flowsim.domain.trace import Trace
from flowsim.domain.words import NO_WORKER, CardState
from flowsim.storage.atomic import write_atomically

TRACE_HEADER = ("time", "card", "column", "state", "worker")


def trace_csv(scenario: Scenario, trace: Trace) -> str:
    """The trace as the public contract has it: one row a change of state, times with 17 significant digits."""
    columns = [column.id for column in scenario.columns]
    words = [state.word for state in CardState]
    rows = (
        (
            f"{time:.17g}",
            card,
            columns[column] if column >= 0 else "",
            words[state],
            "" if worker == NO_WORKER else worker,
        )
        for time, card, column, state, worker in trace.rows().tolist()
    )
    return csv_text(TRACE_HEADER, rows)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV with Unix line ends; texts that a spreadsheet would take for a formula are marked as text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_plain(cell) for cell in header])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue()


def save_text(path: str | Path, text: str) -> None:
    """Write `text` to `path` atomically, in UTF-8."""
    write_atomically(Path(path), text.encode("utf-8"))


def _plain(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell[:1] in FORMULA_STARTS and not _is_number(cell) else cell


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
