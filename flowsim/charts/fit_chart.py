"""What a team finished over time, and what the board that was fitted to it does with the same arrivals."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from flowsim.charts.colours import Theme
from flowsim.charts.picture import Axis, Curve, Floats, Label, Picture, Steps, Table, Values
from flowsim.domain import units
from flowsim.domain.phrases import digits, phrase
from flowsim.domain.words import Time
from flowsim.domain.working_calendar import WorkingCalendar

ROOM_ABOVE: Final = 1.06


@dataclass(frozen=True, eq=False)
class Fit:
    """By the end of each of `days`, how many were started and finished by the team, and finished on the board."""

    days: Floats
    started: Floats
    finished: Floats
    on_the_board: Floats
    calendar: WorkingCalendar | None


def picture(fit: Fit, theme: Theme) -> Picture:
    """Two areas of the team, and the line of the board over them."""
    edges = np.concatenate(([0.0], fit.days))
    end = float(fit.days[-1])
    shapes = (
        Steps(edges, fit.started, theme.band_backlog, base=fit.finished, width=0.0, name=phrase("At work")),
        Steps(edges, fit.finished, theme.band_done, base=0.0, width=0.0, name=phrase("Finished by the team")),
        Curve(fit.days, fit.on_the_board, theme.accent, width=2.5),
    )
    labels = (
        Label(phrase("Started by the team"), theme.band_backlog, float(fit.started[-1])),
        Label(phrase("Finished by the team"), theme.band_done, float(fit.finished[-1])),
        Label(phrase("The board, with the same arrivals"), theme.accent, float(fit.on_the_board[-1])),
    )

    def read_off(time: Time) -> Values:
        at = min(int(np.searchsorted(fit.days, time)), len(fit.days) - 1)
        return [
            (phrase("Started"), digits(fit.started[at], ",.0f")),
            (phrase("Finished by the team"), digits(fit.finished[at], ",.0f")),
            (phrase("Finished on the board"), digits(fit.on_the_board[at], ",.1f")),
        ]  # fmt: skip

    dates = None if fit.calendar is None else (fit.calendar, "day")
    return Picture(
        phrase("Where the line leaves the area, the board does otherwise than the team did."),
        "", Axis(0.0, end, units.MANY["day"], one=units.HEAD["day"], dates=dates),  # type: ignore[arg-type]
        Axis(0.0, float(fit.started[-1]) * ROOM_ABOVE, phrase("items"), whole=True), shapes, _table(fit),
        labels=labels, now=end, read_off=read_off, title=phrase("The board and the team"), name="fit",
    )  # fmt: skip


def _table(fit: Fit) -> Callable[[], Table]:
    header = ["day", "started", "finished", "finished on the board"]
    columns = (fit.days, fit.started, fit.finished, fit.on_the_board)
    return lambda: (header, [[float(each[at]) for each in columns] for at in range(len(fit.days))])
