"""Names beside a chart: at the height of what is seen of their band, and none left out without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from flowsim.ui.charts.chart_style import paper_style
from flowsim.ui.charts.side_labels import SideLabel, SideLabels

heights = st.floats(0, 100)


@given(st.tuples(heights, heights).map(sorted), st.tuples(heights, heights).map(sorted))
def test_a_name_stands_within_what_is_seen_of_its_band(band: list[float], view: list[float]) -> None:
    y = SideLabel("x", "", sum(band) / 2, (band[0], band[1])).within(view[0], view[1])
    assert y is not None
    if band[0] > view[1] or band[1] < view[0]:
        assert y == (view[1] if band[0] > view[1] else view[0]), "it may be seen further left"
    else:
        assert max(band[0], view[0]) - 1e-9 <= y <= min(band[1], view[1]) + 1e-9


@pytest.mark.parametrize(("count", "height"), [(3, 200.0), (14, 200.0), (14, 90.0), (40, 90.0)])
def test_names_have_room_each_or_are_counted_in_the_last_line(qapp: QApplication, count: int, height: float) -> None:
    labels = SideLabels(paper_style())
    _, least = labels._fitting(count, height)
    most = max(int(height / least), 1)
    assert count * least <= height or most < count
    assert least >= 9
