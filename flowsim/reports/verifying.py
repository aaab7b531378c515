"""Whether a report says what its session says: the session inside is played again, and everything is compared.

Figures are compared by their keys, the rest of the text word by word, style included, and every element with what it
says; charts with their hashes. The page may have been saved by a browser, which writes the same another way. It is
proof against slips and forged figures, not against somebody who draws other charts and signs them anew.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from flowsim.reports.contents import contents_of
from flowsim.reports.page import report_page
from flowsim.storage.parsing import one
from flowsim.storage.report_file import document_in

BROWSERS_OWN: Final = frozenset({"tbody", "head", "body"})
"""Elements that a browser adds when it saves a page; it gives them no attributes."""

OF_A_CHART: Final = frozenset({"src", "data-sha256"})
"""What of a picture depends on who draws it; the one is compared with the other."""

VOID: Final = frozenset({"img", "br", "meta", "link", "hr", "input"})
MOST_UNPAIRED: Final = 100
"""Tags that are begun and not ended: the parser takes time with the square of their number."""

MOST_TOLD: Final = 40
CONTEXT: Final = 60
"""Characters of a text that are shown where it differs."""


def differences(page: bytes, pause: Callable[[float], bool] | None = None) -> list[str] | None:
    """What in a report is not what its session says, a line each; empty where all of it is.

    None if `pause`, which is told how far it is (0 to 1), says to stop.

    Raises:
        ScenarioProblems: there is no session inside, or it cannot be used.
    """
    document = document_in(page)
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError as error:
        raise one("", f"byte {error.start} is not UTF-8", "a report that flowsim has written") from error
    if abs(text.count("<") - text.count(">")) > MOST_UNPAIRED:
        raise one("", "tags without an end", "a report that flowsim has written")
    found = _read(text)
    if found.version is None or found.made is None:
        raise one("", "a page without a version or a date", "a report that flowsim has written")
    contents = contents_of(document, pause)
    if contents is None:
        return None
    expected = _read(report_page(document, contents, found.made, lambda *_: b"", found.version))
    told = [*_figures(found, expected), *found.broken_charts]
    if not told:
        told = [*_first_difference("text", found.words, expected.words)]
    if not told:
        told = [*_first_difference("element", found.elements, expected.elements)]
    return told[:MOST_TOLD] + ([f"and {len(told) - MOST_TOLD:,} more"] if len(told) > MOST_TOLD else [])


class _Read(HTMLParser):
    """What a report says: its figures by key, its other words in order, and charts that are not what they were."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.figures: dict[str, str] = {}
        self.words: list[str] = []
        self.elements: list[str] = []
        self.broken_charts: list[str] = []
        self.version: str | None = None
        self.made: str | None = None
        self._open: list[tuple[str, str | None]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        its = dict(attrs)
        if tag not in BROWSERS_OWN or attrs:
            kept = sorted((name, value or "") for name, value in attrs if name not in OF_A_CHART or tag != "img")
            self.elements.append(f"<{tag} {kept}>")
        if tag == "html":
            self.version, self.made = its.get("data-flowsim"), its.get("data-made")
        elif tag == "img":
            self._look_at_chart(its)
        if tag not in VOID:
            self._open.append((tag, its.get("data-figure")))

    @override
    def handle_comment(self, data: str) -> None:
        """A browser that saves a page writes where from. With < or > in it, a browser may see it end elsewhere."""
        if "<" in data or ">" in data:
            self.elements.append(f"<!--{data}-->")

    @override
    def handle_decl(self, decl: str) -> None:
        self.elements.append(f"<!{decl.casefold()}>")

    @override
    def unknown_decl(self, data: str) -> None:
        self.elements.append(f"<![{data}]>")

    @override
    def handle_pi(self, data: str) -> None:
        self.elements.append(f"<?{data}>")

    @override
    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                return

    @override
    def handle_data(self, data: str) -> None:
        key = next((key for _, key in reversed(self._open) if key is not None), None)
        if key is None:
            self.words += data.split()
        else:
            self.figures[key] = " ".join([self.figures.get(key, ""), *data.split()]).strip()

    def _look_at_chart(self, its: dict[str, str | None]) -> None:
        address, expected = its.get("src") or "", its.get("data-sha256")
        _, comma, encoded = address.partition("base64,")
        try:
            content = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            content = b""
        if not comma or hashlib.sha256(content).hexdigest() != expected:
            self.broken_charts.append(f"chart “{its.get('alt') or ''}”: not as it was drawn")


def _read(text: str) -> _Read:
    read = _Read()
    read.feed(text)
    read.close()
    return read


def _figures(found: _Read, expected: _Read) -> Iterator[str]:
    for key, value in expected.figures.items():
        if key not in found.figures:
            yield f"figure {key}: missing; the session gives {value}"
        elif found.figures[key] != value:
            yield f"figure {key}: {found.figures[key]}; the session gives {value}"
    for key in found.figures.keys() - expected.figures.keys():
        yield f"figure {key}: {found.figures[key]}; the session has no such figure"


def _first_difference(what: str, found: Sequence[str], expected: Sequence[str]) -> Iterator[str]:
    """Where two lists begin and cease to differ, in one line."""
    if found == expected:
        return
    pairs = zip(found, expected, strict=False)
    start = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(found), len(expected)))
    most = min(len(found), len(expected)) - start
    backwards = zip(reversed(found), reversed(expected), strict=False)
    alike = next((many for many, (one, other) in enumerate(backwards) if one != other), most)
    its, meant = (" ".join(each[start : len(each) - min(alike, most)])[:CONTEXT] for each in (found, expected))
    yield f"{what} “{its}”: the session gives “{meant}”"
