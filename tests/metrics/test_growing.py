"""Arrays that grow keep what was put into them, however it came, and views of them stay as they were."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from flowsim.metrics.growing import FIRST, GROWTH, Growing, GrowingArrays
from flowsim.metrics.state_times import PIECE, STATES, StateTimes

added = st.lists(st.tuples(st.booleans(), st.integers(0, 300)), max_size=40)
changed = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600)), max_size=40)


@given(added, st.integers(0, 40))
def test_an_array_is_the_list_of_what_was_added_and_not_taken_off(acts: list[tuple[bool, int]], nth: int) -> None:
    array, expected, number = Growing(np.float64, nth), list[float](), 0
    for adds, count in acts:
        if adds:
            array.extend(np.arange(number, number + count))
            expected += range(number, number + count)
            number += count
        else:
            array.shorten_to(count)
            expected = expected[:count]
    assert array.values.tolist() == expected


@given(changed, st.integers(0, 40))
def test_an_array_that_is_changed_keeps_the_changes(acts: list[tuple[int, int]], nth: int) -> None:
    array, expected = Growing(np.float64, nth), list[float]()
    for number, (length, place) in enumerate(acts):
        array.grow_to(length, -1.0)
        expected += [-1.0] * (length - len(expected))
        if place < len(expected):
            array.put(np.array([place]), number)
            expected[place] = number
    assert array.values.tolist() == expected


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40))
def test_a_view_stays_as_it_was_while_the_array_goes_on(counts: list[int]) -> None:
    array, kept = Growing(np.int32), list[tuple[np.ndarray, list[int]]]()
    for count in counts:
        array.extend(np.arange(count))
        kept.append((array.values, array.values.tolist()))
    assert all(view.tolist() == before for view, before in kept)


def test_arrays_that_are_filled_together_are_full_at_different_lengths() -> None:
    grow = GrowingArrays()
    lengths = sorted(len(grow.array(np.float64)._block) for _ in range(12))
    assert len(set(lengths)) == 12
    assert FIRST <= lengths[0] < lengths[-1] < GROWTH * FIRST
    ratios = np.array(lengths[1:]) / np.array(lengths[:-1])
    assert ratios.max() < 1.4


@given(st.lists(st.tuples(st.integers(0, 3 * PIECE), st.integers(0, STATES - 1), st.floats(0, 10)), max_size=30))
def test_times_in_states_are_summed_by_card(spells: list[tuple[int, int, float]]) -> None:
    times, expected = StateTimes(), dict[tuple[int, int], float]()
    times.grow_to(3 * PIECE + 1)
    for card, state, time in spells:
        expected[card, state] = expected.get((card, state), 0.0) + time
    cards, states = (np.array([spell[part] for spell in spells], dtype=int) for part in (0, 1))
    times.add(cards, states, np.array([time for _, _, time in spells]))
    for (card, state), total in expected.items():
        assert np.isclose(times.of(card)[state], total)
    assert np.allclose(times.total(np.unique(cards)).sum(), sum(expected.values()))
