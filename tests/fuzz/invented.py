"""Files made up from the types that files are checked against: the right keys, and now and then a wrong value.

Nothing here names a field but to make its value fit the others, so a field that the format gains is tried at once.
"""

import dataclasses
from collections.abc import Mapping
from functools import cache
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, MinLen

from flowsim.domain.constraints import OneOf, plain_name
from flowsim.storage.record import FileRecord
from tests.fuzz.nasty import ODD_KEYS, Token, nasty, written

NAMES: Final = ["a", "b", "c", "dev", "standard"]
WILDNESS: Final = [0.0, 0.0, 0.003, 0.02, 0.1, 0.4]
"""Shares of values that are not what they should be; a file has one of these."""

EXTREMES: Final = [0.0, 5e-324, 1e-300, 1e-9, 0.25, 1.0, 1e5, 1e9, 1e15, 1e18, 1e300, 1.7e308]
LARGE: Final = [7, 100, 1_000, 10_000, 100_000, 10**6, 2**31, 2**63, 10**30, 10**400]


class Inventor:
    """Makes up one file after another from `rng`."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.wildness = rng.choice(WILDNESS)
        self.extreme = rng.choice([0.0, 0.0, 0.02, 0.3])
        self.fullness = rng.choice([0.05, 0.3, 0.8])

    def file(self) -> bytes:
        """A whole file."""
        tree = self.record(FileRecord)
        tree["format"], tree["version"] = "flowsim", 1
        if self.rng.random() < 0.9:
            self._make_fit(tree)
        return written(tree, self.rng, doubled=0.02 * self.wildness).encode("utf-8", "surrogatepass")

    def record(self, record: type) -> dict[str, Any]:
        """The object that stands for `record`: what must stand in it, and some of what may."""
        tree: dict[str, Any] = {}
        for field in dataclasses.fields(record):
            if _is_required(field) or self.rng.random() < self.fullness:
                tree[plain_name(field.name)] = self.value(_fields(record)[field.name])
        if self.rng.random() < self.wildness / 4:
            tree[self.rng.choice(ODD_KEYS)] = nasty(self.rng)
        if tree and self.rng.random() < self.wildness / 4:
            del tree[self.rng.choice(list(tree))]
        return tree

    def value(self, annotation: Any) -> Any:
        """What may stand where `annotation` does, or, now and then, what may not."""
        if self.rng.random() < self.wildness:
            return nasty(self.rng)
        base, marks = _peel(annotation)
        if get_origin(base) in (Union, UnionType):
            member = self.rng.choice(get_args(base))
            return None if member is NoneType else self._member(member, marks)
        if get_origin(base) is Literal:
            return self.rng.choice(get_args(base))
        if get_origin(base) is tuple:
            return [self.value(get_args(base)[0]) for _ in range(self._many(marks))]
        if get_origin(base) is Mapping:
            return {self.rng.choice(NAMES): self.value(get_args(base)[1]) for _ in range(self._many(marks))}
        if dataclasses.is_dataclass(base):
            return self.record(base)  # type: ignore[arg-type]  # a class, not one of its instances
        return self._bare(base, marks)

    def _member(self, member: Any, marks: tuple[Any, ...]) -> Any:
        made = self.value(member)
        for mark in marks:
            if isinstance(mark, OneOf) and isinstance(made, dict) and self.rng.random() >= self.wildness / 4:
                made[mark.key] = get_args(_fields(member)[mark.key])[0]
        return made

    def _many(self, marks: tuple[Any, ...]) -> int:
        if self.rng.random() < 0.002:
            return self.rng.choice([99, 101, 300, 2_000])
        least = max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=0)
        return least + self.rng.choice([0, 0, 1, 1, 2, 3])

    def _bare(self, kind: type, marks: tuple[Any, ...]) -> Any:
        if kind is bool:
            return self.rng.random() < 0.5
        if kind is str:
            return self.rng.choice(NAMES) if self.rng.random() > self.wildness else self.rng.choice(ODD_KEYS)
        if kind is int:
            number: Any = self.rng.choice(LARGE) if self.rng.random() < self.extreme else self.rng.randint(0, 5)
        else:
            number = self.rng.choice(EXTREMES) if self.rng.random() < self.extreme else self.rng.randint(0, 20) / 4
        for mark in marks:
            if isinstance(mark, Ge):
                number = max(number, mark.ge)
            elif isinstance(mark, Le):
                number = number if number < mark.le else self.rng.choice([mark.le, mark.le / 2])  # type: ignore[operator]  # a number, here
            elif isinstance(mark, Gt):
                number = number if number > mark.gt else 0.25
        return int(number) if kind is int else number

    def _make_fit(self, tree: dict[str, Any]) -> None:
        """Let parts fit one another as a sound file's do, so that many files get past the checks."""
        columns = _objects(tree.get("columns"))
        for name, column in zip(NAMES, columns, strict=False):
            column["id"] = name
        for column in columns:
            if column.get("kind") == "queue":
                column.pop("workers", None)
                column.pop("service", None)
        if tree.get("cards"):
            tree.pop("arrivals", None)
        for part in ("classes", "families"):
            for index, each in enumerate(_objects(tree.get(part))):
                each["id"] = ["standard", "a", "b", "c", "dev"][index % 5]
                if part == "classes":
                    each["colour"] = "#123456"
        session = tree.get("session")
        if isinstance(session, dict):
            _put_in_order(session)


def _put_in_order(session: dict[str, Any]) -> None:
    done = [each for each in _objects(session.get("interventions")) if isinstance(each.get("at"), float | int)]
    if done and len(done) == len(session["interventions"]):
        session["interventions"] = sorted(done, key=lambda each: float(each["at"]))
        if not isinstance(session.get("time"), Token):
            session["time"] = max(done[-1]["at"], session.get("time", 0.0)) if done else 0.0


def _objects(parts: Any) -> list[dict[str, Any]]:
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _peel(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    marks: tuple[Any, ...] = ()
    while get_origin(annotation) is Annotated:
        marks += annotation.__metadata__
        annotation = annotation.__origin__
    return annotation, marks


@cache
def _fields(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
