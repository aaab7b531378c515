"""Older files come up to date one step a version."""

from flowsim.domain.scenario import VERSION
from flowsim.storage import migrations
from flowsim.storage.migrations import Raw, to_current
from tests.storage.files import raw


def first(old: Raw) -> Raw:
    return {**old, "steps": [*old.get("steps", []), "1 to 2"]}


def second(old: Raw) -> Raw:
    return {**old, "steps": [*old["steps"], "2 to 3"]}


def test_a_file_of_today_is_left_as_it_is() -> None:
    assert to_current(raw()) == raw()


def test_there_is_a_step_for_every_older_version() -> None:
    assert sorted(migrations.STEPS) == list(range(1, VERSION))


def test_an_old_file_takes_every_step_in_order() -> None:
    assert to_current({"version": 1}, {1: first, 2: second}, 3) == {"version": 3, "steps": ["1 to 2", "2 to 3"]}


def test_a_file_of_the_version_between_takes_the_rest_of_the_steps() -> None:
    assert to_current({"version": 2, "steps": []}, {1: first, 2: second}, 3) == {"version": 3, "steps": ["2 to 3"]}


def test_the_file_that_was_read_is_not_changed_by_its_migration() -> None:
    old = {"version": 1}
    to_current(old, {1: first, 2: second}, 3)
    assert old == {"version": 1}
