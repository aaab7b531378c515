"""How often anyone may ask."""

from hypothesis import given
from hypothesis import strategies as st

from flowsim.audience.limits import MOST_KNOWN, Limit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_at_once_and_then_at_the_rate() -> None:
    clock = Clock()
    limit = Limit(3, 2.0, clock)
    assert [limit.allows("a") for _ in range(4)] == [True, True, True, False]
    assert limit.allows("b")
    clock.now = 0.5
    assert [limit.allows("a") for _ in range(2)] == [True, False]


@given(st.lists(st.floats(0, 3), max_size=60), st.integers(1, 9), st.floats(0.1, 5))
def test_never_more_than_burst_and_rate_allow(gaps: list[float], burst: int, rate: float) -> None:
    clock = Clock()
    limit, allowed = Limit(burst, rate, clock), 0
    for gap in gaps:
        clock.now += gap
        allowed += limit.allows("a")
        assert allowed <= burst + rate * clock.now + 1e-6


def test_it_remembers_no_more_than_it_may() -> None:
    limit = Limit(1, 0.001, Clock())
    for number in range(3 * MOST_KNOWN):
        limit.allows(str(number))
    assert len(limit._left) == MOST_KNOWN
