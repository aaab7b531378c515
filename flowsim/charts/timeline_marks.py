"""What people did, as marks on the time axis."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.intervention_words import in_words, together_in_words
from flowsim.domain.interventions import Intervention, Setting
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.metrics import RunView
from flowsim.metrics.skipped_work import hand_moves, skipped_work


@dataclass(frozen=True)
class Mark:
    """Something a person did, on the time axis."""

    time: Time
    text: str


NOTHING: Final = ""
"""The text of a mark of what changed nothing."""


class TimelineMarks:
    """Makes the marks of a run, and caches them between calls.

    Each call compares its interventions with those of the call before (about 10 ns each). If some were appended, only
    the marks for these are made. A shorter list that ends between two marks of the same run needs no new ones.
    """

    def __init__(self) -> None:
        self._scenario: Scenario | None = None
        self._done: list[Intervention] = []
        self._marks: list[Mark] = []
        # Index of the first intervention of the last mark, and the settings in force before it.
        self._began = 0
        self._before: Conditions | None = None

    def of(
        self, scenario: Scenario, interventions: Sequence[Intervention], run: RunView | None = None
    ) -> tuple[Mark, ...]:
        """What people did, in words; what they did at one moment is one mark.

        Of a `run` that has come past them the marks also tell what work was left undone.
        """
        done = list(interventions)
        if scenario is self._scenario and self._ends_between_marks(done):
            return _told(self._marks[: bisect_right(self._marks, done[-1].at, key=lambda mark: mark.time)])
        if scenario is not self._scenario or done[: len(self._done)] != self._done:
            self._scenario, self._done, self._marks, self._began = scenario, [], [], 0
            self._before = conditions(scenario, ())
        if len(done) > len(self._done):
            self._go_on(scenario, done, run)
        return _told(self._marks)

    def _ends_between_marks(self, done: list[Intervention]) -> bool:
        """Whether `done` is the beginning of what there was, up to the end of one of its moments."""
        count = len(done)
        return 0 < count < len(self._done) and done == self._done[:count] and done[-1].at < self._done[count].at

    def _go_on(self, scenario: Scenario, done: list[Intervention], run: RunView | None) -> None:
        """More may have been done at the moment of the last mark, which is therefore made again."""
        del self._marks[-1:]
        assert self._before is not None
        old = self._before
        for time, group in groupby(done[self._began :], key=lambda each: each.at):
            acts = list(group)
            last = _last_of_each_setting(acts)
            together = together_in_words(scenario, last, old)
            text = in_words(scenario, (last[0],), old) if together is None else together
            if run is not None and _left_undone(run, last[0]):
                text = phrase("{0}, work left undone", text)
            told_whole = len(last) == 1 or together is not None
            self._before, since = old, len(acts)
            for act in acts:
                old = changed(scenario, old, act)
            idle = old == self._before and all(isinstance(act, Setting) for act in acts)
            self._marks.append(Mark(time, NOTHING if idle else text if told_whole else phrase("{0} …", text)))
        self._done, self._began = done, len(done) - since


def _told(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Those that tell something: a planned change may set what is set already."""
    return tuple(mark for mark in marks if mark.text is not NOTHING)


def _left_undone(run: RunView, act: Intervention) -> bool:
    return any(
        skipped.time == act.at
        for card, moves in hand_moves(run.scenario, (act,)).items()
        for skipped in skipped_work(run, card, moves)
    )


def _last_of_each_setting(acts: Sequence[Intervention]) -> list[Intervention]:
    """Keep only the last value set for each setting of a column; keep all other interventions as they are."""
    last: dict[object, Intervention] = {}
    for place, act in enumerate(acts):
        last[(act.column, act.setting) if isinstance(act, ColumnSetting) else place] = act
    return list(last.values())
