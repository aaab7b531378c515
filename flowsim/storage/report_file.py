"""The session inside a report: a whole .flowsim file, as the address of a link that needs no network.

Only the text of the report is read: nothing in it is run or fetched.
"""

import base64
import binascii
import re
from pathlib import Path
from typing import Final

from flowsim.storage.document import Document, content_of
from flowsim.storage.parsing import one
from flowsim.storage.reading import read_document
from flowsim.storage.writing import document_text

REPORTS: Final = (".html", ".htm")
START: Final = "data:application/json;base64,"
_START: Final = b'href="' + START.encode()
_ANCHOR: Final = re.compile(rb"<a\s[^<>]*>")


def _links(page: bytes) -> list[bytes]:
    """What the links to sessions hold, as a browser would find them: what stands in a comment is none."""
    parts = []
    start = 0
    while (begins := page.find(b"<!--", start)) >= 0:
        parts.append(page[start:begins])
        ends = page.find(b"-->", begins + 4)
        start = len(page) if ends < 0 else ends + 3
    parts.append(page[start:])
    tags = (tag for part in parts for tag in _ANCHOR.findall(part) if b'id="session"' in tag)
    return [tag.partition(_START)[2].partition(b'"')[0] for tag in tags if _START in tag]


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
    links = _links(page)
    if len(links) != 1:
        given = "more than one session inside" if links else "no session inside"
        raise one("", given, "a report that flowsim has written")
    encoded = links[0]
    try:
        content = base64.b64decode(b"".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise one("session", "a session that cannot be decoded", "a report that flowsim has written") from error
    return Document(*read_document(content))
