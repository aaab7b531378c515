"""People's interventions in words: for the menu, the marks on the time axis, and messages."""

from collections.abc import Sequence

from flowsim.domain.conditions import Conditions
from flowsim.domain.distributions import Distribution
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReturnCard,
    SetService,
    SetSharedLimit,
    SetWipLimit,
    SetWorkers,
    UnblockCard,
)
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardId, TimeUnit


def card_name(number: CardId) -> str:
    """What people call a card: its arrival number, counted from 1."""
    return f"A-{number + 1}"


def plural(count: float, word: str) -> str:
    """`word` for this many, for example "1 day", "3 days"."""
    return f"{count:g} {word}" if count == 1 else f"{count:g} {word}s"


def limit_word(limit: int | None) -> str:
    """A WIP limit as people read it."""
    return "none" if limit is None else str(limit)


def work_in_words(work: Distribution, unit: TimeUnit) -> str:
    """A distribution as people say it: "3 days, varies a little"."""
    return f"{plural(round(work.mean, 2), unit)}, {variation(work.cv)}"


def variation(cv: float) -> str:
    """How much durations vary, in words, from their coefficient of variation."""
    if cv == 0:
        return "always the same"
    return "varies a little" if cv <= 0.5 else "varies a lot" if cv <= 1.2 else "varies wildly"


def in_words(scenario: Scenario, step: Sequence[Intervention], old: Conditions) -> str:
    """One step: what it did, a setting with its value before, which `old` tells, and after."""
    first = _one(scenario, step[0], old)
    return first if len(step) == 1 else f"{first} and {len(step) - 1} more"


def _one(scenario: Scenario, intervention: Intervention, old: Conditions) -> str:
    match intervention:
        case MoveCard(card=card, column=column):
            return f"{card_name(card)} to {_column(scenario, column)}"
        case DeliverCard(card=card):
            return f"{card_name(card)} to Done"
        case ReturnCard(card=card):
            return f"{card_name(card)} to the backlog"
        case AddCard(title=title):
            return f"card {title} added" if title else "card added"
        case DropCard(card=card):
            return f"{card_name(card)} dropped"
        case BlockCard(card=card):
            return f"{card_name(card)} blocked"
        case UnblockCard(card=card):
            return f"{card_name(card)} unblocked"
        case _:
            return _setting(scenario, intervention, old)


def _setting(scenario: Scenario, intervention: Intervention, old: Conditions) -> str:
    match intervention:
        case SetWipLimit(column=column, value=value):
            was = old.columns[scenario.column_index[column]].wip_limit
            return f"{_column(scenario, column)} limit {limit_word(was)} → {limit_word(value)}"
        case SetWorkers(column=column, value=value):
            was = old.columns[scenario.column_index[column]].workers
            return f"{_column(scenario, column)} people {was} → {value}"
        case SetSharedLimit(group=group, value=value):
            return f"shared limit {old.shared_limits[group]} → {value}"
        case SetService(column=column, value=value):
            return f"{_column(scenario, column)} work: {work_in_words(value, scenario.time_unit)}"
        case _:
            raise NotImplementedError(intervention.do)


def _column(scenario: Scenario, column: str) -> str:
    return scenario.columns[scenario.column_index[column]].title
