"""What an experiment has found out, in sentences that say no more than its data."""

from collections.abc import Iterator, Sequence
from math import ceil, isfinite
from typing import Final

from flowsim.experiments.experiment import Experiment
from flowsim.experiments.forecast import QUANTILES, with_confidence
from flowsim.experiments.forecast_words import on_day
from flowsim.experiments.plan import ForecastGoal, Plan
from flowsim.experiments.run_figures import is_time_of_finished
from flowsim.experiments.schedule import PreciseSchedule
from flowsim.experiments.selection import SelectionSchedule
from flowsim.experiments.statistics import FEW, Interval, survivors_mislead

LATE: Final = 10.0
"""From here on a time is told in whole units."""


def findings_of(experiment: Experiment) -> list[str]:
    """What can be said, the answer to the plan's question first."""
    return [*_forecast(experiment), *_best(experiment), *_differences(experiment), *_precision(experiment)]


def warnings_of(experiment: Experiment) -> list[str]:
    """What to be careful about."""
    return [*_about_warm_up(experiment), *_about_unfinished(experiment), *_about_few(experiment)]


def said(interval: Interval, unit: str = "") -> str:
    """An interval in words: "3.1 to 4.6 days"."""
    return f"{interval.low:.3g} to {interval.high:.3g}{' ' + unit if unit else ''}"


def _forecast(experiment: Experiment) -> Iterator[str]:
    plan, goal = experiment.plan, experiment.plan.forecast
    if goal is None:
        return
    several = len(experiment.cells) > 1
    for cell, outcomes in zip(experiment.cells, experiment.outcomes, strict=True):
        if outcomes:
            values = [with_confidence(goal, outcomes, share) for share in QUANTILES]
            yield (f"{cell.name}: " if several else "") + _told(plan, goal, values)
    if plan.session is None:
        return
    alone = experiment.alone
    if alone is None:
        yield f"Throughput so far says nothing of it: {experiment.why_not_alone}."
    else:
        yield f"By throughput so far alone, without a look at the board: {_told(plan, goal, alone)}"


def _told(plan: Plan, goal: ForecastGoal, values: Sequence[float]) -> str:
    more, unit = " more" if plan.session is not None else "", plan.scenario.time_unit
    calendar = plan.scenario.calendar
    pairs = [(f"{100 * share:g} %", value) for share, value in zip(QUANTILES, values, strict=True)]
    if goal.by is not None:
        numbers = ", ".join(f"at least {value:.0f} with {share}" for share, value in pairs)
        return f"By {on_day(f'{goal.by:g}', unit, calendar)}{more and ', from now on'}: {numbers}."
    by = [f"{share} by {on_day(_up(value), unit, calendar)}" for share, value in pairs if isfinite(value)]
    never = [f"{share} at no {unit} that was played" for share, value in pairs if not isfinite(value)]
    return f"{goal.cards}{more} {'card' if goal.cards == 1 else 'cards'}: {', '.join([*by, *never])}."


def _up(time: float) -> str:
    """Rounded up: a day named too early would not be true."""
    return f"{ceil(time):,}" if time >= LATE else f"{ceil(10 * time) / 10:g}"


def _best(experiment: Experiment) -> Iterator[str]:
    best = experiment.plan.best
    if best is None:
        return
    names, confidence = [cell.name for cell in experiment.cells], f"{100 * best.confidence:g} %"
    undefined = experiment.undefined
    if undefined:
        which = _listed([names[cell] for cell in sorted(undefined)])
        yield f"{best.figure} is not defined in every run of {which}: nothing was finished; it can be no best."
    if not isinstance(experiment.schedule, SelectionSchedule):
        place = experiment.plan.figures.index(best.figure)
        sign = 1.0 if best.want == "least" else -1.0
        known = [cell for cell in experiment.cells if cell.index not in undefined]
        if not known:
            return
        first = min(known, key=lambda cell: sign * float(experiment.tallies[cell.index].mean[place]))
        yield f"{first.name} looks best, by where the runs of the budget went; no confidence is claimed."
        return
    left = [cell for cell in experiment.schedule.survivors if cell not in undefined]
    if not left:
        return
    if len(left) == 1 and experiment.rounds >= 1:
        yield f"{names[left[0]]} is within {best.within:g} of the best {best.figure}, with {confidence}."
    else:
        yield f"These {len(left)} cannot be told apart ({confidence}): {'; '.join(names[cell] for cell in left)}."


def _differences(experiment: Experiment) -> Iterator[str]:
    for pair, moments in zip(experiment.pairs, experiment.differences, strict=True):
        one, other = (experiment.cells[cell].name for cell in pair)
        for place, figure in enumerate(experiment.plan.figures):
            its = moments.interval(place)
            if not isfinite(its.low):
                continue
            if its.low == its.high == 0:
                yield f"{figure}: the same with {one} and {other} in every run."
            elif its.low <= 0 <= its.high:
                yield f"{figure}: {one} and {other} cannot be told apart (95 %: {said(its)})."
            else:
                way, low, high = ("more", its.low, its.high) if its.mean > 0 else ("less", -its.high, -its.low)
                yield f"{figure}: with {other} {low:.3g} to {high:.3g} {way} than with {one} (95 %)."


def _precision(experiment: Experiment) -> Iterator[str]:
    schedule = experiment.schedule
    if not isinstance(schedule, PreciseSchedule):
        return
    for cell, reached in zip(experiment.cells, schedule.precise, strict=True):
        if reached is None:
            yield f"{cell.name}: not as precise as asked for after {experiment.rounds} replications."
        else:
            yield f"{cell.name}: precise from {reached} replications on."


def _about_warm_up(experiment: Experiment) -> Iterator[str]:
    if experiment.warm_up is not None and not experiment.warm_up.sound:
        yield (
            "No warm-up was cut, because none was found before the middle of the runs (MSER-5): "
            "the number of cards is still moving. Run longer, or look at the board: it may never settle."
        )


def _about_unfinished(experiment: Experiment) -> Iterator[str]:
    finished, unfinished = len(experiment.figures) - 2, len(experiment.figures) - 1
    concerned = [name for name in experiment.plan.figures if is_time_of_finished(name)]
    for cell in experiment.cells:
        mean = experiment.tallies[cell.index].mean
        if concerned and survivors_mislead(float(mean[finished]), float(mean[unfinished])):
            yield (
                f"{cell.name}: {mean[unfinished]:.3g} cards are not finished at the end, beside {mean[finished]:.3g} "
                "that are; they are the long ones, and without them things look better than they are: "
                f"{_listed(concerned)}."
            )


def _about_few(experiment: Experiment) -> Iterator[str]:
    for cell in experiment.cells:
        tally = experiment.tallies[cell.index]
        skewed = [name for place, name in enumerate(experiment.plan.figures) if tally.too_few(place)]
        if skewed:
            yield (
                f"{cell.name}: fewer than {FEW} replications of {_listed(skewed)}, whose distribution has a long tail: "
                "their intervals hold the true mean less often than they say."
            )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
