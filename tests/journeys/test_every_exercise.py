"""Each exercise is led from its tile through every step to the report, by real events, and the report plays again."""

from math import isfinite
from pathlib import Path

import pytest

from flowsim.cli import main
from flowsim.session.round_table import rows_of
from flowsim.storage.resources import GalleryEntry, exercises
from tests.journeys.led_exercise import led_to_its_end, report_of
from tests.ui.visitor import Visitor

pytestmark = pytest.mark.timeout(180)


@pytest.mark.parametrize("exercise", exercises(), ids=lambda its: its.name)
def test_an_exercise_is_led_from_its_tile_to_a_report_that_plays_again(
    visitor: Visitor, tmp_path: Path, exercise: GalleryEntry
) -> None:
    led_to_its_end(visitor, exercise)
    workshop = visitor.session.workshop
    assert workshop.exercise is not None
    plans = {step.id: step.round for step in workshop.exercise.steps if step.round is not None}
    assert [its.step for its in workshop.rounds] == list(plans)
    for its in workshop.rounds:
        assert its.time == (plans[its.step].until or its.time), "time stops where the step says, and not before"
    page = visitor.window.workshop.page
    assert page is not None
    runs = {place: run for place, its in enumerate(workshop.rounds) if (run := page.runs.run_of(its)) is not None}
    for row in rows_of(workshop, runs):
        for outcome in row.outcomes:
            assert outcome.known, f"{row.name}: a choice that the run does not tell"
            assert outcome.options or isfinite(outcome.value), f"{row.name}: no answer comes true"
    report = report_of(visitor, tmp_path)
    assert main(["verify", str(report)]) == 0


@pytest.mark.parametrize("minutes", [20, 45, 90])
def test_a_variant_is_led_in_its_own_steps(visitor: Visitor, minutes: int) -> None:
    [exercise] = [its for its in exercises() if its.name == "Penny game"]
    led_to_its_end(visitor, exercise, minutes)
    assert visitor.session.workshop.minutes == minutes
