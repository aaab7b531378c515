"""What came of predictions: each answer read off the run, as its question says, beside what was guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan
from typing import Final

import numpy as np

from flowsim.charts.cost_of_delay import accrued
from flowsim.domain.figure_names import ClassFigure, class_figure
from flowsim.domain.predictions import ChoiceQuestion, Claim, NumberQuestion, PointQuestion, Prediction
from flowsim.experiments.run_figures import figures_by_name
from flowsim.metrics import Durations, RunView, bottleneck, figures_of
from flowsim.metrics.curves import counts
from flowsim.metrics.occupancy import Tally

COUNTED_HERE: Final = ("cost", "finished", "unfinished")
"""Figures of a round that experiments do not know, or only one by one."""

CLOSE: Final = 0.1
"""A number that is off by no more than this share of what came is told as close."""


@dataclass(frozen=True)
class Outcome:
    """What came: a `value` for a number, the value at the guessed time for a point; the right `options` of a choice.

    `off` is the guess minus what came, NaN where nothing was guessed or nothing came. `right` is None where nothing can
    be said. `known` tells of a choice whether it can be told at all which options came true.
    """

    value: float = nan
    options: tuple[int, ...] = ()
    off: float = nan
    right: bool | None = None
    known: bool = True


def figure_of(run: RunView, name: str) -> float:
    """A figure of a run by its name in files; NaN where it is not defined."""
    return figures_named((name,), run)[name]


def figures_named(names: Sequence[str], run: RunView) -> dict[str, float]:
    """Figures of a run by their names, read off it in one go; NaN where one is not defined."""
    found = figures_by_name([name for name in names if name not in COUNTED_HERE], run.scenario, run.flow, run.staffing)
    if "cost" in names:
        found["cost"] = float(accrued(run, np.array([run.now])).sum())
    if not {"finished", "unfinished"}.isdisjoint(names):
        whole = figures_of(run.flow, run.staffing)
        found |= {"finished": float(whole.finished), "unfinished": float(whole.unfinished)}
    for name in names:
        if (its := class_figure(name)) is not None:
            found[name] = _of_class(run, its)
    return {name: found.get(name, nan) for name in names}


def _of_class(run: RunView, its: ClassFigure) -> float:
    """A time of the cards of one class that were finished after the warm-up."""
    if its.id not in run.scenario.class_index:
        return nan
    done = run.finished_in_class(run.scenario.class_index[its.id])
    times = done.cycle_times if its.kind == "cycle_time" else done.times - run.flow.arrived[done.cards]
    return float(getattr(Durations.of(times), its.which))


def outcome_of(prediction: Prediction, run: RunView, earlier: Mapping[str, RunView]) -> Outcome:
    """What came of a prediction in `run`; `earlier` has the last run of each step before it."""
    match prediction.question:
        case NumberQuestion(figure=figure):
            return _against(prediction.guess, figure_of(run, figure))
        case PointQuestion(curve=curve):
            if not prediction.guess:
                return Outcome(curve_at(run, curve, run.now))
            time, value = prediction.guess
            came = curve_at(run, curve, time)
            return _against((value,), came)
        case ChoiceQuestion(options=options):
            judged = [None if each.holds is None else holds(each.holds, run, earlier) for each in options]
            right = tuple(place for place, its in enumerate(judged) if its)
            known = bool(right) or all(its is not None for its in judged)
            decided = bool(prediction.guess) and known
            return Outcome(options=right, right=prediction.option in right if decided else None, known=known)


def holds(claim: Claim, run: RunView, earlier: Mapping[str, RunView]) -> bool | None:
    """Whether a run shows this; None where that cannot be said."""
    if claim.bottleneck is not None:
        found = bottleneck(run.flow, run.staffing, run.now)
        return None if found is None else run.scenario.columns[found.column].id == claim.bottleneck
    value = figure_of(run, claim.figure or "")
    if claim.than is not None:
        if claim.than not in earlier:
            return None
        value -= figure_of(earlier[claim.than], claim.figure or "")
    if not isfinite(value):
        return None
    return (claim.above is None or value > claim.above) and (claim.below is None or value < claim.below)


def curve_at(run: RunView, curve: str, time: float) -> float:
    """The value of a curve over time at `time`; NaN after the end of the run, and for a column there is not."""
    if time > run.now and run.scenario.ends_by_itself and not run.flow.unfinished:
        time = run.now  # all work is done: nothing changes any more
    if not 0 <= time <= run.now:
        return nan
    flow = run.flow
    if curve in ("finished", "arrived"):
        line = flow.lines[-1] if curve == "finished" else flow.lines[0]
        return float(np.searchsorted(line, time, side="right"))
    tally = tally_of(run, curve)
    return nan if tally is None else float(counts(flow, [tally], np.array([time]))[0, 0])


def tally_of(run: RunView, curve: str) -> Tally | None:
    """What is counted for the curve of cards on the board, in a column or in its queue; None if that is gone."""
    occupancy, (kind, _, rest) = run.flow.occupancy, curve.partition(".")
    if kind != "columns":
        return occupancy.board
    column, _, part = rest.rpartition(".")
    if column not in run.scenario.column_index:
        return None
    return (occupancy.waiting if part == "queue" else occupancy.inside)[run.scenario.column_index[column]]


def _against(guess: tuple[float, ...], came: float) -> Outcome:
    if not guess or not isfinite(came):
        return Outcome(came)
    off = guess[0] - came
    return Outcome(came, off=off, right=abs(off) <= CLOSE * abs(came))
