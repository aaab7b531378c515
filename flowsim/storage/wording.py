"""What a field of a scenario may hold, as a sentence made from its type: the `expected` of a problem."""

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, MaxLen, MinLen

from flowsim.domain.constraints import OBJECT, PLAIN, Either, OneOf, plain_name
from flowsim.storage.parsing import Path


def expectation(record: type, path: Path) -> str:
    """What stands at `path` below `record` must be, for example "a whole number of at least 1, or null"."""
    try:
        annotation = annotation_at(record, path)
    except LookupError:
        return "nothing here; this key is not known"
    return in_words(annotation)


def annotation_at(record: Any, path: Path) -> Any:
    """The annotation that `path` leads to, unions entered by their tag; LookupError where there is none."""
    if broken_key(record, path):
        return get_args(_peel(annotation_at(record, path[:-2]))[0])[0]
    annotation = record
    for step in path:
        annotation = _enter(annotation, step)
    return annotation


def broken_key(record: Any, path: Path) -> bool:
    """Whether `path`, as pydantic gives it, is about a key of a mapping and not about the value below it."""
    if len(path) < 2 or path[-1] != "[key]":
        return False
    try:
        return get_origin(_peel(annotation_at(record, path[:-2]))[0]) is Mapping
    except LookupError:
        return False


def plain_path(record: Any, path: Path) -> Path:
    """`path` without the tags that pydantic adds where it enters a union."""
    steps: list[str | int] = []
    annotation = record
    for step in path:
        is_tag = _union_key(annotation) is not None or _holds_either(annotation)
        try:
            annotation = _enter(annotation, step)
        except LookupError:
            annotation = None
        if not is_tag:
            steps.append(step)
    return tuple(steps)


def key_names(record: type) -> list[str]:
    """The keys of a record as files write them."""
    return [plain_name(name) for name in _hints(record)]


def tag_choices(record: type, path: Path) -> str:
    """The tags of the union that `path` leads to."""
    annotation = annotation_at(record, path)
    base, _ = _peel(annotation)
    members = [member for member in get_args(base) if member is not type(None)]
    return "one of " + ", ".join(f'"{tag}"' for tag in _tags(members, _union_key(annotation) or ""))


def in_words(annotation: Any) -> str:
    """One annotation as a noun phrase."""
    base, marks = _peel(annotation)
    if _is_either(annotation):
        plain, several = get_args(base)
        kind = _mapping_of(several)
        return f"{in_words(plain)}, or an object" + (f" of {in_words(kind)} by id" if kind is not None else "")
    if _is_union(base):
        members = [member for member in get_args(base) if member is not type(None)]
        if (key := _union_key(annotation)) is not None:
            return f"an object whose {key} is one of " + ", ".join(_tags(members, key))
        words = in_words(members[0])
        return f"{words}, or null" if type(None) in get_args(base) else words
    return _plain_words(base, marks)


def _plain_words(base: Any, marks: tuple[Any, ...]) -> str:
    if get_origin(base) is Literal:
        return "one of " + ", ".join(f'"{value}"' for value in get_args(base))
    if base is bool:
        return "true or false"
    if base is int:
        return "a whole number" + _range(marks)
    if base is float:
        return "a number" + _range(marks)
    if base is str:
        return "a text" + _length(marks, "characters")
    if get_origin(base) is tuple:
        return "a list" + _length(marks, "entries")
    return "an object"


def _range(marks: tuple[Any, ...]) -> str:
    bounds: dict[type, Any] = {}
    for mark in marks:
        if isinstance(mark, Ge | Gt | Le):
            bounds[type(mark)] = mark.ge if isinstance(mark, Ge) else mark.gt if isinstance(mark, Gt) else mark.le
    if Gt in bounds:
        return f" above {bounds[Gt]}"
    if Ge in bounds and Le in bounds:
        return f" from {bounds[Ge]:,} to {bounds[Le]:,}"
    return f" of at least {bounds[Ge]}" if Ge in bounds else ""


def _length(marks: tuple[Any, ...], what: str) -> str:
    least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
    most = next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), None)
    if most is None:
        return ""
    if least == most:
        return f" of {most} {what}"
    return f" of {least} to {most:,} {what}" if least else f" of at most {most:,} {what}"


def _enter(annotation: Any, step: str | int) -> Any:
    base, _ = _peel(annotation)
    if _is_either(annotation):
        if step not in (PLAIN, OBJECT):
            raise LookupError(step)
        return get_args(base)[0 if step == PLAIN else 1]
    if _is_union(base):
        members = [member for member in get_args(base) if member is not type(None)]
        key = _union_key(annotation)
        if key is None:
            return _enter(members[0], step)
        tagged = [member for member in members if _tag(member, key) == step]
        if not tagged:
            raise LookupError(step)
        return tagged[0]
    if get_origin(base) is tuple and isinstance(step, int):
        return get_args(base)[0]
    if isinstance(base, type) and dataclasses.is_dataclass(base):
        return {plain_name(name): hint for name, hint in _hints(base).items()}[str(step)]
    if get_origin(base) is Mapping:
        return get_args(base)[1]
    raise LookupError(step)


def _peel(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    marks: tuple[Any, ...] = ()
    while get_origin(annotation) is Annotated:
        marks += annotation.__metadata__
        annotation = annotation.__origin__
    return annotation, marks


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType)


def _is_either(annotation: Any) -> bool:
    return any(isinstance(mark, Either) for mark in _peel(annotation)[1])


def _holds_either(annotation: Any) -> bool:
    """Whether an annotation is a choice between a plain value and an object, or such a choice or null."""
    base, _ = _peel(annotation)
    members = get_args(base) if _is_union(base) else ()
    return _is_either(annotation) or (type(None) in members and any(map(_is_either, members)))


def _mapping_of(annotation: Any) -> Any:
    """What a mapping holds; None for any other annotation."""
    base, _ = _peel(annotation)
    return get_args(base)[1] if get_origin(base) is Mapping else None


def _union_key(annotation: Any) -> str | None:
    _, marks = _peel(annotation)
    return next((mark.key for mark in marks if isinstance(mark, OneOf)), None)


def _tag(member: type, key: str) -> str:
    return str(get_args(_hints(member)[key])[0])


def _tags(members: list[type], key: str) -> list[str]:
    return [_tag(member, key) for member in members]


@cache
def _hints(record: type) -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(record)}
    hints = get_type_hints(record, include_extras=True)
    return {name: hint for name, hint in hints.items() if name in names}
