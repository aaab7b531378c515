"""The shape of a whole file, and its check field by field: pydantic reads the types of `flowsim.domain`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from flowsim.domain.constraints import FILE_RECORD
from flowsim.domain.exercises import Exercise
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import ErrorDetails


@dataclass(frozen=True, kw_only=True)
class FileRecord(Scenario):
    """A whole file: the scenario's own keys, the format's name and version, and a session where there is one."""

    __pydantic_config__ = FILE_RECORD
    format: Literal["flowsim"]
    version: int
    session: SavedSession | None = None


@dataclass(frozen=True, kw_only=True)
class ExerciseRecord(Exercise):
    """A whole file with an exercise: its own keys, and the format's name and version."""

    __pydantic_config__ = FILE_RECORD
    format: Literal["flowsim-exercise"]
    version: int


Record = TypeVar("Record", bound=Scenario | Exercise)


@cache
def adapter_of(kind: Any) -> "TypeAdapter[Any]":
    """The checker of a whole file; built once, because building it takes longer than most files."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def record_of(raw: dict[str, Any], kind: type[Record]) -> Record:
    """`raw` as a record.

    Raises:
        pydantic.ValidationError: a field does not hold what its type says.
    """
    return record_in(json.dumps(raw), kind)


def record_in(text: str, kind: type[Record]) -> Record:
    """The values in a JSON `text` as a record.

    Raises:
        pydantic.ValidationError: a field does not hold what its type says.
    """
    # JSON mode is what makes strict checking accept lists for tuples.
    record: Record = adapter_of(cast(Any, kind)).validate_json(text, strict=True)
    return record


def details_of(error: "ValidationError") -> "list[ErrorDetails]":
    """Pydantic's errors, without false "too short" errors that it reports for lists with invalid entries."""
    return [
        detail
        for detail in error.errors(include_url=False)
        if detail["type"] != "too_short" or len(detail["input"]) < detail["ctx"]["min_length"]
    ]
