"""Long work in small steps, so that it can be stopped between any two of them."""

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Stepwise: TypeAlias = Generator[None, None, T]
"""Work that pauses again and again, and returns what was found."""


def at_once(work: Stepwise[T]) -> T:
    """What such work finds, without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found


def pausing(work: Stepwise[T], share: float) -> Generator[float, None, T]:
    """The same work, which tells at each pause that this share of all is done."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found
        yield share
