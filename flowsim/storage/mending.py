"""Finds problems between the valid fields of a file by replacing its invalid fields with their defaults."""

import copy
from typing import TYPE_CHECKING, Any, Final

from flowsim.domain.checks import problems_of, session_problems_of
from flowsim.domain.problems import Problem
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop_checks import workshop_problems
from flowsim.storage.parsing import Path, where_of
from flowsim.storage.record import FileRecord, details_of, record_of
from flowsim.storage.wording import plain_path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ROUNDS: Final = 5
LEAST: Final = {"name": "", "columns": [{"id": "?"}]}
"""What every file must have, for one that has it not."""

RESTS_ON: Final = {
    "columns": ("arrivals", "shared_limits", "people", "cards", "session"),
    "shared_limits": ("columns", "session"),
    "classes": ("cards", "session"),
    "families": ("cards",),
}
"""For each part of a file, the parts whose problems are meaningless if that part had to be left out."""


def further_problems(raw: dict[str, Any], details: "list[ErrorDetails]") -> list[Problem]:
    """The problems between fields of `raw` that have nothing to do with the broken ones, which are `details`."""
    from pydantic import ValidationError

    mended: dict[str, Any] = {**LEAST, **copy.deepcopy(raw)}
    left_out: set[Path] = set()
    for _ in range(ROUNDS):
        for detail in details:
            path = plain_path(FileRecord, detail["loc"])
            left_out.add(_leave_out(mended, path[:-1] if detail["type"].startswith("missing") else path))
        mended = {**LEAST, **mended}
        try:
            record = record_of(mended, FileRecord)
        except ValidationError as error:
            details = details_of(error)
        else:
            problems = problems_of(record)
            if record.session is not None:
                problems += session_problems(record, record.session)
            return [problem for problem in problems if not _touched(problem, left_out)]
    return []


def session_problems(scenario: Scenario, session: SavedSession) -> list[Problem]:
    """Every problem of a saved session, its workshop included, that shows without playing it."""
    return [*session_problems_of(scenario, session), *workshop_problems(session.workshop)]


def _leave_out(raw: dict[str, Any], path: Path) -> Path:
    """Take what stands at `path` out of `raw`, or the smallest part of an object that holds it; the path of that."""
    holder: Any = raw
    last: tuple[Any, Path] = (raw, path[:1])
    for depth, step in enumerate(path[:-1] if path[:1] != ("session",) else ()):
        try:
            holder = holder[step]
        except (LookupError, TypeError):
            break
        if isinstance(holder, dict) and path[depth + 1] in holder:
            last = (holder, path[: depth + 2])
    owner, place = last
    if place:
        owner.pop(place[-1], None)
    return place


def _touched(problem: Problem, left_out: set[Path]) -> bool:
    """Whether a problem comes from, or cannot be told without, a part that was left out."""
    parts = [where_of(path) for path in left_out]
    for path in left_out:
        if len(path) == 1:
            parts += RESTS_ON.get(str(path[0]), ())
    return any(_within(problem.where, part) or _within(part, problem.where) for part in parts)


def _within(where: str, whole: str) -> bool:
    return where == whole or where.startswith((f"{whole}.", f"{whole}["))
