"""How fast several people are who work on one card together: the stated formula of swarming and pairing."""

from collections.abc import Sequence


def together(speeds: Sequence[float], gain: float) -> float:
    """(Σ s^(1/g))^g: speeds summed to a power. One person keeps their own speed; everybody who joins helps.

    With gain 1 speeds simply add up; with less, k people of the same speed are k^gain times as fast as one of them.
    """
    if len(speeds) < 2 or gain == 1:
        return sum(speeds)
    fastest = max(speeds)  # in units of the fastest, so that small gains do not overflow
    return float(fastest * sum((speed / fastest) ** (1 / gain) for speed in speeds) ** gain)
