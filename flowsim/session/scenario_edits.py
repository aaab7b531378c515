"""Changes of the scenario itself, as data: what a person wants, whether it can be used, and what it does to the run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flowsim.domain.checks import change_problems, problems_of
from flowsim.domain.column_settings import ColumnSetting
from flowsim.domain.conditions import Conditions, changed, conditions
from flowsim.domain.deadlock import stoppages
from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import Intervention, SetPerson, SetSharedLimit, SetSkill, Setting
from flowsim.domain.phrases import Phrase, joined
from flowsim.domain.plan_of_changes import course_of
from flowsim.domain.problems import Problem, Refused, ScenarioProblems
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.history import Act
from flowsim.storage.document import Document, as_read_back

TEXTS: Final = {"name": "", "description": "", "time_unit": "day", "calendar": None, "horizon": None, "warm_up": 0.0}
"""Settings of a scenario that no event of a run depends on; the horizon only says where it stops."""

OF_A_CLASS: Final = {"name": "", "colour": "", "target": None, "cost_of_delay": 0.0}
"""Settings of a class that no event of a run depends on."""


MOST_PLANNED: Final = 10_000
"""Changes of a plan that are compared; who plans more of them plans the same ones again and again."""


@dataclass(frozen=True)
class Edit:
    """A requested change of the scenario: the scenario afterwards, and `words` for the undo menu.

    Edits in quick succession with the same `gesture` are merged into one undo step; None is never merged.
    """

    after: Scenario
    words: str
    gesture: object = None


def usable(before: Scenario, after: Scenario) -> Scenario:
    """`after` as a file would give it back, so that memory and file never disagree.

    Raises:
        Refused: it could not be saved and opened again, or its run would stop for good; with the first reason.
    """
    plan = tuple(planned for planned in after.plan if not list(change_problems(after, planned, "")))
    after = after if len(plan) == len(after.plan) else replace(after, plan=plan)  # its column, class or person is gone
    # A long list of cards that stays as it is has been checked before; checking it anew would stop the window.
    kept = after.cards if after.cards is before.cards and after.explicit else None
    try:
        read = as_read_back(Document(after if kept is None else replace(after, cards=(), arrivals=before.arrivals)))
    except ScenarioProblems as found:
        raise Refused(_in_words(after, found.problems[0])) from found
    if kept is not None:
        read = replace(read, cards=kept, arrivals=before.arrivals)
    if problems := [*problems_of(read), *stoppages(read)]:
        raise Refused(_in_words(after, problems[0]))
    return read


def keeps_the_run(before: Scenario, after: Scenario, until: Time) -> bool:
    """Whether every event of a run up to `until` is the same on both boards.

    They differ in names, texts and measures only, and in what their plans change later.
    """
    if _plainly(before) != _plainly(after):
        return False
    plans = (list(course_of(its.plan, until, MOST_PLANNED)) for its in (before, after))
    return before.plan == after.plan or next(plans) == next(plans)


def changes_nothing(scenario: Scenario, now: Conditions, change: Intervention) -> bool:
    """Whether a setting is to be set to what it is `now`."""
    return isinstance(change, Setting) and _known(scenario, change) and changed(scenario, now, change) == now


def as_edit(scenario: Scenario, now: Conditions, step: Sequence[Intervention]) -> Edit | None:
    """Turn settings made before a run has begun into an edit of its scenario; None if that is not possible."""
    if not all(isinstance(one, Setting) and not isinstance(one, SetPerson) and _known(scenario, one) for one in step):
        return None
    after = conditions(scenario, step).in_force(scenario)
    try:
        usable(scenario, after)
    except Refused:
        return None
    return Edit(after, in_words(scenario, step, now), Act(tuple(step)).gesture)


def _known(scenario: Scenario, change: Setting) -> bool:
    if isinstance(change, SetSharedLimit):
        return change.group < len(scenario.shared_limits)
    return not isinstance(change, ColumnSetting | SetSkill) or change.column in scenario.column_index


def _plainly(scenario: Scenario) -> Scenario:
    """`scenario` without what no event depends on."""
    return replace(
        scenario,
        columns=tuple(replace(column, name="") for column in scenario.columns),
        classes=tuple(replace(its, **OF_A_CLASS) for its in scenario.classes),  # type: ignore[arg-type]  # a table
        plan=(),
        **TEXTS,  # type: ignore[arg-type]  # a table
    )


def _in_words(scenario: Scenario, problem: Problem) -> Phrase:
    """A problem as people at the board read it: columns by their names."""
    where = problem.where
    for index, column in enumerate(scenario.columns):
        where = where.replace(f"columns[{index}].", f"{column.title}, ").replace(f"columns[{index}]", column.title)
    return joined(": ", [part for part in (where, problem.given, problem.expected) if part])
