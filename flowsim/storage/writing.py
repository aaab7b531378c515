"""From records to the text of a file, as a person would write it: defaults left out, except what people look for."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, Final

from flowsim.domain.constraints import plain_name
from flowsim.domain.exercises import Exercise
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import VERSION, Column, Scenario

ALWAYS: Final = {
    "kind", "do", "at", "id", "name", "time_unit", "seed", "horizon", "arrivals", "workers", "wip_limit", "service",
}  # fmt: skip


def document_text(scenario: Scenario, session: SavedSession | None) -> str:
    """The file's text, ending in a newline; reading it gives equal records."""
    body = plain_values(scenario)
    if session is not None:
        body["session"] = _plain(session)
    return json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def plain_values(scenario: Scenario) -> dict[str, Any]:
    """The values of the file that holds `scenario`: what JSON has, the caller's to change."""
    return {"format": "flowsim", "version": VERSION, **_plain(scenario)}


def plain_exercise(exercise: Exercise) -> dict[str, Any]:
    """The values of an exercise, its boards among them as files hold them."""
    body: dict[str, Any] = _plain(exercise)
    body["boards"] = {name: plain_values(board) for name, board in exercise.boards.items()}
    return body


class DocumentWriter:
    """Writes documents one after the other; a scenario that is the same as last time is not written anew."""

    def __init__(self) -> None:
        self._scenario: Scenario | None = None
        self._text = ""

    def text(self, scenario: Scenario, session: SavedSession | None) -> str:
        """The file's text, equal in meaning to `document_text`."""
        if scenario is not self._scenario:
            self._scenario, self._text = scenario, document_text(scenario, None)
        if session is None:
            return self._text
        body = json.dumps(_plain(session), ensure_ascii=False, allow_nan=False)
        return self._text.removesuffix("\n}\n") + f',\n  "session": {body}\n}}\n'


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {plain_name(name): _plain(getattr(value, name)) for name in _written(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _written(record: Any) -> list[str]:
    """Names of the fields to write: those that differ from their default, and those people look for."""
    names = [field.name for field in dataclasses.fields(record) if field.name in ALWAYS or _differs(record, field)]
    if isinstance(record, Column) and record.is_queue:
        names = [name for name in names if name not in ("workers", "service")]
    if isinstance(record, Scenario) and record.explicit:
        names.remove("arrivals")
    names.sort(key=lambda name: name not in ("do", "kind"))
    return names


def _differs(record: Any, field: "dataclasses.Field[Any]") -> bool:
    if field.default is not dataclasses.MISSING:
        return bool(getattr(record, field.name) != field.default)
    if field.default_factory is not dataclasses.MISSING:
        return bool(getattr(record, field.name) != field.default_factory())
    return True
