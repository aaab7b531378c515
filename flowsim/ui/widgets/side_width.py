"""How wide what stands beside something else is."""

from typing import Final

from flowsim.ui.style.theme import px

MOST_OF_WIDTH: Final = 0.36
"""Share of a page that what stands at its side takes at the most, however large the text is."""


def side_width(usual: int, page_width: int) -> int:
    """The width in pixels: `usual` grown with the text, but the larger part is left to what it stands beside."""
    return min(px(usual), max(usual, round(MOST_OF_WIDTH * page_width)))
