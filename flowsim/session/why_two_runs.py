"""Why the mean lead times of two runs differ: cut by place and cause, summing to the whole.

Both runs are on the same random numbers, so this is the difference of these two runs, exactly; it says nothing of
other luck (experiments do).
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from flowsim.domain.figure_names import CAUSES
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.words import CardState
from flowsim.experiments.answer_words import CAUSES as CAUSE_WORDS
from flowsim.metrics import RunView
from flowsim.metrics.lead_time_parts import lead_time_parts

MOST_PARTS: Final = 6
SMALLEST: Final = 0.005
"""Share of the larger mean lead time below which a part is one of the others."""

CAUSE_OF: Final = {state: cause for cause, state in CAUSES.items()} | {CardState.WORKING: "touch"}


@dataclass(frozen=True)
class Why:
    """The two mean lead times, and what makes the second one differ: names and times, the largest first."""

    means: tuple[float, float]
    parts: tuple[tuple[Phrase, float], ...]


def why_they_differ(one: RunView, other: RunView) -> Why | None:
    """What makes the mean lead time of `other` differ; None where a run finished nothing, or the boards differ."""
    if [column.id for column in one.scenario.columns] != [column.id for column in other.scenario.columns]:
        return None
    before, after = lead_time_parts(one.flow), lead_time_parts(other.flow)
    means = float(before.sum()), float(after.sum())
    if not all(map(isfinite, means)):
        return None
    change = after - before
    named = [
        (_name(one, place, CardState(state)), float(change[place, state]))
        for place in range(change.shape[0])
        for state in range(change.shape[1])
        if CardState(state) in CAUSE_OF and change[place, state]
    ]
    named.sort(key=lambda part: -abs(part[1]))
    shown = [part for part in named[:MOST_PARTS] if abs(part[1]) >= SMALLEST * max(means)]
    rest = means[1] - means[0] - sum(part[1] for part in shown)
    if len(shown) < len(named):
        shown.append((phrase("all others"), rest))
    return Why(means, tuple(shown))


def _name(run: RunView, place: int, state: CardState) -> Phrase:
    where = phrase("Backlog") if place == 0 else run.scenario.columns[place - 1].title
    return phrase("{0}: {1}", where, CAUSE_WORDS[CAUSE_OF[state]])
