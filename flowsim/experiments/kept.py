"""Experiments of a session, from the plan that is played to what is kept of it, and back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.problems import one_line
from flowsim.domain.saved_experiments import SavedExperiment
from flowsim.domain.scenario import Scenario
from flowsim.experiments.plan import Candidate, Plan, Variation
from flowsim.experiments.plan_file import plan_on, plan_values
from flowsim.experiments.questions import Choice, Question, question_about, ready_made, with_values

LONGEST_TITLE: Final = 200


def kept_of(plan: Plan, title: str, asked_on: Literal["which_limit", "luck_or_real"]) -> SavedExperiment:
    """What a session keeps of an experiment that is played by `plan`."""
    title = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
    return SavedExperiment(title=title, asked_on=asked_on, plan=plan_values(plan), scenario=plan.scenario)


def title_of(asked: Sequence[Question]) -> Phrase:
    """What one question, or two at once, are called together."""
    one, *others = asked
    return phrase("{0}, and {1}", one.title, others[0].title) if others else one.title


def plan_kept(its: SavedExperiment) -> Plan:
    """The plan of an experiment that was kept.

    Raises:
        ScenarioProblems: somebody has changed it, and it is none any more.
    """
    assert its.scenario is not None  # a session gives every one its board
    return plan_on(its.scenario, its.plan)


def questions_kept(plan: Plan, title: str) -> tuple[Question, ...]:
    """The questions that the plan was made of: those of the board, with the values that were tried."""
    board = plan.scenario
    if plan.vary:
        return tuple(_of_variation(board, each, plan.figures) for each in plan.vary)
    its = next((each for each in ready_made(board) if each.title == title), None)
    return (_of_candidates(its, Phrase("{0}", title), plan.compare, plan.figures),)


def _of_variation(board: Scenario, its: Variation, figures: Sequence[str]) -> Question:
    asked = question_about(board, its.path)
    name = Phrase("{0}", its.path)
    return with_values(asked or Question(name, name, (), None, its.path, tuple(figures)), its.values)


def _of_candidates(
    asked: Question | None, title: Phrase, compared: Sequence[Candidate], figures: Sequence[str]
) -> Question:
    choices = tuple(Choice(one_line(each.name), each.settings) for each in compared)
    if asked is None:
        return Question(title, title, choices, None, "", tuple(figures))
    now = None if asked.now is None else asked.choices[asked.now].name
    names = [each.name for each in choices]
    return replace(asked, choices=choices, now=names.index(now) if now in names else None)
