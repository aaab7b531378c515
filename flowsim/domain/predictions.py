"""What people are asked to predict before a run, what they guessed, and when a choice turns out to be right.

A question says how its answer is read off the run, so that nobody decides afterwards what would have been right. A
guess is a list of numbers: one for a number, the place of the option (from 0) for a choice, time and value for a point;
empty while there is none.
"""

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

from annotated_types import MaxLen, MinLen

from flowsim.domain.constraints import FILE_RECORD, Identifier, OneOf, ShortText

MOST_IN_ROOM: Final = 1_000
"""Answers of a room to one question: of its phones, and those that were typed in."""

FigureName: TypeAlias = Annotated[str, MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a run may show at its end: a `figure` above or below a bound, or which column was the `bottleneck`.

    With `than` it is not the figure that is compared, but how much more it is than in the last round of that step.
    """

    __pydantic_config__ = FILE_RECORD
    figure: FigureName | None = None
    above: float | None = None
    below: float | None = None
    than: Identifier | None = None
    bottleneck: Identifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose; it is right if the run shows `holds`, and open where that says nothing."""

    __pydantic_config__ = FILE_RECORD
    text: ShortText
    holds: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion:
    """How much will a figure of the run be?"""

    __pydantic_config__ = FILE_RECORD
    text: ShortText
    figure: FigureName
    kind: Literal["number"] = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion:
    """Which of these will come true?"""

    __pydantic_config__ = FILE_RECORD
    text: ShortText
    options: Annotated[tuple[Option, ...], MinLen(2), MaxLen(12)]
    kind: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointQuestion:
    """Where will a curve over time be? `curve` is finished, arrived, wip, columns.ID.wip or columns.ID.queue."""

    __pydantic_config__ = FILE_RECORD
    text: ShortText
    curve: FigureName
    kind: Literal["point"] = "point"


Question: TypeAlias = Annotated[NumberQuestion | ChoiceQuestion | PointQuestion, OneOf("kind")]

Guess: TypeAlias = Annotated[tuple[float, ...], MaxLen(2)]

NUMBERS_OF_A_GUESS = {"number": 1, "choice": 1, "point": 2}
"""How many numbers answer each kind of question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A question and what people guessed: one `guess` for all, and where the room answered, what everybody said."""

    __pydantic_config__ = FILE_RECORD
    question: Question
    guess: Guess = ()
    room: Annotated[tuple[Guess, ...], MaxLen(MOST_IN_ROOM)] = ()

    @property
    def option(self) -> int:
        """The place of the chosen option; asked only of a choice that was made."""
        return int(self.guess[0])
