"""The icon files that come with the program are what its two pictures look like."""

from pathlib import Path

import icons
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def pixels(file: Path) -> NDArray[np.int16]:
    """Shape (height, width, 4)."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw.astype(np.int16)


@pytest.mark.parametrize("size", icons.SIZES)
def test_an_icon_file_shows_its_picture_as_it_is_now(size: int, qapp: object, tmp_path: Path) -> None:
    kept, drawn = pixels(icons.png(size)), pixels(icons.draw(icons.source(size), size, tmp_path / "icon.png"))
    assert kept.shape == (size, size, 4)
    assert np.abs(kept - drawn).mean() < 0.5, "python packaging/icons.py draws them anew"


def test_the_icon_has_round_corners_on_whatever_lies_below(qapp: object) -> None:
    for size in icons.SIZES:
        alpha = pixels(icons.png(size))[:, :, 3]
        assert [alpha[0, 0], alpha[0, -1], alpha[-1, 0], alpha[-1, -1]] == [0, 0, 0, 0]
        assert alpha[size // 2, size // 2] == 255
