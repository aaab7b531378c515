"""From bytes to checked records: every problem found is reported at once.

Three stages: the text must be JSON without repeated keys (`parsing`), every field must match its type (`record`), and
the fields must fit together (`flowsim.domain.checks`). If the second stage finds problems, `mending` still runs the
third on the rest of the file.
"""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from flowsim.domain.checks import problems_of
from flowsim.domain.constraints import MAX_COLUMNS
from flowsim.domain.problems import NewerVersion, Problem
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import VERSION, Scenario
from flowsim.storage import migrations
from flowsim.storage.mending import further_problems, session_problems
from flowsim.storage.parsing import MOST_PROBLEMS, Complaints, Path, one, parse, shown, where_of
from flowsim.storage.record import FileRecord, Record, details_of, record_in
from flowsim.storage.wording import annotation_at, broken_key, expectation, key_names, plain_path, tag_choices

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_LOOKED_AT: Final = 100_000
"""Broken fields beyond which they are only counted: a hostile file must not fill the memory with complaints."""


def read_document(content: bytes) -> tuple[Scenario, SavedSession | None]:
    """The scenario and the session in `content`.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    return document_of(parse(content))


def document_of(values: dict[str, Any]) -> tuple[Scenario, SavedSession | None]:
    """The scenario and the session in the values of a file, which are spent: they are the most of what a file takes.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    raw = _current(values)
    left_out = _left_out(raw)
    record = validated(raw, FileRecord, lambda again, details: [*left_out, *further_problems(again, details)])
    scenario = Scenario(**{name: getattr(record, name) for name in Scenario.__dataclass_fields__})
    problems = Complaints([*left_out, *problems_of(scenario)])
    if record.session is not None:
        for problem in session_problems(scenario, record.session):
            problems.add(problem)
    if problems:
        raise problems.as_error()
    return scenario, record.session


def _current(raw: dict[str, Any]) -> dict[str, Any]:
    """`raw` brought up to today's version, or the reason why it cannot be."""
    if raw.get("format") != "flowsim":
        raise one("format", shown(raw["format"]) if "format" in raw else "nothing", '"flowsim"')
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise one("version", shown(version) if "version" in raw else "nothing", "a whole number of at least 1")
    if version > VERSION:
        expected = f"at most {VERSION}; this file needs a newer flowsim"
        raise NewerVersion([Problem("version", shown(version), expected)])
    return migrations.to_current(raw)


def validated(
    raw: dict[str, Any], kind: type[Record], more: "Callable[[dict[str, Any], list[ErrorDetails]], Iterable[Problem]]"
) -> Record:
    """`raw`, which is spent, as a record of this kind; `more` gives what else is wrong, where some of its fields are.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    from pydantic import ValidationError

    text = json.dumps(raw)
    raw.clear()
    try:
        return record_in(text, kind)
    except ValidationError as error:
        if (count := error.error_count()) > MOST_LOOKED_AT:
            raise one("", f"{count:,} values that are not what they should be", "a flowsim scenario") from error
        details = details_of(error)
        untold = max(len(details) - MOST_PROBLEMS, 0)
        problems = Complaints((_problem(kind, detail) for detail in details[:MOST_PROBLEMS]), untold)
        if not untold:
            for problem in more(json.loads(text), details):
                problems.add(problem)
        raise problems.as_error() from error


def _problem(record: type, detail: "ErrorDetails") -> Problem:
    path = plain_path(record, detail["loc"])
    where, kind = where_of(path), detail["type"]
    if broken_key(record, detail["loc"]):
        return Problem(where_of(path[:-1]), shown(detail["input"]), expectation(record, detail["loc"]))
    if kind in ("missing", "missing_keyword_only_argument", "missing_argument"):
        return Problem(where, "nothing", expectation(record, detail["loc"]))
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return Problem(where, shown(detail["input"]), _known_keys(record, detail["loc"]))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        key = str(detail["ctx"]["discriminator"]).strip("'")
        given = detail["input"]
        tag = shown(given[key]) if key in given else "nothing"
        return Problem(f"{where}.{key}", tag, tag_choices(record, detail["loc"]))
    return Problem(where, shown(detail["input"]), expectation(record, detail["loc"]))


def _known_keys(record: type, path: Path) -> str:
    try:
        holder = annotation_at(record, path[:-1])
        return "no such key; known are " + ", ".join(key_names(holder))
    except (LookupError, TypeError):
        return "no such key"


def _left_out(raw: dict[str, Any]) -> list[Problem]:
    """What must not be written at all, and so cannot be seen in the finished record."""
    problems = []
    if raw.get("cards") and "arrivals" in raw:
        expected = "left out, because the listed cards replace arrivals"
        problems.append(Problem("arrivals", shown(raw["arrivals"]), expected))
    columns = raw.get("columns")
    for index, column in enumerate(columns[:MAX_COLUMNS] if isinstance(columns, list) else ()):
        if isinstance(column, dict) and column.get("kind") == "queue":
            for key in ("workers", "service"):
                if key in column:
                    expected = "left out, because nobody works in a queue"
                    problems.append(Problem(f"columns[{index}].{key}", shown(column[key]), expected))
    return problems
