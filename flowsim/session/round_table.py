"""Rounds side by side: what was set differently, what came out, and how good the predictions were.

Lead time, what customers wait, stands first. Beside times of finished cards stands how many were not finished: they are
the long ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from flowsim.domain.board_differences import differences
from flowsim.domain.conditions import conditions
from flowsim.domain.figure_names import class_figure, is_duration
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import Setting
from flowsim.domain.phrases import Phrase, counted, digits, joined, phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.units import NO_VALUE, at, briefly, rate, rounded, spell_out
from flowsim.domain.words import TimeUnit
from flowsim.domain.workshop import Round, Workshop
from flowsim.experiments.answer_words import CAUSES
from flowsim.metrics import RunView
from flowsim.session.outcomes import Outcome, figures_named, outcome_of

FIGURES: Final = ("lead_time.mean", "throughput", "cycle_time.mean", "wip", "finished", "unfinished", "cost")
"""Figures of a round, in the order in which they stand."""

MOST_ACTS: Final = 4
"""Changes of settings within a round that are told one by one."""

SHARES: Final = (".utilisation", ".setup", ".blocked", ".starved")

FIGURE_NAMES: Final[Mapping[str, Phrase]] = {
    "lead_time.mean": phrase("lead time"), "throughput": phrase("throughput"),
    "cycle_time.mean": phrase("cycle time"), "wip": phrase("work in progress"), "finished": phrase("delivered"),
    "unfinished": phrase("not finished"), "cost": phrase("cost of delay"),
    "flow_efficiency": phrase("flow efficiency"), "first_delivery": phrase("first delivery"),
    "last_delivery": phrase("last delivery"), "lost": phrase("turned away"),
}  # fmt: skip
COLUMN_PART_NAMES: Final[Mapping[str, Phrase]] = {
    "wip": phrase("cards on average"), "queue": phrase("queue on average"), "utilisation": phrase("share of time busy"),
    "setup": phrase("share of time in set-up"), "blocked": phrase("share of time blocked"),
    "starved": phrase("share of time without work"),
}  # fmt: skip


@dataclass(frozen=True)
class RoundRow:
    """One round of the table; `figures` by name, NaN where a figure is not defined, empty while it is being played."""

    name: str
    differs: str
    figures: Mapping[str, float]
    outcomes: Sequence[Outcome]


def rows_of(workshop: Workshop, runs: Mapping[int, RunView]) -> list[RoundRow]:
    """A row a round; `runs` has the run of each round by its place, as far as they have been played."""
    rows = []
    for place, its in enumerate(workshop.rounds):
        run = runs.get(place)
        figures = {} if run is None else figures_named(FIGURES, run)
        outcomes = [] if run is None else outcomes_of(workshop, place, runs)
        rows.append(RoundRow(its.name, what_differs(workshop, place), figures, outcomes))
    return rows


def outcomes_of(workshop: Workshop, place: int, runs: Mapping[int, RunView]) -> list[Outcome]:
    """What came of the predictions of the round at `place`, whose run is known."""
    its, last = workshop.rounds[place], dict[str, int]()
    for index, other in enumerate(workshop.rounds[:place]):
        if other.step and other.exercise == its.exercise:
            last[other.step] = index
    earlier = {step: runs[index] for step, index in last.items() if index in runs}
    return [outcome_of(prediction, runs[place], earlier) for prediction in its.predictions]


def what_differs(workshop: Workshop, place: int) -> str:
    """How the settings of a round differ from those of the last round on such a board, in words."""
    its = workshop.rounds[place]
    if its.rule:
        return phrase("the same work, by the rule")
    acts = acts_in_words(its)
    for before in reversed(workshop.rounds[:place]):
        if not before.rule and (differs := differences(before.scenario, its.scenario)) is not None:
            break
    else:
        return acts or (phrase("another board") if place else phrase("the first one"))
    told: list[str] = [*differs]
    by_itself = its.scenario.ends_by_itself and its.scenario.horizon is None and not its.dice
    if its.time != before.time and not by_itself:
        unit = its.scenario.time_unit
        told.append(phrase("length: {0} → {1}", spell_out(before.time, unit), spell_out(its.time, unit)))
    if acts:
        told.append(acts)
    return joined("; ", told) if told else phrase("no change")


def acts_in_words(its: Round) -> str:
    """What people did in the run: every setting they changed, and how many cards they moved, or by which dice."""
    if its.dice:
        return phrase("dice with {0}", joined(", ", map(str, its.dice)))
    told: list[str] = []
    cards = 0
    for place, act in enumerate(its.interventions):
        if not isinstance(act, Setting):
            cards += 1
        elif len(told) < MOST_ACTS:
            now = conditions(its.scenario, its.interventions[:place])
            when = at(briefly(act.at), its.scenario.time_unit)
            told.append(phrase("{0} at {1}", in_words(its.scenario, (act,), now), when))
    if cards:
        told.append(counted("{0} acts on cards", "{0} act on cards", cards))
    return joined("; ", told) if told else ""


def figure_in_words(name: str, value: float, unit: TimeUnit) -> str:
    """A figure of a round as people read it, with its unit: "9.2 days", "0.79 / day", "31"."""
    if not isfinite(value):
        return NO_VALUE
    if is_duration(name):
        return spell_out(value, unit)
    if name == "throughput":
        return phrase("{0} {1}", *rate(value, unit))
    if name in ("finished", "unfinished"):
        return digits(value, ",.0f")
    if is_share(name):
        return phrase("{0} %", digits(100 * value, ".0f"))
    return rounded(value)


def is_share(name: str) -> bool:
    """Whether a figure is a share of time, told in percent."""
    return name == "flow_efficiency" or name.endswith(SHARES)


def figure_name_in_words(name: str, scenario: Scenario) -> str:
    """What a figure is called: "lead time", "Test: queue on average"."""
    if name in FIGURE_NAMES:
        return FIGURE_NAMES[name]
    kind, _, rest = name.partition(".")
    column, _, part = rest.rpartition(".")
    if kind == "columns":
        return phrase("{0}: {1}", scenario.columns[scenario.column_index[column]].title, COLUMN_PART_NAMES[part])
    if kind == "waits":
        return CAUSES[rest]
    if (its := class_figure(name)) is not None:
        words = figure_name_in_words(f"{its.kind}.{its.which}", scenario)
        return phrase("{0}: {1}", scenario.classes[scenario.class_index[its.id]].title, words)
    return phrase("{0}, {1} % take no longer", FIGURE_NAMES[f"{kind}.mean"], rest.removeprefix("p"))
