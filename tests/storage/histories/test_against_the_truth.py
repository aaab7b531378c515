"""Exports of made-up teams whose truth is known: every item, every row that is not used, every figure.

The files and their truth come with the reference; its README says every decision.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from flowsim.domain.team_history import HistoryItem, Moment, TeamHistory
from flowsim.storage.histories import Choices, FileProblem, MustAsk, read_history_file

REFERENCE: Final = Path(__file__).parents[2] / "reference" / "history"
TRUTH: Final = json.loads((REFERENCE / "truth.json").read_text(encoding="utf-8"))
CHOICES: Final = Choices(zone=TRUTH["zone"], today=date.fromisoformat(TRUTH["today"]))
FILES: Final = {
    **{name: its for name, its in TRUTH["files"].items() if not its["file_error"] and not its["must_ask"]},
    "trello-1000.json": TRUTH["on_demand"]["trello-1000.json"],
}
ZONES: Final = ("UTC", "America/St_Johns", "Pacific/Auckland")


@pytest.fixture
def in_zone() -> Iterator[Any]:
    """Sets the zone of the machine; it is as it was afterwards."""
    before = os.environ.get("TZ")

    def put(zone: str | None) -> None:
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        time.tzset()

    yield put
    put(before)


def read(name: str, choices: Choices = CHOICES) -> TeamHistory:
    return read_history_file(REFERENCE / "files" / name, choices)


def day(moment: Moment | None) -> str | None:
    return None if moment is None else moment.day.isoformat()


def instant(moment: Moment | None) -> str | None:
    at: datetime | None = None if moment is None else moment.at
    return None if at is None else at.strftime("%Y-%m-%dT%H:%M:%SZ")


def told(item: HistoryItem, true: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """What an item is, by the names of the truth, where the truth tells it."""
    its: dict[str, Any] = {
        "row": item.row, "id": item.id, "title": item.title, "class": item.class_,
        "entered": [day(each) for each in item.entered], "at": [instant(each) for each in item.entered],
        "finished": item.finished, "cancelled": item.cancelled, "cancelled_on": day(item.cancelled_on),
        "cycle_time": item.cycle_time, "skipped": [names[at] for at in item.skipped], "blocked_days": item.blocked_days,
        "flags": [flag for flag in item.flags if flag != "skipped-filled"],
    }  # fmt: skip
    return {key: value for key, value in its.items() if key in true}


def agrees(history: TeamHistory, true: dict[str, Any]) -> None:
    assert [{"name": its.name, "role": its.role} for its in history.columns] == true["columns"]
    assert (history.layout, list(history.notices)) == (true["layout"], true["notices"])
    assert dict(history.warnings) == true["warnings"]
    rejected = [{"row": its.row, "id": its.id, "kind": its.kind} for its in history.rejected]
    assert rejected == [{key: its[key] for key in ("row", "id", "kind")} for its in true["rejected"]]
    assert len(history.items) == len(true["items"])
    for item, its in zip(history.items, true["items"], strict=True):
        found = told(item, its, [column.name for column in history.columns])
        assert found == {key: its[key] for key in found}
    summary = true["summary"]
    weeks = {monday.isoformat(): many for monday, many in history.finished_by_week().items()}
    assert weeks == summary["weekly_throughput"]
    if summary["cycle_time_days"]:
        times = sorted(history.cycle_times())
        assert len(times) == summary["cycle_time_days"]["n"]
        assert sum(times) / len(times) == pytest.approx(summary["cycle_time_days"]["mean"], abs=1e-6)
    if summary["unfinished"] is not None:
        counted = len(history.finished), len(history.unfinished), sum(item.cancelled for item in history.items)
        assert counted == (summary["finished"], summary["unfinished"], summary["cancelled"])
        not_started = len(history.items) - sum(counted)
        assert not_started == summary["not_started"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_tells_its_truth(name: str) -> None:
    agrees(read(name), FILES[name])


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_of_the_machine_does_not_matter_where_the_zone_is_told(zone: str, in_zone: Any) -> None:
    in_zone(zone)
    for name in ("07-jira-transitions.csv", "08-azure-devops.csv", "10-linear.csv", "25-daylight-saving.csv"):
        agrees(read(name), FILES[name])


def test_without_a_zone_times_are_those_of_the_machine(in_zone: Any) -> None:
    in_zone(TRUTH["zone"])
    for name in ("10-linear.csv", "15-utf16-tabs.txt", "25-daylight-saving.csv"):
        agrees(read(name, replace(CHOICES, zone="")), FILES[name])


@pytest.mark.parametrize("name", [name for name, its in FILES.items() if "summary_if_utc_dates" in its])
def test_in_another_zone_days_are_others(name: str) -> None:
    times = read(name, replace(CHOICES, zone="UTC")).cycle_times()
    true = FILES[name]["summary_if_utc_dates"]["cycle_time_days"]
    assert len(times) == true["n"]
    assert sum(times) / len(times) == pytest.approx(true["mean"], abs=1e-6)


@pytest.mark.parametrize(("order", "reading"), [("day first", "day_first"), ("month first", "month_first")])
def test_where_two_readings_fit_their_owner_is_asked(order: Any, reading: str) -> None:
    with pytest.raises(MustAsk) as asked:
        read("05-aa-ambiguous.csv")
    assert (asked.value.key, asked.value.answers) == ("dates", ("day first", "month first"))
    true = TRUTH["files"]["05-aa-ambiguous.csv"]
    agrees(read("05-aa-ambiguous.csv", replace(CHOICES, dates=order)), {**true, **true["readings"][reading]})


@pytest.mark.parametrize(
    ("name", "kind"), [(name, its["file_error"]) for name, its in TRUTH["files"].items() if its["file_error"]]
)
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, kind: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read(name)
    assert problem.value.kind == kind
    assert str(problem.value)


def test_six_files_of_one_team_have_the_same_cycle_times() -> None:
    same = ("01-aa-clean.csv", "02-aa-skipped-dmy.csv", "03-aa-backfilled-mdy.csv", "11-nave.csv", "15-utf16-tabs.txt",
            "19-aa-excel.xlsx")  # fmt: skip
    assert len({tuple(sorted(read(name).cycle_times())) for name in same}) == 1
