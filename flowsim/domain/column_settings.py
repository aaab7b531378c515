"""What a person may change about a column at any moment of a run: one setting of it, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Gt, Le

from flowsim.domain.constraints import FILE_RECORD, MAX_WORKERS, Count, Identifier, NonNegative, Positive
from flowsim.domain.distributions import Distribution
from flowsim.domain.policies import Blockers, ByClass, Rework, Setup, ShareByClass


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
