"""Batches, people and classes of service, by mouse and keys."""

from pathlib import Path

import pytest

from flowsim.session.opening_files import session_of_file
from tests.journeys.whole_model import handed_on_in_smaller_batches, people_share_the_work
from tests.ui.visitor import Visitor

pytestmark = pytest.mark.timeout(180)


def test_an_order_handed_on_one_by_one_is_delivered_sooner(visitor: Visitor) -> None:
    handed_on_in_smaller_batches(visitor)
    assert all(column.transfer_batch == 1 for column in visitor.session.conditions.columns)
    while visitor.session.history.can_undo:
        visitor.page.undo()
    assert all(column.transfer_batch == 10 for column in visitor.session.conditions.columns)


def test_a_session_with_people_and_classes_replays_to_the_same_trace(visitor: Visitor, tmp_path: Path) -> None:
    again = session_of_file(people_share_the_work(visitor, tmp_path))
    assert again.simulation.trace.rows().tobytes() == visitor.session.simulation.trace.rows().tobytes()
    assert again.conditions == visitor.session.conditions
    assert not visitor.session.file.unsaved
