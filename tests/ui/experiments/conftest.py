"""A visitor of the window who has something to ask about."""

from collections.abc import Iterator

import pytest

from tests.ui.visitor import Visitor


@pytest.fixture
def at_work(visitor: Visitor) -> Iterator[Visitor]:
    """The software team on day 60."""
    visitor.choose_exercise("Software team")
    visitor.play_until(60.0)
    yield visitor
    visitor.window.laboratory.leave()
