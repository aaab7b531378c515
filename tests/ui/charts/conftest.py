"""A run that the charts are looked at in."""

import pytest

from tests.ui.visitor import Visitor


@pytest.fixture
def at_day_40(visitor: Visitor) -> Visitor:
    visitor.choose_exercise("Software team")
    visitor.play_until(40.0)
    return visitor
