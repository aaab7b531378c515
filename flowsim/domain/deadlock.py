"""Boards that will certainly deadlock: some work nobody can do, or transfer batches cannot fill under a WIP limit.

Such a file can be opened and edited, but not run. The check for batches looks at neighbouring columns under one limit,
which cards enter in groups of `lot`. Service times do not matter, only the number of cards that have entered. Of `came`
cards, the first column passes on every full batch, the next column every full batch of those, and so on. The rest stays
in partial batches. If this rest and the next group do not fit under the limit together, no card can enter and none can
leave: a deadlock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, lcm
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.phrases import joined, phrase
from flowsim.domain.problems import Problem
from flowsim.domain.scenario import (
    Column,
    Scenario,
)

Numbers: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Limit:
    """Columns `first` to `last` under one limit, which stands at `where` in the file."""

    where: str
    first: int
    last: int
    limit: int


def stoppages(scenario: Scenario) -> list[Problem]:
    """Why a run of `scenario`, which passes all other checks, would stop for good; empty if that cannot be told."""
    return [*_work_for_nobody(scenario), *deadlocks(scenario)]


def _work_for_nobody(scenario: Scenario) -> Iterator[Problem]:
    able = {column for person in scenario.people for column in person.skills}
    for index, column in enumerate(scenario.columns):
        if scenario.people and not column.is_queue and column.id not in able:
            expected = phrase("somebody who can work in columns[{0}], or the board stops there for good", index)
            yield Problem("people", phrase('nobody with the skill "{0}"', column.id), expected)


def deadlocks(scenario: Scenario) -> Iterator[Problem]:
    """Every limit under which the batches of its columns stop the board, with the least limit that would do."""
    if not scenario.rules.auto_pull:
        return  # people can always do something else
    total, leave = _all_cards(scenario), max(each.may_exceed for each in scenario.classes)
    for limit in _limits(scenario):
        columns = scenario.columns[limit.first : limit.last + 1]
        if any(column.may_be_skipped for column in (*columns, *scenario.columns[limit.last + 1 : limit.last + 2])):
            continue  # who comes through these columns is left to chance
        lot = _least_lot(scenario.columns[limit.first - 1]) if limit.first > 0 else 1
        needed = _needed(lot, [column.transfer_batch for column in columns], total)
        if needed > limit.limit + leave and not _has_a_way_out(scenario, limit, columns):
            batching = [column.title for column in columns if column.transfer_batch > 1] or [columns[0].title]
            expected = phrase(
                "at least {0}, or the board stops for good with a batch in {1} that cannot fill",
                needed, joined(phrase(" and "), batching),
            )  # fmt: skip
            yield Problem(limit.where, str(limit.limit), expected)


LOOKED_THROUGH: Final = 1_000_000
"""Bound on the work of one check: numbers of cards tried × number of columns with batches (at least 10).

Longer periods are not searched to the end, so a deadlock may be missed here; it is then detected during the run.
"""


def _needed(lot: int, batches: Sequence[int], total: float) -> int:
    """The least limit under which cards that come in lots of `lot` never get stuck."""
    if lot > total:
        return 0
    batches = list(_that_matter(batches))
    most = LOOKED_THROUGH // max(len(batches), 10)
    end = _period(lot, batches, most) if total == inf else min(_period(lot, batches, most), int(total) - lot + 1)
    came = np.arange(0, end, min(lot, most))
    return int(_left_behind(came, batches).max()) + lot


def _that_matter(batches: Sequence[int]) -> Iterator[int]:
    """`batches` without those that divide the kept batch before them, because these never hold a card back."""
    before = 1
    for batch in batches:
        if before % batch:
            yield batch
            before = batch


def _period(lot: int, batches: Sequence[int], most: int) -> int:
    """After how many cards everything is as it was at the beginning, but no more than `most`."""
    period = min(lot, most)
    for batch in batches:
        period = min(lcm(period, batch), most)
    return period


def _least_lot(source: Column) -> int:
    """How many cards come from `source` together at the least."""
    return 1 if source.transfer_timeout is not None else source.transfer_batch


def _left_behind(came: Numbers, batches: Sequence[int]) -> Numbers:
    """How many of the cards that came stand in batches that are not full."""
    gone = came
    for batch in batches:
        gone = gone // batch * batch if batch <= came[-1] else np.zeros_like(came)
    return came - gone


def _limits(scenario: Scenario) -> Iterator[_Limit]:
    for index, column in enumerate(scenario.columns):
        if column.wip_limit is not None and column.limit_counts == "all":
            yield _Limit(f"columns[{index}].wip_limit", index, index, column.wip_limit)
    for number, shared in enumerate(scenario.shared_limits):
        places = sorted({scenario.column_index.get(column, -1) for column in shared.columns})
        if places and places[0] >= 0 and all(after == before + 1 for before, after in pairwise(places)):
            yield _Limit(f"shared_limits[{number}].limit", places[0], places[-1], shared.limit)


def _has_a_way_out(scenario: Scenario, limit: _Limit, columns: Sequence[Column]) -> bool:
    """Whether a batch in these columns may leave although it is not full, or cards come in over the limit."""
    if any(column.transfer_timeout is not None for column in columns if column.transfer_batch > 1):
        return True
    ids = {column.id for column in columns}
    return any(
        column.rework.probability > 0 and column.rework.to is not None and not ids.isdisjoint(column.rework.shares(""))
        for column in scenario.columns
    )


def _all_cards(scenario: Scenario) -> float:
    if scenario.explicit:
        return len(scenario.cards)
    arrivals = scenario.arrivals
    if not isinstance(arrivals, Fixed):
        return inf
    # Nobody knows how many come in groups of chance: then nothing can be told before.
    return arrivals.count * arrivals.group if isinstance(arrivals.group, int) else 0
