"""What a person may do at any moment of a run, as data: (time, what, where, new value).

A session is (scenario, seed, interventions); replaying it gives the same trace, row for row. Interventions at the
same time are played in the order of the list.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from annotated_types import Ge, Le, MaxLen

from flowsim.domain.constraints import (
    FILE_RECORD,
    MAX_CARDS,
    MAX_WORKERS,
    Count,
    Identifier,
    NonNegative,
    OneOf,
    ShortText,
)
from flowsim.domain.distributions import Distribution

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
    """One more card arrives in the backlog; what it brings never changes what later arrivals bring."""

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
    """Stop a card: something outside is in its way."""

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
class SetWipLimit:
    """Change a column's WIP limit; None takes it away."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    column: Identifier
    value: Count | None
    do: Literal["set_wip_limit"] = "set_wip_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSharedLimit:
    """Change a shared limit, counted from 0 as the scenario lists them."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    group: Annotated[int, Ge(0)]
    value: Count
    do: Literal["set_shared_limit"] = "set_shared_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWorkers:
    """Change how many people work in a column; somebody who leaves finishes the card at hand first."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    column: Identifier
    value: Annotated[int, Ge(0), Le(MAX_WORKERS)]
    do: Literal["set_workers"] = "set_workers"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetService:
    """Change how much work cards bring to a column, for every card that starts there from now on."""

    __pydantic_config__ = FILE_RECORD
    at: NonNegative
    column: Identifier
    value: Distribution
    do: Literal["set_service"] = "set_service"


Intervention: TypeAlias = Annotated[
    MoveCard
    | DeliverCard
    | ReturnCard
    | AddCard
    | DropCard
    | BlockCard
    | UnblockCard
    | SetWipLimit
    | SetSharedLimit
    | SetWorkers
    | SetService,
    OneOf("do"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSession:
    """What people did in a run and how far it had come."""

    __pydantic_config__ = FILE_RECORD
    time: NonNegative = 0.0
    interventions: Annotated[tuple[Intervention, ...], MaxLen(MAX_CARDS)] = ()
