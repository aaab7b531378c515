"""What the first page says of the exercises that come with the program."""

import pytest

from flowsim.engine import Replay
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.resources import GalleryEntry, exercises

LONGEST_ROUND = 60.0
"""Seconds that a room looks on while cards move by themselves."""


@pytest.mark.parametrize("each", exercises(), ids=lambda each: each.name)
def test_the_minutes_are_those_of_the_shortest_variant(each: GalleryEntry) -> None:
    assert each.minutes == min(variant.minutes for variant in load_exercise(each.story).variants)


@pytest.mark.parametrize("each", exercises(), ids=lambda each: each.name)
def test_an_exercise_is_told_in_20_45_and_90_minutes_and_its_steps_fit_into_them(each: GalleryEntry) -> None:
    story = load_exercise(each.story)
    assert [variant.minutes for variant in story.variants] == [20, 45, 90]
    lengths = []
    for variant in story.variants:
        told = story.told_in(variant.minutes)
        assert all(step.minutes for step in told)
        lengths.append(sum(step.minutes or 0.0 for step in told))
        assert lengths[-1] <= variant.minutes
    assert lengths == sorted(set(lengths)), "a longer variant tells more"


@pytest.mark.parametrize(
    "each", [each for each in exercises() if each.name != "Played by hand"], ids=lambda it: it.name
)
def test_a_round_takes_less_than_a_minute_at_the_pace_of_its_step(each: GalleryEntry) -> None:
    story = load_exercise(each.story)
    for step in story.steps:
        if step.round is not None:
            assert step.speed is not None, step.id
            board = story.boards[story.board_of(step)]
            replay = Replay(board, (), step.round.until or float("inf"))
            replay.go_on()
            assert replay.simulation.now / step.speed <= LONGEST_ROUND, step.id


@pytest.mark.parametrize("each", exercises(), ids=lambda each: each.name)
def test_the_steps_of_every_variant_take_the_time_that_there_is(each: GalleryEntry) -> None:
    story = load_exercise(each.story)
    for variant in story.variants:
        times = [story.minutes_of(step, variant.minutes) or 0.0 for step in story.told_in(variant.minutes)]
        assert abs(sum(times) - variant.minutes) <= 0.25 * len(times) + 1e-9, "each is rounded to half a minute"
        told = story.told_in(variant.minutes)
        assert all(its >= (step.minutes or 0.0) for its, step in zip(times, told, strict=True))
    assert [story.minutes_of(step, None) for step in story.steps] == [step.minutes for step in story.steps]
