"""Each kind of bad input: the exact place, what was given, what is expected."""

import os
from pathlib import Path
from typing import Any

import pytest

from flowsim.domain.problems import ScenarioProblems
from flowsim.storage import load_document
from tests.storage.files import Raw, raw, said_of, with_column

KINDS_OF_ARRIVALS = "poisson, interval, by_period, fixed, saturated"
KINDS = "constant, uniform, triangular, exponential, gamma, lognormal, weibull, empirical"
KEYS_OF_A_COLUMN = (
    "id, name, kind, workers, workers_per_card, swarm_gain, wip_limit, limits_by_class, enforcement, limit_counts, "
    "service, service_by_class, setup, transfer_batch, transfer_timeout, move_time, rework, blockers, skip"
)


def quoted(names: str) -> str:
    return ", ".join(f'"{name}"' for name in names.split(", "))


def person(**fields: Any) -> Raw:
    return raw(people=[{"name": "Ada", "skills": {"a": 1}, **fields}])


def service(**fields: Any) -> Raw:
    return with_column(service=fields)


FIELDS = [
    (with_column(wip_limit=0), "columns[2].wip_limit: 0: a whole number of at least 1, or null"),
    (with_column(wip_limit=2.5), "columns[2].wip_limit: 2.5: a whole number of at least 1, or null"),
    (with_column(wip_limit="3"), 'columns[2].wip_limit: "3": a whole number of at least 1, or null'),
    (with_column(wip_limit=True), "columns[2].wip_limit: true: a whole number of at least 1, or null"),
    (with_column(workers=0), "columns[2].workers: 0: a whole number from 1 to 1,000"),
    (with_column(workers=None), "columns[2].workers: null: a whole number from 1 to 1,000"),
    (with_column(kind="buffer"), 'columns[2].kind: "buffer": one of "work", "queue"'),
    (with_column(enforcement="strict"), 'columns[2].enforcement: "strict": one of "block", "warn"'),
    (with_column(limit_counts="done"), 'columns[2].limit_counts: "done": one of "all", "doing"'),
    (with_column(transfer_batch=0), "columns[2].transfer_batch: 0: a whole number of at least 1"),
    (with_column(transfer_timeout=0), "columns[2].transfer_timeout: 0: a number above 0, or null"),
    (with_column(move_time=-1), "columns[2].move_time: -1: a number of at least 0"),
    (with_column(setup={"time": -0.5}), "columns[2].setup.time: -0.5: a number of at least 0"),
    (with_column(setup={"rule": "x"}), 'columns[2].setup.rule: "x": one of "none", "per_batch", "family"'),
    (with_column(rework={"probability": 1.5}), "columns[2].rework.probability: 1.5: a number from 0 to 1"),
    (with_column(blockers={"worker_waits": "no"}), 'columns[2].blockers.worker_waits: "no": true or false'),
    (with_column(name=None), "columns[2].name: null: a text of at most 200 characters"),
    (with_column(id=""), 'columns[2].id: "": a text of 1 to 64 characters'),
    (with_column(service=2), f"columns[2].service: 2: an object whose kind is one of {KINDS}"),
    (with_column(service={}), f"columns[2].service.kind: nothing: one of {quoted(KINDS)}"),
    (service(kind="normal", mean=1), f'columns[2].service.kind: "normal": one of {quoted(KINDS)}'),
    (service(kind="constant", value=-1), "columns[2].service.value: -1: a number of at least 0"),
    (service(kind="gamma", mean=2), "columns[2].service.cv: nothing: a number from 0.001 to 1,000"),
    (service(kind="gamma", mean=2, cv=0), "columns[2].service.cv: 0: a number from 0.001 to 1,000"),
    (service(kind="exponential", mean=0), "columns[2].service.mean: 0: a number above 0"),
    (service(kind="weibull", scale=1, shape=0), "columns[2].service.shape: 0: a number of at least 0.1"),
    (service(kind="empirical", values=[]), "columns[2].service.values: []: a list of 1 to 100,000 entries"),
    (service(kind="empirical", values=[1, "a"]), 'columns[2].service.values[1]: "a": a number of at least 0'),
    (raw(columns=[]), "columns: []: a list of 1 to 100 entries"),
    (raw(columns="a"), 'columns: "a": a list of 1 to 100 entries'),
    (raw(columns=["a"]), 'columns[0]: "a": an object'),
    (raw(name=5), "name: 5: a text of at most 200 characters"),
    (raw(seed=-1), "seed: -1: a whole number from 0 to 9,223,372,036,854,775,807"),
    (raw(seed=2**63), f"seed: {2**63}: a whole number from 0 to 9,223,372,036,854,775,807"),
    (raw(horizon=0), "horizon: 0: a number above 0, or null"),
    (raw(horizon="100"), 'horizon: "100": a number above 0, or null'),
    (raw(warm_up=-1), "warm_up: -1: a number of at least 0"),
    (raw(time_unit="month"), 'time_unit: "month": one of "minute", "hour", "day", "week"'),
    (raw(arrivals=3), f"arrivals: 3: an object whose kind is one of {KINDS_OF_ARRIVALS}"),
    (
        raw(arrivals={"rate": 1}),
        'arrivals.kind: nothing: one of "poisson", "interval", "by_period", "fixed", "saturated"',
    ),
    (raw(arrivals={"kind": "poisson", "rate": 0}), "arrivals.rate: 0: a number above 0"),
    (raw(arrivals={"kind": "fixed", "count": 0}), "arrivals.count: 0: a whole number from 1 to 1,000,000"),
    (raw(arrivals={"kind": "poisson", "rate": 1, "group": 0}), "arrivals.group: 0: a whole number from 1 to 10,000"),
    (raw(shared_limits=[{"columns": [], "limit": 1}]), "shared_limits[0].columns: []: a list of 1 to 100 entries"),
    (raw(shared_limits=[{"columns": ["a"]}]), "shared_limits[0].limit: nothing: a whole number of at least 1"),
    (person(skills={"a": 0}), "people[0].skills.a: 0: a number above 0"),
    (person(skills={"": 1}), 'people[0].skills.: "": a text of 1 to 64 characters'),
    (raw(classes=[]), "classes: []: a list of 1 to 100 entries"),
    (raw(classes=[{"id": "a", "preempts": 1}]), "classes[0].preempts: 1: true or false"),
    (raw(rules={"blocking": "none"}), 'rules.blocking: "none": one of "slot", "server"'),
    (raw(rules={"deliver_every": 0}), "rules.deliver_every: 0: a number above 0, or null"),
    (raw(cards=[{"arrives": -1}]), "cards[0].arrives: -1: a number of at least 0"),
    (raw(cards=[{"service": {"a": -1}}]), "cards[0].service.a: -1: a number of at least 0"),
    (raw(session=5), "session: 5: an object, or null"),
    (raw(session={"time": -1}), "session.time: -1: a number of at least 0"),
]


@pytest.mark.parametrize(("broken", "line"), FIELDS, ids=[line for _, line in FIELDS])
def test_a_broken_field_is_told_by_its_place_and_what_it_should_be(broken: Raw, line: str) -> None:
    assert said_of(broken) == [line]


@pytest.mark.parametrize("key", ["format", "version", "name", "columns"])
def test_a_key_every_file_must_have_is_missed_by_name(key: str) -> None:
    broken = raw()
    del broken[key]
    (line,) = said_of(broken)
    assert line.startswith(f"{key}: nothing: ")


UNKNOWN = [
    (raw(colour=1), "colour: 1: no such key; known are name, columns, description, "),
    (with_column(wip_limt=3), f"columns[2].wip_limt: 3: no such key; known are {KEYS_OF_A_COLUMN}"),
    (with_column(setup={"size": 2}), "columns[2].setup.size: 2: no such key; known are rule, time, batch"),
    (
        service(kind="constant", value=1, mean=1),
        "columns[2].service.mean: 1: no such key; known are value, kind",
    ),
    (raw(arrivals={"kind": "saturated", "group": 2}), "arrivals.group: 2: no such key; known are kind"),
    (
        raw(cards=[{"class_": "standard"}]),
        'cards[0].class_: "standard": no such key; known are arrives, class, family, title, service',
    ),
    (
        raw(session={"interventions": [{"at": 1, "do": "add", "x": []}]}),
        "session.interventions[0].x: []: no such key; known are at, title, class, do",
    ),
]


@pytest.mark.parametrize(("broken", "line"), UNKNOWN, ids=[line for _, line in UNKNOWN])
def test_an_unknown_key_is_named_with_its_path(broken: Raw, line: str) -> None:
    (said,) = said_of(broken)
    assert said.startswith(line)


ONE_LINERS = [
    (raw(**{"a\nb": 1}), "a\\nb: 1: "),
    (raw(**{"a\u2028\x1b[31m": 1}), "a\\u2028\\x1b[31m: 1: "),
    (raw(columns=[{"id": "a\nb"}, {"id": "a\nb"}]), 'columns[1].id: "a\\nb": a name of its own; '),
    (raw(time_unit="x\u2029y\x85z"), 'time_unit: "x\\u2029y\\x85z": '),
    (raw(**{"k" * 500: 1}), "k" * 61 + "…: 1: "),
    (raw(time_unit="x" * 500), 'time_unit: "' + "x" * 76 + "…: "),
]


@pytest.mark.parametrize(("broken", "line"), ONE_LINERS, ids=range(len(ONE_LINERS)))
def test_a_problem_stays_a_short_line_whatever_the_file_holds(broken: Raw, line: str) -> None:
    (said,) = said_of(broken)
    assert said.startswith(line)
    assert len(said.splitlines()) == 1


def test_a_newer_version_is_refused_by_name() -> None:
    assert said_of(raw(version=2)) == ["version: 2: at most 1; this file needs a newer flowsim"]


@pytest.mark.parametrize("version", [0, -1, 1.0, True, "1", None, [1]])
def test_a_version_is_a_whole_number_from_1(version: object) -> None:
    (line,) = said_of(raw(version=version))
    assert line.endswith(": a whole number of at least 1")


@pytest.mark.parametrize("name", ["FlowSim", "", None, 1])
def test_another_format_is_refused(name: object) -> None:
    (line,) = said_of(raw(format=name))
    assert line.endswith(': "flowsim"')


def test_a_file_that_is_not_there_is_told_as_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ScenarioProblems, match=r"^cannot be read \(No such file or directory\): a file that"):
        load_document(tmp_path / "none.flowsim")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ScenarioProblems, match=r"^cannot be read \(Is a directory\): "):
        load_document(tmp_path)


def test_a_file_of_another_user_is_told_as_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:  # permissions do not bind the root user, who runs the tests
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ScenarioProblems, match=r"^cannot be read \(Permission denied\): "):
        load_document(tmp_path / "theirs.flowsim")


def test_a_path_with_a_null_character_is_told_as_a_problem() -> None:
    with pytest.raises(ScenarioProblems, match=r": the path of a file$"):
        load_document("a\0b")
