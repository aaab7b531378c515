"""The text of a file whose encoding nobody tells: found by looking at all of it."""

import codecs
from typing import Final, NamedTuple

from flowsim.domain.phrases import phrase
from flowsim.storage.histories.problems import FileProblem

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file begins that says its encoding itself; the longer ones first."""

WRITING: Final = frozenset("\t\n\r\x0b\x0c\x1a")
"""Control characters that texts have: ends of lines and pages, and the end of a file of old."""

MOST_ODD: Final = 0.001
"""The largest share of other control characters in what is still a text."""


class Text(NamedTuple):
    """A text and the name of its encoding."""

    text: str
    encoding: str


def text_of(data: bytes) -> Text:
    """The bytes of a file as text.

    Raises:
        FileProblem: there is nothing in it, or it is no text.
    """
    found = _decoded(data)
    if not found.text.strip("\ufeff \t\r\n\x00"):
        raise FileProblem("empty-file", phrase("the file is empty"))
    if not _is_writing(found.text):
        raise FileProblem("not-text", phrase("this is no text, and no workbook of Excel (.xlsx) either"))
    return Text(found.text.removeprefix("\ufeff"), found.encoding)


def _decoded(data: bytes) -> Text:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Text(data.decode(encoding, errors="replace"), encoding)
    if (wide := _utf_16_without_a_mark(data)) is not None:
        return Text(data.decode(wide, errors="replace"), wide)
    for encoding in ("utf-8", "cp1252"):
        try:
            return Text(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Text(data.decode("latin-1"), "latin-1")


def _utf_16_without_a_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: Western text has a zero in every second byte."""
    if len(data) < 4 or len(data) % 2:
        return None
    high, low = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if low > 0.7 * half and high < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if high > 0.7 * half and low < 0.1 * half else None


def _is_writing(text: str) -> bool:
    odd = sum(text.count(chr(code)) for code in range(32) if chr(code) not in WRITING)
    return odd + text.count("\ufffd") <= MOST_ODD * len(text)
