"""What keeps cards from going on besides a column's own limit: cadences and limits that columns share."""

from math import nextafter

from hypothesis import given
from hypothesis import strategies as st

from flowsim.engine.limits import SAME, CadenceGate, LimitGroup

periods = st.floats(1e-3, 1e4)
ticks = st.integers(0, 10_000)


@given(periods, ticks)
def test_a_gate_is_open_at_its_ticks_and_a_billionth_of_its_period_beyond(every: float, tick: int) -> None:
    gate, then = CadenceGate(every), tick * every
    assert gate.is_open(then)
    assert gate.is_open(then + 0.5 * SAME * every)


@given(periods, ticks, st.floats(1e-6, 1 - 1e-6))
def test_a_gate_is_shut_between_its_ticks(every: float, tick: int, share: float) -> None:
    assert not CadenceGate(every).is_open((tick + share) * every)


@given(periods, st.integers(1, 10_000))
def test_a_gate_is_shut_before_a_tick_however_little(every: float, tick: int) -> None:
    assert not CadenceGate(every).is_open(nextafter(tick * every, 0.0))


@given(periods, ticks, st.floats(0, 1))
def test_the_next_tick_is_the_first_multiple_after_a_time(every: float, tick: int, share: float) -> None:
    now = (tick + share) * every
    then = CadenceGate(every).next_after(now)
    count = round(then / every)
    assert then == count * every
    assert then > now
    assert (count - 1) * every <= now


def test_a_gate_has_nobody_to_wake_at_first() -> None:
    assert CadenceGate(1.0).waking is False


def test_a_group_holds_the_stations_from_its_first_to_its_last() -> None:
    group = LimitGroup(2, 4, 7, "A + B + C")
    assert [index for index in range(7) if group.holds(index)] == [2, 3, 4]
