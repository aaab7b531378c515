"""What is said of a history that was read, in the language on view."""

from collections.abc import Sequence

from flowsim.domain.phrases import Counted, counted, phrase
from flowsim.domain.team_history import Flag, Notice, TeamHistory
from flowsim.domain.units import counted_as
from flowsim.storage.histories.choices import Meaning
from flowsim.ui.text.language import shown, tr

LAYOUTS = {
    "actionable-agile": phrase("a table with one column of dates for each step"), "nave": phrase("an export of Nave"),
    "jira-csv": phrase("an export of Jira"), "transitions": phrase("a log of changes"),
    "azure-devops": phrase("an export of Azure DevOps"), "trello": phrase("a board of Trello"),
    "linear": phrase("an export of Linear"), "start-end": phrase("a table with beginnings and ends"),
    "durations": phrase("a table of durations"), "throughput": phrase("numbers of finished items by week"),
    "github": phrase("a list of issues"),
}  # fmt: skip

NOTICES: dict[Notice, str] = {
    "no-start-date": phrase("The file does not say when work began: what it tells is from creation to the end."),
    "no-ids": phrase("The rows have no ids, so that the same item twice cannot be noticed."),
    "throughput-only": phrase("There are no items in it, so nothing can be said of columns and cycle times."),
    "durations-only": phrase("The file does not say when work began, so no board can be made of it."),
    "history-cut": phrase("The beginning is missing (Trello exports the last 1,000 actions): what began before has no"
                          " cycle time."),
}  # fmt: skip

FLAGS: dict[Flag, Counted] = {
    "skipped-filled": counted("{0} items passed a column by", "{0} item passed a column by", 0),
    "out-of-order": counted(
        "{0} items entered columns out of their order", "{0} item entered columns out of their order", 0
    ),
    "moved-back": counted("{0} items moved back", "{0} item moved back", 0),
    "reopened": counted("{0} items were reopened", "{0} item was reopened", 0),
    "history-cut": counted("{0} items begin before the file does", "{0} item begins before the file does", 0),
    "row-wider-than-header": counted("{0} rows are wider than the header", "{0} row is wider than the header", 0),
}
NO_START = counted(
    "{0} items have no beginning, and count as begun when they ended",
    "{0} item has no beginning, and counts as begun when it ended", 0,
)  # fmt: skip
SHORTEST = 2
"""Columns of a history that tells of a beginning and an end alone."""

MEANINGS: dict[Meaning, str] = {
    "ignore": phrase("not used"), "id": phrase("id"), "title": phrase("title"), "class": phrase("class"),
    "status": phrase("state"), "resolution": phrase("resolution"), "arrival": phrase("created"),
    "start": phrase("work begins"), "stage": phrase("a step on the way"), "finish": phrase("finished"),
    "cancelled": phrase("given up"), "duration": phrase("duration"), "blocked": phrase("blocked"),
    "period": phrase("week or day"), "count": phrase("how many"),
}  # fmt: skip
"""What a column can be, in the order of the choice."""


def headline(history: TeamHistory) -> str:
    """How many items there are, and how many of them are what."""
    if history.counts:
        done = sum(many for _, many in history.counts)
        return shown(counted("{0} finished items", "{0} finished item", done))
    given_up = sum(item.cancelled for item in history.items)
    told = [
        counted("{0} items", "{0} item", len(history.items)), phrase("{0} finished", len(history.finished)),
        phrase("{0} unfinished", len(history.unfinished)),
    ]  # fmt: skip
    if given_up:
        told.append(phrase("{0} given up", given_up))
    if waiting := len(history.items) - len(history.finished) - len(history.unfinished) - given_up:
        told.append(phrase("{0} not started", waiting))
    return ", ".join(shown(one) for one in told)


def details(history: TeamHistory) -> Sequence[str]:
    """How the file was understood, and what is to be known of it, a sentence each."""
    lines = [tr("Read as {0}.").format(shown(LAYOUTS.get(history.layout, phrase("a table"))))]
    if history.columns:
        names = " → ".join(column.name for column in history.columns)
        lines.append(tr("Columns: {0}.").format(names))
    order = dict(history.reading).get("dates")
    if order:
        lines.append(
            tr("In its dates the day comes first.")
            if order == "day first"
            else tr("In its dates the month comes first.")
        )
    lines += [shown(NOTICES[notice]) for notice in history.notices]
    for flag, many in history.warnings.items():
        no_start = flag == "skipped-filled" and len(history.columns) - history.start == SHORTEST
        words = NO_START if no_start else FLAGS[flag]
        lines.append(f"{shown(counted_as(words, str(many)))}.")
    return lines


def rejected_lines(history: TeamHistory) -> Sequence[str]:
    """The rows that were not used, a line each."""
    return [
        tr("Row {0}: {1}").format(its.row, f"{its.id}: {shown(its.reason)}" if its.id else shown(its.reason))
        for its in history.rejected
    ]


def sentence(text: str) -> str:
    """A text as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}" if text.endswith((".", "?")) else f"{text[:1].upper()}{text[1:]}."
