"""The undo history: a list of steps as data. Undo and redo change the list, and the run is replayed from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.conditions import Conditions, ConditionsOverTime
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import Intervention, SetSharedLimit
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.domain.workshop import Workshop

NO_WORKSHOP: Final = Workshop()
SAME_GESTURE: Final = 1.0
"""Seconds of real time within which a second change of the same number is merged into the same undo step."""


@dataclass(frozen=True)
class Act:
    """One gesture in the run: interventions in the order in which they were done."""

    step: tuple[Intervention, ...]

    @property
    def gesture(self) -> object:
        """What was set, if the step only turns one number; None for anything else."""
        subjects = {_subject(one) for one in self.step}
        return subjects.pop() if len(subjects) == 1 else None


@dataclass(frozen=True)
class Rewrite:
    """An edit of the scenario, or a restart (`before` equals `after`).

    `anew`: the run began again at time 0. Then `left_at` is the time that the old run had reached, and `came_to` the
    time that the new run had reached when this entry was undone; both in time units of the scenario. The new run
    begins with the interventions it `brings`. `workshop` is how the workshop stands then; None if it is as before.
    """

    before: Scenario
    after: Scenario
    words: str
    anew: bool
    gesture: object = None
    left_at: Time = 0.0
    came_to: Time = 0.0
    brings: tuple[Intervention, ...] = ()
    workshop: Workshop | None = None


@dataclass(frozen=True)
class Note:
    """A change of what stands beside the run: a guess, a word, a step of the exercise; an experiment that was run.

    `workshop` and `experiments` are how they stand then; None if they are as before. The run stays as it is.
    """

    words: str
    gesture: object = None
    workshop: Workshop | None = None
    experiments: tuple[SavedExperiment, ...] | None = None


Entry: TypeAlias = Act | Rewrite | Note


@dataclass(frozen=True)
class _Sum:
    """A cached summary of `History.done`, which may have thousands of entries; dropped when it no longer holds."""

    scenario: Scenario
    run_begins: int
    interventions: tuple[Intervention, ...]
    workshop: Workshop
    experiments: tuple[SavedExperiment, ...]


class History:
    """The entries done (oldest first) and undone (last undone at the end); one user action is one entry."""

    def __init__(
        self, scenario: Scenario, interventions: Iterable[Intervention] = (), workshop: Workshop = NO_WORKSHOP,
        experiments: tuple[SavedExperiment, ...] = (),
    ) -> None:  # fmt: skip
        self._first = scenario
        self._first_workshop = workshop
        self._first_experiments = experiments
        self._turned_at = float("-inf")
        self.done: list[Entry] = [Act((intervention,)) for intervention in interventions]
        self.undone: list[Entry] = []
        self._conditions = ConditionsOverTime(scenario)
        self._sum: _Sum | None = None

    @property
    def scenario(self) -> Scenario:
        """The board as all entries done leave it."""
        return self._summed_up.scenario

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """Everything in force in the present run, in order."""
        return self._summed_up.interventions

    @property
    def workshop(self) -> Workshop:
        """The exercise and the rounds as all entries done leave them."""
        return self._summed_up.workshop

    @property
    def experiments(self) -> tuple[SavedExperiment, ...]:
        """The experiments as all entries done leave them, oldest first."""
        return self._summed_up.experiments

    def conditions_after(self, interventions: Sequence[Intervention]) -> Conditions:
        """Return the settings of the present scenario after all of `interventions`."""
        if (scenario := self.scenario) is not self._conditions.scenario:
            self._conditions = ConditionsOverTime(scenario)
        return self._conditions.after(interventions)

    @property
    def left_behind(self) -> tuple[Intervention, ...]:
        """The interventions of earlier runs, before the run last began again; a saved file does not contain them."""
        return _interventions(self.done[: self._run_begins])

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self.done)

    def act(self, step: tuple[Intervention, ...], at: Time) -> None:
        """Record a step done at `at` (seconds of real time), or merge it into the last one; clears the redo list."""
        before = self._summed_up
        act, last = Act(step), self.done[-1] if self.done else None
        if isinstance(last, Act) and self._goes_on(act.gesture, last.gesture, at):
            self.done[-1] = Act((*last.step, *step))
        else:
            self.done.append(act)
        self._sum = replace(before, interventions=(*before.interventions, *step))
        self.undone.clear()
        self._turned_at = at

    def rewrite(self, rewrite: Rewrite, at: Time) -> None:
        """The scenario was changed, or the run begun again, at `at`; what had been undone is gone."""
        if not rewrite.anew and rewrite.before == rewrite.after:
            return
        self._sum = None
        last = self.done[-1] if self.done else None
        if isinstance(last, Rewrite) and self._goes_on(rewrite.gesture, last.gesture, at):
            self.done.pop()
            rewrite = replace(rewrite, before=last.before, left_at=last.left_at, anew=rewrite.anew or last.anew)
        if rewrite.anew or rewrite.before != rewrite.after:
            self.done.append(rewrite)
        self.undone.clear()
        self._turned_at = at

    def note(self, note: Note, at: Time) -> None:
        """Record a change beside the run at `at`, or merge it into the last one; clears the redo list."""
        before = self._summed_up
        last = self.done[-1] if self.done else None
        if isinstance(last, Note) and self._goes_on(note.gesture, last.gesture, at):
            self.done.pop()
        self.done.append(note)
        workshop = before.workshop if note.workshop is None else note.workshop
        experiments = before.experiments if note.experiments is None else note.experiments
        self._sum = replace(before, workshop=workshop, experiments=experiments)
        self.undone.clear()
        self._turned_at = at

    def kept(self) -> tuple[list[Entry], list[Entry]]:
        """What is done and undone now, to be brought back by `bring_back`."""
        return list(self.done), list(self.undone)

    def bring_back(self, kept: tuple[list[Entry], list[Entry]]) -> None:
        """Everything as it was when it was kept."""
        self.done, self.undone = list(kept[0]), list(kept[1])
        self._sum = None

    def forget(self, refused: Intervention) -> None:
        """`refused` could not be done again; it is no part of the present run any more.

        Earlier runs, to which undo leads back, may have done the very same; they keep it.
        """
        begins = max(self._run_begins - 1, 0)
        kept: list[Entry] = self.done[:begins]
        for entry in self.done[begins:]:
            if isinstance(entry, Rewrite):
                kept.append(replace(entry, brings=tuple(one for one in entry.brings if one is not refused)))
            elif isinstance(entry, Note):
                kept.append(entry)
            elif step := tuple(one for one in entry.step if one is not refused):
                kept.append(Act(step))
        self.done = kept
        self._sum = None

    def undo(self, now: Time) -> Time:
        """Undo the last entry of a run that is at `now`; return the time to replay to. `done` must not be empty."""
        entry = self.done.pop()
        self._sum = None
        self._turned_at = float("-inf")
        if isinstance(entry, Rewrite) and entry.anew:
            self.undone.append(replace(entry, came_to=now))
            return entry.left_at
        self.undone.append(entry)
        return now

    def redo(self, now: Time) -> Time:
        """Redo the entry undone last; return the time to replay to. `undone` must not be empty."""
        entry = self.undone.pop()
        self._sum = None
        self._turned_at = float("-inf")
        if not isinstance(entry, Rewrite):
            self.done.append(entry)
            return max(now, entry.step[-1].at) if isinstance(entry, Act) else now
        self.done.append(replace(entry, left_at=now) if entry.anew else entry)
        return entry.came_to if entry.anew else now

    @property
    def undo_words(self) -> str:
        """What undo would take back, in words; empty if nothing."""
        if not self.done:
            return ""
        entry = self.done[-1]
        return self._words(entry, self.interventions[: -len(entry.step)]) if isinstance(entry, Act) else entry.words

    @property
    def redo_words(self) -> str:
        """What redo would do again, in words; empty if nothing."""
        if not self.undone:
            return ""
        entry = self.undone[-1]
        return self._words(entry, self.interventions) if isinstance(entry, Act) else entry.words

    @property
    def _run_begins(self) -> int:
        """Where in `done` the present run begins."""
        return self._summed_up.run_begins

    @property
    def _summed_up(self) -> _Sum:
        if self._sum is None:
            places = range(len(self.done), 0, -1)
            begins = next((place for place in places if _begins_anew(self.done[place - 1])), 0)
            rewritten = (entry.after for entry in reversed(self.done) if isinstance(entry, Rewrite))
            workshops = (entry.workshop for entry in reversed(self.done) if not isinstance(entry, Act))
            experiments = (entry.experiments for entry in reversed(self.done) if isinstance(entry, Note))
            self._sum = _Sum(
                next(rewritten, self._first), begins, (*self._begins_with(begins), *_interventions(self.done[begins:])),
                next((its for its in workshops if its is not None), self._first_workshop),
                next((its for its in experiments if its is not None), self._first_experiments),
            )  # fmt: skip
        return self._sum

    def _begins_with(self, begins: int) -> tuple[Intervention, ...]:
        entry = self.done[begins - 1] if begins else None
        return entry.brings if isinstance(entry, Rewrite) else ()

    def _words(self, act: Act, before: Sequence[Intervention]) -> str:
        scenario, step = self.scenario, act.step
        old = self.conditions_after(before)
        # Who turns a number step by step means the last one.
        return in_words(scenario, step[-1:] if act.gesture is not None else step, old)

    def _goes_on(self, gesture: object, last: object, at: Time) -> bool:
        return gesture is not None and gesture == last and at - self._turned_at <= SAME_GESTURE


def _interventions(entries: Iterable[Entry]) -> tuple[Intervention, ...]:
    return tuple(one for entry in entries if isinstance(entry, Act) for one in entry.step)


def _begins_anew(entry: Entry) -> bool:
    return isinstance(entry, Rewrite) and entry.anew


def _subject(intervention: Intervention) -> object:
    """What a number belongs to that people turn step by step; None for what is no such number."""
    match intervention:
        case ColumnSetting(column=column):
            return intervention.setting, column
        case SetSharedLimit(group=group):
            return SetSharedLimit, group
        case _:
            return None
