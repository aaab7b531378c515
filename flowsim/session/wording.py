"""People's interventions in words: for the menu, the marks on the time axis, and messages."""

from collections.abc import Sequence

from flowsim.domain.conditions import Conditions
from flowsim.domain.distributions import Distribution
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    ColumnSetting,
    DeliverCard,
    DropCard,
    Intervention,
    MoveCard,
    ReclassCard,
    ReturnCard,
    SetBlockers,
    SetClass,
    SetEnforcement,
    SetLimitCounts,
    SetMoveTime,
    SetPerson,
    SetRework,
    SetRules,
    SetService,
    SetSetup,
    SetSharedLimit,
    SetSkill,
    SetTransferBatch,
    SetTransferTimeout,
    SetWipLimit,
    SetWorkers,
    UnblockCard,
)
from flowsim.domain.scenario import Blockers, Column, Rework, Rules, Scenario, Setup
from flowsim.domain.words import CardId, Time, TimeUnit


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
        case ReclassCard(card=card, class_=class_):
            return f"{card_name(card)} is {scenario.classes[scenario.class_index[class_]].title}"
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
        case ColumnSetting(column=column):
            index = scenario.column_index[column]
            return f"{_column(scenario, column)} {_column_setting(scenario, intervention, old.columns[index])}"
        case SetSharedLimit(group=group, value=value):
            return f"shared limit {old.shared_limits[group]} → {value}"
        case SetPerson(person=person, value=here):
            return f"{person} {'back' if here else 'away'}"
        case SetSkill(person=person, column=column, value=speed):
            skill = "no skill" if speed is None else f"speed {speed:g}"
            return f"{person} in {_column(scenario, column)}: {skill}"
        case SetClass(class_=class_):
            its = old.classes[scenario.class_index[class_]]
            if its.may_exceed != intervention.may_exceed:
                return f"{its.title} may exceed limits by {intervention.may_exceed}"
            return f"{its.title} " + ("pushes others aside" if intervention.preempts else "waits for its turn")
        case SetRules(value=rules):
            return "rules: " + (rules_in_words(old.rules, rules, scenario.time_unit) or "as they were")
        case _:
            raise NotImplementedError(intervention.do)


def _column_setting(scenario: Scenario, change: ColumnSetting, old: Column) -> str:
    unit = scenario.time_unit
    match change:
        case SetWipLimit(value=value):
            return f"limit {limit_word(old.wip_limit)} → {limit_word(value)}"
        case SetWorkers(value=value):
            return f"people {old.workers} → {value}"
        case SetService(value=work):
            return f"work: {work_in_words(work, unit)}"
        case SetSetup(value=setup):
            return f"set-up: {setup_in_words(setup, unit)}"
        case SetRework(value=rework):
            return _rework(scenario, old.rework, rework)
        case SetBlockers(value=blockers):
            return _blockers(old.blockers, blockers, unit)
        case _:
            return _hand_over(change, old, unit)


def _rework(scenario: Scenario, old: Rework, new: Rework) -> str:
    if old.to != new.to:
        return f"done again {'here' if new.to is None else 'from ' + _column(scenario, new.to) + ' on'}"
    return f"done again {share_in_words(old.probability)} → {share_in_words(new.probability)}"


def _blockers(old: Blockers, new: Blockers, unit: TimeUnit) -> str:
    if old.duration != new.duration:
        return f"blocked for {time_in_words(new.duration.mean, unit)}"
    if old.worker_waits != new.worker_waits:
        return "blocked: the person " + ("waits" if new.worker_waits else "takes another card")
    return f"blocked {share_in_words(old.probability)} → {share_in_words(new.probability)}"


def share_in_words(share: float) -> str:
    """A share of one as a percentage: "12 %"."""
    return f"{100 * share:.3g} %"


def _hand_over(change: ColumnSetting, old: Column, unit: TimeUnit) -> str:
    match change:
        case SetTransferBatch(value=value):
            return f"batch {old.transfer_batch} → {value}"
        case SetTransferTimeout(value=value):
            return "batches wait " + ("until full" if value is None else f"at most {time_in_words(value, unit)}")
        case SetMoveTime(value=value):
            return f"hand-over {time_in_words(old.move_time, unit)} → {time_in_words(value, unit)}"
        case SetEnforcement(value=value):
            return "when full: " + ("refuse" if value == "block" else "warn")
        case SetLimitCounts(value=value):
            return "limit counts " + ("all cards" if value == "all" else "cards not done")
        case _:
            raise NotImplementedError(change.setting)


def time_in_words(time: Time, unit: TimeUnit) -> str:
    """A duration as people read it: "30 minutes"."""
    return plural(round(time, 2), unit) if time else "none"


def setup_in_words(setup: Setup, unit: TimeUnit) -> str:
    """When people set up, and for how long."""
    if setup.rule == "none" or setup.time == 0:
        return "none"
    when = (
        "each new family"
        if setup.rule == "family"
        else ("every card" if setup.batch == 1 else f"every {setup.batch} cards")
    )
    return f"{time_in_words(setup.time, unit)} for {when}"


def rules_in_words(old: Rules, new: Rules, unit: TimeUnit) -> str:
    """What is different in the rules."""
    words = []
    if new.blocking != old.blocking:
        words.append("done, but no room: person " + ("is free" if new.blocking == "slot" else "waits"))
    if new.auto_pull != old.auto_pull:
        words.append("cards move " + ("by themselves" if new.auto_pull else "by hand"))
    if new.work_rule != old.work_rule:
        words.append(
            "people go first to the " + ("right-most column" if new.work_rule == "rightmost" else "longest queue")
        )
    for name, every, before in (
        ("replenishment", new.replenish_every, old.replenish_every),
        ("delivery", new.deliver_every, old.deliver_every),
    ):
        if every != before:
            words.append(f"{name} {'at any time' if every is None else 'every ' + time_in_words(every, unit)}")
    if new.context_switch_tax != old.context_switch_tax:
        words.append(f"switching costs {share_in_words(new.context_switch_tax)}")
    return ", ".join(words)


def _column(scenario: Scenario, column: str) -> str:
    return scenario.columns[scenario.column_index[column]].title
