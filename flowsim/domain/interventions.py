"""What a person may do at any moment of a run, as data: (time, what, where, new value).

A session is (scenario, seed, interventions); replaying it gives the same trace, row for row. Interventions at the
same time are played in the order of the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from annotated_types import Ge, Gt, Le

from flowsim.domain.constraints import (
    FILE_RECORD,
    MAX_WORKERS,
    Count,
    Identifier,
    NonNegative,
    OneOf,
    PersonName,
    Positive,
    ShortText,
)
from flowsim.domain.distributions import Distribution
from flowsim.domain.policies import Blockers, ByClass, Rework, Rules, Setup, ShareByClass

CardNumber: TypeAlias = Annotated[int, Ge(0), Le(2**31 - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCard:
    """Put a card into a column by hand, forwards or backwards."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    column: Identifier
    do: Literal["move"] = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverCard:
    """Move a card to Done by hand."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    do: Literal["deliver"] = "deliver"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCard:
    """Put a started card back into the backlog."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    do: Literal["return"] = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCard:
    """Add a card to the backlog; its work is drawn from a separate stream, so later arrivals are unchanged."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    title: ShortText = ""
    class_: Identifier | None = None
    do: Literal["add"] = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCard:
    """Take a card off the board for good, unfinished."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    do: Literal["drop"] = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCard:
    """Block a card: an outside impediment stops it until it is unblocked."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    do: Literal["block"] = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockCard:
    """Take the impediment away; the card goes on where it stopped."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    do: Literal["unblock"] = "unblock"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReclassCard:
    """Give a card another class of service."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    class_: Identifier
    do: Literal["reclass"] = "reclass"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinCard:
    """Somebody joins those who work on a card: a `person`, or one of those at the card `leaving`.

    Where neither is given it is whoever is free, or else whoever came last to the largest group at another card.
    """

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    person: PersonName | None = None
    leaving: CardNumber | None = None
    do: Literal["join"] = "join"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveCard:
    """One of several who work on a card leaves it: a `person`, or who came last; nobody else joins by themselves."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    card: CardNumber
    person: PersonName | None = None
    do: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSetting:
    """Base of interventions that change one setting of one column; `setting` is the field's name in `Column`."""

    __pydantic_config__ = FILE_RECORD
    setting: ClassVar[str]
    at: NonNegative
    column: Identifier

    @property
    def new(self) -> Any:
        """The value from now on."""
        return self.value  # type: ignore[attr-defined]  # each kind has its own type of value


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWipLimit(ColumnSetting):
    """Change a column's WIP limit; None takes it away."""

    setting = "wip_limit"
    value: Count | None
    do: Literal["set_wip_limit"] = "set_wip_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLimitsByClass(ColumnSetting):
    """Change how many cards of some classes may be in a column at once; a class left out has no limit of its own."""

    setting = "limits_by_class"
    value: ByClass
    do: Literal["set_limits_by_class"] = "set_limits_by_class"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLimitCounts(ColumnSetting):
    """Change whether a column's limit counts every card in it or the doing half alone."""

    setting = "limit_counts"
    value: Literal["all", "doing"]
    do: Literal["set_limit_counts"] = "set_limit_counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEnforcement(ColumnSetting):
    """Change whether moves by hand into a full column are refused ("block") or done and recorded ("warn")."""

    setting = "enforcement"
    value: Literal["block", "warn"]
    do: Literal["set_enforcement"] = "set_enforcement"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWorkers(ColumnSetting):
    """Change how many people work in a column; somebody who leaves finishes the card at hand first."""

    setting = "workers"
    value: Annotated[int, Ge(0), Le(MAX_WORKERS)]
    do: Literal["set_workers"] = "set_workers"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWorkersPerCard(ColumnSetting):
    """Change how many people at most work on one card together in a column; who has joined stays with the card."""

    setting = "workers_per_card"
    value: Annotated[int, Ge(1), Le(MAX_WORKERS)]
    do: Literal["set_workers_per_card"] = "set_workers_per_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSwarmGain(ColumnSetting):
    """Change how much faster several people are on one card, for everybody who joins from now on; 1 is perfect."""

    setting = "swarm_gain"
    value: Annotated[float, Gt(0), Le(1)]
    do: Literal["set_swarm_gain"] = "set_swarm_gain"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetService(ColumnSetting):
    """Change how much work cards bring to a column, for every card that starts there from now on."""

    setting = "service"
    value: Distribution
    do: Literal["set_service"] = "set_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetServiceByClass(ColumnSetting):
    """Change how much work cards of some classes bring to a column; other cards bring what `service` says."""

    setting = "service_by_class"
    value: Mapping[Identifier, Distribution]
    do: Literal["set_service_by_class"] = "set_service_by_class"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSetup(ColumnSetting):
    """Change when people set up in a column, and how long that takes; the next start there sets up."""

    setting = "setup"
    value: Setup
    do: Literal["set_setup"] = "set_setup"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTransferBatch(ColumnSetting):
    """Change how many cards leave a column together."""

    setting = "transfer_batch"
    value: Count
    do: Literal["set_transfer_batch"] = "set_transfer_batch"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTransferTimeout(ColumnSetting):
    """Change after how long a batch leaves although it is not full, counted from its first card."""

    setting = "transfer_timeout"
    value: Positive | None
    do: Literal["set_transfer_timeout"] = "set_transfer_timeout"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMoveTime(ColumnSetting):
    """Change how long the hand-over into a column takes."""

    setting = "move_time"
    value: NonNegative
    do: Literal["set_move_time"] = "set_move_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRework(ColumnSetting):
    """Change how often the work of a column has to be done again, and where."""

    setting = "rework"
    value: Rework
    do: Literal["set_rework"] = "set_rework"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBlockers(ColumnSetting):
    """Change how often something gets in the way of work in a column, and for how long."""

    setting = "blockers"
    value: Blockers
    do: Literal["set_blockers"] = "set_blockers"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSkip(ColumnSetting):
    """Change with which probability cards pass a column by."""

    setting = "skip"
    value: ShareByClass
    do: Literal["set_skip"] = "set_skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBoardLimitsByClass:
    """Change how many cards of some classes may be on the board at once; a class left out has no limit of its own."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    value: ByClass
    do: Literal["set_board_limits_by_class"] = "set_board_limits_by_class"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBacklogLimit:
    """Change how many cards may wait in the backlog; what arrives beyond that is turned away. None: any number."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    value: Annotated[int, Ge(0)] | None
    do: Literal["set_backlog_limit"] = "set_backlog_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSharedLimit:
    """Change a shared limit, counted from 0 as the scenario lists them."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    group: Annotated[int, Ge(0)]
    value: Count
    do: Literal["set_shared_limit"] = "set_shared_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPerson:
    """A person leaves after finishing the card at hand (false), or comes back (true)."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    person: PersonName
    value: bool
    do: Literal["set_person"] = "set_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSkill:
    """Change a person's speed factor in a column; None removes the skill once the card at hand is finished."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    person: PersonName
    column: Identifier
    value: Positive | None
    do: Literal["set_skill"] = "set_skill"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetClass:
    """Change what is done for a class of service: by how many cards it may exceed limits, whether it preempts."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    class_: Identifier
    may_exceed: Annotated[int, Ge(0)]
    preempts: bool
    do: Literal["set_class"] = "set_class"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRules:
    """Replace the rules of the whole board; fields left out of `value` get their defaults."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    value: Rules
    do: Literal["set_rules"] = "set_rules"


Intervention: TypeAlias = Annotated[
    MoveCard
    | DeliverCard
    | ReturnCard
    | AddCard
    | DropCard
    | BlockCard
    | UnblockCard
    | ReclassCard
    | JoinCard
    | LeaveCard
    | SetWipLimit
    | SetLimitsByClass
    | SetLimitCounts
    | SetEnforcement
    | SetWorkers
    | SetWorkersPerCard
    | SetSwarmGain
    | SetService
    | SetServiceByClass
    | SetSetup
    | SetTransferBatch
    | SetTransferTimeout
    | SetMoveTime
    | SetRework
    | SetBlockers
    | SetSkip
    | SetBoardLimitsByClass
    | SetBacklogLimit
    | SetSharedLimit
    | SetPerson
    | SetSkill
    | SetClass
    | SetRules,
    OneOf("do"),
]


CardAct: TypeAlias = (
    MoveCard | DeliverCard | ReturnCard | DropCard | BlockCard | UnblockCard | ReclassCard | JoinCard | LeaveCard
)
"""What is done to one card that is there already."""

Setting: TypeAlias = (
    ColumnSetting
    | SetBoardLimitsByClass
    | SetBacklogLimit
    | SetSharedLimit
    | SetPerson
    | SetSkill
    | SetClass
    | SetRules
)
"""What changes the conditions on the board and touches no card."""
