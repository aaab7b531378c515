"""The pages of the manual: which there are, in what order, and what stands in them.

`contents.json` lists them by section. A page is Markdown: CommonMark with tables, one heading of the first level at its
top, links to other pages by their file, pictures beside it. Comments are for those who write it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, normpath
from posixpath import join as joined_path
from typing import Final

COMMENT: Final = re.compile(r"^<!--(?:(?!-->).)*-->\n|<!--.*?-->", re.DOTALL | re.MULTILINE)
"""On a line of its own with that line; within one without its end, or words would run together."""
HEADING: Final = re.compile(r"^(#{1,4}) +(.+?) *$", re.MULTILINE)
FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
FIRST: Final = "index"


@dataclass(frozen=True)
class Part:
    """What stands under one heading of a page, up to the next: `anchor` is empty for the beginning of the page."""

    page: str
    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page: `name` is its path without the ending, `section` the part of the manual in which it stands."""

    name: str
    section: str
    title: str
    text: str

    @property
    def anchors(self) -> Sequence[str]:
        """The places that a link can lead to, in their order."""
        return [part.anchor for part in self.parts if part.anchor]

    @cached_property
    def parts(self) -> Sequence[Part]:
        """The page cut at its headings."""
        return list(_parts(self.name, self.text))


class Manual:
    """All pages of the manual in a `folder`.

    Raises:
        OSError, KeyError, ValueError: the folder does not hold a manual.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        listed = json.loads((folder / "contents.json").read_text(encoding="utf-8"))
        self.sections: dict[str, list[Page]] = {
            str(section["title"]): [self._read(str(name), str(section["title"])) for name in section["pages"]]
            for section in listed
        }
        self.pages: dict[str, Page] = {page.name: page for pages in self.sections.values() for page in pages}

    def __contains__(self, place: str) -> bool:
        """Whether there is such a page, and such a heading on it."""
        name, _, anchor = place.partition("#")
        return name in self.pages and (not anchor or anchor in self.pages[name].anchors)

    def _read(self, name: str, section: str) -> Page:
        text = COMMENT.sub("", (self.folder / f"{name}.md").read_text(encoding="utf-8"))
        return Page(name, section, text.split("\n", 1)[0].removeprefix("# ").strip(), text)


def target(page: str, link: str) -> str | None:
    """Where a `link` on a page leads within the manual; None for a link to anywhere else."""
    path, _, anchor = link.partition("#")
    if "://" in path or path.startswith(("/", "mailto:")) or (path and not path.endswith(".md")):
        return None
    name = normpath(joined_path(dirname(page), path.removesuffix(".md"))) if path else page
    return f"{name}#{anchor}" if anchor else name


def slug(heading: str) -> str:
    """How links name a heading: its words in small letters with hyphens between, as GitHub does it."""
    words = re.sub(r"[*`\[\]]|\(.*?\.md.*?\)", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def _parts(page: str, text: str) -> Iterator[Part]:
    hidden = FENCE.sub(lambda block: re.sub("[^\n]", " ", block[0]), text)  # a comment of a shell is no heading
    found = list(HEADING.finditer(hidden))
    for heading, following in zip(found, [*found[1:], None], strict=True):
        body = text[heading.end() : following.start() if following else len(text)].strip()
        anchor = "" if len(heading[1]) == 1 else slug(heading[2])
        yield Part(page, anchor, re.sub(r"[*`]", "", heading[2]), body)
