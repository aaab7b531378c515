"""Experiments that were run from a session: what was asked of which board, so that anyone can run them again.

No figure stands here: the plan and its seed give the same results, byte for byte, wherever they are played again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final, Literal

from annotated_types import MaxLen

from flowsim.domain.constraints import FILE_RECORD, ShortText
from flowsim.domain.scenario import Scenario

MOST_EXPERIMENTS: Final = 50
"""Experiments that a session keeps; of more, those that were run first are let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedExperiment:
    """`title` asks what was to be found out, on the page that answers it: `which_limit` or `luck_or_real`.

    `plan` is the plan as its own files have it, but for its `scenario`, which stands beside it (None in a file: it is
    the file's own). `folder` is where the results were written, empty if nowhere; it is shown, and never read.
    """

    __pydantic_config__ = FILE_RECORD
    title: ShortText
    asked_on: Literal["which_limit", "luck_or_real"]
    plan: Mapping[str, Any]
    scenario: Scenario | None = None
    folder: Annotated[str, MaxLen(4_096)] = ""


def with_boards(experiments: Iterable[SavedExperiment], board: Scenario) -> tuple[SavedExperiment, ...]:
    """Experiments as a file has them, each with its board; those without one were run on that of the file."""
    return tuple(its if its.scenario is not None else replace(its, scenario=board) for its in experiments)
