"""A page of the manual as HTML for a window: the small part of HTML that Qt shows, with a place at each heading."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flowsim.manual.pages import Page, slug

if TYPE_CHECKING:
    from markdown_it.token import Token

CELL_PADDING: Final = 6


def as_html(page: Page, width_of: Callable[[str], int]) -> str:
    """The whole page; `width_of` tells how many pixels wide the picture of this path is to be shown."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(page.text)
    for each in tokens:
        if each.type in ("fence", "code_block"):
            each.content = each.content.rstrip("\n")  # or the box ends with an empty line
    _name_places(tokens)
    _size_pictures(tokens, width_of)
    _set_tables(tokens)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _name_places(tokens: "Sequence[Token]") -> None:
    """Qt finds a place by the name of an anchor within the heading."""
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", slug(words.content))


def _size_pictures(tokens: "Sequence[Token]", width_of: Callable[[str], int]) -> None:
    """Each picture in its width; a paragraph that is nothing else is one of the class `picture`."""
    for before, each in pairwise(tokens):
        for inner in each.children or ():
            if inner.type == "image":
                inner.attrSet("width", width_of(str(inner.attrGet("src"))))
                if len(each.children or ()) == 1:
                    before.attrSet("class", "picture")


def _set_tables(tokens: "Sequence[Token]") -> None:
    for each in tokens:
        if each.type == "table_open":
            each.attrSet("cellpadding", CELL_PADDING)
            each.attrSet("cellspacing", 0)
