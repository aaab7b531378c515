"""The JSON Schema of a .flowsim file, made from the types that files are checked against, for editors that complete."""

import json
from typing import Any

from flowsim.domain.exercises import EXERCISE_VERSION
from flowsim.domain.scenario import VERSION
from flowsim.storage.record import ExerciseRecord, FileRecord, adapter_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema of scenarios as its published file has it, ending in a newline.

    A file that satisfies it may still be refused: what fields must be to one another is no matter of a schema.
    """
    says = "A Kanban board, the work that comes to it and, where saved from a run, what people did."
    return _text(FileRecord, f"flowsim scenario, version {VERSION}", VERSION, says)


def exercise_schema_text() -> str:
    """The schema of exercises as its published file has it, ending in a newline."""
    says = "A story in steps, told on boards of its own: data, no code, one file to share."
    return _text(ExerciseRecord, f"flowsim exercise, version {EXERCISE_VERSION}", EXERCISE_VERSION, says)


def _text(kind: type, title: str, version: int, says: str) -> str:
    shape: dict[str, Any] = adapter_of(kind).json_schema(by_alias=True)
    shape["properties"]["version"] = {"const": version, "title": "Version"}
    if kind is ExerciseRecord:
        _boards_are_files(shape)
    for record in shape["$defs"].values():
        # A record told apart by its tag has that as a default in Python; in a file it must stand.
        tags = [name for name, field in record.get("properties", {}).items() if "const" in field]
        record["required"] = sorted({*record.get("required", ()), *tags})
    about = {"$schema": DIALECT, "title": title, "description": says}
    return json.dumps({**shape, **about}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _boards_are_files(shape: dict[str, Any]) -> None:
    """A board of an exercise is all that a .flowsim file holds, or the name of one beside it."""
    board = shape["$defs"]["Scenario"]
    board["properties"] |= {"format": {"const": "flowsim"}, "version": {"const": VERSION}}
    board["required"] = [*board["required"], "format", "version"]
    boards = shape["properties"]["boards"]
    boards["additionalProperties"] = {
        "anyOf": [boards["additionalProperties"], {"type": "string", "pattern": r"\.flowsim$"}]
    }
