"""The trace keeps what is written to it, in order, whatever is read in between."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.trace import Row, Trace, change_of
from flowsim.domain.words import CardState
from tests.strategies import modest


def write(trace: Trace, *rows: Row) -> None:
    """Add rows as the engine does: to each of the three lists."""
    for time, card, column, state, worker in rows:
        trace.times.append(time)
        trace.cards.append(card)
        trace.changes.append(change_of(column, state, worker))


FIRST = Row(1.0, 0, 0, CardState.WAITING, -1)

rows = st.lists(
    st.builds(
        Row,
        time=st.floats(0, 1e6),
        card=st.integers(0, 2**31 - 1),
        column=st.integers(-1, 99),
        state=st.sampled_from(CardState),
        worker=st.integers(-1, 999),
    ),
    max_size=20,
)


@modest
@given(st.lists(rows, max_size=5))
def test_rows_are_read_as_they_were_written_also_in_between(chunks: list[list[Row]]) -> None:
    trace, written = Trace(), list[Row]()
    for chunk in chunks:
        write(trace, *chunk)
        written += chunk
        assert [trace.row(index) for index in range(len(trace))] == written
    assert [tuple(row) for row in trace.rows().tolist()] == [tuple(row) for row in written]


def test_a_view_stays_as_it_was_while_the_trace_grows() -> None:
    trace = Trace()
    write(trace, FIRST)
    view = trace.rows()
    for number in range(5_000):
        write(trace, Row(2.0, number, 0, CardState.WORKING, 0))
    trace.tidy()
    assert view.tolist() == [FIRST]
    assert len(trace) == 5_001


def test_nobody_writes_into_a_view() -> None:
    trace = Trace()
    write(trace, FIRST)
    with pytest.raises(ValueError, match="read-only"):
        trace.rows()["time"] = np.zeros(1)


def test_a_long_trace_holds_at_most_32_bytes_a_row() -> None:
    trace, count = Trace(), 20_000
    for number in range(count):
        write(trace, Row(float(number), number, 0, CardState.WORKING, 0))
    trace.tidy()
    assert trace.nbytes <= 32 * count


@pytest.mark.parametrize("chunk", [1, 37, 700, 5_000])
def test_a_trace_never_holds_more_than_32_bytes_a_row_once_it_has_outgrown_its_first_block(chunk: int) -> None:
    trace = Trace()
    for start in range(0, 20_000, chunk):
        write(trace, *(Row(float(number), number, 0, CardState.WORKING, 0) for number in range(start, start + chunk)))
        trace.tidy()
        if start > 1024:
            assert trace.nbytes <= 32 * len(trace)
    assert trace.rows()["card"].tolist() == list(range(len(trace)))
