"""A workshop: the exercise it follows, and its rounds, each predicted, played, revealed and learned from.

A round is a whole run: scenario (seed included), interventions and the time it came to. So everything in the log can be
played again, and no figure stands in it. Records are frozen; acts make changed copies (`flowsim.session.rounds`).
"""

from dataclasses import dataclass
from typing import Annotated, Final

from annotated_types import Ge, Le, MaxLen, MinLen

from flowsim.domain.constraints import FILE_RECORD, MAX_CARDS, LongText, NonNegative, Positive, ShortText
from flowsim.domain.exercises import Exercise, Faces
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import Phrase, phrase
from flowsim.domain.predictions import Prediction
from flowsim.domain.scenario import Scenario

MOST_ROUNDS: Final = 200
MOST_QUESTIONS: Final = 20
MOST_OPTIONS: Final = 12
MOST_VOTES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round that was played: its run up to `time`, what was predicted, and what people `learned` in their words.

    `exercise` and `step` say where it was played, both empty for a round of one's own. `rule` tells that no hand
    played it: it is the work of another round under a rule. `dice` are the faces of the dice that moved its cards.
    """

    __pydantic_config__ = FILE_RECORD
    name: ShortText
    scenario: Scenario
    time: NonNegative
    interventions: Annotated[tuple[Intervention, ...], MaxLen(MAX_CARDS)] = ()
    predictions: Annotated[tuple[Prediction, ...], MaxLen(MOST_QUESTIONS)] = ()
    learned: LongText = ""
    step: Annotated[str, MaxLen(64)] = ""
    exercise: ShortText = ""
    rule: bool = False
    dice: Faces = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundUnderWay:
    """The round that is being played on the board.

    Time stops at `until` (None: where the scenario ends). Predictions may be changed until they are `locked`. With
    `hidden` nobody sees figures and charts until they are `revealed`; with `dice` cards move by dice with these faces.
    `key` tells this round from every other, for phones that answer it; `heard` says that their answers are in.
    """

    __pydantic_config__ = FILE_RECORD
    name: ShortText
    until: Positive | None = None
    predictions: Annotated[tuple[Prediction, ...], MaxLen(MOST_QUESTIONS)] = ()
    locked: bool = False
    hidden: bool = False
    revealed: bool = False
    learned: LongText = ""
    step: Annotated[str, MaxLen(64)] = ""
    exercise: ShortText = ""
    dice: Faces = ()
    key: Annotated[str, MaxLen(64)] = ""
    heard: bool = False

    @property
    def conceals(self) -> bool:
        """Whether results must not be seen yet."""
        return self.locked and self.hidden and not self.revealed


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomVote:
    """What the room wants: a `question`, its `options`, and how many were for each."""

    __pydantic_config__ = FILE_RECORD
    question: ShortText
    options: Annotated[tuple[ShortText, ...], MinLen(2), MaxLen(MOST_OPTIONS)]
    votes: Annotated[tuple[Annotated[int, Ge(0), Le(1_000_000)], ...], MinLen(2), MaxLen(MOST_OPTIONS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What is played, and what was played: the exercise, if there is one, with the step on view (from 0); the rounds.

    `minutes` names the variant of the exercise; None is all of it. `votes` are what the room wanted, oldest first.
    """

    __pydantic_config__ = FILE_RECORD
    exercise: Exercise | None = None
    step: Annotated[int, Ge(0), Le(1_000)] = 0
    minutes: Annotated[int, Ge(1), Le(10_000)] | None = None
    rounds: Annotated[tuple[Round, ...], MaxLen(MOST_ROUNDS)] = ()
    under_way: RoundUnderWay | None = None
    votes: Annotated[tuple[RoomVote, ...], MaxLen(MOST_VOTES)] = ()

    @property
    def begun(self) -> bool:
        """Whether there is anything to keep."""
        return self != Workshop()

    @property
    def by_dice(self) -> bool:
        """Whether dice move the cards of the round under way."""
        return self.under_way is not None and self.under_way.locked and bool(self.under_way.dice)

    @property
    def why_time_stands(self) -> Phrase | None:
        """Why the round under way cannot run yet; None if it can, or where there is none."""
        its = self.under_way
        if its is None or its.locked:
            return None
        if its.predictions:
            return phrase("lock the predictions first: who sees the run before cannot be surprised by it")
        return phrase("the round has not begun: press Run in the guide")

    @property
    def holds_work(self) -> bool:
        """Whether people predicted, played or wrote something that would be lost."""
        its = self.under_way
        guessed = its is not None and (
            its.locked or its.learned or any(one.guess or one.room for one in its.predictions)
        )
        return bool(self.rounds) or bool(guessed) or bool(self.votes)
