"""What the built-in exercises say of themselves is so: on their own seed, and on a hundred others."""

from dataclasses import replace

import numpy as np
import pytest

from flowsim.domain.scenario import Scenario, SharedLimit
from flowsim.engine import played
from flowsim.metrics import Figures, figures_of
from flowsim.session.simulation_view import view_of
from flowsim.storage import load_document
from flowsim.storage.resources import GalleryEntry, exercises

SEEDS = 100
OFTEN = 90
"""In so many of a hundred runs what an exercise lets people see must be seen."""


def exercise(name: str) -> Scenario:
    return load_document(next(each.path for each in exercises() if each.name == name)).scenario


def figures(scenario: Scenario, until: float) -> Figures:
    run = view_of(played(scenario, (), until))
    return figures_of(run.flow, run.staffing)


def test_the_five_step_line_tells_the_share_of_value_that_its_tile_shows_in_the_end() -> None:
    line = exercise("Five-step line")
    assert f" {100 * figures(line, np.inf).flow_efficiency:.0f} % adds value" in line.description


@pytest.mark.parametrize("its", exercises(), ids=lambda its: its.name)
def test_the_picture_of_an_exercise_shows_how_many_can_work_and_not_how_it_ends(its: GalleryEntry) -> None:
    scenario = load_document(its.path).scenario
    columns = its.picture[1:-1]
    assert len(columns) == len(scenario.columns)
    for column, drawn in zip(scenario.columns, columns, strict=True):
        if scenario.shared_limits:
            assert drawn == columns[0]
        elif not column.is_queue:
            assert drawn == (1 if scenario.people else column.workers)


def with_limit(scenario: Scenario, limit: int) -> Scenario:
    [whole] = scenario.shared_limits
    return replace(scenario, shared_limits=(SharedLimit(columns=whole.columns, limit=limit),))


def test_too_much_at_once_has_a_limit_that_is_best_for_customers() -> None:
    """Lead time over the limit is a U: worse with 3 and with 24 than with 6, which also finishes the most."""
    team = exercise("Too much at once")
    assert team.horizon is not None
    assert [group.limit for group in team.shared_limits] == [24]
    limits = 3, 6, 24
    runs = np.array([
        [figures(with_limit(team.with_seed(seed), limit), team.horizon) for limit in limits]
        for seed in (team.seed, *range(1000, 1000 + SEEDS))
    ])  # fmt: skip
    lead = np.vectorize(lambda its: its.lead_time.mean)(runs)
    delivered = np.vectorize(lambda its: its.finished)(runs)
    for worse in (0, 2):
        holds = (lead[:, 1] < lead[:, worse]) & (delivered[:, 1] > delivered[:, worse])
        assert holds[0], "on the seed of the exercise"
        assert holds[1:].sum() >= OFTEN
