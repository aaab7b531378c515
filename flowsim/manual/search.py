"""Finding the place in the manual where a question is answered.

SQLite's full-text index does it, in memory: words in all their forms (Porter's stemmer), the best match first (BM25), a
word in a heading worth more than one in the text.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flowsim.manual.pages import Manual, Part

MOST: Final = 20
LONGEST: Final = 200
"""Characters of a question: SQLite takes minutes for one of thousands of words."""
WEIGHTS: Final = "0, 0, 12.0, 8.0, 1.0"
"""What a word is worth: nothing in where a part stands, most in the title of the page, then in the heading."""
EMPTY_WORDS: Final = frozenset(
    ["a", "an", "and", "are", "can", "do", "does", "for", "how", "i", "in", "is", "it", "my", "of", "on", "one", "the",
     "this", "to", "we", "what", "when", "where", "which", "who", "why", "with", "you"]
)  # fmt: skip
"""Words of questions, which stand everywhere."""
OPENED, CLOSED = "\x02", "\x03"


@dataclass(frozen=True)
class Found:
    """A part of a page that answers: where it is, its heading, the page's title, and a piece of it, cut where words
    that were looked for begin and end (the odd pieces are those words).
    """

    place: str
    heading: str
    title: str
    pieces: Sequence[str]


class ManualIndex:
    """The words of a manual, ready to be looked for."""

    def __init__(self, manual: Manual) -> None:
        self._store = sqlite3.connect(":memory:")
        self._store.execute(
            "CREATE VIRTUAL TABLE parts USING fts5(page UNINDEXED, anchor UNINDEXED, title, heading, body, "
            "tokenize = 'porter unicode61')"
        )
        rows = [
            (part.page, part.anchor, page.title, part.heading, plain(part))
            for page in manual.pages.values()
            for part in page.parts
        ]
        self._store.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", rows)

    def find(self, asked: str) -> Sequence[Found]:
        """The parts that answer best: those with every word first, then those with some of them."""
        words = re.findall(r"[^\W_]+", asked[:LONGEST].encode("utf-8", "ignore").decode("utf-8").lower())
        words = [word for word in words if word not in EMPTY_WORDS] or words
        if not words:
            return []
        every = self._matching(" AND ".join(_looked_for(words)))
        some = self._matching(" OR ".join(_looked_for(words))) if len(words) > 1 else []
        return list({found.place: found for found in (*every, *some)}.values())[:MOST]

    def close(self) -> None:
        """Let go of the index."""
        self._store.close()

    def _matching(self, query: str) -> list[Found]:
        rows = self._store.execute(
            f"SELECT page, anchor, heading, title, snippet(parts, 4, ?, ?, '…', 24) FROM parts "  # noqa: S608
            f"WHERE parts MATCH ? ORDER BY bm25(parts, {WEIGHTS}) LIMIT ?",
            (OPENED, CLOSED, query, MOST),
        )
        return [
            Found(f"{page}#{anchor}" if anchor else page, heading, title, re.split(f"[{OPENED}{CLOSED}]", piece))
            for page, anchor, heading, title, piece in rows
        ]


def _looked_for(words: Iterable[str]) -> list[str]:
    """Words as the index is asked for them: quoted, and the last one may still be being typed."""
    *whole, last = words
    return [*(f'"{word}"' for word in whole), f'("{last}" OR "{last}"*)']


def plain(part: Part) -> str:
    """What stands in a part, without the signs of Markdown."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", part.text)
    text = re.sub(r"^\|[\s|:-]+\|$|^ *(?:-|\d+\.) ", "", text, flags=re.MULTILINE)
    return re.sub(r"\s+", " ", re.sub(r"[*`|>#]", " ", text)).strip()
