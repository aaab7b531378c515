"""Places on the axis of a question that theory knows of before a run is made: the best batch, and the capacity wall.

A landmark stands among the settings that are tried, between two of them where it has to, and says what it assumes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from flowsim.domain.arrivals import (
    Fixed,
)
from flowsim.domain.distributions import Constant
from flowsim.domain.feasibility import best_transfer_batch, smallest_batch
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.experiments.questions import Question


@dataclass(frozen=True)
class Landmark:
    """`place` is where it stands, counted in settings from 0; `figures` are those it is about, all without any."""

    place: float
    name: Phrase
    assumes: Phrase
    figures: tuple[str, ...] = ()


def landmarks(scenario: Scenario, question: Question) -> list[Landmark]:
    """What is known of the settings of `question`, as far as they are sizes of a batch that people set up for."""
    sizes = _sizes(question)
    if sizes is None:
        return []
    listed = [*_best(scenario, question, sizes), *_wall(scenario, question, sizes)]
    return [each for each in listed if 0 <= each.place <= len(sizes) - 1]


def _best(scenario: Scenario, question: Question, sizes: list[float]) -> Iterator[Landmark]:
    """The batch that brings an order out first: Q* of `best_transfer_batch`, where the line is what it assumes."""
    columns, arrivals = scenario.columns, scenario.arrivals
    if not isinstance(arrivals, Fixed) or scenario.people or scenario.shared_limits or scenario.explicit:
        return
    if not all(map(_plain, columns)) or len({column.setup.mean for column in columns}) > 1:
        return
    handed_on = {f"columns.{column.id}.transfer_batch" for column in columns}
    if not all(handed_on <= choice.settings.keys() for choice in question.choices):
        return
    best = best_transfer_batch(arrivals.count, columns[0].setup.mean, [column.service.mean for column in columns])
    if isfinite(best):
        assumes = phrase("the batch that brings an order out first, Q* = √(M·s / (Σp − max p)); batches are whole ones")
        yield Landmark(_place(sizes, best), phrase("Q* = {0}", digits(best, ".1f")), assumes, ("last_delivery",))


def _plain(column: Column) -> bool:
    """One worker, always the same work, a set-up for each batch, and nothing in the way."""
    return (
        not column.is_queue and column.workers == 1 and column.wip_limit is None
        and isinstance(column.service, Constant) and column.setup.rule == "per_batch" and column.setup.law.cv == 0
        and column.rework.probability == 0 and not column.blockers.strike and not column.service_by_class
        and not column.may_be_skipped
    )  # fmt: skip


def _wall(scenario: Scenario, question: Question, sizes: list[float]) -> Iterator[Landmark]:
    """The smallest batch with which every column that sets up keeps up with what arrives."""
    named = {
        path.split(".")[1] for choice in question.choices for path in choice.settings if path.endswith("setup.batch")
    }
    least = [smallest_batch(scenario, place) for place, column in enumerate(scenario.columns) if column.id in named]
    known = [its for its in least if its is not None]
    if known:
        assumes = phrase("with smaller batches people set up so often that more comes than they can do, for ever")
        yield Landmark(_place(sizes, float(max(known))), phrase("keeps up from {0} on", max(known)), assumes)


def _sizes(question: Question) -> list[float] | None:
    """The size of the batch in each setting, rising; None where the question is about something else."""
    sizes: list[float] = []
    for choice in question.choices:
        values = set(choice.settings.values())
        if not any(path.endswith("setup.batch") for path in choice.settings) or len(values) != 1:
            return None
        value = values.pop()
        if not isinstance(value, int) or (sizes and value <= sizes[-1]):
            return None
        sizes.append(float(value))
    return sizes if len(sizes) > 1 else None


def _place(sizes: list[float], size: float) -> float:
    """Where `size` stands among `sizes`, in settings from 0; -1 where it is smaller or larger than all of them."""
    if not sizes[0] <= size <= sizes[-1]:
        return -1.0
    after = next(place for place, each in enumerate(sizes) if each >= size)
    if after == 0:
        return 0.0
    return after - (sizes[after] - size) / (sizes[after] - sizes[after - 1])
