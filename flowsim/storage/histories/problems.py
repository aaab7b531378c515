"""What may be wrong with a whole file, and what only its owner can say."""

from typing import Literal, TypeAlias

from flowsim.domain.phrases import Phrase

FileError: TypeAlias = Literal["empty-file", "header-only", "not-text", "too-large", "no-dates", "broken"]


class FileProblem(Exception):  # noqa: N818 - says what it carries
    """Nothing can be read of the file; the message says why, and what to do."""

    def __init__(self, kind: FileError, message: Phrase) -> None:
        super().__init__(str(message))
        self.kind = kind
        self.message = message


class MustAsk(Exception):  # noqa: N818 - a question, not a failure
    """The file can be read in two ways, and its owner has to say which. `key` and `answers` are those of a map."""

    def __init__(self, key: str, question: Phrase, answers: tuple[str, ...]) -> None:
        super().__init__(str(question))
        self.key = key
        self.question = question
        self.answers = answers
