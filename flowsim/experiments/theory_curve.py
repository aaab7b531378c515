"""What theory says of every setting that is tried, as curves beside what the runs say."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from flowsim.domain.scenario import Scenario
from flowsim.experiments.theory import theory_of
from flowsim.storage.settings import with_settings

Floats = npt.NDArray[np.float64]


def theory_curves(
    scenario: Scenario, settings: Sequence[Mapping[str, Any]], figure: str
) -> list[tuple[str, Floats, str, str]]:
    """For each formula that applies: its name, the figure at each setting (NaN where it does not apply), what it
    assumes, and where simulation and formula should differ.
    """
    found: dict[str, tuple[Floats, str, str]] = {}
    for place, each in enumerate(settings):
        for prediction in theory_of(with_settings(scenario, each)):
            if prediction.figure == figure:
                blank = np.full(len(settings), np.nan), prediction.assumptions, ""
                values, assumed, differs = found.get(prediction.theory, blank)
                values[place] = prediction.value if np.isfinite(prediction.value) else np.nan
                found[prediction.theory] = values, assumed, differs or prediction.differs
    return [(name, values, assumed, differs) for name, (values, assumed, differs) in found.items()]
