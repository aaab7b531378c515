"""A run as tables: what they say is what the rows of the trace say."""

import pytest

from flowsim.domain.interventions import DropCard, MoveCard
from flowsim.domain.scenario import Column, ExplicitCard, Scenario
from flowsim.domain.working_calendar import WorkingCalendar
from flowsim.engine import played
from flowsim.metrics import RunView
from flowsim.session.run_tables import actionable_agile, cards, date_of, events, figures, run_tables
from flowsim.session.simulation_view import view_of

SCENARIO = Scenario(
    name="",
    columns=(Column(id="a", name="Build"), Column(id="b", name="Check"), Column(id="c", name="Ship")),
    cards=(
        ExplicitCard(arrives=0.0, title="=Login", service={"a": 1.0, "b": 2.0, "c": 0.5}),
        ExplicitCard(arrives=1.0, service={"a": 4.0, "b": 1.0}),
        ExplicitCard(arrives=9.0, service={"a": 4.0}),
    ),
    horizon=None,
)


def moment(until: float = 12.0) -> RunView:
    return view_of(played(SCENARIO, [MoveCard(at=2.0, card=1, column="c")], until))


def test_cards_have_their_times_and_nothing_where_there_is_none() -> None:
    header, rows = cards(moment(12.5))
    first, _, last = [dict(zip(header, row, strict=True)) for row in rows]
    assert first["title"] == "=Login"
    assert (first["arrived"], first["reached Check"], first["reached Ship"], first["finished"]) == (0.0, 1.0, 3.0, 3.5)
    assert (first["cycle time"], first["lead time"], first["state"]) == (3.5, 3.5, "delivered")
    assert (last["started"], last["state"]) == (9.0, "working")
    assert str(last["finished"]) == "nan"


def test_a_skipped_column_takes_the_date_of_the_next_one() -> None:
    header, rows = actionable_agile(moment())
    assert header[:4] == ["ID", "Link", "Title", "Backlog"]
    second = list(rows)[1]
    assert second[3:7] == ["2024-01-02", "2024-01-02", "2024-01-03", "2024-01-03"]


def test_dates_have_hours_where_time_is_counted_in_hours() -> None:
    assert date_of(1.5, "hour") == "2024-01-01 01:30:00"
    assert date_of(2.0, "week") == "2024-01-15"
    assert date_of(float("nan"), "day") == ""
    assert date_of(1e9, "week") == ""


def test_a_discarded_card_is_left_out_of_a_layout_that_has_no_word_for_it() -> None:
    its = view_of(played(SCENARIO, [DropCard(at=2.0, card=1)], 10.0))
    _, rows = actionable_agile(its)
    assert [row[-1] for row in rows] == ["delivered", "working"]


def test_every_row_of_the_trace_is_an_event() -> None:
    its = moment()
    _, rows = events(its)
    assert len(list(rows)) == its.flow.rows_read


def test_the_figures_are_those_of_the_run() -> None:
    _, rows = figures(moment())
    named = {row[0]: row[1] for row in rows}
    assert named["finished"] == 2
    assert named["unfinished"] == 1
    assert set(run_tables(moment())) == {"cards", "columns", "events", "figures", "classes"}


def test_a_board_with_a_calendar_has_dates_and_days_of_the_calendar_beside_working_time() -> None:
    """A card that comes on Friday at noon and needs a day and a half is done on Monday evening."""
    dated = Scenario(
        name="dated", columns=(Column(id="a"),), calendar=WorkingCalendar(start="2026-01-05"), horizon=None,
        cards=(ExplicitCard(arrives=4.5, service={"a": 1.5}),),
    )  # fmt: skip
    header, rows = cards(view_of(played(dated, (), 20.0)))
    [row] = (dict(zip(header, each, strict=True)) for each in rows)
    assert (row["cycle time"], row["arrived on"], row["finished on"]) == (1.5, "2026-01-09 13:00", "2026-01-12 17:00")
    assert row["cycle time, calendar days"] == pytest.approx(3 + 4 / 24)
    header, rows = actionable_agile(view_of(played(dated, (), 20.0)))
    assert next(iter(rows))[3:6] == ["2026-01-09", "2026-01-09", "2026-01-12"]
