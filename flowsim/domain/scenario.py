"""The scenario: everything that determines a run, except the interventions made during it.

Each record matches one part of the scenario file, field for field, with the same defaults. All records are frozen; make
a changed copy with `dataclasses.replace`. Durations are in the scenario's `time_unit`, rates are per `time_unit`. The
allowed values of a single field are annotated in its type (`flowsim.domain.constraints`); the rules between fields are
in `flowsim.domain.checks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Final, Literal, TypeAlias

from annotated_types import Ge, Gt, Le, MaxLen, MinLen

from flowsim.domain.arrivals import Arrivals, ByPeriod, Fixed, Poisson, Saturated
from flowsim.domain.constraints import (
    FILE_RECORD,
    MAX_CARDS,
    MAX_COLUMNS,
    MAX_WORKERS,
    Count,
    Identifier,
    LongText,
    NonNegative,
    PersonName,
    Positive,
    ShortText,
    Weight,
)
from flowsim.domain.distributions import Constant, Distribution
from flowsim.domain.plan_of_changes import PlannedChange
from flowsim.domain.policies import Blockers, ByClass, Rework, Rules, Setup, ShareByClass
from flowsim.domain.words import ColumnId, Time, TimeUnit
from flowsim.domain.working_calendar import WorkingCalendar

VERSION: Final = 1
Gain: TypeAlias = Annotated[float, Gt(0), Le(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One step of the flow: `work`, where people touch cards, or `queue`, a buffer without workers or service.

    Cards of a class in `service_by_class` bring work from there, all others from `service`. With the probability
    `skip`, which may differ by class, a card passes the column by. Of a class in `limits_by_class` at most so many
    cards may be here at once; the column's own limit holds besides.

    Up to `workers_per_card` people work on one card together; people of speeds s are (Σ s^(1/g))^g fast, g being the
    `swarm_gain`: 1 is perfect, and k people of speed 1 are k^g times as fast as one.
    """

    __pydantic_config__ = FILE_RECORD
    id: Identifier
    name: ShortText = ""
    kind: Literal["work", "queue"] = "work"
    workers: Annotated[int, Ge(1), Le(MAX_WORKERS)] = 1
    workers_per_card: Annotated[int, Ge(1), Le(MAX_WORKERS)] = 1
    swarm_gain: Gain = 1.0
    wip_limit: Count | None = None
    limits_by_class: ByClass = field(default_factory=dict)
    enforcement: Literal["block", "warn"] = "block"
    limit_counts: Literal["all", "doing"] = "all"
    service: Distribution = Constant(value=1.0)
    service_by_class: Mapping[Identifier, Distribution] = field(default_factory=dict)
    setup: Setup = Setup()
    transfer_batch: Count = 1
    transfer_timeout: Positive | None = None
    move_time: NonNegative = 0.0
    rework: Rework = Rework()
    blockers: Blockers = Blockers()
    skip: ShareByClass = 0.0

    @property
    def title(self) -> str:
        """What people call the column."""
        return self.name or self.id

    @property
    def is_queue(self) -> bool:
        """Whether the column is a buffer where nobody works."""
        return self.kind == "queue"

    def work_of(self, class_: str) -> Distribution:
        """What cards of a class bring here."""
        return self.service_by_class.get(class_, self.service)

    def skip_of(self, class_: str) -> float:
        """With which probability a card of a class passes by."""
        return self.skip.get(class_, 0.0) if isinstance(self.skip, Mapping) else self.skip

    @property
    def may_be_skipped(self) -> bool:
        """Whether any card may pass by."""
        return any(self.skip.values()) if isinstance(self.skip, Mapping) else self.skip > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLimit:
    """One WIP limit over neighbouring columns; over all of them it is CONWIP."""

    __pydantic_config__ = FILE_RECORD
    columns: Annotated[tuple[Identifier, ...], MinLen(1), MaxLen(MAX_COLUMNS)]
    limit: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with skills: column id → speed factor, 1.0 = normal; a column left out cannot be worked."""

    __pydantic_config__ = FILE_RECORD
    name: PersonName
    skills: Mapping[Identifier, Positive]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardClass:
    """A class of service; cards of a higher `priority` go first.

    `share` is the relative frequency among arriving cards, `cost_of_delay` the cost per card and time unit. Cards of
    the class may exceed WIP limits by `may_exceed` cards. With `preempts` they take workers from cards of lower
    priority.
    """

    __pydantic_config__ = FILE_RECORD
    id: Identifier
    name: ShortText = ""
    share: Weight = 1.0
    priority: Annotated[int, Ge(-1_000_000), Le(1_000_000)] = 0
    colour: ShortText = "#4C78A8"
    target: Positive | None = None
    cost_of_delay: NonNegative = 0.0
    may_exceed: Annotated[int, Ge(0)] = 0
    preempts: bool = False

    @property
    def title(self) -> str:
        """What people call the class."""
        return self.name or self.id


STANDARD: Final = CardClass(id="standard", name="Standard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Cards alike enough to need no set-up between them."""

    __pydantic_config__ = FILE_RECORD
    id: Identifier
    share: Weight = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplicitCard:
    """A card listed by hand: when it arrives and what it brings; a column without an entry needs no touch time."""

    __pydantic_config__ = FILE_RECORD
    arrives: NonNegative = 0.0
    class_: Identifier = "standard"
    family: Identifier = "a"
    title: ShortText = ""
    service: Mapping[Identifier, NonNegative] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A board and its arriving work; together with the interventions of a session it determines a run.

    Of a class in `limits_by_class` at most so many cards may be on the board at once, in all columns together.
    What arrives while the backlog holds `backlog_limit` cards, and cannot start at once, is turned away.
    A `calendar` gives the board's time dates; no event depends on it.
    `horizon` and `warm_up` are in time units; `horizon` None means no end.
    """

    __pydantic_config__ = FILE_RECORD
    name: ShortText
    columns: Annotated[tuple[Column, ...], MinLen(1), MaxLen(MAX_COLUMNS)]
    description: LongText = ""
    time_unit: TimeUnit = "day"
    calendar: WorkingCalendar | None = None
    seed: Annotated[int, Ge(0), Le(2**63 - 1)] = 1
    horizon: Positive | None = 100.0
    warm_up: NonNegative = 0.0
    arrivals: Arrivals = Poisson(rate=0.5)
    backlog_limit: Annotated[int, Ge(0)] | None = None
    shared_limits: Annotated[tuple[SharedLimit, ...], MaxLen(100)] = ()
    limits_by_class: ByClass = field(default_factory=dict)
    people: Annotated[tuple[Person, ...], MaxLen(MAX_WORKERS)] = ()
    classes: Annotated[tuple[CardClass, ...], MinLen(1), MaxLen(100)] = (STANDARD,)
    families: Annotated[tuple[Family, ...], MinLen(1), MaxLen(100)] = (Family(id="a"),)
    rules: Rules = Rules()
    plan: Annotated[tuple[PlannedChange, ...], MaxLen(1_000)] = ()
    cards: Annotated[tuple[ExplicitCard, ...], MaxLen(MAX_CARDS)] = ()

    @cached_property
    def column_index(self) -> dict[ColumnId, int]:
        """Column id → place from the left, from 0."""
        return {column.id: index for index, column in enumerate(self.columns)}

    @cached_property
    def class_index(self) -> dict[str, int]:
        """Class id → place in `classes`."""
        return {card_class.id: index for index, card_class in enumerate(self.classes)}

    @cached_property
    def family_index(self) -> dict[str, int]:
        """Family id → place in `families`."""
        return {family.id: index for index, family in enumerate(self.families)}

    @cached_property
    def person_index(self) -> dict[str, int]:
        """Name → place in `people`."""
        return {person.name: index for index, person in enumerate(self.people)}

    @cached_property
    def cards_by_arrival(self) -> tuple[ExplicitCard, ...]:
        """The listed cards in the order in which they arrive, which numbers them."""
        return tuple(sorted(self.cards, key=lambda card: card.arrives))

    @property
    def explicit(self) -> bool:
        """Whether the cards are listed one by one; these have fixed work content, no rework and no blockers."""
        return bool(self.cards)

    @property
    def ends_by_itself(self) -> bool:
        """Whether the work is limited, so that a run needs no horizon."""
        return self.explicit or isinstance(self.arrivals, Fixed) or self._comes_to_an_end

    @property
    def _comes_to_an_end(self) -> bool:
        arrivals = self.arrivals
        return isinstance(arrivals, ByPeriod) and not arrivals.repeat and arrivals.mean_rate == 0

    @property
    def groups_vary(self) -> bool:
        """Whether chance decides how many cards come at once."""
        return not self.explicit and not isinstance(getattr(self.arrivals, "group", 1), int)

    @cached_property
    def mean_work(self) -> tuple[Time, ...]:
        """Mean touch time of a card in each column, in time units: one value per column, over cards of all classes."""
        if not self.cards:
            return tuple(self._mean_work_in(column) for column in self.columns)
        sums = (sum(card.service.get(column.id, 0.0) for card in self.cards) for column in self.columns)
        return tuple(total / len(self.cards) for total in sums)

    def _mean_work_in(self, column: Column) -> Time:
        if column.is_queue or not column.service_by_class:
            return 0.0 if column.is_queue else column.service.mean
        return sum(self.share_of(its) * column.work_of(its.id).mean for its in self.classes)

    def share_of(self, its: CardClass) -> float:
        """The share of a class among arriving cards, 0 to 1."""
        return its.share / sum(each.share for each in self.classes) if len(self.classes) > 1 else 1.0

    @property
    def tells_of_work(self) -> bool:
        """Whether anybody works on it; of a team's history, which is made of queues alone, nobody knows that."""
        return any(not column.is_queue for column in self.columns)

    @property
    def saturated(self) -> bool:
        """Whether the backlog is never empty."""
        return not self.cards and isinstance(self.arrivals, Saturated)

    def with_seed(self, seed: int) -> "Scenario":
        """A copy of the scenario with another random seed."""
        return replace(self, seed=seed)
