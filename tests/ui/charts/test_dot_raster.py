"""Very many dots cover the pixels that single ones would, whether they come at once or bit by bit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from flowsim.ui.charts.dot_raster import BLOCK, DotRaster, PixelGrid, round_dots, runs_of

GRID = PixelGrid(40, 30, (0.0, 10.0), (0.0, 6.0))
points = st.lists(st.tuples(st.floats(-1, 11), st.floats(-1, 7)), max_size=60).map(sorted)


def slow_centres(some: list[tuple[float, float]]) -> np.ndarray:
    found = np.zeros((30, 40), dtype=np.bool_)
    for x, y in some:
        if 0 <= x <= 10 and 0 <= y <= 6:
            found[min(int((6.0 - y) * (30 / 6.0)), 29), min(int(x * (40 / 10.0)), 39)] = True
    return found


def arrays(some: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([x for x, _ in some]), np.array([y for _, y in some])


@given(points, st.integers(0, 60))
def test_a_list_that_goes_on_covers_what_it_covers_at_once(some: list[tuple[float, float]], first: int) -> None:
    raster = DotRaster()
    raster.centres(*arrays(some[:first]), GRID, "a list")
    assert (raster.centres(*arrays(some), GRID, "a list") == slow_centres(some)).all()


@given(points, points)
def test_another_list_begins_with_nothing(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> None:
    raster = DotRaster()
    raster.centres(*arrays(one), GRID, "one")
    assert (raster.centres(*arrays(other), GRID, "other") == slow_centres(other)).all()


@given(points, points)
def test_another_scale_takes_in_everything_again(
    one: list[tuple[float, float]], more: list[tuple[float, float]]
) -> None:
    raster = DotRaster()
    raster.centres(*arrays(one), PixelGrid(40, 30, (0.0, 20.0), (0.0, 6.0)), "a list")
    assert (raster.centres(*arrays(one + more), GRID, "a list") == slow_centres(one + more)).all()


@given(points, st.sampled_from([1.0, 2.5, 4.0]))
def test_a_dot_covers_its_disc(some: list[tuple[float, float]], radius: float) -> None:
    centres = slow_centres(some)
    rows, columns = np.mgrid[0:30, 0:40]
    expected = np.zeros_like(centres)
    for row, column in zip(*np.nonzero(centres), strict=True):
        reach = np.floor(np.sqrt(np.maximum(radius**2 - (rows - row) ** 2, 0)))
        expected |= (np.abs(rows - row) <= int(radius)) & (np.abs(columns - column) <= reach)
    assert (round_dots(centres, radius) == expected).all()


@given(points)
def test_runs_are_the_marked_cells(some: list[tuple[float, float]]) -> None:
    marked, again = slow_centres(some), np.zeros((30, 40), dtype=np.bool_)
    for row, start, end in zip(*runs_of(marked), strict=True):
        assert start < end
        again[row, start:end] = True
    assert (again == marked).all()


def test_more_dots_than_one_block_are_all_there() -> None:
    count = 2 * BLOCK + 17
    x, y = np.linspace(0, 10, count), np.full(count, 3.0)
    assert DotRaster().centres(x, y, GRID, None).sum() == 40
