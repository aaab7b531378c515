"""What can be wrong, in words a person can act on."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

UNSHOWN: Final = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that no single line can show."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a scenario: `where: what was given: what is expected`.

    `where` is a path such as ``columns[2].wip_limit``; empty for the file as a whole.
    """

    where: str
    given: str
    expected: str

    def __str__(self) -> str:
        return one_line(": ".join(part for part in (self.where, self.given, self.expected) if part))


def one_line(text: str) -> str:
    """`text` with line ends, control characters and halves of characters spelled out, so that it stays one line."""
    if text.isprintable():
        return text
    return "".join(
        character.encode("unicode_escape").decode() if unicodedata.category(character) in UNSHOWN else character
        for character in text
    )


class ScenarioProblems(ValueError):  # noqa: N818 - says what it carries
    """A scenario cannot be used; `problems` has everything found, never empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NewerVersion(ScenarioProblems):
    """A file was written by a newer flowsim; nothing else is wrong with it."""


class Refused(Exception):  # noqa: N818 - a rule of the game, not a failure
    """The board does not allow what a person asked for; the message is the reason, in one line. Nothing changed."""


class EndlessInstant(RuntimeError):  # noqa: N818 - says what happened
    """The scenario moves cards for ever without time passing; the message names the cause."""
