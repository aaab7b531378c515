"""Which part of a run is on view: it follows the run until people choose a part, and can follow again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.ui.charts.time_window import CLOSEST, TimeWindow


def test_the_whole_run_is_on_view_at_first() -> None:
    assert TimeWindow().span(42.0) == (0.0, None)


def test_a_chosen_part_stays_while_the_run_goes_on_until_it_is_followed_again() -> None:
    window = TimeWindow()
    window.show(5.0, 15.0, 60.0)
    assert [window.span(now) for now in (42.0, 99.0)] == [(5.0, 15.0)] * 2
    assert not window.following
    window.follow()
    assert window.span(99.0) == (0.0, None)


def test_the_last_stretch_goes_along_with_the_run_and_is_followed_again_after_a_look_elsewhere() -> None:
    window = TimeWindow()
    window.follow(30.0)
    assert window.span(20.0) == (0.0, None)
    assert window.span(42.0) == (12.0, 42.0)
    window.show(1.0, 2.0, 60.0)
    window.follow_again()
    assert window.span(50.0) == (20.0, 50.0)


@given(st.floats(-50, 150), st.floats(-50, 150), st.floats(1, 100))
def test_what_is_chosen_lies_within_the_run(start: float, end: float, whole: float) -> None:
    window = TimeWindow()
    window.show(start, end, whole)
    first, last = window.span(whole)
    if last is None:
        assert window.following
    else:
        assert first >= 0
        assert last <= whole * (1 + 1e-9)
        assert last - first == pytest.approx(max(end - start, CLOSEST * whole))
