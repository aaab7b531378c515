"""What fields must be to one another, told by place; and what is sound although it looks odd."""

from typing import Any

import pytest

from tests.storage.files import Raw, raw, said_of, with_column

NO_WORK = {"kind": "constant", "value": 0}


def session(*interventions: Raw, time: float = 99) -> Raw:
    return raw(
        columns=[{"id": "a"}, {"id": "in", "kind": "queue"}],
        session={"time": time, "interventions": list(interventions)},
    )


def saturated(*columns: Raw, **more: Any) -> Raw:
    return raw(arrivals={"kind": "saturated"}, columns=list(columns), **more)


ENDLESS = "null: a WIP limit, because nothing before this column slows down the endless backlog"
BROKEN = [
    (raw(horizon=5, warm_up=5), "horizon: 5: after the warm-up, which ends at 5"),
    (raw(horizon=1234567.5, warm_up=2e6), "horizon: 1234567.5: after the warm-up, which ends at 2000000"),
    (
        raw(arrivals={"kind": "interval", "gap": NO_WORK}),
        "arrivals.gap: 0 between arrivals: a gap longer than 0, or no end of cards arrives at once",
    ),
    (
        raw(arrivals={"kind": "interval", "gap": {"kind": "uniform", "low": 2, "high": 1}}),
        "arrivals.gap.high: 1: at least low, which is 2",
    ),
    (
        raw(arrivals={"kind": "fixed", "count": 1_000_000, "group": 2}),
        "arrivals.group: 2: at most 1, so that no more than 1,000,000 cards arrive",
    ),
    (
        saturated({"id": "a", "service": NO_WORK}, {"id": "b", "kind": "queue"}),
        "arrivals: saturated, with no work in any column: at least one column where work takes time",
    ),
    (
        saturated({"id": "a", "service": {"kind": "uniform", "low": 0, "high": 0}, "wip_limit": 1}),
        "arrivals: saturated, with no work in any column: at least one column where work takes time",
    ),
    (saturated({"id": "in", "kind": "queue"}, {"id": "a", "wip_limit": 1}), f"columns[0].wip_limit: {ENDLESS}"),
    (saturated({"id": "in", "kind": "queue", "wip_limit": 2}, {"id": "a"}), f"columns[1].wip_limit: {ENDLESS}"),
    (saturated({"id": "z", "service": NO_WORK}, {"id": "a", "wip_limit": 1}), f"columns[0].wip_limit: {ENDLESS}"),
    (
        with_column(service={"kind": "triangular", "low": 1, "mode": 0.5, "high": 2}),
        "columns[2].service.mode: 0.5: from low (1) to high (2)",
    ),
    (
        with_column(blockers={"duration": {"kind": "uniform", "low": 2, "high": 1}}),
        "columns[2].blockers.duration.high: 1: at least low, which is 2",
    ),
    (
        raw(columns=[{"id": "a"}, {"id": "in", "kind": "queue", "limit_counts": "doing"}]),
        'columns[1].limit_counts: "doing": "all", because a queue holds only finished work',
    ),
    (
        with_column(wip_limit=2, transfer_batch=3, name="Test"),
        "columns[2].transfer_batch: 3: at most 2, the limit of Test, which the batch must pass",
    ),
    (
        raw(columns=[{"id": "a", "transfer_batch": 3}, {"id": "b", "wip_limit": 2}]),
        "columns[0].transfer_batch: 3: at most 2, the limit of b, which the batch must pass",
    ),
    (
        raw(columns=[{"id": "a", "transfer_batch": 3}, {"id": "b"}], shared_limits=[{"columns": ["b"], "limit": 2}]),
        "columns[0].transfer_batch: 3: at most 2, the limit of the columns b, which the batch must pass",
    ),
    (with_column(rework={"to": "zz"}), 'columns[2].rework.to: "zz": the id of a column: one of a, b, c'),
    (with_column(rework={"to": "c"}), 'columns[2].rework.to: "c": an earlier column, or null for rework in place'),
    (
        raw(columns=[{"id": "a", "rework": {"to": "b"}}, {"id": "b"}]),
        'columns[0].rework.to: "b": an earlier column, or null for rework in place',
    ),
    (
        with_column(rework={"probability": 1}),
        "columns[2].rework.probability: 1: below 1, or no card would ever leave",
    ),
    (with_column(kind="queue", workers=2), "columns[2].workers: 2: left out, because nobody works in a queue"),
    (
        with_column(kind="queue", service=NO_WORK),
        'columns[2].service: {"kind": "constant", "value": 0}: left out, because nobody works in a queue',
    ),
    (
        raw(columns=[{"id": "a"}, {"id": "b"}, {"id": "a"}]),
        'columns[2].id: "a": a name of its own; columns[0] has this one already',
    ),
    (
        raw(shared_limits=[{"columns": ["a", "c"], "limit": 2}]),
        "shared_limits[0].columns: a, c: neighbouring columns",
    ),
    (
        raw(shared_limits=[{"columns": ["a", "zz"], "limit": 2}]),
        'shared_limits[0].columns[1]: "zz": the id of a column: one of a, b, c',
    ),
    (
        raw(shared_limits=[{"columns": ["a", "a"], "limit": 2}]),
        'shared_limits[0].columns[1]: "a": a name of its own; shared_limits[0].columns[0] has this one already',
    ),
    (
        raw(people=[{"name": "Ada", "skills": {}}]),
        "people[0].skills: {}: at least one column this person can work in",
    ),
    (
        raw(people=[{"name": "Ada", "skills": {"zz": 1}}]),
        'people[0].skills.zz: "zz": the id of a column: one of a, b, c',
    ),
    (
        raw(columns=[{"id": "a"}, {"id": "q", "kind": "queue"}], people=[{"name": "Ada", "skills": {"q": 1}}]),
        'people[0].skills.q: "q": a work column; nobody works in a queue',
    ),
    (
        raw(people=[{"name": "Ada", "skills": {"a": 1}}] * 2),
        'people[1].name: "Ada": a name of its own; people[0] has this one already',
    ),
    (
        raw(classes=[{"id": "standard"}, {"id": "standard"}]),
        'classes[1].id: "standard": a name of its own; classes[0] has this one already',
    ),
    (raw(classes=[{"id": "a", "share": 0}]), "classes: shares that sum to 0: at least one share above 0"),
    (raw(classes=[{"id": "a", "colour": "red"}]), 'classes[0].colour: "red": a colour such as "#4C78A8"'),
    (raw(families=[{"id": "a", "share": 0}]), "families: shares that sum to 0: at least one share above 0"),
    (raw(families=[{"id": "a"}] * 2), 'families[1].id: "a": a name of its own; families[0] has this one already'),
    (raw(cards=[{"class": "gold"}]), 'cards[0].class: "gold": one of standard'),
    (raw(cards=[{"family": "z"}]), 'cards[0].family: "z": one of a'),
    (raw(cards=[{"service": {"zz": 1}}]), 'cards[0].service.zz: "zz": the id of a column: one of a, b, c'),
    (
        raw(cards=[{}], arrivals={"kind": "saturated"}),
        'arrivals: {"kind": "saturated"}: left out, because the listed cards replace arrivals',
    ),
    (
        session({"at": 5, "do": "add"}, {"at": 2, "do": "add"}),
        "session.interventions[1].at: 2: not before the one above it, at 5",
    ),
    (session({"at": 5, "do": "add"}, time=2), "session.time: 2: at or after the last intervention, at 5"),
    (
        session({"at": 5, "do": "move", "card": 0, "column": "zz"}),
        'session.interventions[0].column: "zz": the id of a column: one of a, in',
    ),
    (
        session({"at": 5, "do": "set_workers", "column": "in", "value": 2}),
        'session.interventions[0].column: "in": a work column; nobody works in a queue',
    ),
    (
        session({"at": 5, "do": "set_service", "column": "a", "value": {"kind": "uniform", "low": 2, "high": 1}}),
        "session.interventions[0].value.high: 1: at least low, which is 2",
    ),
    (
        session({"at": 5, "do": "set_shared_limit", "group": 0, "value": 2}),
        "session.interventions[0].group: 0: one of the 0 shared limits, from 0",
    ),
    (session({"at": 5, "do": "add", "class": "gold"}), 'session.interventions[0].class: "gold": one of standard'),
]


@pytest.mark.parametrize(("broken", "line"), BROKEN, ids=[line for _, line in BROKEN])
def test_fields_that_do_not_fit_are_told_by_place(broken: Raw, line: str) -> None:
    assert said_of(broken) == [line]


SOUND = {
    "no horizon": raw(horizon=None, warm_up=1_000),
    "a batch as large as the limits": with_column(wip_limit=3, transfer_batch=3),
    "a shared limit over all columns": raw(shared_limits=[{"columns": ["a", "b", "c"], "limit": 2}]),
    "a shared limit with its columns out of order": raw(shared_limits=[{"columns": ["b", "a"], "limit": 2}]),
    "a shared limit over one column": raw(shared_limits=[{"columns": ["b"], "limit": 2}]),
    "one class without a share": raw(classes=[{"id": "standard"}, {"id": "fast", "share": 0}]),
    "rework of an earlier column": with_column(rework={"probability": 0.5, "to": "a"}),
    "an endless backlog before busy workers": saturated({"id": "a"}, {"id": "b"}),
    "an endless backlog before a limited queue and a limited column": saturated(
        {"id": "in", "kind": "queue", "wip_limit": 2}, {"id": "a", "wip_limit": 2}, {"id": "b"}
    ),
    "an endless backlog before columns of one shared limit": saturated(
        {"id": "in", "kind": "queue"}, {"id": "a"}, shared_limits=[{"columns": ["in", "a"], "limit": 2}]
    ),
    "an endless backlog before no limit, where people pull by hand": saturated(
        {"id": "in", "kind": "queue"}, {"id": "a"}, rules={"auto_pull": False}
    ),
    "arrivals named beside an empty list of cards": raw(cards=[], arrivals={"kind": "saturated"}),
    "no session": raw(session=None),
    "an intervention at the session's last moment": session({"at": 99, "do": "add", "class": "standard"}),
    "two interventions at one moment": session({"at": 1, "do": "add"}, {"at": 1, "do": "add"}),
    "a constant uniform": with_column(service={"kind": "uniform", "low": 2, "high": 2}),
    "whole numbers for times": raw(horizon=7, warm_up=0),
    "minus nought": raw(warm_up=-0.0),
}


@pytest.mark.parametrize("sound", SOUND.values(), ids=SOUND)
def test_this_is_sound(sound: Raw) -> None:
    assert said_of(sound) == []
