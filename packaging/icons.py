"""The icon in every size and form, drawn from two pictures: resources/icons/flowsim.svg, and one for small sizes.

    python packaging/icons.py         draws the PNG files in resources/icons, which the program itself shows

The PNG files are kept with the source, so that nobody needs this to run the program.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import product

SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
SMALL: Final = 32
"""Up to this size the small picture is drawn: fewer parts, with edges on whole pixels."""

FILE_ICON: Final = "flowsim-file.svg"
"""The icon of a .flowsim file."""


def source(size: int) -> Path:
    """The picture that is drawn at this size."""
    return product.ICONS / ("flowsim-small.svg" if size <= SMALL else "flowsim.svg")


def draw(svg: Path, size: int, target: Path) -> Path:
    """Draw a picture `size` pixels wide and high; return the PNG file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"{target}: cannot be written")
    return target


def copy(picture: Path, target: Path) -> Path:
    """Put a picture in its place, the folders made; return it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(picture, target))


def png(size: int) -> Path:
    """The program's icon in one of SIZES."""
    return product.ICONS / f"flowsim-{size}.png"


def ico() -> Path:
    """The icon for Windows, with all sizes up to 256 in it."""
    return _collected("flowsim.ico", [size for size in SIZES if size <= 256])


def icns() -> Path:
    """The icon for macOS."""
    return _collected("flowsim.icns", [size for size in SIZES if size != 24 and size != 48])


def _collected(name: str, chosen: list[int]) -> Path:
    from PIL import Image

    pictures = [Image.open(png(size)) for size in chosen]
    target = product.BUILD / name
    target.parent.mkdir(parents=True, exist_ok=True)
    pictures[-1].save(target, append_images=pictures[:-1], sizes=[(size, size) for size in chosen])
    return target


def main() -> None:
    """Draw the PNG files anew."""
    for size in SIZES:
        draw(source(size), size, png(size))


if __name__ == "__main__":
    main()
