"""Settings of a board by their paths: `columns.dev.wip_limit`, `people.Ada.skills.test`, `columns.dev.service.mean`.

A setting is written into the values of the scenario's file and read back, so that an experiment can set what a file can
hold, and is told of what it cannot in the same words.
"""

from collections.abc import Mapping
from typing import Any, Final

from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.scenario import Scenario
from flowsim.storage.parsing import shown
from flowsim.storage.reading import document_of
from flowsim.storage.writing import plain_values

Settings = Mapping[str, Any]
"""Values by path."""

KNOWN: Final = (
    "a path such as columns.ID.wip_limit, columns.ID.service.mean, people.NAME.skills.ID, classes.ID.share, "
    "rules.blocking, arrivals.rate, limits_by_class.ID, backlog_limit, plan or shared_limits.0.limit"
)


def with_settings(scenario: Scenario, settings: Settings) -> Scenario:
    """`scenario` with these values.

    Raises:
        ScenarioProblems: a path leads nowhere, or the board would not be one with such a value; every problem names
            the path and the value.
    """
    if not settings:
        return scenario
    values = plain_values(scenario)
    values.setdefault("classes", [{"id": "standard", "name": "Standard"}])
    values.setdefault("rules", {})
    problems = []
    for path, value in settings.items():
        if (place := _place_of(scenario, values, path)) is None:
            problems.append(Problem(path, "no such setting", KNOWN))
        else:
            holder, name = place
            holder[name] = value
    if problems:
        raise ScenarioProblems(problems)
    try:
        after = document_of(values)[0]
    except ScenarioProblems as found:
        asked = ", ".join(f"{path} = {shown(value)}" for path, value in settings.items())
        raise ScenarioProblems(
            [Problem(asked, f"{each.where}: {each.given}", each.expected) for each in found.problems]
        ) from found

    if _names(after) != _names(scenario):
        raise ScenarioProblems([Problem(", ".join(settings), "changes an id or a name", "a setting; those name paths")])
    return after


def _names(scenario: Scenario) -> list[str]:
    """By what columns, classes and people are known in paths."""
    columns, classes = [each.id for each in scenario.columns], [each.id for each in scenario.classes]
    return [*columns, *classes, *(each.name for each in scenario.people)]


def _place_of(scenario: Scenario, values: dict[str, Any], path: str) -> tuple[Any, Any] | None:
    """What holds the setting with this path in the values of a file, and its name or number there."""
    kind, _, rest = path.partition(".")
    if kind == "columns":
        return _field_of(values["columns"], [column.id for column in scenario.columns], rest)
    if kind == "classes":
        return _field_of(values["classes"], [each.id for each in scenario.classes], rest)
    if kind == "people":
        return _skill_of(values.get("people", []), scenario, rest)
    if kind in ("rules", "arrivals") and rest and kind in values:
        return _within(values[kind], rest)
    if path in ("backlog_limit", "plan"):
        return values, path
    if kind == "limits_by_class" and rest in scenario.class_index:
        return values.setdefault("limits_by_class", {}), rest
    if kind == "shared_limits":
        number, _, name = rest.partition(".")
        groups = values.get("shared_limits", [])
        fits = number.isdecimal() and int(number) < len(groups) and name == "limit"
        return (groups[int(number)], name) if fits else None
    return None


def _field_of(listed: list[Any], ids: list[str], rest: str) -> tuple[Any, Any] | None:
    """A field of the one whose id the path begins with; ids may hold dots, so the longest that fits is meant."""
    for index in sorted(range(len(ids)), key=lambda index: -len(ids[index])):
        if rest.startswith(ids[index] + "."):
            return _within(listed[index], rest[len(ids[index]) + 1 :])
    return None


def _skill_of(people: list[Any], scenario: Scenario, rest: str) -> tuple[Any, Any] | None:
    for person, values in zip(scenario.people, people, strict=True):
        column = rest.removeprefix(f"{person.name}.skills.")
        if column != rest and column in scenario.column_index:
            return values.setdefault("skills", {}), column
    return None


def _within(holder: dict[str, Any], path: str) -> tuple[Any, Any] | None:
    """What holds the last part of a path of names; records that a file left out begin empty."""
    *names, last = path.split(".")
    for name in names:
        inner = holder.setdefault(name, {})
        if not isinstance(inner, dict):
            return None
        holder = inner
    return (holder, last) if last else None
