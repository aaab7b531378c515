"""A history as tables to take away: its items, and the rows that were not used."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from flowsim.domain.team_history import Moment, TeamHistory
from flowsim.storage.histories.choices import Choices
from flowsim.storage.histories.dates import DateReader

PROBLEMS_HEADER = ("row", "id", "reason")


def items_table(history: TeamHistory) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    """One row an item: when it arrived, entered each column of work, and was finished; in UTC, empty where never.

    A day without a time of day is its midnight in the zone of the team.
    """
    dates = DateReader(Choices(zone=history.zone).tzinfo, "day first")

    def utc(moment: Moment | None) -> str:
        if moment is None:
            return ""
        at = moment.at or dates.at(datetime.combine(moment.day, time()), None).at
        return f"{at:%Y-%m-%dT%H:%M:%SZ}"

    names = [column.name for column in history.columns if column.role in ("start", "stage")]
    places = [at for at, column in enumerate(history.columns) if column.role in ("start", "stage")]
    rows = (
        [
            item.id or "", item.class_ or "", utc(history.arrived(item)), *(utc(item.entered[at]) for at in places),
            utc(item.entered[-1] if item.finished else None),
        ]
        for item in history.items
    )  # fmt: skip
    return ("id", "class", "arrived", *names, "finished"), rows


def problems_table(history: TeamHistory) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    """One row for each row of the file that was not used: its kind, and why."""
    return PROBLEMS_HEADER, ((its.row, its.id, f"{its.kind}: {its.reason}") for its in history.rejected)
