"""A visitor who is led through an exercise."""

import pytest

from tests.ui.visitor import Visitor
from tests.ui.workshop.workshop_hands import guide


@pytest.fixture
def guided(visitor: Visitor) -> Visitor:
    """The software team's exercise at its first step."""
    card = next(card for card in visitor.window.gallery.cards if card.accessibleName() == "Software team")
    visitor.click(card.guide)
    visitor.until(lambda: visitor.window.page is not None and visitor.page.isVisible())
    visitor.until(lambda: guide(visitor).isVisible())
    return visitor
