"""What makes two boards differ, as settings by path, so that runs can be compared and each change has its share."""

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from flowsim.domain.policies import Rules
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.storage.settings import Settings, with_settings
from flowsim.storage.writing import plain_values

Plain = dict[str, Any]

RECORDS: Final = {"columns": Column, "classes": CardClass}


def settings_between(one: Scenario, other: Scenario) -> Settings | None:
    """The settings that make `one` the other board; None where they differ by more than settings (columns, cards).

    Names, description, seed and length of a run do not matter.
    """
    before, after = plain_values(one), plain_values(other)
    settings = dict(_changes(before, after))
    try:
        made = with_settings(one, settings)
    except ScenarioProblems:
        return None
    return settings if _compared(made) == _compared(other) else None


def _compared(scenario: Scenario) -> Scenario:
    return replace(scenario, seed=0, name="", description="", horizon=None, warm_up=0.0)


def _changes(before: Plain, after: Plain) -> Iterator[tuple[str, Any]]:
    for kind, record in RECORDS.items():
        for old, new in zip(before.get(kind, []), after.get(kind, []), strict=False):
            for name, value in _of_record(old, new, record):
                yield f"{kind}.{old['id']}.{name}", value
    for name, value in _of_record(before.get("rules", {}), after.get("rules", {}), Rules):
        yield f"rules.{name}", value
    first, second = before.get("arrivals", {}), after.get("arrivals", {})
    for name, value in second.items():
        if first.get(name) != value:
            yield f"arrivals.{name}", value
    shared = zip(before.get("shared_limits", []), after.get("shared_limits", []), strict=False)
    for number, (old, new) in enumerate(shared):
        if old["limit"] != new["limit"]:
            yield f"shared_limits.{number}.limit", new["limit"]


def _of_record(old: Plain, new: Plain, record: type) -> Iterator[tuple[str, Any]]:
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            yield name, new[name] if name in new else _default(record, name)


def _default(record: type, name: str) -> Any:
    """What a file means that leaves this out, as a file would say it."""
    its = next(field.default for field in dataclasses.fields(record) if field.name == name)
    return {} if dataclasses.is_dataclass(its) else its
