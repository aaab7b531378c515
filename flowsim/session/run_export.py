"""Writing a run to a file: as a workbook, as its events, or in the layout of ActionableAgile."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from flowsim.metrics import RunView
from flowsim.session.run_tables import actionable_agile, run_tables
from flowsim.storage.atomic import write_atomically
from flowsim.storage.tables import csv_text, save_text, trace_table

ROWS_BETWEEN: Final = 500
T = TypeVar("T")


def write_run(run: RunView, kind: str, path: Path, tell: Callable[[float], None]) -> None:
    """Write `run`, which must not change meanwhile, to `path`: kind "workbook", "events" or "actionable".

    `tell` is called now and then with the share that is done, 0 to 1; what it raises ends the work, and leaves the file
    that was there.

    Raises:
        OSError: the place cannot be written; the old file is untouched.
    """
    rows, cards = run.flow.rows_read, len(run.flow.arrived)
    if kind == "workbook":
        from flowsim.storage.workbook import workbook_bytes

        tables = _told(run_tables(run), tell, rows + cards)
        write_atomically(path, workbook_bytes(tables))
    elif kind == "actionable":
        save_text(path, csv_text(*_told({"": actionable_agile(run)}, tell, cards)[""]))
    else:
        save_text(path, csv_text(*_told({"": trace_table(run.scenario, run.flow.rows)}, tell, rows)[""]))


def _told(
    tables: dict[str, tuple[Sequence[str], Iterable[Sequence[object]]]], tell: Callable[[float], None], every: int
) -> dict[str, tuple[Sequence[str], Iterable[Sequence[object]]]]:
    """The same tables, whose rows say now and then which share of all of them they are."""
    done = 0

    def telling(rows: Iterable[T]) -> Iterator[T]:
        nonlocal done
        for row in rows:
            if done % ROWS_BETWEEN == 0:
                tell(min(done / max(every, 1), 1.0))
            done += 1
            yield row

    return {name: (header, telling(rows)) for name, (header, rows) in tables.items()}
