"""Any history of ours written in any of the layouts, with any of the traps, and read again is the same history."""

import csv
import io
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.domain.team_history import TeamHistory
from flowsim.storage.histories import Choices, FileProblem, MustAsk, read_history
from flowsim.storage.histories.dates import MONTHS
from flowsim.storage.histories.reading import contents_of
from flowsim.storage.histories.rows import has_decimal_commas, number_of
from flowsim.storage.histories.text import text_of
from tests.storage.histories.test_against_the_truth import REFERENCE

STEPS: Final = ("Ready", "Doing now", "In review", "Done")
ZONE: Final = ZoneInfo("Europe/Zurich")
LATEST: Final = date(2025, 10, 1)


@dataclass(frozen=True)
class Told:
    """One item of a history: days of entry, None from the first column on that it has not come to."""

    title: str
    class_: str
    days: tuple[date | None, ...]


letters = st.characters(codec="cp1252", exclude_categories=("Cc", "Cs", "Zs"), exclude_characters="'")
titles = st.text(letters | st.sampled_from(' ,;"\t'), min_size=1, max_size=20).filter(lambda its: its.strip() == its)


@st.composite
def items(draw: st.DrawFn) -> Told:
    first = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 500)))
    gaps = draw(st.lists(st.integers(0, 30), min_size=3, max_size=3))
    days = [first, *(first + timedelta(days=sum(gaps[: at + 1])) for at in range(3))]
    reached = draw(st.integers(0, 4))
    told = tuple(day if at < reached else None for at, day in enumerate(days))
    return Told(draw(titles), draw(st.sampled_from(["Story", "Bug"])), told)


histories = st.lists(items(), min_size=1, max_size=12).filter(lambda its: any(one.days[-1] for one in its))

FORMATS: Final = {
    "%Y-%m-%d": None, "%d/%m/%Y": "day first", "%m/%d/%Y": "month first", "%d.%m.%Y": "day first", "%d-%b-%y": None,
    "%b %d, %Y": None, "%Y/%m/%d": None, "%Y%m%d": None, "%d/%b/%y 9:30 AM": None, "%Y-%m-%dT12:00:00+02:00": None,
}  # fmt: skip


@given(
    told=histories, pattern=st.sampled_from(sorted(FORMATS)), delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), newline=st.sampled_from(["\n", "\r\n"]),
    blank=st.booleans(),
)  # fmt: skip
def test_a_board_comes_back_as_it_was(
    told: list[Told], pattern: str, delimiter: str, encoding: str, newline: str, blank: bool
) -> None:
    rows = [["Key", "Title", *STEPS, "Type"]]
    for number, its in enumerate(told, 1):
        days = (day.strftime(pattern) if day else "" for day in its.days)
        rows.append([f"T-{number}", its.title, *days, its.class_])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline)
    for row in rows:
        writer.writerow(row)
        if blank:
            out.write(newline)
    order = FORMATS[pattern]
    choices = Choices(zone="Europe/Zurich", dates=order, today=date(2026, 1, 1))  # type: ignore[arg-type]
    history = read_history(out.getvalue().encode(encoding), choices)
    assert not history.rejected
    assert [(item.title, item.class_) for item in history.items] == [(its.title, its.class_) for its in told]
    entered = [tuple(each and each.day for each in item.entered) for item in history.items]
    assert entered == [its.days for its in told]


@given(told=histories, seed=st.integers(0, 999))
def test_a_log_of_changes_comes_back_in_whatever_order_its_rows_are(told: list[Told], seed: int) -> None:
    """Each on a time of day of its own, so that no two changes of an item are at one instant."""
    rows = []
    for number, its in enumerate(told, 1):
        here = "Backlog"
        for step, day in zip(STEPS, its.days, strict=True):
            if day is not None:
                at = datetime(day.year, day.month, day.day, 8, tzinfo=ZONE) + timedelta(minutes=10 * STEPS.index(step))
                rows.append([f"T-{number}", its.class_, at.astimezone(UTC).isoformat(), here, step])
                here = step
    random.Random(seed).shuffle(rows)
    out = io.StringIO()
    csv.writer(out).writerows([["Key", "Type", "Changed at", "From status", "To status"], *rows])
    if sum(row[4] == STEPS[1] for row in rows) == 0:
        return  # nothing says what the columns are
    history = read_history(out.getvalue().encode(), Choices(zone="Europe/Zurich", order=STEPS, today=date(2026, 1, 1)))
    found = {item.id: tuple(each and each.day for each in item.entered) for item in history.items}
    assert found == {f"T-{number}": its.days for number, its in enumerate(told, 1) if its.days[0] is not None}


@given(month=st.sampled_from(sorted(MONTHS)), day=st.integers(1, 28), year=st.integers(1971, 2024))
def test_months_by_name_are_read_in_many_languages(month: str, day: int, year: int) -> None:
    text = f"key,start,end\nA,{day} {month} {year},{day}/{month.capitalize()}/{year}\n"
    [item] = read_history(text.encode(), Choices(today=LATEST)).items
    assert [each and each.day for each in item.entered] == [date(year, MONTHS[month], day)] * 2


@pytest.mark.parametrize(
    ("text", "number"),
    [("3,5", 3.5), ("1.250,75", 1250.75), ("1,250.75", 1250.75), ("-2", -2.0), ("1 000,5", 1000.5), ("two", None)],
)
def test_numbers_are_read_with_commas_and_points(text: str, number: float | None) -> None:
    assert number_of(text, comma=has_decimal_commas([text])) == number


ALL: Final = sorted(path for path in (REFERENCE / "files").iterdir() if path.stat().st_size < 50_000)


def mutilated(data: bytes, rng: random.Random) -> bytes:
    """The bytes with some of them lost, changed, put elsewhere or said twice."""
    its = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(its) + 1)
        length = rng.choice((1, 1, 2, 10, 200))
        match rng.randrange(6):
            case 0:
                del its[at : at + length]
            case 1:
                its[at:at] = rng.choice((b'"', b",", b";", b"\n", b"\x00", b"\xff", b"{", b"2025-13-45", b"9" * 30))
            case 2:
                its[at:at] = its[at : at + length]
            case 3:
                its[at : at + 1] = bytes([rng.randrange(256)])
            case 4:
                its = its[:at]
            case _:
                rest = bytes(its[at : at + length])
                del its[at : at + length]
                to = rng.randrange(len(its) + 1)
                its[to:to] = rest
    return bytes(its)


A_ROW_AN_ITEM: Final = ("actionable-agile", "nave", "jira-csv", "azure-devops", "linear", "start-end", "durations")


def answered_for(history: TeamHistory, data: bytes) -> None:
    """Every row of a table with one for each item is an item, or is told not to be used; none is both."""
    rows = [item.row for item in history.items if item.row is not None]
    assert len(rows) == len(set(rows))
    assert all(str(row.reason) for row in history.rejected)
    if history.layout in A_ROW_AN_ITEM:
        table = contents_of(data).table
        assert table is not None
        assert sorted([*rows, *(row.row for row in history.rejected)]) == sorted(
            row.number for row in (*table.rows, *table.unclosed)
        )


def outcome(data: bytes) -> TeamHistory | str:
    """What is read, or the sentence with which it is refused."""
    try:
        return read_history(data, Choices(zone="Europe/Zurich", today=LATEST))
    except (FileProblem, MustAsk) as told:
        return str(told)


def read_in_pieces(seeds: Sequence[int]) -> None:
    for seed in seeds:
        rng = random.Random(seed)
        data = mutilated(rng.choice(ALL).read_bytes(), rng)
        found = outcome(data)
        if isinstance(found, str):
            assert found
        else:
            answered_for(found, data)


def test_mutilated_files_are_read_or_refused_with_a_sentence() -> None:
    read_in_pieces(range(400))


@pytest.mark.slow  # a minute
def test_ten_thousand_mutilated_files() -> None:
    read_in_pieces(range(10_000))


def test_every_row_of_a_table_is_an_item_or_is_listed() -> None:
    """Rows that are blank are none; how many there are says the csv module."""
    for path in ALL:
        if path.suffix != ".csv" or path.name.startswith(("07", "13", "21", "22", "23", "05")):
            continue
        history = read_history(path.read_bytes(), Choices(zone="Europe/Zurich", today=LATEST))
        answered_for(history, path.read_bytes())
        if path.name.startswith("20"):  # a quote in it is never closed
            continue
        _, *rows = csv.reader(io.StringIO(text_of(path.read_bytes()).text, newline=""), delimiter=delimiter_of(history))
        assert len(history.items) + len(history.rejected) == sum(any(cell.strip() for cell in row) for row in rows)


def delimiter_of(history: TeamHistory) -> str:
    return dict(history.reading)["delimiter"]


@pytest.mark.parametrize(
    "found", [{"cards": 3}, [1, 2], {"lists": [], "cards": [], "actions": []}, [{"created_at": 7}]]
)
def test_json_of_another_kind_is_refused(found: object) -> None:
    told = outcome(json.dumps(found).encode())
    assert told if isinstance(told, str) else told.rejected
