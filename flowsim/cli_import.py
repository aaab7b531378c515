"""`flowsim import`: a team's history read, and a board fitted to it."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path
from typing import Any, Final

from flowsim.cli_progress import Progress
from flowsim.domain.problems import one_line
from flowsim.domain.team_history import TeamHistory
from flowsim.experiments.fitting import CannotBeFitted, Chosen, chosen
from flowsim.storage.histories import Choices, FileProblem, MustAsk, choices_from, read_history_file
from flowsim.storage.histories.tables import items_table, problems_table
from flowsim.storage.tables import csv_text
from flowsim.storage.writing import document_text

ASKED: Final = 3
"""The exit code where the file can be read in two ways, and nobody has said which."""

MAP_HELPS: Final = (
    ". Where a table has dates, a map (--map MAP.json) can say which they are: "
    '{"columns": {"Opened": "start", "Closed": "finish"}}'
)

INTERRUPTED: Final = 130
SIGNS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
Say = Callable[[str], None]
Write = Callable[[str, str], None]


@dataclass(frozen=True)
class Files:
    """Where things go, None where they are not wanted; `write` writes one, `say` and `complain` tell."""

    board: str
    items: str | None
    problems: str | None
    fit: str | None
    write: Write
    say: Say
    complain: Say


def run_import(file: Path, map_file: Path | None, files: Files) -> int:
    """Read the history in `file` and fit a board to it; the exit code."""
    choices = _choices(map_file, files.complain)
    if choices is None:
        return 2
    try:
        history = read_history_file(file, choices)
    except OSError as error:
        files.complain(f"{file}: cannot be read ({error.strerror or error})")
        return 2
    except FileProblem as problem:
        files.complain(f"{file}: {one_line(problem.message)}{MAP_HELPS if problem.kind == 'no-dates' else ''}")
        return 2
    except MustAsk as asked:
        answers = " or ".join(f'"{asked.key}": "{answer}"' for answer in asked.answers)
        files.complain(f"{file}: {one_line(asked.question)} Put {answers} into a map (--map MAP.json).")
        return ASKED
    if files.items:
        files.write(files.items, csv_text(*items_table(history)))
    if files.problems:
        files.write(files.problems, csv_text(*problems_table(history)))
    files.say(summary(history))
    return _fit(file, history, files)


def _choices(map_file: Path | None, complain: Say) -> Choices | None:
    if map_file is None:
        return Choices()
    try:
        found = choices_from(map_file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        complain(f"{map_file}: cannot be read ({error.strerror or error})")
        return None
    except UnicodeDecodeError:
        complain(f"{map_file}: no text")
        return None
    if isinstance(found, Choices):
        return found
    for problem in found:
        complain(f"{map_file}: {one_line(problem)}")
    return None


def summary(history: TeamHistory) -> str:
    """What was read, in a few lines."""
    columns = ", ".join(f"{column.name} ({column.role})" for column in history.columns) or "none"
    counted = sum(many for _, many in history.counts)
    read, finished = len(history.items) or counted, len(history.finished) or counted
    reading = "".join(f", {what} {SIGNS.get(how, how)}" for what, how in history.reading)
    lines = [
        f"layout    {history.layout}{reading}",
        f"columns   {columns}",
        f"items     {read} read, {finished} finished, {len(history.unfinished)} unfinished,"
        f" {sum(item.cancelled for item in history.items)} cancelled",
        f"not used  {len(history.rejected)} rows",
    ]
    told = [*history.notices, *(f"{many} {flag}" for flag, many in history.warnings.items())]
    return "\n".join([*lines, *([f"note      {', '.join(told)}"] if told else [])])


def _fit(file: Path, history: TeamHistory, files: Files) -> int:
    share = 0.0

    def pause(done: float) -> bool:
        nonlocal share
        share = done
        return progress.look()

    try:
        with Progress(lambda: share) as progress:
            found = chosen(history, name=file.stem[:200], pause=pause)
    except CannotBeFitted as reason:
        files.complain(f"{file}: {one_line(str(reason))}")
        return 2
    if found is None:
        files.complain("interrupted")
        return INTERRUPTED
    files.write(files.board, document_text(found.board.scenario, None))
    if files.fit:
        files.write(files.fit, json.dumps(fit_as_json(found), indent=2) + "\n")
    files.say(words_of_fit(found))
    return 0


def fit_as_json(found: Chosen) -> dict[str, Any]:
    """How well the board fits, and what was found, as plain values."""
    score = found.score
    return {
        "board": _finite(asdict(score.board)) if score else None,
        "naive": _finite(asdict(score.naive)) if score else None,
        "judged_on_days": score.days if score else None,
        "better_than_naive": score.better if score else None,
        "busy": found.board.busy,
        "columns": [
            {
                "name": its.name, "mean_stay": its.stay.mean, "law": its.stay.kind, "skipped": its.skipped,
                "largest": its.largest, "usual": its.usual, "people": its.people, "mean_work": its.work.mean,
            }
            for its in found.board.columns
        ],
        "as_good": [
            {"busy": board.busy, "people": [its.people for its in board.columns], "off": board.off}
            for board in found.as_good
        ],
        "left_out": [str(one) for one in found.board.left_out],
    }  # fmt: skip


def _finite(its: dict[str, float]) -> dict[str, float | None]:
    return {key: value if isfinite(value) else None for key, value in its.items()}


def words_of_fit(found: Chosen) -> str:
    """How well the board fits, in a few lines."""
    return "\n".join(f"fit       {line}" for line in (found.verdict, *found.told))
