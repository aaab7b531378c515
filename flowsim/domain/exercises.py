"""An exercise: a story in steps, told on boards of its own. Data, no code, one file to share.

The texts are Markdown, shown without HTML, links and pictures. What a step points at is named, not scripted; what a
callout waits for is a condition on the trace; what a prediction is measured against is a figure of the run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal, TypeAlias

from annotated_types import Ge, Le, MaxLen, MinLen

from flowsim.domain.constraints import FILE_RECORD, Identifier, LongText, Positive, ShortText
from flowsim.domain.predictions import FigureName, Question
from flowsim.domain.scenario import Scenario

EXERCISE_VERSION: Final = 1
MOST_BOARDS: Final = 50
MOST_STEPS: Final = 200
MOST_CALLOUTS: Final = 20
MOST_SETTINGS: Final = 100
Minutes: TypeAlias = Annotated[float, Ge(0), Le(10_000)]

PLACES: Final = (
    "play", "step", "restart", "speed", "seed", "pin", "timeline", "figures", "bottleneck", "inspector", "chart",
    "backlog", "done", "limit",
)  # fmt: skip
"""Parts of the window that a step can outline, besides `columns.ID` and `charts.NAME`; `limit` is the first shared."""

Faces: TypeAlias = Annotated[tuple[Annotated[int, Ge(0), Le(1_000)], ...], MaxLen(100)]
"""The numbers on a die, each as likely as any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something that can happen in a run: a count passes a bound, for the first time.

    `what` counts cards: in the queue before a column's workers, in a column or on the board (`wip`), finished, or in
    the backlog.
    """

    __pydantic_config__ = FILE_RECORD
    what: Literal["queue", "wip", "finished", "backlog"]
    above: Annotated[int, Ge(0), Le(1_000_000)]
    column: Identifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A sentence that appears on the board when something happens there for the first time in the run."""

    __pydantic_config__ = FILE_RECORD
    when: Condition
    text: ShortText


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """The round that a step asks for: what to predict, and where time stops (None: where the board's run ends).

    With `dice` only dice move cards: once each time unit everybody in the row rolls a die with these faces, and moves
    as many cards to the next place, as far as there are any.
    """

    __pydantic_config__ = FILE_RECORD
    name: ShortText = ""
    until: Positive | None = None
    hidden: bool = False
    dice: Faces = ()
    questions: Annotated[tuple[Question, ...], MaxLen(20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseStep:
    """One step of the story.

    It begins on `board` (None: the board goes on as it stands) with the settings of `set_` by path. `outline` is the
    part of the window to click or to look at, `speed` the pace in time units a second, `minutes` how long people
    should take, and `notes` are for whoever leads.
    """

    __pydantic_config__ = FILE_RECORD
    id: Identifier
    title: ShortText
    text: LongText = ""
    notes: LongText = ""
    minutes: Minutes | None = None
    board: Identifier | None = None
    set_: Annotated[Mapping[ShortText, Any], MaxLen(MOST_SETTINGS)] = field(default_factory=dict)
    outline: ShortText | None = None
    speed: Positive | None = None
    round: RoundPlan | None = None
    callouts: Annotated[tuple[Callout, ...], MaxLen(MOST_CALLOUTS)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """The exercise in so many `minutes`: the steps that are told, by id, and how to lead it."""

    __pydantic_config__ = FILE_RECORD
    minutes: Annotated[int, Ge(1), Le(10_000)]
    steps: Annotated[tuple[Identifier, ...], MinLen(1), MaxLen(MOST_STEPS)]
    notes: LongText = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedNumber:
    """A number that the exercise promises: a figure of a board with these settings at `until`, within so much.

    With `dice` the round is played by dice with these faces, as in a step that has them.
    """

    __pydantic_config__ = FILE_RECORD
    board: Identifier
    figure: FigureName
    value: float
    within: Annotated[float, Ge(0)] = 0.0
    until: Positive | None = None
    set_: Annotated[Mapping[ShortText, Any], MaxLen(MOST_SETTINGS)] = field(default_factory=dict)
    dice: Faces = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A whole exercise. `teaches` says in one sentence what it is about, without giving its answer away."""

    __pydantic_config__ = FILE_RECORD
    name: ShortText
    teaches: ShortText = ""
    boards: Annotated[Mapping[Identifier, Scenario], MinLen(1), MaxLen(MOST_BOARDS)]
    steps: Annotated[tuple[ExerciseStep, ...], MinLen(1), MaxLen(MOST_STEPS)]
    variants: Annotated[tuple[Variant, ...], MaxLen(12)] = ()
    notes: LongText = ""
    debrief: Annotated[tuple[ShortText, ...], MaxLen(20)] = ()
    expected: Annotated[tuple[ExpectedNumber, ...], MaxLen(100)] = ()

    def told_in(self, minutes: int | None) -> Sequence[ExerciseStep]:
        """The steps of the variant of so many minutes, in its order; all of them without one."""
        variant = next((each for each in self.variants if each.minutes == minutes), None)
        if variant is None:
            return self.steps
        by_id = {step.id: step for step in self.steps}
        return [by_id[step] for step in variant.steps if step in by_id]

    def minutes_of(self, step: ExerciseStep, minutes: int | None) -> float | None:
        """How long people should take for a step: in a variant with more time than its steps ask for, in proportion."""
        asked = sum(each.minutes or 0.0 for each in self.told_in(minutes))
        if step.minutes is None or minutes is None or not 0 < asked < minutes:
            return step.minutes
        return round(2 * step.minutes * minutes / asked) / 2

    def board_of(self, step: ExerciseStep) -> str:
        """The board that stands when this step is reached from the start: its own, or that of the last step before."""
        board = next(iter(self.boards))
        for each in self.steps:
            board = each.board or board
            if each.id == step.id:
                break
        return board
