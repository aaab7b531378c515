"""A painter that ends with the block it is used in, whatever happens there.

A `QPainter` that is still active when its picture goes away takes the program with it, and an error on the way keeps it
alive for as long as its traceback.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """Paint on `device`."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
