"""A small sound file to be broken, and what flowsim says about it then."""

import json
from typing import Any

from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.storage.reading import read_document
from flowsim.storage.resources import resources

Raw = dict[str, Any]

EXERCISES = sorted((resources() / "exercises").glob("*.flowsim"))


def raw(**changed: Any) -> Raw:
    """The JSON of a sound file with three work columns a, b and c, and what is `changed` in it."""
    columns = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    return {"format": "flowsim", "version": 1, "name": "Three steps", "columns": columns, **changed}


def with_column(**fields: Any) -> Raw:
    """A sound file whose last column, `columns[2]`, has `fields`."""
    return raw(columns=[{"id": "a"}, {"id": "b"}, {"id": "c", **fields}])


def said_of(content: bytes | Raw) -> list[str]:
    """What is wrong with a file, a line a problem; empty for a sound one."""
    return [str(problem) for problem in problems_in(content)]


def problems_in(content: bytes | Raw) -> tuple[Problem, ...]:
    """The problems of a file; none for a sound one."""
    try:
        read_document(content if isinstance(content, bytes) else json.dumps(content).encode())
    except ScenarioProblems as found:
        return found.problems or (Problem("", "refused", "at least one problem told"),)
    return ()
