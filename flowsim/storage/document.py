"""A .flowsim file as a whole: a scenario, and the session where it was saved from a run."""

from dataclasses import dataclass
from pathlib import Path

from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.storage.atomic import write_atomically
from flowsim.storage.parsing import MAX_BYTES
from flowsim.storage.reading import read_document
from flowsim.storage.regular_file import read_regular
from flowsim.storage.writing import document_text


@dataclass(frozen=True)
class Document:
    """What one file holds."""

    scenario: Scenario
    session: SavedSession | None = None


def load_document(path: str | Path) -> Document:
    """Read and check the file at `path`.

    Raises:
        ScenarioProblems: the file cannot be read, or something in it is wrong; every problem is listed.
    """
    return Document(*read_document(content_of(Path(path))))


def load_scenario(path: str | Path) -> Scenario:
    """The scenario in the file at `path`, checked; a saved session in it is left aside.

    Raises:
        ScenarioProblems: as `load_document`.
    """
    return load_document(path).scenario


def save_document(path: str | Path, document: Document) -> None:
    """Write `document` to `path` atomically. Halves of characters, which no file can hold, become "?".

    Raises:
        OSError: the place cannot be written; what stood there is untouched.
    """
    write_atomically(Path(path), document_text(document.scenario, document.session).encode("utf-8", "replace"))


def as_read_back(document: Document) -> Scenario:
    """The scenario in `document` as a file would give it back, checked field by field and across fields.

    Raises:
        ScenarioProblems: the file would be refused.
    """
    text = document_text(document.scenario, None)
    return read_document(text.encode("utf-8", "replace"))[0]


def content_of(path: Path) -> bytes:
    """What stands in the file at `path`, or a byte more than may stand there.

    Raises:
        ScenarioProblems: it cannot be read.
    """
    try:
        return read_regular(path, MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ScenarioProblems([Problem("", f"cannot be read ({reason})", "a file that this user may open")]) from error
    except ValueError as error:
        raise ScenarioProblems([Problem("", str(error), "the path of a file")]) from error
