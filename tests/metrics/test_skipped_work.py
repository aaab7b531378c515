"""Work that people leave undone by moving a card on, worked out by hand."""

import pytest

from flowsim.domain.interventions import DeliverCard, Intervention, MoveCard, ReturnCard
from flowsim.domain.scenario import Column, ExplicitCard, Scenario
from flowsim.engine import played
from flowsim.metrics import RunView
from flowsim.metrics.skipped_work import SkippedWork, hand_moves, skipped_work
from flowsim.session.simulation_view import view_of

BOARD = Scenario(
    name="",
    columns=(Column(id="a"), Column(id="b", wip_limit=1), Column(id="q", kind="queue"), Column(id="c")),
    cards=tuple(ExplicitCard(service={"a": 2.0, "b": 4.0, "c": 1.0}) for _ in range(2)),
)


def skipped(card: int, *acts: Intervention, until: float = 50.0) -> list[SkippedWork]:
    run: RunView = view_of(played(BOARD, acts, until))
    return skipped_work(run, card, hand_moves(run.scenario, run.interventions).get(card, set()))


@pytest.mark.parametrize(
    ("acts", "columns"),
    [
        ([], []),
        ([MoveCard(at=1.0, card=0, column="b")], [(1.0, (0,))]),  # in work in a
        ([MoveCard(at=1.0, card=0, column="c")], [(1.0, (0, 1))]),  # a begun, b not, and nobody works in a queue
        ([DeliverCard(at=3.0, card=0)], [(3.0, (1, 3))]),
        ([MoveCard(at=3.0, card=0, column="a")], []),  # back
        ([ReturnCard(at=3.0, card=0)], []),
        ([MoveCard(at=1.0, card=0, column="b"), MoveCard(at=2.0, card=0, column="c")], [(1.0, (0,)), (2.0, (1,))]),
    ],
)
def test_what_was_moved_past(acts: list[Intervention], columns: list[tuple[float, tuple[int, ...]]]) -> None:
    assert skipped(0, *acts) == [SkippedWork(*each) for each in columns]


def test_a_finished_card_that_is_moved_on_skips_nothing() -> None:
    # Card 1 is done in a at 4 and has no room in b, where card 0 is until 6.
    assert skipped(1, MoveCard(at=5.0, card=1, column="q")) == [SkippedWork(5.0, (1,))]
    assert skipped(1, MoveCard(at=7.0, card=1, column="c")) == [SkippedWork(7.0, (1,))]


def test_what_lies_ahead_is_not_known() -> None:
    run = view_of(played(BOARD, [MoveCard(at=1.0, card=0, column="b")], 50.0))
    moves = hand_moves(run.scenario, run.interventions)[0]
    assert skipped_work(run.before(0.5), 0, moves) == []
    assert skipped_work(run.before(1.0), 0, moves) == [SkippedWork(1.0, (0,))]
