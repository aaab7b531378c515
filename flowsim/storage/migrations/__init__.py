"""Older files, brought up to today's version one step at a time: one module here a step.

Step n takes the raw JSON of version n and gives that of version n + 1. Version 1 is the first, so there is no step
yet; the next one is `v1_to_v2.py` with a function `migrate`, listed in `STEPS` under 1.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from flowsim.domain.scenario import VERSION

Raw: TypeAlias = dict[str, Any]

STEPS: Final[dict[int, Callable[[Raw], Raw]]] = {}


def to_current(raw: Raw, steps: dict[int, Callable[[Raw], Raw]] = STEPS, current: int = VERSION) -> Raw:
    """`raw` in the current version; `raw["version"]` must be known and not newer than `current`."""
    for version in range(raw["version"], current):
        raw = {**steps[version](raw), "version": version + 1}
    return raw
