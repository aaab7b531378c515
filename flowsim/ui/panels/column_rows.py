"""The settings of one column as a table of rows, in the order in which work meets them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from flowsim.domain.column_settings import (
    SetBlockers,
    SetEnforcement,
    SetLimitCounts,
    SetMoveTime,
    SetRework,
    SetService,
    SetSetup,
    SetSkip,
    SetSwarmGain,
    SetTransferBatch,
    SetTransferTimeout,
    SetWipLimit,
    SetWorkers,
    SetWorkersPerCard,
)
from flowsim.domain.constraints import MAX_WORKERS
from flowsim.domain.distributions import Constant
from flowsim.domain.interventions import SetSkill
from flowsim.domain.scenario import Column, Scenario
from flowsim.domain.units import MANY, ONE, PER
from flowsim.session.edit_commands import column_renamed, column_turned
from flowsim.session.session import Session
from flowsim.ui.panels.by_class_rows import ByClassRows
from flowsim.ui.panels.form import Row, Section
from flowsim.ui.style.theme import Theme
from flowsim.ui.text.language import shown, tr
from flowsim.ui.widgets.choice_field import ChoiceField
from flowsim.ui.widgets.count_field import CountField
from flowsim.ui.widgets.distribution_field import DistributionField
from flowsim.ui.widgets.number_field import NumberField
from flowsim.ui.widgets.text_field import TextField

SHARES: Final = "in_shares"
"""The choice of several columns for rework."""


def units_of(scenario: Scenario) -> tuple[str, str]:
    """The scenario's time unit, for one and for several."""
    return shown(ONE[scenario.time_unit]), shown(MANY[scenario.time_unit])


class ColumnRows:
    """Makes the rows of column `index` of a scenario."""

    def __init__(self, theme: Theme, scenario: Scenario, index: int) -> None:
        self._theme = theme
        self._scenario = scenario
        self._index = index
        self._id = scenario.columns[index].id
        self._units = units_of(scenario)
        self._chance = not scenario.explicit

    def sections(self) -> list[Section]:
        """Every setting of the column."""
        its = self._scenario.columns[self._index]
        sections = [Section(rows=[self._name(), *self._limits(its), *([] if its.is_queue else self._people())])]
        if not its.is_queue:
            sections += [
                Section(tr("Work"), [*self._work()], about="model/work"),
                Section(tr("Set-up"), [*self._setup()], _has_setup(its), about="model/batches#set-ups"),
            ]
        sections += [
            Section(tr("Handover"), [*self._hand_over()], _hands_on_specially(its), about="model/work#hand-over")
        ]
        if not its.is_queue and self._chance:
            rows = [*self._rework(), *self._blockers()]
            sections += [
                Section(
                    tr("Rework and blockers"),
                    rows,
                    its.rework.probability > 0 or its.blockers.strike,
                    about="model/work#rework",
                )
            ]
        sections += ByClassRows(self._theme, self._scenario, self._index, self._units).section()
        return [
            *sections,
            Section(
                tr("Structure"), [self._kind()], opened=False, about="how-to/build-your-board#add-and-change-columns"
            ),
        ]

    def _name(self) -> Row:
        label, index = tr("Name"), self._index
        taken = [column.title for column in self._scenario.columns]
        return Row(
            label, tr("What people call this column."), TextField(label, taken=taken),
            self._get(lambda now: now.title), lambda session, name: column_renamed(session, index, name),
        )  # fmt: skip

    def _kind(self) -> Row:
        label, index = tr("Type"), self._index
        field = ChoiceField(label, [("work", tr("work step")), ("queue", tr("queue"))])
        return Row(
            label, tr("Whether people work on cards here, or cards only wait here for the next step."), field,
            self._get(lambda now: now.kind), lambda session, kind: column_turned(session, index, kind), structural=True,
        )  # fmt: skip

    def _now(self, session: Session) -> Column:
        return session.view.conditions.columns[self._index]

    def _get(self, read: Callable[[Column], Any]) -> Callable[[Session], Any]:
        return lambda session: read(self._now(session))

    def _if(self, holds: Callable[[Column], bool]) -> Callable[[Session], bool]:
        return lambda session: holds(self._now(session))

    def _limits(self, its: Column) -> Iterator[Row]:
        column = self._id
        label = tr("WIP limit")
        yield Row(
            label, tr("The most cards that may be here at once."), CountField(self._theme, label, none=tr("none")),
            self._get(lambda now: now.wip_limit),
            lambda _, value: SetWipLimit(at=0.0, column=column, value=value),
            path=f"columns.{column}.wip_limit",
        )  # fmt: skip
        if not its.is_queue:
            label = tr("Limit counts")
            yield Row(
                label, tr("Whether cards that are done here, but not pulled on, use up the limit."),
                ChoiceField(label, [("all", tr("all cards")), ("doing", tr("cards not done"))]),
                self._get(lambda now: now.limit_counts),
                lambda _, value: SetLimitCounts(at=0.0, column=column, value=value),
            )  # fmt: skip
        label = tr("When full")
        yield Row(
            label, tr("What happens when somebody puts a card here by hand and there is no room."),
            ChoiceField(label, [("block", tr("refuse the card")), ("warn", tr("allow and mark"))]),
            self._get(lambda now: now.enforcement),
            lambda _, value: SetEnforcement(at=0.0, column=column, value=value),
        )  # fmt: skip

    def _people(self) -> Iterator[Row]:
        column = self._id
        if not self._scenario.people:
            label = tr("People")
            yield Row(
                label, tr("How many people work here, one card each."),
                CountField(self._theme, label, minimum=0, maximum=MAX_WORKERS),
                self._get(lambda now: now.workers),
                lambda _, value: SetWorkers(at=0.0, column=column, value=value),
                path=f"columns.{column}.workers",
            )  # fmt: skip
        for place, person in enumerate(self._scenario.people):
            yield Row(
                person.name, tr("How fast this person works here: 1 is normal, 0.5 half as fast; empty: not at all."),
                NumberField(person.name, (tr("× speed"), tr("× speed")), above=True, none=tr("cannot")),
                partial(self._skill, place),
                partial(self._set_skill, person.name),
            )  # fmt: skip

    def _skill(self, person: int, session: Session) -> float | None:
        return session.view.conditions.people[person].skills.get(self._id)

    def _set_skill(self, person: str, _: Session, value: float | None) -> SetSkill:
        return SetSkill(at=0.0, person=person, column=self._id, value=value)

    def _work(self) -> Iterator[Row]:
        column = self._id
        label = tr("Work on a card")
        yield Row(
            label, tr("How long somebody works on a card here, and how that differs from card to card."),
            DistributionField(self._theme, label, self._units),
            self._get(lambda now: now.service), lambda _, work: SetService(at=0.0, column=column, value=work),
            lambda _: self._chance, path=f"columns.{column}.service.mean",
        )  # fmt: skip
        label = tr("People on a card")
        yield Row(
            label,
            tr(
                "How many people at most work on one card together. Who is free, and no card waits, joins by"
                " themselves; drag people onto a card, or away from it, to decide yourself."
            ),
            CountField(self._theme, label, maximum=MAX_WORKERS), self._get(lambda now: now.workers_per_card),
            lambda _, value: SetWorkersPerCard(at=0.0, column=column, value=value),
            path=f"columns.{column}.workers_per_card",
        )  # fmt: skip
        label = tr("Gain")
        yield Row(
            label, tr("How much faster they are: with 1 two are twice as fast, with 0.5 they are 1.4 times as fast."),
            NumberField(label, ("", ""), maximum=1.0, above=True), self._get(lambda now: now.swarm_gain),
            lambda _, value: SetSwarmGain(at=0.0, column=column, value=value),
            self._if(lambda now: now.workers_per_card > 1), path=f"columns.{column}.swarm_gain",
        )  # fmt: skip

    def _setup(self) -> Iterator[Row]:
        column = self._id

        def change(session: Session, **settings: Any) -> SetSetup:
            return SetSetup(at=0.0, column=column, value=replace(self._now(session).setup, **settings))

        label = tr("Set-up")
        options = [("none", tr("none")), ("per_batch", tr("every few cards")), ("family", tr("for a new family"))]
        yield Row(
            label, tr("When people make ready before they work: they are busy, and it is not touch time."),
            ChoiceField(label, options), self._get(lambda now: now.setup.rule),
            lambda session, value: change(
                session, rule=value, time=self._now(session).setup.time or self._now(session).service.mean or 1.0
            ),
        )  # fmt: skip
        label = tr("Set-up time")
        yield Row(
            label, tr("How long one set-up takes, and how that differs."),
            DistributionField(self._theme, label, self._units), self._get(lambda now: now.setup.law),
            lambda session, law: change(session, time=law.value if isinstance(law, Constant) else law),
            self._if(lambda now: now.setup.rule != "none"),
        )  # fmt: skip
        label = tr("Cards per set-up")
        yield Row(
            label, tr("The process batch: how many cards are started before people set up again."),
            CountField(self._theme, label), self._get(lambda now: now.setup.batch),
            lambda session, value: change(session, batch=value), self._if(lambda now: now.setup.rule == "per_batch"),
        )  # fmt: skip

    def _hand_over(self) -> Iterator[Row]:
        column = self._id
        label = tr("Transfer batch")
        yield Row(
            label, tr("The transfer batch: how many cards leave this column at once."), CountField(self._theme, label),
            self._get(lambda now: now.transfer_batch),
            lambda _, value: SetTransferBatch(at=0.0, column=column, value=value),
        )  # fmt: skip
        label = tr("Batch waits at most")
        yield Row(
            label, tr("After how long a batch leaves although it is not full."),
            NumberField(label, self._units, above=True, none=tr("until it is full")),
            self._get(lambda now: now.transfer_timeout),
            lambda _, value: SetTransferTimeout(at=0.0, column=column, value=value),
            self._if(lambda now: now.transfer_batch > 1),
        )  # fmt: skip
        label = tr("Handover time")
        yield Row(
            label, tr("How long a card is on its way into this column; it uses up its place here meanwhile."),
            NumberField(label, self._units), self._get(lambda now: now.move_time),
            lambda _, value: SetMoveTime(at=0.0, column=column, value=value),
        )  # fmt: skip
        if self._chance and len(self._scenario.classes) == 1:
            label = tr("Passed by")
            yield Row(
                label, tr("How many cards do not need this column, and go on to the next one."),
                NumberField(label, ("%", "%"), scale=100, maximum=1.0),
                self._get(lambda now: now.skip_of(self._scenario.classes[0].id)),
                lambda _, value: SetSkip(at=0.0, column=column, value=value), path=f"columns.{column}.skip",
            )  # fmt: skip

    def _rework(self) -> Iterator[Row]:
        column = self._id
        earlier = self._scenario.columns[: self._index]

        def change(session: Session, **settings: Any) -> SetRework:
            return SetRework(at=0.0, column=column, value=replace(self._now(session).rework, **settings))

        label = tr("Rework")
        yield Row(
            label, tr("How often the work on a card here turns out to be wrong and is done again."),
            NumberField(label, ("%", "%"), scale=100, maximum=0.95), self._get(lambda now: now.rework.probability),
            lambda session, value: change(session, probability=value),
        )  # fmt: skip
        label = tr("Where")
        options = [(None, tr("here")), *((each.id, each.title) for each in earlier), (SHARES, tr("here and there"))]
        yield Row(
            label, tr("Where it is done again: here, from an earlier column on, or now here and now there."),
            ChoiceField(label, options),
            self._get(lambda now: SHARES if isinstance(now.rework.to, Mapping) else now.rework.to),
            lambda session, value: change(session, to=self._alike(earlier) if value == SHARES else value),
            self._if(lambda now: now.rework.probability > 0 and bool(earlier)),
        )  # fmt: skip
        for each in (*earlier, self._scenario.columns[self._index]) if earlier else ():
            yield self._share_of_rework(each, change)

    def _alike(self, earlier: Sequence[Column]) -> dict[str, float]:
        return {each.id: 1.0 for each in (*earlier, self._scenario.columns[self._index])}

    def _share_of_rework(self, column: Column, change: Callable[..., SetRework]) -> Row:
        def shares(session: Session) -> Mapping[str, float]:
            to = self._now(session).rework.to
            return to if isinstance(to, Mapping) else {}

        label = tr("Again from {0}").format(column.title)
        return Row(
            label,
            tr("How many of these cards are done again from there on, in proportion to the other shares."),
            NumberField(label, ("", ""), maximum=1e6),
            lambda session: shares(session).get(column.id, 0.0),
            lambda session, value: change(session, to={**shares(session), column.id: value}),
            self._if(lambda now: now.rework.probability > 0 and isinstance(now.rework.to, Mapping)),
        )

    def _blockers(self) -> Iterator[Row]:
        column = self._id

        def change(session: Session, **settings: Any) -> SetBlockers:
            return SetBlockers(at=0.0, column=column, value=replace(self._now(session).blockers, **settings))

        label, blocks = tr("Blocked cards"), self._if(lambda now: now.blockers.strike)
        yield Row(
            label, tr("How often something outside stops the work on a card here, once a visit."),
            NumberField(label, ("%", "%"), scale=100, maximum=1.0), self._get(lambda now: now.blockers.probability),
            lambda session, value: change(session, probability=value, **({"rate": 0.0} if value else {})),
        )  # fmt: skip
        label, per = tr("Again and again"), shown(PER[self._scenario.time_unit])
        yield Row(
            label, tr("How many blockers there are in one unit of time of work; instead of a share of the cards."),
            NumberField(label, (per, per)), self._get(lambda now: now.blockers.rate),
            lambda session, value: change(session, rate=value, **({"probability": 0.0} if value else {})),
        )  # fmt: skip
        label = tr("Blocked for")
        yield Row(
            label, tr("How long that takes."),
            DistributionField(self._theme, label, self._units, above=True),
            self._get(lambda now: now.blockers.duration),
            lambda session, value: change(session, duration=value), blocks,
        )  # fmt: skip
        label = tr("Meanwhile")
        yield Row(
            label, tr("Whether the person waits with the blocked card, or takes another one."),
            ChoiceField(label, [(True, tr("the person waits")), (False, tr("takes another"))]),
            self._get(lambda now: now.blockers.worker_waits),
            lambda session, value: change(session, worker_waits=value), blocks,
        )  # fmt: skip


def _has_setup(its: Column) -> bool:
    return its.setup.rule != "none"


def _hands_on_specially(its: Column) -> bool:
    return its.is_queue or its.transfer_batch > 1 or its.move_time > 0
