"""What people ask of a board: one setting that could be different, with values worth trying; and ready-made questions.

A question has choices, each a name and settings by path. The ranges are round numbers around the value that is in
force, which is always among them.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from flowsim.domain import units
from flowsim.domain.arrivals import (
    Poisson,
    mean_size,
)
from flowsim.domain.distributions import Exponential, Gamma, Lognormal
from flowsim.domain.phrases import Phrase, digits, joined, phrase
from flowsim.domain.problems import ScenarioProblems
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.domain.traffic import arrival_rate
from flowsim.domain.words import Time
from flowsim.experiments.plan import Candidate, Plan, Variation
from flowsim.storage.settings import with_settings

FACTORS: Final = (0.5, 0.7, 0.8, 0.9, 1.1, 1.25, 1.5)
LOADS: Final = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
VARIATIONS: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
BATCHES: Final = (1, 2, 3, 4, 5, 8, 10, 20, 25, 50, 100)
BATCHES_OF_ROOM: Final = (1, 2, 3, 4, 6)
"""Limits to try where cards come in batches: a whole one must have room."""

FEW: Final = 8
"""Up to so many of a count every number is tried; beyond, some in between."""

CARDS: Final = 300
"""About so many cards come in a run, where a board has no end of its own."""

LEAST_RUN: Final = 100.0
LONGEST_RUN: Final = 1e9
SHORTEST_RUN: Final = 1e-6
MUCH_LONGER: Final = 10
ROUND: Final = (1.0, 2.0, 5.0, 10.0)

FIGURES: Final = ("lead_time.mean", "throughput", "cycle_time.mean", "wip")
FIRST_AND_LAST: Final = ("last_delivery", "first_delivery")


@dataclass(frozen=True)
class Choice:
    """One way to set the board: what it is called, and its settings by path."""

    name: str
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """`title` asks it, `axis` names what differs between its `choices`; `now` is the place of the one in force.

    `path` is the one setting that differs, where it is one. `figures` are what is looked at, the first of them first.
    """

    title: Phrase
    axis: Phrase
    choices: tuple[Choice, ...]
    now: int | None = None
    path: str = ""
    figures: tuple[str, ...] = FIGURES

    @property
    def by_path(self) -> Variation | None:
        """The question as a setting that varies; None where more than one setting differs."""
        return Variation(self.path, tuple(each.settings[self.path] for each in self.choices)) if self.path else None


def value_words(value: object) -> str:
    """A value of a setting, as people say it."""
    if value is None:
        return phrase("no limit")
    return digits(value, "g") if isinstance(value, int | float) else str(value)


# One setting


def questions_of(scenario: Scenario) -> list[Question]:
    """Every setting of the board that is a number, limits first."""
    before = (None, *scenario.columns)
    limits = [_limit(column, previous) for previous, column in zip(before, scenario.columns, strict=False)]
    shared = [
        _varied(
            phrase("Limit of the whole board") if len(each.columns) == len(scenario.columns)
            else phrase("Limit over {0}", joined(", ", (_title(scenario, name) for name in each.columns))),
            f"shared_limits.{number}.limit", [*_counts(each.limit, each.limit + 3)], each.limit,
        )
        for number, each in enumerate(scenario.shared_limits)
    ]  # fmt: skip
    work = [column for column in scenario.columns if not column.is_queue]
    staff = [] if scenario.people else [_workers(column) for column in work]
    others = [question for column in work if not scenario.explicit for question in _of_work(column, scenario)]
    return [*limits, *shared, *staff, *others, *_of_arrivals(scenario)]


def with_values(question: Question, values: Sequence[Any]) -> Question:
    """The question about one setting, with other values to try."""
    path = question.path
    now = None if question.now is None else question.choices[question.now].settings[path]
    choices = tuple(Choice(value_words(value), {path: value}) for value in values)
    return replace(question, choices=choices, now=values.index(now) if now in values else None)


def question_about(scenario: Scenario, path: str) -> Question | None:
    """The question about the setting with this path; None if it is not a number that can vary."""
    return next((question for question in questions_of(scenario) if question.path == path), None)


def setting_words(scenario: Scenario, path: str) -> str:
    """What people call the setting with this path; where nobody asks about it, the path itself."""
    question = question_about(scenario, path)
    return path if question is None else question.title


def _limit(column: Column, previous: Column | None) -> Question:
    now = column.wip_limit
    least = max(column.transfer_batch, 1 if previous is None else previous.transfer_batch)
    top = max((now or 0) + 3, column.workers + 3, 6)
    counts = _counts(now or column.workers, top) if least == 1 else (least * times for times in BATCHES_OF_ROOM)
    values: list[int | None] = [*counts, None]
    return _varied(phrase("WIP limit of {0}", column.title), f"columns.{column.id}.wip_limit", values, now)


def _workers(column: Column) -> Question:
    values = list(_counts(column.workers, column.workers + 3))
    return _varied(phrase("People in {0}", column.title), f"columns.{column.id}.workers", values, column.workers)


def _of_work(column: Column, scenario: Scenario) -> Iterator[Question]:
    path, work = f"columns.{column.id}", column.service
    if column.transfer_batch > 1 or column.move_time > 0:
        batches = sorted({*BATCHES, column.transfer_batch})
        title = phrase("Batch handed on by {0}", column.title)
        yield _varied(title, f"{path}.transfer_batch", batches, column.transfer_batch)
    if column.setup.rule == "per_batch":
        batches = sorted({*BATCHES, column.setup.batch})
        yield _varied(phrase("Set-up batch of {0}", column.title), f"{path}.setup.batch", batches, column.setup.batch)
    if isinstance(work, Exponential | Gamma | Lognormal):
        title = phrase("Work on a card in {0} ({1})", column.title, units.MANY[scenario.time_unit])
        yield _varied(title, f"{path}.service.mean", [_round(work.mean * each) for each in FACTORS], work.mean)
    if isinstance(work, Gamma | Lognormal):
        values = sorted({*VARIATIONS, work.cv})
        yield _varied(phrase("Variation of the work in {0}", column.title), f"{path}.service.cv", values, work.cv)


def _of_arrivals(scenario: Scenario) -> Iterator[Question]:
    arrivals = scenario.arrivals
    if isinstance(arrivals, Poisson) and not scenario.explicit:
        title = phrase("Cards that arrive ({0})", units.PER[scenario.time_unit])
        yield _varied(title, "arrivals.rate", [_round(arrivals.rate * each) for each in FACTORS], arrivals.rate)


def _varied(title: Phrase, path: str, values: Sequence[Any], now: object) -> Question:
    listed = list(values)
    if now not in listed:
        listed.append(now)
        listed.sort(key=lambda value: (value is None, value or 0))
    choices = tuple(Choice(value_words(value), {path: value}) for value in listed)
    return Question(title, title, choices, listed.index(now), path)


def _counts(now: int, top: int) -> Iterator[int]:
    """Whole numbers from 1 to `top`, or some of them, `now` among them."""
    if top <= FEW + 2:
        yield from range(1, top + 1)
        return
    some = {1, 2, 3, now, *(max(round(top * part / FEW), 1) for part in range(1, FEW + 1))}
    yield from sorted(some)


def _round(value: float) -> float:
    return float(f"{value:.3g}")


def _title(scenario: Scenario, column: str) -> str:
    return scenario.columns[scenario.column_index[column]].title


# Ready-made


def ready_made(scenario: Scenario) -> list[Question]:
    """Questions that are worth asking of this board."""
    makers: tuple[Callable[[Scenario], Question | None], ...] = (
        _same_limit, _batch, _set_up_batch, _load, _spread_of_work, _one_more_person,
    )  # fmt: skip
    return [question for make in makers if (question := make(scenario)) is not None]


def _same_limit(scenario: Scenario) -> Question | None:
    columns = [column for column in scenario.columns if not column.is_queue]
    if len(scenario.columns) < 2 or scenario.ends_by_itself:
        return None
    most = max((column.workers for column in columns), default=1)
    limits: list[int | None] = [*_counts(most, max(most + 4, 6)), None]
    choices = [
        Choice(value_words(limit), {f"columns.{column.id}.wip_limit": limit for column in columns}) for limit in limits
    ]
    return Question(phrase("Which WIP limit?"), phrase("Limit of every column"), tuple(choices))


def _batch(scenario: Scenario) -> Question | None:
    moved = [column for column in scenario.columns if column.transfer_batch > 1]
    if not moved:
        return None
    choices = [Choice(str(size), {f"columns.{column.id}.transfer_batch": size for column in moved}) for size in BATCHES]
    now = moved[0].transfer_batch
    place = BATCHES.index(now) if now in BATCHES and {its.transfer_batch for its in moved} == {now} else None
    figures = FIRST_AND_LAST if scenario.ends_by_itself else FIGURES
    return Question(phrase("Which batch?"), phrase("Cards handed on together"), tuple(choices), place, figures=figures)


def _set_up_batch(scenario: Scenario) -> Question | None:
    """Set-ups before each batch, as long as the work of a batch would be worth: the U-curve with its capacity wall."""
    columns = [column for column in scenario.columns if not column.is_queue]
    sets_up = [column for column in columns if column.setup.rule == "per_batch" and column.setup.in_use]
    if not sets_up:
        return None
    choices = [
        Choice(str(size), {f"columns.{its.id}.{field}": size for its in sets_up for field in _batch_fields(its)})
        for size in BATCHES
    ]
    figures = FIRST_AND_LAST if scenario.ends_by_itself else FIGURES
    return Question(phrase("Which set-up batch?"), phrase("Cards in a set-up's batch"), tuple(choices), figures=figures)


def _batch_fields(column: Column) -> tuple[str, ...]:
    return ("setup.batch", "transfer_batch") if column.transfer_batch > 1 else ("setup.batch",)


def _load(scenario: Scenario) -> Question | None:
    arrivals = scenario.arrivals
    if not isinstance(arrivals, Poisson) or scenario.explicit or scenario.people:
        return None
    slowest = max((its.service.mean / its.workers for its in scenario.columns if not its.is_queue), default=0.0)
    if slowest <= 0:
        return None
    full = 1 / slowest / mean_size(arrivals.group)
    choices = [Choice(f"{100 * load:g} %", {"arrivals.rate": _round(load * full)}) for load in LOADS]
    return Question(phrase("How full is too full?"), phrase("Load of the busiest column"), tuple(choices))


def _spread_of_work(scenario: Scenario) -> Question | None:
    if scenario.explicit or scenario.ends_by_itself:
        return None
    columns = [column for column in scenario.columns if not column.is_queue and column.service.mean > 0]
    choices = [
        Choice(digits(cv, "g"), {f"columns.{column.id}.service": _gamma(column.service.mean, cv) for column in columns})
        for cv in (0.0, *VARIATIONS)
    ]
    axis = phrase("Variation of the work (standard deviation / mean)")
    return Question(phrase("What does variation cost?"), axis, tuple(choices))


def _gamma(mean: Time, cv: float) -> dict[str, Any]:
    return {"kind": "gamma", "mean": mean, "cv": cv} if cv else {"kind": "constant", "value": mean}


def _one_more_person(scenario: Scenario) -> Question | None:
    columns = [column for column in scenario.columns if not column.is_queue]
    if scenario.people or len(columns) < 2:
        return None
    more = [Choice(column.title, {f"columns.{column.id}.workers": column.workers + 1}) for column in columns]
    choices = (Choice(phrase("as it is"), {}), *more)
    figures = FIRST_AND_LAST if scenario.ends_by_itself else FIGURES
    return Question(phrase("One more person, where?"), phrase("One more person in"), choices, 0, figures=figures)


# As a plan


def plan_of(
    scenario: Scenario, questions: Sequence[Question], replications: int, horizon: Time | None = None,
    warm_up: Time | None = None,
) -> Plan:  # fmt: skip
    """The plan that answers one question, or two at once, on this board from the start; without a warm-up it is found.

    Raises:
        ScenarioProblems: a choice is none that this board can have.
    """
    board = playable(scenario)
    for question in questions:
        for choice in question.choices:
            with_settings(board, choice.settings)
    variations = [question.by_path for question in questions]
    vary = tuple(each for each in variations if each is not None)
    compare: tuple[Candidate, ...] = ()
    if len(vary) < len(questions):
        vary, compare = (), tuple(Candidate(each.name, each.settings) for each in questions[0].choices)
    end = None if scenario.ends_by_itself else horizon or horizon_for(scenario)
    counts_from: Time | Literal["auto"] = "auto" if warm_up is None else warm_up
    return Plan(
        board, None, "start", scenario.seed, replications, end, counts_from, vary, compare, None, questions[0].figures,
        None, None,
    )  # fmt: skip


def usable(scenario: Scenario, question: Question) -> Question | None:
    """The question with the choices that this board can have; None if there are fewer than two."""
    fits = [place for place, choice in enumerate(question.choices) if _fits(scenario, choice)]
    now = fits.index(question.now) if question.now in fits else None
    return (
        replace(question, choices=tuple(question.choices[place] for place in fits), now=now) if len(fits) > 1 else None
    )


def _fits(scenario: Scenario, choice: Choice) -> bool:
    try:
        with_settings(scenario, choice.settings)
    except ScenarioProblems:
        return False
    return True


def playable(scenario: Scenario) -> Scenario:
    """The board for runs in which nobody drags a card: there cards are pulled by themselves."""
    return scenario if scenario.rules.auto_pull else replace(scenario, rules=replace(scenario.rules, auto_pull=True))


def horizon_for(scenario: Scenario) -> Time:
    """How long a run should be for its means to say something: some `CARDS` cards, but at least the board's own end."""
    rate = arrival_rate(scenario)
    if rate:
        gap = 1 / rate
    else:
        work = (column.service.mean / column.workers for column in scenario.columns if not column.is_queue)
        gap = max(work, default=1.0)
    # A board's own end counts as long as a run of it is no matter of minutes.
    wanted = min(max(CARDS * gap, min(scenario.horizon or LEAST_RUN, MUCH_LONGER * CARDS * gap)), LONGEST_RUN)
    decade = 10.0 ** math.floor(math.log10(max(wanted, SHORTEST_RUN)))
    return next(step * decade for step in ROUND if step * decade >= wanted * (1 - 1e-9))
