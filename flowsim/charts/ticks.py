"""Round numbers for axes."""

from sys import float_info
from typing import Final

import numpy as np

from flowsim.domain.phrases import Digits, digits

SMALLEST: Final = 1e-100
LARGEST: Final = 1e300
"""What an axis can show. A file may hold numbers up to the ends of floating point, with which nothing can be computed
any more: what is smaller is drawn as 0, what is larger at the edge."""


def nice_ceiling(value: float) -> float:
    """The next round number from `value` on, so that an axis jumps now and then instead of crawling."""
    if not value >= SMALLEST:
        return 1.0
    value = min(value, float_info.max)
    decade = float(10.0 ** np.floor(np.log10(value)))
    rounds = (min(step * decade, float_info.max) for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10))
    return next((end for end in rounds if end >= value), 10 * decade)


def ticks(end: float, most: int, *, whole: bool = False) -> list[float]:
    """Round places from 0 to `end`, at most `most` of them; `whole` numbers only, if asked."""
    if not end >= SMALLEST or most < 1:
        return [0.0]
    rough = end / most
    decade = float(10.0 ** np.floor(np.log10(rough)))
    step = next((step * decade for step in (1, 2, 5, 10) if step * decade >= rough), 10 * decade)
    step = max(step, 1.0) if whole else step
    return [float(index * step) for index in range(int(end / step + 1e-9) + 1)]


def ticks_between(low: float, high: float, most: int, *, whole: bool = False) -> tuple[float, list[float]]:
    """The step of round places and those of them from `low` to `high`, about `most`; `whole` numbers only, if asked."""
    places = ticks(high - low, most, whole=whole)
    step = places[1] - places[0] if len(places) > 1 else (1.0 if whole else max(high - low, 1e-300))
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return step, [index * step for index in range(first, last + 1)]


def tick_text(value: float, step: float) -> Digits:
    """A number on an axis: as many decimals as its `step` needs, thousands apart."""
    if step >= 1e12 or 0 < step < 1e-9:
        return digits(value + 0.0, ".6g")
    decimals = next((some for some in range(9) if abs(step * 10**some - round(step * 10**some)) < 1e-6), 9)
    return digits(value + 0.0, f",.{decimals}f")
