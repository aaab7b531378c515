"""From bytes to checked records: every problem found is reported at once.

Three sieves: the text must be JSON without repeated keys; every field must hold what its type says (pydantic reads
the types of `flowsim.domain`); the fields must fit one another (`flowsim.domain.checks`).
"""

import copy
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from flowsim.domain.checks import problems_of, session_problems_of
from flowsim.domain.constraints import FILE_RECORD, plain_name
from flowsim.domain.interventions import SavedSession
from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.scenario import VERSION, Scenario
from flowsim.storage import migrations
from flowsim.storage.wording import annotation_at, expectation, key_names, plain_path, tag_choices

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DEPTH: Final = 32
MOST_PROBLEMS: Final = 200
MENDING_ROUNDS: Final = 4


@dataclass(frozen=True, kw_only=True)
class FileRecord(Scenario):
    """A whole file: the scenario's own keys, the format's name and version, and a session where there is one."""

    __pydantic_config__ = FILE_RECORD
    format: Literal["flowsim"]
    version: int
    session: SavedSession | None = None


@cache
def file_adapter() -> "TypeAdapter[FileRecord]":
    """The checker of a whole file; built once, because building it takes longer than most files."""
    from pydantic import TypeAdapter

    return TypeAdapter(FileRecord)


def read_document(content: bytes) -> tuple[Scenario, SavedSession | None]:
    """The scenario and the session in `content`.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    raw = _current(_parse(content))
    record = _validated(raw)
    scenario = Scenario(**{name: getattr(record, name) for name in Scenario.__dataclass_fields__})
    problems = [*_left_out(raw), *problems_of(scenario)]
    if record.session is not None:
        problems += session_problems_of(scenario, record.session)
    if problems:
        raise ScenarioProblems(problems)
    return scenario, record.session


def _parse(content: bytes) -> dict[str, Any]:
    if len(content) > MAX_BYTES:
        raise _one("", f"{len(content):,} bytes", f"a file of at most {MAX_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _one("", f"byte {error.start} is not UTF-8", "a text file in UTF-8") from error
    if _depth(text) > MAX_DEPTH:
        raise _one("", f"more than {MAX_DEPTH} brackets inside one another", "a flowsim scenario") from None
    repeated: list[Problem] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = dict(pairs)
        if len(names) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = sorted({key for key in keys if keys.count(key) > 1})
            repeated.append(Problem("", "the key " + ", ".join(map(_shown, twice)) + " twice in one object", "it once"))
        return names

    try:
        raw = json.loads(text, object_pairs_hook=unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        given = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise _one("", given, "JSON, as the scenario format describes it") from error
    except ValueError as error:
        raise _one("", str(error), "finite numbers of a sensible length") from error
    if repeated:
        raise ScenarioProblems(repeated)
    if not isinstance(raw, dict):
        raise _one("", _shown(raw), "an object in braces")
    return raw


def _depth(text: str) -> int:
    """How deep brackets nest, counted without recursion; brackets inside strings count too, which only errs high."""
    depth = deepest = 0
    in_string = escaped = False
    for character in text if text.count("[") + text.count("{") > MAX_DEPTH else "":
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = in_string
        elif character == '"':
            in_string = not in_string
        elif in_string:
            continue
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
        elif character in "]}":
            depth -= 1
    return deepest


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number in JSON")


def _current(raw: dict[str, Any]) -> dict[str, Any]:
    """`raw` brought up to today's version, or the reason why it cannot be."""
    if raw.get("format") != "flowsim":
        raise _one("format", _shown(raw.get("format")), '"flowsim"')
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _one("version", _shown(version), "a whole number of at least 1")
    if version > VERSION:
        raise _one("version", str(version), f"at most {VERSION}; this file needs a newer flowsim")
    return migrations.to_current(raw)


def _validated(raw: dict[str, Any]) -> FileRecord:
    from pydantic import ValidationError

    try:
        # JSON mode is what makes strict checking accept lists for tuples.
        return file_adapter().validate_json(json.dumps(raw), strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = [*map(_problem, details), *_left_out(raw), *_further_problems(raw, details)]
        raise ScenarioProblems(_shortened(problems)) from error


def _further_problems(raw: dict[str, Any], details: "list[ErrorDetails]") -> list[Problem]:
    """What else shows once the broken fields stand at their defaults, so that one look tells everything."""
    from pydantic import ValidationError

    mended: Any = {"name": "", **copy.deepcopy(raw)}
    places: list[str] = []
    for _ in range(MENDING_ROUNDS):
        for detail in details:
            path = plain_path(FileRecord, detail["loc"])
            places.append(_where(path))
            _leave_out(mended, path[:-1] if detail["type"].startswith("missing") else path)
        try:
            record = file_adapter().validate_json(json.dumps(mended), strict=True)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            return [problem for problem in problems_of(record) if not problem.where.startswith(tuple(places))]
    return []


def _leave_out(raw: Any, path: tuple[str | int, ...]) -> None:
    """Take what stands at `path` out of `raw`; out of a list, the whole list's owner would change, so leave that."""
    if not path:
        return
    *way, last = path if path[:1] != ("session",) else path[:1]
    holder = raw
    for step in way:
        try:
            holder = holder[step]
        except (LookupError, TypeError):
            return
    if isinstance(holder, dict):
        holder.pop(last, None)


def _shortened(problems: list[Problem]) -> list[Problem]:
    unique = list(dict.fromkeys(problems))
    if len(unique) <= MOST_PROBLEMS:
        return unique
    rest = Problem("", f"{len(unique) - MOST_PROBLEMS:,} more problems", "these ones solved first")
    return [*unique[:MOST_PROBLEMS], rest]


def _problem(detail: "ErrorDetails") -> Problem:
    path = plain_path(FileRecord, detail["loc"])
    where, kind = _where(path), detail["type"]
    if kind in ("missing", "missing_keyword_only_argument", "missing_argument"):
        return Problem(where, "nothing", expectation(FileRecord, detail["loc"]))
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return Problem(where, _shown(detail["input"]), _known_keys(detail["loc"]))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        key = str(detail["ctx"]["discriminator"]).strip("'")
        given = detail["input"]
        tag = given.get(key) if isinstance(given, dict) else given
        return Problem(f"{where}.{key}", _shown(tag), tag_choices(FileRecord, detail["loc"]))
    return Problem(where, _shown(detail["input"]), expectation(FileRecord, detail["loc"]))


def _known_keys(path: tuple[str | int, ...]) -> str:
    try:
        holder = annotation_at(FileRecord, path[:-1])
        return "no such key; known are " + ", ".join(key_names(holder))
    except (LookupError, TypeError):
        return "no such key"


def _left_out(raw: dict[str, Any]) -> list[Problem]:
    """What must not be written at all, and so cannot be seen in the finished record."""
    problems = []
    if raw.get("cards") and "arrivals" in raw:
        expected = "left out, because the listed cards replace arrivals"
        problems.append(Problem("arrivals", _shown(raw["arrivals"]), expected))
    columns = raw.get("columns")
    for index, column in enumerate(columns if isinstance(columns, list) else ()):
        if isinstance(column, dict) and column.get("kind") == "queue":
            for key in ("workers", "service"):
                if key in column:
                    expected = "left out, because nobody works in a queue"
                    problems.append(Problem(f"columns[{index}].{key}", _shown(column[key]), expected))
    return problems


def _where(path: tuple[str | int, ...]) -> str:
    where = ""
    for step in path:
        where += f"[{step}]" if isinstance(step, int) else f".{plain_name(step)}" if where else plain_name(step)
    return where


def _shown(given: Any) -> str:
    try:
        text = json.dumps(given, ensure_ascii=False)
    except (TypeError, ValueError):
        text = str(given)
    return text if len(text) <= 80 else text[:77] + "…"


def _one(where: str, given: str, expected: str) -> ScenarioProblems:
    return ScenarioProblems([Problem(where, given, expected)])
