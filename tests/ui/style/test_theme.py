"""Colours that can be read, in both themes."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

import flowsim
from flowsim.ui.style.theme import DARK, LIGHT, Theme, colour_of

TEXT_ON_GROUND = [
    ("text", "ground"), ("text", "surface"), ("text", "lane"), ("text", "card"), ("quiet", "ground"),
    ("quiet", "surface"), ("quiet", "lane"), ("quiet", "card"), ("full", "full_soft"), ("over", "over_soft"),
    ("over", "card"), ("on_accent", "accent"), ("text", "accent_soft"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
             for part in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour_of(theme, text), colour_of(theme, ground)) >= 4.5


def seen_by_deuteranopes(colour: QColor) -> tuple[float, float, float]:
    """Linear RGB as deuteranopes see it (Machado, Oliveira & Fernandes 2009, severity 1)."""
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
               for part in (colour.redF(), colour.greenF(), colour.blueF()))  # fmt: skip
    return (
        0.367322 * r + 0.860646 * g - 0.227968 * b,
        0.280085 * r + 0.672501 * g + 0.047413 * b,
        -0.011820 * r + 0.042940 * g + 0.968881 * b,
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_neighbouring_bands_differ_for_deuteranopes(theme: Theme) -> None:
    colours = [seen_by_deuteranopes(QColor(colour)) for colour in theme.band_colours(3, 2)]
    for one, other in itertools.pairwise(colours):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.1


def test_nothing_is_written_bolder_than_the_boldest_font_that_comes_with_the_program() -> None:
    """Qt would make one up, by smearing: a name in HTML's <b>, or a font that is told to be bold."""
    files = Path(flowsim.__file__).parent.rglob("*.py")
    smeared = re.compile(r"setBold\(|Weight\.(Bold|ExtraBold|Black)\b|font-weight: ?(bold|[789]00)|<b>")
    assert [file.name for file in files if smeared.search(file.read_text(encoding="utf-8"))] == []
