"""Every figure once more, slow and obvious, from the rows alone: plain loops over intervals, no arrays, no folding."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.interventions import Intervention
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState as S
from flowsim.engine import Simulation

Row = tuple[float, int, int, int, int]
HELD = {S.WORKING: "busy", S.SETUP: "setup"}


@dataclass(frozen=True)
class Span:
    """A card in one state, from `since` to `until`."""

    card: int
    column: int
    state: S
    worker: int
    since: float
    until: float

    def within(self, start: float, end: float) -> float:
        return max(0.0, min(self.until, end) - max(self.since, start))


class SlowFigures:
    """Figures of a run on (`start`, `end`]."""

    def __init__(self, simulation: Simulation, start: float | None = None) -> None:
        self.scenario: Scenario = simulation.scenario
        self.interventions: list[Intervention] = simulation.interventions
        self.start = self.scenario.warm_up if start is None else start
        self.end = simulation.now
        self.histories: dict[int, list[Row]] = {}
        for row in simulation.trace.rows().tolist():
            self.histories.setdefault(row[1], []).append(row)
        self.spans = [span for rows in self.histories.values() for span in self._spans(rows)]

    def _spans(self, rows: list[Row]) -> Iterable[Span]:
        ends = [row[0] for row in rows[1:]] + [math.inf]
        for (time, card, column, state, worker), end in zip(rows, ends, strict=True):
            if not S(state).left_the_board:
                yield Span(card, column, S(state), worker, time, end)

    @property
    def length(self) -> float:
        return self.end - self.start

    # Cards

    def arrived(self, card: int) -> float:
        return self.histories[card][0][0]

    def started(self, card: int) -> float | None:
        entered = [row[0] for row in self.histories[card] if row[2] >= 0 or row[3] == S.DELIVERED]
        return entered[0] if entered else None

    def finished(self, card: int) -> float | None:
        last = self.histories[card][-1]
        return last[0] if last[3] == S.DELIVERED else None

    def done(self) -> list[int]:
        """Cards finished in the window."""
        finished = {card: self.finished(card) for card in self.histories}
        return [card for card, time in finished.items() if time is not None and self.start < time <= self.end]

    def unfinished(self) -> int:
        return sum(not S(rows[-1][3]).left_the_board for rows in self.histories.values())

    def cycle_times(self) -> list[float]:
        return [(self.finished(card) or 0.0) - (self.started(card) or 0.0) for card in self.done()]

    def lead_times(self) -> list[float]:
        return [(self.finished(card) or 0.0) - self.arrived(card) for card in self.done()]

    def time_in(self, card: int, state: S, *, after_start: bool = False) -> float:
        since = self.started(card) or 0.0
        spans = (span for span in self.spans if span.card == card and span.state == state)
        return sum(span.until - span.since for span in spans if not after_start or span.since >= since)

    def touch(self) -> float:
        return sum(self.time_in(card, S.WORKING) for card in self.done())

    def wait(self, state: S) -> float:
        """Mean wait in `state` of the finished cards, from their start on."""
        done = self.done()
        started_in_backlog = state == S.BACKLOG
        waits = [self.time_in(card, state, after_start=started_in_backlog) for card in done]
        return sum(waits) / len(done)

    # Columns

    def in_column(self, column: int, *states: S) -> float:
        """∫ of the number of cards in `column` (in `states`, if given) over the window."""
        spans = (span for span in self.spans if span.column == column and (not states or span.state in states))
        return sum(span.within(self.start, self.end) for span in spans)

    def on_board(self) -> float:
        return sum(self.in_column(column) for column in range(len(self.scenario.columns)))

    def staff_at(self, column: int, time: float) -> int:
        """How many people belong to `column` just after `time`."""
        column_id = self.scenario.columns[column].id
        staff = 0 if self.scenario.columns[column].is_queue else self.scenario.columns[column].workers
        for act in self.interventions:
            if isinstance(act, SetWorkers) and act.column == column_id and act.at <= time:
                staff = act.value
        return staff

    def moments(self) -> list[float]:
        inside = {span.since for span in self.spans} | {span.until for span in self.spans}
        inside |= {act.at for act in self.interventions}
        return sorted({self.start, self.end, *(time for time in inside if self.start < time < self.end)})

    def worker_shares(self, column: int) -> dict[str, float]:
        """Shares of the time of everybody who is there: the staff, and who has left but finishes the card at hand."""
        time = dict.fromkeys(("busy", "setup", "blocked", "starved"), 0.0)
        holding = [span for span in self.spans if span.column == column and span.worker >= 0]
        moments = self.moments()
        for since, until in pairwise(moments):
            held = [span for span in holding if span.since <= since < span.until]
            people = set(range(self.staff_at(column, since))) | {span.worker for span in held}
            for span in held:
                time[HELD.get(span.state, "blocked")] += until - since
            time["starved"] += (until - since) * (len(people) - len(held))
        total = sum(time.values())
        return {part: spent / total if total > 0 else math.nan for part, spent in time.items()}

    def share_of_time(self, holds: Callable[[Span], bool]) -> float:
        """Share of the window in which `holds` for at least one card."""
        moments, relevant = self.moments(), [span for span in self.spans if holds(span)]
        return (
            sum(
                until - since
                for since, until in pairwise(moments)
                if any(span.since <= since < span.until for span in relevant)
            )
            / self.length
        )

    def reached(self, line: int, by: float) -> int:
        """How many cards have by then ever entered the place of `line` (0: the backlog, n + 1: Done) or a later one."""

        def level(row: Row) -> int:
            return len(self.scenario.columns) + 1 if row[3] == S.DELIVERED else row[2] + 1

        return sum(any(row[0] <= by and level(row) >= line for row in rows) for rows in self.histories.values())


def percentile(values: list[float], percent: int) -> float:
    """The smallest value that at least `percent` of a hundred do not exceed."""
    for value in sorted(values):
        if 100 * sum(each <= value for each in values) >= percent * len(values):
            return value
    return math.nan
