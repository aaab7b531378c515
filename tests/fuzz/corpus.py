"""Sound files to begin with."""

from typing import Final

import hypothesis
from hypothesis import settings

from flowsim.storage import Document
from flowsim.storage.resources import exercises
from flowsim.storage.writing import document_text
from tests.strategies import documents, modest

DRAWN: Final = 150
"""Documents drawn, of any kind and of the playable kind each."""


def sound_files(seed: int, drawn: int = DRAWN) -> list[bytes]:
    """The built-in exercises and what the strategies of the tests make, some with the sessions of runs."""
    files = [each.path.read_bytes() for each in exercises()]
    for playable in (False, True):
        files += [
            document_text(each.scenario, each.session).encode() for each in _drawn(seed, drawn, playable=playable)
        ]
    return files


def _drawn(seed: int, many: int, *, playable: bool) -> list[Document]:
    found: list[Document] = []

    @hypothesis.seed(seed)
    @settings(modest, max_examples=many, derandomize=False)
    @hypothesis.given(documents(playable=playable))
    def keep(document: Document) -> None:
        found.append(document)

    keep()
    return found
