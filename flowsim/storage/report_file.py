"""The session inside a report: a whole .flowsim file, as the address of a link that needs no network.

Only the text of the report is read: nothing in it is run or fetched.
"""

import base64
import binascii
import re
from pathlib import Path
from typing import Final

from flowsim.storage.document import Document, content_of
from flowsim.storage.parsing import MAX_BYTES, one
from flowsim.storage.reading import read_document
from flowsim.storage.writing import document_text

REPORTS: Final = (".html", ".htm")
START: Final = "data:application/json;base64,"
_LINK: Final = re.compile(rb'id="session"[^>]*?href="data:application/json;base64,([A-Za-z0-9+/=\s]+)"|'
                          rb'href="data:application/json;base64,([A-Za-z0-9+/=\s]+)"[^>]*?id="session"')  # fmt: skip


def session_link(document: Document) -> str:
    """The address of a link that holds `document` as its file would."""
    text = document_text(document.scenario, document.session)
    return START + base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")


def document_in_report(path: Path) -> Document:
    """The document inside the report at `path`.

    Raises:
        ScenarioProblems: the report cannot be read, there is none in it, or it is not sound.
    """
    return document_in(content_of(path))


def document_in(page: bytes) -> Document:
    """The document inside the bytes of a report.

    Raises:
        ScenarioProblems: there is none, or it is not sound.
    """
    found = _LINK.search(page)
    if found is None:
        raise one("", "no session inside", "a report that flowsim has written")
    encoded = found[1] or found[2]
    if len(encoded) > 2 * MAX_BYTES:
        raise one("session", "too large a session inside", "a report that flowsim has written")
    try:
        content = base64.b64decode(encoded, validate=False)
    except (binascii.Error, ValueError) as error:
        raise one("session", "a session that cannot be decoded", "a report that flowsim has written") from error
    return Document(*read_document(content))
