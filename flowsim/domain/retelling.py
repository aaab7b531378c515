"""The program's own exercises and boards told in another language: their texts change, nothing else does.

Which fields are texts is listed here once: those who translate are given the same texts that are replaced. Ids, names
of people and everything that a run depends on stay, so that an exercise plays the same in every language.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from flowsim.domain.exercises import Callout, Exercise, ExerciseStep, RoundPlan, Variant
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Option, PointQuestion
from flowsim.domain.scenario import CardClass, Column, ExplicitCard, Scenario

TEXTS: Final[Mapping[type, tuple[str, ...]]] = {
    Exercise: ("name", "teaches", "notes", "debrief"),
    ExerciseStep: ("title", "text", "notes"),
    RoundPlan: ("name",),
    Callout: ("text",),
    Variant: ("notes",),
    NumberQuestion: ("text",),
    ChoiceQuestion: ("text",),
    PointQuestion: ("text",),
    Option: ("text",),
    Scenario: ("name", "description"),
    Column: ("name",),
    CardClass: ("name",),
    ExplicitCard: ("title",),
}
"""The fields of each record that people read."""

Told = TypeVar("Told", Exercise, Scenario)


def texts_of(told: object) -> Iterator[str]:
    """Every text in an exercise or a board that people read, in the order of the file; empty ones are left out."""
    if isinstance(told, Mapping):
        for each in told.values():
            yield from texts_of(each)
    elif isinstance(told, tuple):
        for each in told:
            yield from texts_of(each)
    elif is_dataclass(told):
        texts = TEXTS.get(type(told), ())
        for each in fields(told):
            value = getattr(told, each.name)
            if each.name in texts:
                yield from (text for text in (value if isinstance(value, tuple) else (value,)) if text)
            else:
                yield from texts_of(value)


def retold(told: Told, say: Callable[[str], str]) -> Told:
    """An exercise or a board with each of its texts as `say` has it."""
    return _retold(told, say)  # type: ignore[no-any-return]


def _retold(told: Any, say: Callable[[str], str]) -> Any:
    if isinstance(told, Mapping):
        return {name: _retold(each, say) for name, each in told.items()}
    if isinstance(told, tuple):
        return tuple(_retold(each, say) for each in told)
    if not is_dataclass(told) or isinstance(told, type):
        return told
    texts = TEXTS.get(type(told), ())
    changed: dict[str, Any] = {}
    for each in fields(told):
        value = getattr(told, each.name)
        changed[each.name] = _said(value, say) if each.name in texts else _retold(value, say)
    same = all(changed[name] is getattr(told, name) or changed[name] == getattr(told, name) for name in changed)
    return told if same else replace(told, **{name: its for name, its in changed.items() if _is_given(told, name)})


def _is_given(told: Any, name: str) -> bool:
    return next(each.init for each in fields(told) if each.name == name)


def _said(value: str | tuple[str, ...], say: Callable[[str], str]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(say(each) if each else each for each in value)
    return say(value) if value else value
