"""What a person may do at any moment of a run, as data: (time, what, where, new value).

A session is (scenario, seed, interventions); replaying it gives the same trace, row for row. Interventions at the
same time are played in the order of the list.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from annotated_types import Ge, Le

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
from flowsim.domain.constraints import (
    FILE_RECORD,
    Count,
    Identifier,
    NonNegative,
    OneOf,
    PersonName,
    Positive,
    ShortText,
)
from flowsim.domain.policies import ByClass, Rules

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
