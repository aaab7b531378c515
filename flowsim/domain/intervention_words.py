"""People's interventions in words: for the menu, the marks on the time axis, and messages."""

from collections.abc import Iterator, Mapping, Sequence

from flowsim.domain import units
from flowsim.domain.column_settings import (
    ColumnSetting,
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetLimitsByClass,
    SetMoveTime,
    SetRework,
    SetService,
    SetServiceByClass,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetTransferBatch,
    SetTransferTimeout,
    SetWipLimit,
    SetWorkers,
    SetWorkersPerCard,
)
from flowsim.domain.conditions import Conditions
from flowsim.domain.distributions import Distribution
from flowsim.domain.interventions import (
    AddCard,
    BlockCard,
    DeliverCard,
    DropCard,
    Intervention,
    JoinCard,
    LeaveCard,
    MoveCard,
    ReclassCard,
    ReturnCard,
    SetBacklogLimit,
    SetBoardLimitsByClass,
    SetClass,
    SetPerson,
    SetRules,
    SetSharedLimit,
    SetSkill,
    UnblockCard,
)
from flowsim.domain.phrases import Phrase, counted, digits, joined, phrase
from flowsim.domain.policies import Blockers, Rework, Rules, Setup
from flowsim.domain.scenario import CardClass, Column, Scenario
from flowsim.domain.units import PER
from flowsim.domain.words import CardId, Time, TimeUnit


def card_name(number: CardId) -> str:
    """What people call a card: its arrival number, counted from 1."""
    return f"A-{number + 1}"


def limit_word(limit: int | None) -> str:
    """A WIP limit as people read it."""
    return phrase("none") if limit is None else str(limit)


def work_in_words(work: Distribution, unit: TimeUnit) -> Phrase:
    """A distribution as people say it: "3 days, varies a little"."""
    return phrase("{0}, {1}", _lasting(work.mean, unit), variation(work.cv))


def variation(cv: float) -> Phrase:
    """How much durations vary, in words, from their coefficient of variation."""
    if cv == 0:
        return phrase("always the same")
    if cv <= 0.5:
        return phrase("varies a little")
    return phrase("varies a lot") if cv <= 1.2 else phrase("varies wildly")


def in_words(scenario: Scenario, step: Sequence[Intervention], old: Conditions) -> Phrase:
    """One step of interventions in words; `old` gives the settings before it, to say from what a value changed."""
    if (together := together_in_words(scenario, step, old)) is not None:
        return together
    first = _one(scenario, step[0], old)
    return first if len(step) == 1 else phrase("{0} and {1} more", first, len(step) - 1)


def together_in_words(scenario: Scenario, step: Sequence[Intervention], old: Conditions) -> Phrase | None:
    """Several interventions by which people mean one thing, in words; None where they mean several, or are one."""
    match step:
        case [SetWorkers(column=source, value=fewer), SetWorkers(column=target, value=more)]:
            before = [old.columns[scenario.column_index[column]].workers for column in (source, target)]
            if (fewer, more) == (before[0] - 1, before[1] + 1):
                return phrase("one person from {0} to {1}", _column(scenario, source), _column(scenario, target))
        case [SetSkill(person=name, column=source, value=None), SetSkill(person=same, column=target, value=speed)]:
            if name == same and speed is not None:
                return phrase("{0} from {1} to {2}", name, _column(scenario, source), _column(scenario, target))
        case [SetWipLimit(value=None), _, *_] if _for_every_column(scenario, step):
            return phrase("no limit for any column")
        case [SetWipLimit(value=limit), _, *_] if _for_every_column(scenario, step):
            return phrase("limit of every column to {0}", limit_word(limit))
        case [SetTransferBatch(value=batch), _, *_] if _is_one_batch(scenario, step, batch):
            return phrase("batch of every column to {0}", batch)
        case [MoveCard(), _, *_] if len({_target(one) for one in step}) > 1:
            return counted("{0} moves", "{0} move", len(step))
    return None


def _target(act: Intervention) -> str:
    """Where an act puts a card: the id of a column, or the kind of the act."""
    return act.column if isinstance(act, MoveCard) else act.do


def _is_one_batch(scenario: Scenario, step: Sequence[Intervention], batch: int) -> bool:
    """Whether a step hands on and sets up for `batch` cards at a time in every column."""
    handed_on = [one for one in step if isinstance(one, SetTransferBatch)]
    others = [one for one in step if not isinstance(one, SetTransferBatch)]
    for_as_many = all(isinstance(one, SetSetup) and one.value.batch == batch for one in others)
    return for_as_many and _for_every_column(scenario, handed_on)


def _for_every_column(scenario: Scenario, step: Sequence[Intervention]) -> bool:
    """Whether a step sets one thing to the same value in every column."""
    its = [one for one in step if isinstance(one, ColumnSetting)]
    same = all((one.setting, one.new) == (its[0].setting, its[0].new) for one in its)  # a new value may be a mapping
    return len(its) == len(step) and same and {one.column for one in its} == scenario.column_index.keys()


def _one(scenario: Scenario, intervention: Intervention, old: Conditions) -> Phrase:
    match intervention:
        case MoveCard(card=card, column=column):
            return phrase("{0} to {1}", card_name(card), _column(scenario, column))
        case DeliverCard(card=card):
            return phrase("{0} to Done", card_name(card))
        case ReturnCard(card=card):
            return phrase("{0} to the backlog", card_name(card))
        case AddCard(title=title):
            return phrase("card {0} added", title) if title else phrase("card added")
        case ReclassCard(card=card, class_=class_):
            return phrase("{0} is {1}", card_name(card), scenario.classes[scenario.class_index[class_]].title)
        case DropCard(card=card):
            return phrase("{0} discarded", card_name(card))
        case BlockCard(card=card):
            return phrase("{0} blocked", card_name(card))
        case UnblockCard(card=card):
            return phrase("{0} unblocked", card_name(card))
        case JoinCard() | LeaveCard():
            return _who_is_at(intervention)
        case _:
            return _setting(scenario, intervention, old)


def _who_is_at(act: JoinCard | LeaveCard) -> Phrase:
    match act:
        case JoinCard(person=str(name), card=card):
            return phrase("{0} joins in {1}", name, card_name(card))
        case JoinCard(leaving=int(source), card=card):
            return phrase("one person from {0} to {1}", card_name(source), card_name(card))
        case LeaveCard(person=str(name), card=card):
            return phrase("{0} leaves {1}", name, card_name(card))
        case _:
            more, fewer = (
                phrase("one more at {0}", card_name(act.card)),
                phrase("one fewer at {0}", card_name(act.card)),
            )
            return more if isinstance(act, JoinCard) else fewer


def _setting(scenario: Scenario, intervention: Intervention, old: Conditions) -> Phrase:
    match intervention:
        case ColumnSetting(column=column):
            its = old.columns[scenario.column_index[column]]
            return phrase("{0} {1}", _column(scenario, column), column_setting_in_words(scenario, intervention, its))
        case SetBacklogLimit(value=most):
            return phrase("backlog: room {0} → {1}", limit_word(old.backlog_limit), limit_word(most))
        case SetBoardLimitsByClass(value=limits):
            return phrase("board: {0}", _class_limits(scenario, old.limits_by_class, limits))
        case SetSharedLimit(group=group, value=value):
            return phrase("shared limit {0} → {1}", old.shared_limits[group], value)
        case SetPerson(person=person, value=here):
            return phrase("{0} back", person) if here else phrase("{0} away", person)
        case SetSkill(person=person, column=column, value=speed):
            where = _column(scenario, column)
            if speed is None:
                return phrase("{0} in {1}: no skill", person, where)
            return phrase("{0} in {1}: speed {2}", person, where, digits(speed, "g"))
        case SetClass(class_=class_):
            return _class(old.classes[scenario.class_index[class_]], intervention)
        case SetRules(value=rules):
            return _rules(old.rules, rules, scenario.time_unit)
        case _:
            raise NotImplementedError(intervention.do)


def _class(old: CardClass, new: SetClass) -> Phrase:
    if old.may_exceed != new.may_exceed:
        return phrase("{0} may exceed limits by {1}", old.title, new.may_exceed)
    if new.preempts:
        return phrase("{0} pushes others aside", old.title)
    return phrase("{0} waits for its turn", old.title)


def column_setting_in_words(scenario: Scenario, change: ColumnSetting, old: Column) -> Phrase:
    """A setting of a column without the column's name; `old` is the column before."""
    unit = scenario.time_unit
    match change:
        case SetWipLimit(value=value):
            return phrase("limit {0} → {1}", limit_word(old.wip_limit), limit_word(value))
        case SetWorkers(value=value):
            return phrase("people {0} → {1}", old.workers, value)
        case SetService(value=work):
            return phrase("work: {0}", work_in_words(work, unit))
        case SetServiceByClass() | SetSkip() | SetLimitsByClass():
            return _by_class(scenario, change, old)
        case SetSetup(value=setup):
            return phrase("set-up: {0}", setup_in_words(setup, unit))
        case SetRework(value=rework):
            return _rework(scenario, old.rework, rework)
        case SetBlockers(value=blockers):
            return _blockers(old.blockers, blockers, unit)
        case SetWorkersPerCard() | SetSwarmGain():
            return _swarming(change, old)
        case _:
            return _hand_over(change, old, unit)


def _by_class(scenario: Scenario, change: SetServiceByClass | SetSkip | SetLimitsByClass, old: Column) -> Phrase:
    match change:
        case SetServiceByClass(value=works):
            return _works(scenario, old.service_by_class, works)
        case SetSkip(value=skip):
            return phrase("passed by: {0} → {1}", _skip(scenario, old.skip), _skip(scenario, skip))
        case SetLimitsByClass(value=limits):
            return _class_limits(scenario, old.limits_by_class, limits)


def _swarming(change: SetWorkersPerCard | SetSwarmGain, old: Column) -> Phrase:
    if isinstance(change, SetWorkersPerCard):
        return phrase("people on a card at most {0} → {1}", old.workers_per_card, change.value)
    return phrase("gain of working together {0} → {1}", digits(old.swarm_gain, "g"), digits(change.value, "g"))


def _works(scenario: Scenario, old: Mapping[str, Distribution], new: Mapping[str, Distribution]) -> Phrase:
    """What is different in the work of classes."""
    told = []
    for its in scenario.classes:
        work = new.get(its.id)
        if work != old.get(its.id):
            as_others = phrase("as other classes")
            words = as_others if work is None else work_in_words(work, scenario.time_unit)
            told.append(phrase("{0}: {1}", its.title, words))
    return phrase("work of {0}", joined(", ", told)) if told else phrase("work by class as it was")


def _skip(scenario: Scenario, skip: float | Mapping[str, float]) -> Phrase:
    """Which share of the cards passes by."""
    if not isinstance(skip, Mapping):
        return share_in_words(skip)
    told = [phrase("{0} {1}", its.title, share_in_words(skip[its.id])) for its in scenario.classes if skip.get(its.id)]
    return joined(", ", told) if told else share_in_words(0.0)


def _class_limits(scenario: Scenario, old: Mapping[str, int], new: Mapping[str, int]) -> Phrase:
    """What is different in the limits of classes."""
    told = [
        phrase("limit of {0} {1} → {2}", its.title, limit_word(old.get(its.id)), limit_word(new.get(its.id)))
        for its in scenario.classes
        if old.get(its.id) != new.get(its.id)
    ]
    return joined(", ", told) if told else phrase("limits by class as they were")


def _rework(scenario: Scenario, old: Rework, new: Rework) -> Phrase:
    if old.to == new.to:
        return phrase("done again {0} → {1}", share_in_words(old.probability), share_in_words(new.probability))
    if new.to is None:
        return phrase("done again here")
    if isinstance(new.to, str):
        return phrase("done again from {0} on", _column(scenario, new.to))
    total = sum(new.to.values()) or 1.0
    told = (
        phrase("{0} {1}", _column(scenario, column), share_in_words(share / total)) for column, share in new.to.items()
    )
    return phrase("done again from {0}", joined(", ", told))


def _blockers(old: Blockers, new: Blockers, unit: TimeUnit) -> Phrase:
    if old.duration != new.duration:
        return phrase("blocked for {0}", time_in_words(new.duration.mean, unit))
    if old.rate != new.rate:
        told = (phrase("{0} {1}", digits(round(its.rate, 3), "g"), PER[unit]) for its in (old, new))
        return phrase("blocked {0} → {1} of work", *told)
    if old.worker_waits != new.worker_waits:
        waits, goes = phrase("blocked: the person waits"), phrase("blocked: the person takes another card")
        return waits if new.worker_waits else goes
    return phrase("blocked {0} → {1}", share_in_words(old.probability), share_in_words(new.probability))


def share_in_words(share: float) -> Phrase:
    """A share of one as a percentage: "12 %"."""
    return phrase("{0} %", digits(100 * share, ".3g"))


def _hand_over(change: ColumnSetting, old: Column, unit: TimeUnit) -> Phrase:
    match change:
        case SetTransferBatch(value=value):
            return phrase("batch {0} → {1}", old.transfer_batch, value)
        case SetTransferTimeout(value=value):
            until_full = phrase("batches wait until full")
            return until_full if value is None else phrase("batches wait at most {0}", time_in_words(value, unit))
        case SetMoveTime(value=value):
            return phrase("hand-over {0} → {1}", time_in_words(old.move_time, unit), time_in_words(value, unit))
        case SetEnforcement(value=value):
            return phrase("when full: refuse") if value == "block" else phrase("when full: warn")
        case SetLimitCounts(value=value):
            return phrase("limit counts all cards") if value == "all" else phrase("limit counts cards not done")
        case _:
            raise NotImplementedError(change.setting)


def time_in_words(time: Time, unit: TimeUnit) -> Phrase:
    """A duration as people read it: "30 minutes"."""
    return _lasting(time, unit) if time else phrase("none")


def _lasting(time: Time, unit: TimeUnit) -> Phrase:
    return units.lasting(digits(round(time, 2), "g"), unit)


def setup_in_words(setup: Setup, unit: TimeUnit) -> Phrase:
    """When people set up, and for how long."""
    if not setup.in_use:
        return phrase("none")
    takes = time_in_words(setup.mean, unit) if setup.law.cv == 0 else work_in_words(setup.law, unit)
    if setup.rule == "family":
        return phrase("{0} for each new family", takes)
    if setup.batch == 1:
        return phrase("{0} for every card", takes)
    return phrase("{0} for every {1} cards", takes, setup.batch)


def _rules(old: Rules, new: Rules, unit: TimeUnit) -> Phrase:
    return phrase("rules: {0}", rules_in_words(old, new, unit) or phrase("as they were"))


def rules_in_words(old: Rules, new: Rules, unit: TimeUnit) -> Phrase:
    """What is different in the rules."""
    return joined(", ", _changes(old, new, unit))


def _changes(old: Rules, new: Rules, unit: TimeUnit) -> Iterator[Phrase]:
    if new.blocking != old.blocking:
        free, waits = phrase("next column full: people take other work"), phrase("next column full: people wait")
        yield free if new.blocking == "slot" else waits
    if new.auto_pull != old.auto_pull:
        yield phrase("cards move by themselves") if new.auto_pull else phrase("cards move by hand")
    if new.work_rule != old.work_rule:
        right, longest = (
            phrase("people go first to the right-most column"),
            phrase("people go first to the longest queue"),
        )
        yield right if new.work_rule == "rightmost" else longest
    if new.replenish_every != old.replenish_every:
        any_time, every = phrase("replenishment at any time"), new.replenish_every
        yield any_time if every is None else phrase("replenishment every {0}", time_in_words(every, unit))
    if new.deliver_every != old.deliver_every:
        any_time, every = phrase("delivery at any time"), new.deliver_every
        yield any_time if every is None else phrase("delivery every {0}", time_in_words(every, unit))
    if new.context_switch_tax != old.context_switch_tax:
        yield phrase("switching costs {0}", share_in_words(new.context_switch_tax))


def _column(scenario: Scenario, column: str) -> str:
    return scenario.columns[scenario.column_index[column]].title
