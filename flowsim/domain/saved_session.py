"""What is saved beside a scenario: how far its run came, what people did in it, its workshop and its experiments."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen

from flowsim.domain.constraints import FILE_RECORD, MAX_CARDS, NonNegative
from flowsim.domain.interventions import Intervention
from flowsim.domain.saved_experiments import MOST_EXPERIMENTS, SavedExperiment
from flowsim.domain.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSession:
    """What people did in a run and how far it had come; `workshop` is empty where nobody plays in rounds.

    `experiments` were run from it, oldest first.
    """

    __pydantic_config__ = FILE_RECORD
    time: NonNegative = 0.0
    interventions: Annotated[tuple[Intervention, ...], MaxLen(MAX_CARDS)] = ()
    workshop: Workshop = Workshop()
    experiments: Annotated[tuple[SavedExperiment, ...], MaxLen(MOST_EXPERIMENTS)] = ()
