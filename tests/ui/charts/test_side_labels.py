"""Names beside a chart: at the height of what is seen of their band, and none left out without a word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

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


@pytest.mark.parametrize(
    ("count", "height", "fit"), [(3, 200, True), (14, 200, True), (14, 90, False), (40, 90, False)]
)
def test_names_have_room_each_or_are_counted_in_the_last_line(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, count: int, height: float, fit: int
) -> None:
    labels, drawn = SideLabels(paper_style()), list[tuple[str, float]]()
    labels.setRange(0, count)
    labels.show_labels([SideLabel(f"name {y}", "", y + 0.5) for y in range(count)], paper_style(), 900.0)
    labels.setGeometry(QRectF(0, 0, labels.room, height))

    def note(_painter: QPainter, label: SideLabel, _bounds: QRectF, _true: float, place: float, **_more: bool) -> None:
        drawn.append((label.text, place))

    monkeypatch.setattr(labels, "_draw", note)
    image = QImage(200, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    labels.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    names = [text for text, _ in drawn if text.startswith("name")]
    left_out = count - len(names)
    assert (left_out == 0) == fit
    assert [text for text, _ in drawn if text not in names] == ([f"+{left_out} more"] if left_out else [])
    places = [place for _, place in drawn]
    assert min(below - above for above, below in pairwise(places)) >= 9 * 0.95, "no text lies over another"
