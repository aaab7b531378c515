"""Annotated types that state which values a field of a scenario may hold, and the limits on sizes.

They check nothing by themselves: pydantic enforces them when a file is read (`flowsim.storage.record`), and
`flowsim.storage.wording` turns them into sentences.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeAlias, get_args

from annotated_types import Ge, Gt, Le, MaxLen, MinLen

MAX_COLUMNS: Final = 100
MAX_CARDS: Final = 1_000_000
MAX_WORKERS: Final = 1_000

NonNegative: TypeAlias = Annotated[float, Ge(0)]
Positive: TypeAlias = Annotated[float, Gt(0)]
Share: TypeAlias = Annotated[float, Ge(0), Le(1)]
Weight: TypeAlias = Annotated[float, Ge(0), Le(1_000_000)]
Variation: TypeAlias = Annotated[float, Ge(0.001), Le(1_000)]
Count: TypeAlias = Annotated[int, Ge(1)]
ShortText: TypeAlias = Annotated[str, MaxLen(200)]
Identifier: TypeAlias = Annotated[str, MinLen(1), MaxLen(64)]
PersonName: TypeAlias = Annotated[str, MinLen(1), MaxLen(200)]
LongText: TypeAlias = Annotated[str, MaxLen(100_000)]


@dataclass(frozen=True)
class OneOf:
    """Marks a union of records told apart by the value of their field `key`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Ask pydantic for a tagged union, so that only the branch that was meant is checked."""
        from pydantic import Field

        return handler.generate_schema(Annotated[source, Field(discriminator=self.key)])


@dataclass(frozen=True)
class Either:
    """Marks a union of one plain kind of value, first, and one that files write as an object in braces."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Ask pydantic to look at the value first, so that only the kind that was meant is checked."""
        from pydantic import Discriminator, Tag

        plain, several = get_args(source)
        kinds = Annotated[plain, Tag(PLAIN)] | Annotated[several, Tag(OBJECT)]  # type: ignore[valid-type]  # made here
        return handler.generate_schema(Annotated[kinds, Discriminator(_kind_of)])


PLAIN: Final = "plain"
OBJECT: Final = "object"
"""The two kinds of value of an `Either`."""


def _kind_of(value: Any) -> str:
    return OBJECT if isinstance(value, dict) else PLAIN


def plain_name(name: str) -> str:
    """Name of a record's field as files write it: without the underscore that keeps it off Python's keywords."""
    return name.rstrip("_")


FILE_RECORD: Final = {"extra": "forbid", "alias_generator": plain_name, "strict": True, "allow_inf_nan": False}
"""How records are read from a file: unknown keys, coerced types, infinities and NaN are problems."""
