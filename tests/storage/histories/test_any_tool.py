"""Any history of ours, written as each tool writes it and read again, has the same items with the same cycle times."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import openpyxl
import pytest
from hypothesis import given

from flowsim.domain.team_history import TeamHistory, monday_of
from flowsim.storage.histories import Choices, read_history
from tests.storage.histories.test_any_layout import STEPS, Told, histories

CHOICES: Final = Choices(zone="Europe/Zurich", today=date(2026, 1, 1))
LAST: Final = len(STEPS) - 1
Said = dict[str | None, tuple[str | None, bool, float | None]]
"""Of each item by its id: its title, whether it is finished, and its cycle time."""


def begun(told: Sequence[Told], at: int = 0) -> list[tuple[int, Told]]:
    """The items that came to a step, with their numbers."""
    return [(number, its) for number, its in enumerate(told, 1) if its.days[at] is not None]


def days_between(its: Told, start: int) -> float | None:
    """The cycle time from a step to the end."""
    first, last = its.days[start], its.days[LAST]
    return None if first is None or last is None else float((last - first).days)


def expected(told: Sequence[Told], start: int = 0) -> Said:
    return {
        f"T-{number}": (its.title, its.days[LAST] is not None, days_between(its, start)) for number, its in begun(told)
    }


def said(history: TeamHistory) -> Said:
    assert not history.rejected
    return {item.id: (item.title, item.finished, item.cycle_time) for item in history.items}


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def noon(day: date | None, pattern: str = "%Y-%m-%dT%H:%M:%S.000Z", minute: int = 0) -> str:
    return "" if day is None else datetime(day.year, day.month, day.day, 12, minute).strftime(pattern)


@given(told=histories)
def test_jira(told: list[Told]) -> None:
    pattern = "%d/%b/%y %I:%M %p"
    rows = [
        [its.title, f"T-{number}", its.class_, "Done" if its.days[LAST] else "In Progress", noon(its.days[0], pattern),
         noon(its.days[0], pattern), noon(its.days[LAST], pattern)]
        for number, its in begun(told)
    ]  # fmt: skip
    header = ["Summary", "Issue key", "Issue Type", "Status", "Created", "Updated", "Resolved"]
    assert said(read_history(table(header, rows), CHOICES)) == expected(told)


@given(told=histories)
def test_azure_devops(told: list[Told]) -> None:
    """Work begins when it is activated; what is not yet has no cycle time, and is an item all the same."""
    rows = [
        [f"T-{number}", its.class_, its.title, "Closed" if its.days[LAST] else "Active",
         *(noon(its.days[at], "%m/%d/%Y %I:%M:%S %p") for at in (0, 1, LAST))]
        for number, its in begun(told)
    ]  # fmt: skip
    header = ["ID", "Work Item Type", "Title", "State", "Created Date", "Activated Date", "Closed Date"]
    choices = Choices(zone="Europe/Zurich", today=date(2026, 1, 1), dates="month first")
    assert said(read_history(table(header, rows), choices)) == expected(told, start=1)


def test_titles_that_look_like_dates_are_titles() -> None:
    rows = [["T-1", "2024/5/1", "2024-01-01", "2024-01-03"], ["T-2", "0000/0/0", "2024-01-02", ""]]
    assert [its.title for its in read_history(table(["Id", "Title", "Start", "End"], rows), CHOICES).items] == [
        "2024/5/1", "0000/0/0"
    ]  # fmt: skip


@given(told=histories)
def test_linear(told: list[Told]) -> None:
    rows = [
        [f"T-{number}", its.title, "Done" if its.days[LAST] else "In Progress",
         *(noon(its.days[at]) for at in (0, 0, 1)), "", noon(its.days[LAST]), "", "", ""]
        for number, its in begun(told)
    ]  # fmt: skip
    header = ["ID", "Title", "Status", "Created", "Updated", "Started", "Triaged", "Completed", "Canceled", "Archived",
              "Due Date"]  # fmt: skip
    assert said(read_history(table(header, rows), CHOICES)) == expected(told, start=1)


@given(told=histories)
def test_a_table_of_beginnings_and_ends(told: list[Told]) -> None:
    rows = [[f"T-{number}", its.title, its.days[0], its.days[LAST] or ""] for number, its in begun(told)]
    assert said(read_history(table(["Id", "Title", "Start", "End"], rows), CHOICES)) == expected(told)


@given(told=histories)
def test_a_workbook(told: list[Told]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Key", "Title", *STEPS])
    for number, its in begun(told):
        sheet.append([f"T-{number}", "x", *its.days])
    out = io.BytesIO()
    book.save(out)
    history = read_history(out.getvalue(), CHOICES)
    assert {id_: its[1:] for id_, its in said(history).items()} == {id_: its[1:] for id_, its in expected(told).items()}


@given(told=histories)
def test_issues_of_github(told: list[Told]) -> None:
    issues = [
        {"number": number, "title": its.title, "state": "closed" if its.days[LAST] else "open",
         "created_at": noon(its.days[0]), "closed_at": noon(its.days[LAST]) or None, "labels": [{"name": its.class_}]}
        for number, its in begun(told)
    ]  # fmt: skip
    history = read_history(json.dumps(issues).encode(), CHOICES)
    assert {f"T-{id_}": its for id_, its in said(history).items()} == expected(told)


def trello(told: Sequence[Told]) -> dict[str, Any]:
    ids = [f"list{at}" for at in range(len(STEPS))]
    cards, actions = [], []
    for number, its in begun(told):
        made, *moves = [(at, day) for at, day in enumerate(its.days) if day is not None]
        id_ = f"{int(datetime.fromisoformat(noon(made[1])).timestamp()):08x}{number:016x}"
        cards.append({"id": id_, "name": its.title, "closed": False, "labels": [{"name": its.class_}],
                      "idList": ids[moves[-1][0] if moves else 0]})  # fmt: skip
        actions += [
            {"type": "updateCard", "date": noon(day, minute=at), "data": {
                "card": {"id": id_}, "listBefore": {"id": ids[at - 1], "name": STEPS[at - 1]},
                "listAfter": {"id": ids[at], "name": STEPS[at]}}}
            for at, day in moves
        ]  # fmt: skip
    actions.sort(key=lambda action: str(action["date"]), reverse=True)
    lists = [{"id": id_, "name": name, "pos": at} for at, (id_, name) in enumerate(zip(ids, STEPS, strict=True))]
    return {"lists": lists, "cards": cards, "actions": actions}


@given(told=histories)
def test_trello(told: list[Told]) -> None:
    history = read_history(json.dumps(trello(told)).encode(), CHOICES)
    assert {f"T-{int(str(id_)[8:], 16)}": its for id_, its in said(history).items()} == expected(told)
    for item, (_, its) in zip(history.items, begun(told), strict=True):
        assert [None if moment is None else moment.day for moment in item.entered] == list(its.days)


@pytest.mark.parametrize("pattern", ["%G-W%V", "%Y-%m-%d"])
@given(told=histories)
def test_numbers_by_week(pattern: str, told: list[Told]) -> None:
    weeks = Counter(monday_of(day) for its in told if (day := its.days[LAST]) is not None)
    rows = [[monday.strftime(pattern), many] for monday, many in sorted(weeks.items())]
    history = read_history(table(["Week", "Finished"], rows), CHOICES)
    assert {monday: many for monday, many in history.counts if many} == weeks
