"""An exercise made of a session: its rounds become the steps of a story that others can play.

Every round begins on the board as it was then, asks what was asked then, and may promise what came out. What people did
within a run cannot be told as a setting: it is left to the people who play, and written into the notes. Guesses stay
here; what was learned goes into the notes, because it gives the answers away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Final

from flowsim.domain.board_differences import differences
from flowsim.domain.exercise_checks import callout_problems, question_problems
from flowsim.domain.exercises import Callout, Exercise, ExerciseStep, ExpectedNumber, RoundPlan, Variant
from flowsim.domain.phrases import joined, phrase
from flowsim.domain.predictions import ChoiceQuestion, NumberQuestion, Question
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.domain.workshop import Round, Workshop
from flowsim.experiments.differing import settings_between
from flowsim.metrics import RunView
from flowsim.session.outcomes import figures_named
from flowsim.session.player import first_speed
from flowsim.session.round_table import acts_in_words
from flowsim.session.rounds import LONGEST_NAME, LONGEST_TEXT
from flowsim.storage.settings import Settings, with_settings

PROMISED: Final = ("lead_time.mean", "finished")
"""What a round of an exercise promises."""

DIGITS: Final = 3
"""So many digits behind the point are promised."""

LOOKING: Final = 3
TALKING: Final = 6
"""Minutes for the first step, and for the last one."""

SECONDS: Final = 40.0
"""How long a round takes to play, where nothing else is said."""

MOST_QUESTIONS: Final = 20
MOST_TOLD: Final = 49
"""Rounds that one exercise tells, each perhaps on a board of its own; a file has room for 50 boards."""


@dataclass(frozen=True)
class Draft:
    """What whoever makes the exercise says: texts, the `rounds` it tells by their places, minutes for each of them.

    `debrief` are the questions to talk about. With `promises` the exercise says what came out, and can be checked.
    """

    name: str
    teaches: str = ""
    welcome: str = ""
    rounds: Sequence[int] = ()
    minutes: int = 6
    debrief: Sequence[str] = ()
    notes: str = ""
    promises: bool = True


def exercise_from(workshop: Workshop, board: Scenario, until: Time | None, draft: Draft) -> Exercise:
    """The exercise of a draft. Without rounds it tells one, on `board` as it stands, to `until` or to its own end."""
    told = rounds_told(workshop, draft) or [Round(name=phrase("As it is"), scenario=board, time=until or 0.0)]
    boards = _Boards()
    placed = [boards.place(its.scenario) for its in told]
    steps, names = [_look(draft, placed[0])], dict[tuple[str, str], str]()
    for number, (its, (key, settings)) in enumerate(zip(told, placed, strict=True), 1):
        before, old = told[number - 2].scenario if number > 1 else None, _step_then(workshop, its)
        plan = RoundPlan() if old is None or old.round is None else old.round
        text = _told_then(workshop, its, old) or _text(its, before)
        steps.append(
            ExerciseStep(
                id=f"round{number}", title=_title(its, old, number), text=text,
                notes=_notes(its), minutes=float(draft.minutes), board=key, set_=settings,
                speed=_pace(its) if old is None or old.speed is None else old.speed,
                callouts=_callouts(its, old),
                round=replace(
                    plan, name=its.name, until=_until(its), questions=tuple(_questions(its, names)), dice=its.dice
                ),
            )
        )  # fmt: skip
        if its.step:
            names[its.exercise, its.step] = f"round{number}"
    steps.append(_talk())
    minutes = LOOKING + draft.minutes * len(told) + TALKING
    return Exercise(
        name=draft.name[:LONGEST_NAME], teaches=draft.teaches[:LONGEST_NAME], boards=boards.named, steps=tuple(steps),
        variants=(Variant(minutes=minutes, steps=tuple(step.id for step in steps)),), notes=draft.notes[:LONGEST_TEXT],
        debrief=tuple(question[:LONGEST_NAME] for question in draft.debrief[:MOST_QUESTIONS]),
    )  # fmt: skip


def rounds_told(workshop: Workshop, draft: Draft) -> list[Round]:
    """The rounds of the table that the exercise tells."""
    return [workshop.rounds[place] for place in draft.rounds[:MOST_TOLD]]


def with_promises(exercise: Exercise, runs: Sequence[RunView | None]) -> Exercise:
    """The exercise promising what came out of its rounds; `runs` has the run of each, None where people acted in it."""
    steps = [step for step in exercise.steps if step.round is not None]
    promised: list[ExpectedNumber] = []
    for step, run in zip(steps, runs, strict=True):
        if run is not None and step.round is not None:
            promised += _promised(step, step.round, figures_named(PROMISED, run))
    return replace(exercise, expected=tuple(promised))


class _Boards:
    """The boards of an exercise; one that differs by settings alone is told by them."""

    def __init__(self) -> None:
        self.named: dict[str, Scenario] = {}

    def place(self, scenario: Scenario) -> tuple[str, Settings]:
        """The board, and the settings on it, that make `scenario`."""
        for key, board in self.named.items():
            settings = settings_between(board, scenario)
            if settings is not None and _is_made(board, settings, scenario):
                return key, settings
        key = "board" if not self.named else f"board{len(self.named) + 1}"
        self.named[key] = scenario
        return key, {}


def _is_made(board: Scenario, settings: Settings, wanted: Scenario) -> bool:
    """Whether nothing is lost: seed, warm-up and horizon are no settings."""
    made = with_settings(board, settings)
    return replace(made, name=wanted.name, description=wanted.description) == wanted


def _until(its: Round) -> Time | None:
    """Where time stops: where it came to, or where the run ends by itself, or when people have seen enough."""
    if its.time > 0:
        return its.time
    ends = its.scenario.horizon is not None or its.scenario.ends_by_itself
    return None if ends else _rounded(first_speed(its.scenario) * SECONDS)


def _step_then(workshop: Workshop, its: Round) -> ExerciseStep | None:
    """The step of the exercise on view that a round was played in."""
    exercise = workshop.exercise
    if exercise is None or its.exercise != exercise.name:
        return None
    return next((step for step in exercise.steps if step.id == its.step), None)


def _pace(its: Round) -> float:
    """Time units a second at which people see cards flow, and the round is over soon enough."""
    return _rounded(max(first_speed(its.scenario), its.time / SECONDS))


def _rounded(value: float) -> float:
    return float(f"{value:.2g}")


def _look(draft: Draft, placed: tuple[str, Settings]) -> ExerciseStep:
    key, settings = placed
    text = draft.welcome[:LONGEST_TEXT] or phrase("Press *Play* and watch for a minute. Where do cards stand still?")
    title = phrase("Look first")
    return ExerciseStep(
        id="look", title=title, text=text, minutes=float(LOOKING), board=key, set_=settings, outline="play"
    )


def _talk() -> ExerciseStep:
    text = phrase("Look at the table of rounds (Workshop, key 3). What surprised you?")
    return ExerciseStep(id="debrief", title=phrase("What did we learn?"), text=text, minutes=float(TALKING))


def _title(its: Round, old: ExerciseStep | None, number: int) -> str:
    return old.title if old is not None else its.name or phrase("Round {0}", number)


def _told_then(workshop: Workshop, its: Round, old: ExerciseStep | None) -> str:
    """The text of the step that a round was played in, if its board is as that step sets it; else empty."""
    exercise = workshop.exercise
    if exercise is None or old is None or old.board is None:
        return ""
    return old.text if with_settings(exercise.boards[old.board], old.set_) == its.scenario else ""


def _text(its: Round, before: Scenario | None) -> str:
    """What is new on the board, in words."""
    told = None if before is None else differences(before, its.scenario)
    if before is None or told == []:
        return phrase("The board as it is.")
    return phrase("Another board.") if told is None else phrase("New on the board: {0}.", joined("; ", told))


def _notes(its: Round) -> str:
    """For whoever leads: what people did and learned when it was played first."""
    acts = "" if its.dice else acts_in_words(its)
    told = [phrase("When it was played first, people did this in the run: {0}.", acts)] if acts else []
    if its.learned:
        told.append(phrase("What was learned when it was played first: {0}", its.learned))
    return joined("\n\n", told)[:LONGEST_TEXT] if told else ""


def _callouts(its: Round, old: ExerciseStep | None) -> tuple[Callout, ...]:
    """What was called out then, as far as the board has what it waits for."""
    listed = () if old is None else old.callouts
    return tuple(each for each in listed if not any(callout_problems(its.scenario, each, "")))


def _questions(its: Round, steps: Mapping[tuple[str, str], str]) -> Iterator[Question]:
    """What was asked then, as far as a run of this board can tell it.

    `steps` has the new name of each step told before, by exercise and old name.
    """
    asked = [each.question for each in its.predictions]
    if not asked:
        yield NumberQuestion(text=phrase("How long is the lead time, on average?"), figure="lead_time.mean")
    known = {step: new for (exercise, step), new in steps.items() if exercise == its.exercise}
    for question in asked:
        renamed = _renamed(question, known) if isinstance(question, ChoiceQuestion) else question
        if renamed is not None and not any(question_problems(its.scenario, renamed, "", [*known.values()])):
            yield renamed


def _renamed(question: ChoiceQuestion, steps: Mapping[str, str]) -> ChoiceQuestion | None:
    """The question, comparing with the steps by their new names; None where one is not told."""
    than = {option.holds.than for option in question.options if option.holds is not None} - {None}
    if not than <= steps.keys():
        return None
    options = [
        option
        if option.holds is None or option.holds.than is None
        else replace(option, holds=replace(option.holds, than=steps[option.holds.than]))
        for option in question.options
    ]
    return replace(question, options=tuple(options))


def _promised(step: ExerciseStep, plan: RoundPlan, figures: Mapping[str, float]) -> Iterator[ExpectedNumber]:
    for name, value in figures.items():
        if isfinite(value):
            exact = value == round(value)
            yield ExpectedNumber(
                board=step.board or "", figure=name, value=value if exact else round(value, DIGITS),
                within=0.0 if exact else 10.0**-DIGITS, until=plan.until, set_=step.set_, dice=plan.dice,
            )  # fmt: skip
