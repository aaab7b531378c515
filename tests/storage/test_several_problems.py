"""One look tells everything that is wrong, and nothing that is not."""

import pytest

from flowsim.storage.parsing import MOST_PROBLEMS
from tests.storage.files import Raw, raw, said_of

EARLY = "horizon: 5: after the warm-up, which ends at 9"
BROKEN_ELSEWHERE = {
    "seed": raw(seed="x"),
    "an unknown key": raw(colour=1),
    "a distribution": raw(columns=[{"id": "a", "service": {"kind": "gamma", "mean": 1}}]),
    "a value in a list in a list": raw(columns=[{"id": "a", "service": {"kind": "empirical", "values": [1, "x"]}}]),
    "a name in a list in a list": raw(shared_limits=[{"columns": ["a", 5], "limit": 2}]),
    "a column without an id": raw(columns=[{"name": "x"}, {"id": "b"}]),
    "a column that is no object": raw(columns=[5]),
    "no columns": raw(columns=[]),
    "a class": raw(classes=[{"id": 5}]),
    "a person": raw(people=[{"name": "Ada", "skills": {"a": "fast"}}]),
    "arrivals": raw(arrivals={"kind": "interval", "gap": {"kind": "empirical", "values": ["x"]}}),
    "an intervention": raw(session={"interventions": [{"do": "fly"}]}),
    "the rules": raw(rules=[]),
}


@pytest.mark.parametrize("broken", BROKEN_ELSEWHERE.values(), ids=BROKEN_ELSEWHERE)
def test_a_broken_field_does_not_hide_a_problem_between_fields(broken: Raw) -> None:
    lines = said_of({**broken, "horizon": 5, "warm_up": 9})
    assert lines[-1] == EARLY
    assert len(lines) == 2


def test_broken_fields_unknown_keys_and_problems_between_fields_come_together() -> None:
    broken = raw(
        seed=-1,
        colour="red",
        horizon=5,
        warm_up=9,
        columns=[
            {"id": "a", "wip_limit": 0},
            {"id": "b", "transfer_batch": 3, "wip_limit": 2},
            {"id": "c", "kind": "queue", "workers": 2},
        ],
        shared_limits=[{"columns": ["a", "c"], "limit": 4}],
        session={"time": 1, "interventions": [{"at": 2, "do": "move", "card": 0, "column": "zz"}]},
    )
    assert [line.split(": ")[0] for line in said_of(broken)] == [
        "columns[0].wip_limit",
        "seed",
        "colour",
        "columns[2].workers",
        "horizon",
        "columns[1].transfer_batch",
        "shared_limits[0].columns",
        "session.time",
        "session.interventions[0].column",
    ]


def test_several_problems_between_fields_come_together_in_the_order_of_the_file() -> None:
    broken = raw(
        horizon=1,
        warm_up=2,
        columns=[{"id": "a"}, {"id": "a", "rework": {"to": "zz"}}],
        people=[{"name": "Ada", "skills": {}}],
        cards=[{"class": "gold"}],
    )
    assert [line.split(": ")[0] for line in said_of(broken)] == [
        "horizon",
        "columns[1].id",
        "columns[1].rework.to",
        "people[0].skills",
        "cards[0].class",
    ]


QUIET = {
    "a card of a class, where the classes are broken": raw(classes=5, cards=[{"class": "gold"}]),
    "a card of a family, where the families are broken": raw(families=[{}], cards=[{"family": "z"}]),
    "a skill in a column, where a column has lost its id": raw(
        columns=[{"name": "a"}], people=[{"name": "Ada", "skills": {"a": 1}}]
    ),
    "no skills, where the only one is broken": raw(people=[{"name": "Ada", "skills": {"a": 0}}]),
    "a queue without a limit, where the limit is broken": raw(
        arrivals={"kind": "saturated"},
        columns=[{"id": "a", "kind": "queue", "wip_limit": 0}, {"id": "b", "wip_limit": 1}],
    ),
    "an empty list, where its one entry is broken": raw(columns=[{"id": "a", "workers": 0}]),
}


@pytest.mark.parametrize("broken", QUIET.values(), ids=QUIET)
def test_a_broken_field_brings_no_second_complaint(broken: Raw) -> None:
    assert len(said_of(broken)) == 1


def test_column_1_broken_hides_nothing_in_column_10() -> None:
    columns: list[Raw] = [{"id": f"c{index}"} for index in range(12)]
    columns[1]["workers"] = 0
    columns[10] |= {"wip_limit": 1, "transfer_batch": 2}
    assert [line.split(": ")[0] for line in said_of(raw(columns=columns))] == [
        "columns[1].workers",
        "columns[10].transfer_batch",
    ]


def test_more_problems_than_anyone_reads_are_counted() -> None:
    lines = said_of(raw(cards=[{"title": 5}] * (MOST_PROBLEMS + 1_500)))
    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "1,500 more problems: these ones solved first"


def test_more_problems_between_fields_than_anyone_reads_are_counted() -> None:
    lines = said_of(raw(cards=[{"class": "gold"}] * (MOST_PROBLEMS + 1_500)))
    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "1,500 more problems: these ones solved first"


def test_more_half_characters_than_anyone_reads_are_counted() -> None:
    lines = said_of(raw(name=["\ud800"] * (MOST_PROBLEMS + 1_500)))
    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "1,500 more problems: these ones solved first"


def test_more_keys_that_stand_twice_than_anyone_reads_are_counted() -> None:
    twice = ",".join(f'{{"k{number}":1,"k{number}":1}}' for number in range(MOST_PROBLEMS + 1_500))
    lines = said_of(f"[{twice}]".encode())
    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "1,500 more problems: these ones solved first"


def test_of_many_keys_that_stand_twice_in_one_object_the_first_are_named() -> None:
    keys = ",".join(f'"{number:02}":1' for number in [*range(12), *range(12)])
    named = ", ".join(f'"{number:02}"' for number in range(10))
    assert said_of(f"{{{keys}}}".encode()) == [f"the key {named}, … twice in one object: it once"]
