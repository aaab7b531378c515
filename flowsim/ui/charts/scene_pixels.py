"""Painting in pixels of the scene, from an item that lies in the coordinates of a chart.

Pens and dots then have the same width in the window, in PNG, SVG and PDF: cosmetic pens, with which pyqtgraph's own
items draw, come out thick in SVG.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem


@contextmanager
def scene_pixels(item: QGraphicsItem, painter: QPainter) -> Iterator[None]:
    """Within, `painter` draws in the coordinates of the scene that `item` is in."""
    to_item, sound = item.sceneTransform().inverted()
    painter.save()
    if sound:
        painter.setTransform(to_item * painter.transform())
    try:
        yield
    finally:
        painter.restore()
