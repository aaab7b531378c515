"""What people did, as marks on the time axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from flowsim.domain.conditions import changed, conditions
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import ColumnSetting, Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time


@dataclass(frozen=True)
class Mark:
    """Something a person did, on the time axis."""

    time: Time
    text: str


def marks_of(scenario: Scenario, interventions: Sequence[Intervention]) -> tuple[Mark, ...]:
    """What people did, in words; what they did at one moment is one mark."""
    marks: list[Mark] = []
    old = conditions(scenario, ())
    for time, group in groupby(interventions, key=lambda each: each.at):
        acts = list(group)
        last = _last_of_each_setting(acts)
        text = in_words(scenario, (last[0],), old)
        marks.append(Mark(time, text if len(last) == 1 else phrase("{0} …", text)))
        for act in acts:
            old = changed(scenario, old, act)
    return tuple(marks)


def _last_of_each_setting(acts: Sequence[Intervention]) -> list[Intervention]:
    """Who turns a number step by step means the last one; everything else stays as it was done."""
    last: dict[object, Intervention] = {}
    for place, act in enumerate(acts):
        last[(act.column, act.setting) if isinstance(act, ColumnSetting) else place] = act
    return list(last.values())
