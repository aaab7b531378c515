"""Every kind of distribution can be chosen, and keeps the average of the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.distributions import Distribution
from flowsim.domain.shapes import SHAPES, like, shape_of
from tests.strategies import distributions, modest


@modest
@given(distributions(st.floats(0.01, 1e4), idle=False), st.sampled_from([shape.kind for shape in SHAPES]))
def test_another_kind_has_the_same_average(before: Distribution, kind: str) -> None:
    after = like(kind, before)
    assert after.kind == kind
    assert shape_of(after).kind == kind
    assert after.mean == pytest.approx(before.mean)


def test_every_kind_is_made_of_its_parameters() -> None:
    for shape in SHAPES:
        if shape.parameters:
            made = shape.make(**dict.fromkeys((one.name for one in shape.parameters), 1.0))
            assert made.kind == shape.kind
