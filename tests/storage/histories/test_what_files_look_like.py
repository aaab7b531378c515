"""Small files as other tools write them, well and badly: what each of them says, worked out by hand."""

import io
import json
from datetime import UTC, date, datetime
from typing import Any, Final

import openpyxl
import pytest

from flowsim.domain.team_history import TeamHistory
from flowsim.storage.histories import Choices, FileProblem, read_history
from flowsim.storage.histories.dates import DateReader
from flowsim.storage.histories.headers import keys_of

CHOICES: Final = Choices(zone="Europe/Zurich", today=date(2025, 10, 1))


def read(*lines: str) -> TeamHistory:
    return read_history("\n".join(lines).encode(), CHOICES)


def board(history: TeamHistory) -> str:
    """The columns from left to right, those before the work in brackets."""
    return " ".join(f"({its.name})" if its.role == "arrival" else its.name for its in history.columns)


def times(history: TeamHistory) -> dict[str | None, float | None]:
    """The cycle time of each item, None for one that is not finished."""
    return {item.id: item.cycle_time if item.finished else None for item in history.items}


def rejected(history: TeamHistory) -> list[tuple[str, str]]:
    return [(row.id, row.kind) for row in history.rejected]


# Logs of changes


def test_changes_of_other_fields_are_no_moves() -> None:
    history = read(
        "Issue key,Date,Field,From,To", "A-1,2025-01-02,status,To Do,Doing", "A-1,2025-01-03,assignee,Bob,Alice",
        "A-1,2025-01-09,status,Doing,Done", "A-1,2025-01-10,assignee,Alice,Bob",
    )  # fmt: skip
    assert board(history) == "To Do Doing Done"
    assert times(history) == {"A-1": 7.0}


@pytest.mark.parametrize("when", ["Changed on", "changelog.created", "When it was"])
def test_the_date_of_a_change_is_not_that_of_the_item(when: str) -> None:
    history = read(
        f"Issue key,Created,From,To,{when}",
        "A-1,2025-01-01,Doing,Test,2025-01-03",
        "A-1,2025-01-01,Test,Done,2025-01-05",
    )
    assert times(history) == {"A-1": 4.0}


def test_ways_back_are_known_with_their_day() -> None:
    history = read(
        "key,date,from,to", "A,2025-01-02,Dev,Test", "A,2025-01-03,Test,Dev", "A,2025-01-04,Dev,Test",
        "A,2025-01-05,Test,Done", "A,2025-01-06,Done,Test", "A,2025-01-07,Test,Done", "B,2025-01-02,Dev,Test",
        "B,2025-01-04,Test,Done",
    )  # fmt: skip
    assert board(history) == "Dev Test Done"
    assert [(source, target, when.day.day) for source, target, when in history.items[0].back] == [(1, 0, 3), (2, 1, 6)]


def test_rows_of_a_log_that_are_broken_are_named() -> None:
    history = read(
        "key,date,title,from,to", "A-1,2025-01-01,x,Dev,Test", "A-2,2025-01-02,Fix, now,Dev,Test",
        'A-3,2025-01-02,"y,Dev,Test', "A-4,2025-01-02,z,Dev,Test", "A-4,2025-01-03,z,Test,Done",
    )  # fmt: skip
    assert rejected(history) == [("A-2", "row-wider-than-header"), ("A-3", "quote-not-closed")]
    assert board(history) == "Dev Test Done"


def test_a_log_may_say_only_where_items_went() -> None:
    lines = ["A,2025-01-05,Test", "A,2025-01-02,Dev", "A,2025-01-09,Done", "B,2025-01-03,Dev", "B,2025-01-04,Done"]
    for header in ("key,date,to", "key,date,Status"):
        history = read(header, *lines)
        assert board(history) == "Dev Test Done"
        assert times(history) == {"A": 7.0, "B": 1.0}


# Rows


def test_quotes_that_are_never_closed_cost_one_row_each() -> None:
    history = read(
        "ID,Name,Ready,Dev,Done", "A-1,a,2025-01-01,2025-01-11,2025-01-21", 'A-2,"b,2025-01-02,2025-01-12,2025-01-22',
        'A-3,"c,2025-01-03,2025-01-13,2025-01-23', 'A-4,"d",2025-01-04,2025-01-14,2025-01-24',
        'A-5,"e,2025-01-05,2025-01-15,2025-01-25',
    )  # fmt: skip
    assert rejected(history) == [(id_, "quote-not-closed") for id_ in ("A-2", "A-3", "A-5")]
    assert times(history) == {"A-1": 20.0, "A-4": 20.0}


def test_titles_may_run_over_lines() -> None:
    history = read(
        "ID,Name,Ready,Dev,Done", 'A-1,"one', 'and ""two"",', 'three",2025-01-01,2025-01-11,2025-01-21',
        "A-2,x,2025-01-01,2025-01-11,2025-01-22",
    )  # fmt: skip
    assert history.items[0].title == 'one\nand "two",\nthree'
    assert [item.row for item in history.items] == [2, 3]


def test_a_title_in_two_cells_does_not_move_the_dates() -> None:
    history = read(
        "ID,Name,Team,Ready,Dev,Done", "A-1,x,,2025-01-02,2025-01-03,2025-01-09",
        "A-2,Fix, now,,2025-01-02,2025-01-03,2025-01-09",
    )  # fmt: skip
    assert rejected(history) == [("A-2", "row-wider-than-header")]


def test_a_title_may_stand_above_the_header() -> None:
    for title in ("Export of board X", "Export of board X,,,,"):
        assert times(read(title, "ID,Name,Ready,Dev,Done", "A-1,x,2025-01-02,2025-01-03,2025-01-09")) == {"A-1": 7.0}


def test_what_was_given_up_in_other_spellings() -> None:
    history = read("ID,Status,Ready,Dev,Done", *(
        f"A-{row},{state},2025-01-01,2025-01-02,2025-01-03" for row, state in enumerate(["Won’t Do", "WONTFIX", "Done"])
    ))  # fmt: skip
    assert [item.cancelled for item in history.items] == [True, True, False]


@pytest.mark.parametrize(
    ("unit", "days"), [("min", 1.0), ("in hours", 60.0), ("s", 1 / 60), ("weeks", 10080.0), ("d", 1440.0)]
)
def test_durations_in_other_units(unit: str, days: float) -> None:
    history = read(f"ID,Done,Cycle time ({unit})", "A-1,2025-01-05,1440")
    assert times(history) == {"A-1": pytest.approx(days)}


# Columns


CUT: Final = (
    "1,2025-01-01,2025-01-02,2025-01-03,,2025-01-06,2025-01-09",
    "2,2025-01-01,2025-01-02,2025-01-03,2025-01-04,,",
)

COLUMNS: Final[dict[str, tuple[list[str], str, dict[str, float | None]]]] = {
    "a backlog beside a date of creation": (
        ["ID,Created,Backlog,Ready,Done", "A,2025-01-01,2025-01-02,2025-01-10,2025-01-15"],
        "(Created) (Backlog) Ready Done", {"A": 5.0},
    ),
    "a date of creation apart": (
        ["ID,Created,Name,Ready,Dev,Done", "A,2025-01-01,x,2025-01-10,2025-01-11,2025-01-15"],
        "(Created) Ready Dev Done", {"A": 5.0},
    ),
    "a step called blocked": (["ID,Ready,Dev,Review,Blocked,Test,Done", *CUT],
                              "Ready Dev Review Blocked Test Done", {"1": 8.0, "2": None}),
    "a step called triaged": (["ID,Ready,Dev,Review,Triaged,Test,Done", *CUT],
                              "Ready Dev Review Triaged Test Done", {"1": 8.0, "2": None}),
    "an end that nothing has come to": (["ID,Ready,Dev,Test,Released", "A,2025-01-01,2025-01-02,2025-01-03,"],
                                        "Ready Dev Test Released", {"A": None}),
    "an end in French": (["ID,Prêt,Dév,Test,Terminé", "A,2025-01-01,2025-01-02,2025-01-03,"],
                         "Prêt Dév Test Terminé", {"A": None}),
    "a date of another thing behind the end": (
        ["ID,Name,To Do,Doing,Done,Touched", "A,x,2025-01-01,2025-01-02,2025-01-03,2025-02-01",
         "B,y,2025-01-01,2025-01-02,,2025-02-01"],
        "To Do Doing Done", {"A": 2.0, "B": None},
    ),
    "dates of a plan": (
        ["Issue key,Status,Created,Resolved,Votes,Custom field (Start date),Custom field (X),Custom field (Target end)",
         "A,Done,2025-01-01,2025-01-20,0,2025-01-03,,2025-01-25"],
        "Created Resolved", {"A": 19.0},
    ),
    "a plan before what was": (["ID,Planned start,Planned end,Start,End",
                                "A,2025-01-01,2025-01-08,2025-01-03,2025-01-12"],
                               "Start End", {"A": 9.0}),
    "resolved and closed": (
        ["ID,Work Item Type,State,Activated Date,Resolved Date,Closed Date",
         "1,Bug,Closed,2025-01-03,2025-01-07,2025-01-09", "2,Bug,Resolved,2025-01-03,2025-01-07,"],
        "Activated Date Closed Date", {"1": 6.0, "2": None},
    ),
    "known names in any order": (
        ["ID,Activated Date,Closed Date,Created Date,Resolved Date", "1,2025-01-03,2025-01-09,2025-01-01,2025-01-07"],
        "(Created Date) Activated Date Resolved Date Closed Date", {"1": 6.0},
    ),
    "a board from right to left": (["ID,Done,Dev,Ready", "1,2025-01-09,2025-01-03,2025-01-01"],
                                   "Ready Dev Done", {"1": 8.0}),
    "Jira in Spanish": (["Clave de incidencia,Creada,Actualizada,Resuelta", "A,2025-01-01,2025-01-20,2025-01-20"],
                        "Creada Resuelta", {"A": 19.0}),
    "Jira in French": (["Clé de ticket,Création,Mise à jour,Résolu(e)", "A,2025-01-01,2025-01-20,2025-01-20"],
                       "Création Résolu(e)", {"A": 19.0}),
    "Jira in German": (["Vorgangsschlüssel,Erstellt,Aktualisiert,Gelöst", "A,2025-01-01,2025-01-20,2025-01-20"],
                       "Erstellt Gelöst", {"A": 19.0}),
    "an end in words that nobody knows": (["Clave de incidencia,Creada,Lista para todos", "A,2025-01-01,2025-01-20"],
                                          "Creada Lista para todos", {"A": 19.0}),
}  # fmt: skip


@pytest.mark.parametrize("case", COLUMNS)
def test_columns_are_understood(case: str) -> None:
    lines, columns, cycle_times = COLUMNS[case]
    history = read(*lines)
    assert not history.rejected
    assert board(history) == columns
    assert times(history) == cycle_times


def test_a_date_of_creation_alone_is_told() -> None:
    assert "no-start-date" in read("Clé de ticket,Création,Résolu(e)", "A,2025-01-01,2025-01-20").notices


def test_a_first_column_with_something_twice_holds_titles() -> None:
    history = read("Task,Ready,Dev,Done", *["fix,2025-01-01,2025-01-02,2025-01-03"] * 2)
    assert [(item.id, item.title) for item in history.items] == [(None, "fix"), (None, "fix")]
    assert "no-ids" in history.notices


# Weeks


def test_weeks_in_other_spellings() -> None:
    for weeks in (("2025-W02", "2025-W05"), ("KW 2 2025", "KW 5 2025"), ("W2/2025", "W5/2025")):
        history = read("Semaine,finished", f"{weeks[0]},3.0", f"{weeks[1]},5")
        assert [many for _, many in history.counts] == [3, 0, 0, 5]
    history = read("week,finished", "2025-W02,3", "2025-W03,-", '"2025-W04,4')
    assert [kind for _, kind in rejected(history)] == ["not-an-item", "quote-not-closed"]


@pytest.mark.parametrize("month", ["2025-0{}", "2025-0{}-01", "0{}/01/2025"])
def test_months_are_too_coarse(month: str) -> None:
    choices = Choices(zone="UTC", today=date(2025, 10, 1), dates="month first")
    text = "\n".join(["Month,finished", *(f"{month.format(number)},5" for number in (1, 2, 3))])
    with pytest.raises(FileProblem, match="by month, which is too coarse"):
        read_history(text.encode(), choices)


# Dates

DATES: Final = {
    "Thu Jan 30 2025 15:17:16 GMT+0000 (GMT)": datetime(2025, 1, 30, 15, 17, 16, tzinfo=UTC),
    "30/ene/25 3:42 p. m.": datetime(2025, 1, 30, 14, 42, tzinfo=UTC),
    "30 janvier 2025 à 15:42": datetime(2025, 1, 30, 14, 42, tzinfo=UTC),
    "30.01.2025, 15:42 Uhr": datetime(2025, 1, 30, 14, 42, tzinfo=UTC),
    "20250130T151716Z": datetime(2025, 1, 30, 15, 17, 16, tzinfo=UTC),
    "2025-01-30 15:17 CET": datetime(2025, 1, 30, 14, 17, tzinfo=UTC),
    "30 de enero de 2025": None, "1er janvier 2025": None, "30th January 2025": None, "30 sty 2025": None,
}  # fmt: skip


@pytest.mark.parametrize("text", DATES)
def test_dates_of_other_places(text: str) -> None:
    moment = DateReader(CHOICES.tzinfo, "day first").moment(text)
    assert moment is not None
    assert moment.at == DATES[text]
    assert moment.day == date(2025, 1, 1 if text.startswith("1er") else 30)


def test_what_looks_like_a_time_is_none() -> None:
    assert DateReader(CHOICES.tzinfo, "day first").moment("2025-01-30 2024") is None


# JSON


def issue(number: int | None, **told: object) -> dict[str, Any]:
    return {"number": number, "title": "x", "state": "closed", "created_at": "2025-01-01T10:00:00Z",
            "closed_at": "2025-01-05T10:00:00Z", **told}  # fmt: skip


def spelled(its: dict[str, Any]) -> dict[str, Any]:
    names = {"created_at": "createdAt", "closed_at": "closedAt"}
    return {names.get(key, key): value for key, value in its.items()}


PAGES: Final = {
    "one after the other": json.dumps([issue(1)]) + "\n" + json.dumps([issue(2)]),
    "in a list": json.dumps([[issue(1)], [issue(2)]]),
    "an issue a line": "\n".join(json.dumps(issue(number)) for number in (1, 2)),
    "of the command line": json.dumps([spelled(issue(1, state="CLOSED")), spelled(issue(2))]),
    "of GraphQL": json.dumps({"data": {"repository": {"issues": {"nodes": [spelled(issue(1)), spelled(issue(2))]}}}}),
}


@pytest.mark.parametrize("case", PAGES)
def test_issues_come_in_many_ways(case: str) -> None:
    assert times(read_history(PAGES[case].encode(), CHOICES)) == {"1": 4.0, "2": 4.0}


def test_what_an_issue_does_not_say_is_not_the_word_none() -> None:
    history = read_history(json.dumps([issue(None, title=None), issue(None, state="OPEN")]).encode(), CHOICES)
    assert [(item.id, item.title, item.finished) for item in history.items] == [(None, None, True), (None, "x", False)]


def trello(lists: list[tuple[str, bool]], moves: list[tuple[int, int]]) -> TeamHistory:
    """A board with these lists, whether they are archived, and a card that went through them, a day each."""
    ids = [f"list{at}" for at in range(len(lists))]
    card = {"id": f"{0x67700000:08x}" + "0" * 16, "name": "x", "idList": ids[moves[-1][1]], "closed": False}
    actions = [
        {"type": "updateCard", "date": f"2025-02-{day:02}T10:00:00Z", "data": {
            "card": {"id": card["id"]}, "listBefore": {"id": ids[source], "name": lists[source][0]},
            "listAfter": {"id": ids[target], "name": lists[target][0]}}}
        for day, (source, target) in enumerate(moves, 1)
    ]  # fmt: skip
    told = {
        "lists": [{"id": id_, "name": name, "closed": closed, "pos": at}
                  for at, (id_, (name, closed)) in enumerate(zip(ids, lists, strict=True))],
        "cards": [card], "actions": actions[::-1],
    }  # fmt: skip
    return read_history(json.dumps(told).encode(), CHOICES)


def test_cards_in_an_archived_list_of_done_work_are_done() -> None:
    lists = [("Doing", False), ("Done", False), ("Done 2024", True)]
    (item,) = trello(lists, [(0, 1), (1, 2)]).items
    assert item.finished
    assert not item.flags
    (item,) = trello(lists, [(0, 2)]).items
    assert item.finished


def test_an_archived_list_in_the_middle_is_no_way_back() -> None:
    (item,) = trello([("Doing", False), ("Old review", True), ("Done", False)], [(0, 1), (1, 2)]).items
    assert item.finished
    assert "moved-back" not in item.flags


def test_two_lists_of_one_name_are_two() -> None:
    history = trello(
        [("Doing", False), ("Review", False), ("Review", False), ("Done", False)], [(0, 1), (1, 2), (2, 3)]
    )
    assert board(history) == "Doing Review Review (2) Done"
    (item,) = history.items
    assert [moment.day.day for moment in item.entered[1:] if moment is not None] == [1, 2, 3]


def test_what_stands_right_of_done_is_not_the_end() -> None:
    history = trello([("Doing", False), ("Done", False), ("Ideas parking", False)], [(0, 1), (1, 2)])
    assert board(history) == "Doing Done"
    assert history.items[0].finished


# Sizes


def test_many_open_quotes_do_not_take_forever() -> None:
    """Each of these lines opens a quote that could end in any later one; reading took minutes."""
    lines = ["ID,Name,Start,End", *['5" x,"open'] * 60_000, 'A,"', "A-1,x,2025-01-01,2025-01-05"]
    history = read(*lines)
    assert len(history.rejected) > 0
    assert times(history)["A-1"] == 4.0


def test_blanks_in_a_date_do_not_take_forever() -> None:
    history = read("ID,Start,End", f"A,2025-01-01 10:00{' ' * 60_000}x,2025-01-05", "B,2025-01-01,2025-01-05")
    assert rejected(history) == [("A", "date-unreadable")]


# What a review found


def test_what_was_reopened_keeps_a_date_and_is_not_done() -> None:
    history = read(
        "Issue key,Status,Created,Resolved", "A,In Progress,2025-01-01,2025-01-20", "B,Done,2025-01-01,2025-01-20"
    )
    assert times(history) == {"A": None, "B": 19.0}
    assert "reopened" in history.items[0].flags


def test_numbers_of_eight_digits_are_ids_and_no_dates() -> None:
    history = read("ID,Ready,Dev,Done", "20250101,2025-01-02,2025-01-03,2025-01-09")
    assert times(history) == {"20250101": 7.0}


def test_a_column_of_dates_that_is_not_used_tells_the_order() -> None:
    history = read("ID,Start,End,Due date", "A,01/02/2025,03/02/2025,28/02/2025")
    assert [moment.day for moment in history.items[0].entered if moment] == [date(2025, 2, 1), date(2025, 2, 3)]


def test_digits_that_are_no_numbers_are_told() -> None:
    history = read("ID,Blocked days,Ready,Dev,Done", "A,²,2025-01-02,2025-01-03,2025-01-09")
    assert history.items[0].blocked_days == 0
    history = read("week,finished", "2025-W02,3", f"2025-W03,{'9' * 5000}", "2025-W04,2")
    assert rejected(history) == [("", "not-an-item")]


def test_durations_that_cannot_be_used_are_told() -> None:
    history = read(
        "ID,Status,Done,Cycle time", "A,Done,2025-01-05,4", "B,Done,2025-01-05,soon", "C,Cancelled,2025-01-05,4",
        "D,Done,2025-01-05,-1", "E,Done,,3",
    )  # fmt: skip
    assert times(history) == {"A": 4.0, "C": None}
    assert rejected(history) == [("B", "not-an-item"), ("D", "negative-duration"), ("E", "duration-without-end")]


def test_changes_without_a_date_are_told() -> None:
    history = read(
        "key,date,from,to", "A,2025-01-01,Dev,Test", "A,2025-01-03,Test,Done", "B,,Dev,Test", "C,2025-01-02,Dev,"
    )
    assert rejected(history) == [("B", "date-unreadable"), ("C", "not-an-item")]


def test_a_map_of_columns_that_are_not_there_is_told() -> None:
    choices = Choices(zone="UTC", today=date(2025, 10, 1), columns={"Opened": "start"})
    with pytest.raises(FileProblem, match="there is no column “Opened” in the file"):
        read_history(b"ID,Start,End\nA,2025-01-01,2025-01-05\n", choices)


def test_labels_that_are_no_list_are_passed_over() -> None:
    history = read_history(json.dumps([issue(1, labels=7)]).encode(), CHOICES)
    assert history.items[0].class_ is None


def test_days_called_from_and_to_are_no_log() -> None:
    history = read("id,created,from,to", "1,2024-01-01,2024-01-02,2024-01-05", "2,2024-01-01,2024-01-03,2024-01-09")
    assert history.layout != "transitions"
    assert "2024-01-02" not in board(history)


def test_an_end_apart_from_the_steps_is_the_end() -> None:
    history = read("ID,Ready,Doing,Test,Owner,Done", "1,2025-01-01,2025-01-02,2025-01-05,Bob,2025-02-06")
    assert board(history) == "Ready Doing Test Done"
    assert times(history) == {"1": 36.0}


def test_a_log_that_tells_what_was_last_first() -> None:
    lines = ["1,2024-01-02,Done", "1,2024-01-02,Doing", "1,2024-01-01,To do", "2,2024-01-05,Done", "2,2024-01-02,To do"]
    history = read("id,date,status", *lines)
    assert times(history) == {"1": 1.0, "2": 3.0}
    assert not any(item.flags for item in history.items if "skipped-filled" not in item.flags)


def test_a_zero_before_a_comma_is_no_thousand() -> None:
    history = read("ID,Done,Cycle time", 'A,2025-01-05,"0,125"', 'B,2025-01-05,"1,250"')
    assert times(history) == {"A": 0.125, "B": 1.25}


def test_counts_of_two_days_far_apart_are_no_months() -> None:
    history = read("date,finished", "2024-01-01,2", "2024-02-05,3")
    assert [many for _, many in history.counts if many] == [2, 3]


def test_a_word_for_what_was_given_up_may_have_a_hyphen() -> None:
    choices = Choices(zone="UTC", today=date(2025, 10, 1), cancelled=frozenset(("on-ice",)))
    told = {
        "lists": [{"id": f"l{at}", "name": name, "pos": at, "closed": False}
                  for at, name in enumerate(("Doing", "On-Ice", "Done"))],
        "cards": [{"id": f"{0x67700000:08x}" + "0" * 16, "name": "x", "idList": "l1"}], "actions": [],
    }  # fmt: skip
    history = read_history(json.dumps(told).encode(), choices)
    assert board(history) == "Doing Done"
    assert history.items[0].cancelled


def test_rows_of_blanks_in_a_workbook_are_none() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["ID", "Start", "End"], ["A", "2025-01-01", "2025-01-05"], [" ", None, " "], ["", " ", None]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    assert times(read_history(out.getvalue(), CHOICES)) == {"A": 4.0}


def test_each_column_has_a_key_of_its_own() -> None:
    assert keys_of(["A", "A", "A#2", "B", ""]) == ["A", "A#2", "A#2#2", "B", ""]


def test_a_log_takes_what_was_said_of_its_columns() -> None:
    choices = Choices(zone="UTC", today=date(2025, 10, 1), columns={"Team": "class", "Key": "title"})
    lines = [
        "Issue key,Key,Team,Date,From,To",
        "A-1,Paper,North,2025-01-02,Dev,Test",
        "A-1,Paper,North,2025-01-03,Test,Done",
    ]
    (item,) = read_history("\n".join(lines).encode(), choices).items
    assert (item.id, item.title, item.class_) == ("A-1", "Paper", "North")


def test_reasons_name_their_column() -> None:
    history = read("key,when,from,to", "A,2025-01-01,Dev,Done", "B,2099-01-01,Dev,Done", "C,soon,Dev,Done")
    assert [str(row.reason) for row in history.rejected] == [
        "when 2099-01-01 is after today",
        "when: “soon” is no date",
    ]


def test_numbers_by_week_tell_how_they_were_read() -> None:
    history = read("day;finished", "13/01/2025;3", "20/01/2025;2")
    assert dict(history.reading) == {"encoding": "utf-8", "delimiter": ";", "dates": "day first"}
