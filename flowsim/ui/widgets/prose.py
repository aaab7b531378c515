"""Somebody's text in Markdown, shown as prose: headings, lists, emphasis; no links, no pictures, no HTML."""

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser
from typing_extensions import override

from flowsim.ui.style.theme import SEMIBOLD, px

MOST: Final = 8_000
"""Characters that are shown: some pages. Laying out a hundred times as much would hold the window up for seconds."""

PARAGRAPH: Final = 6
"""Pixels between two paragraphs."""

MOST_BRACKETS: Final = 400
"""Links and what looks like one: Qt takes time with the square of their number."""


class Prose(QTextBrowser):
    """As high as its text. A scenario is somebody else's, so nothing in it leads anywhere or is fetched."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._markdown = ""
        self.setObjectName("prose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_markdown(self, text: str) -> None:
        """Show `text`, or the first part of a very long one."""
        if text == self._markdown:
            return
        self._markdown = text
        features = QTextDocument.MarkdownFeature
        # Where a document is on view, Qt reads a picture's file as soon as it stands there, whatever `loadResource`
        # says; so pictures are taken away before anybody looks.
        unseen = QTextDocument(self)
        unseen.setMarkdown(_bounded(text), features.MarkdownDialectCommonMark | features.MarkdownNoHTML)
        self._take_links_away(unseen)
        _space_out(unseen)
        unseen.setDefaultFont(self.document().defaultFont())
        unseen.setDocumentMargin(0)
        option = QTextOption(unseen.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        unseen.setDefaultTextOption(option)
        self.setDocument(unseen)  # the one before goes with it
        self._fit()

    def _take_links_away(self, document: QTextDocument) -> None:
        """A link reads like any other word; a picture is left out."""
        plain = QTextCharFormat()
        plain.setAnchor(False)
        plain.setAnchorHref("")
        plain.setFontUnderline(False)
        plain.setForeground(self.palette().text())
        block = document.begin()
        spots: list[tuple[int, int, bool]] = []
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                its = fragment.charFormat()
                if its.isAnchor() or its.isImageFormat():
                    spots.append((fragment.position(), fragment.length(), its.isImageFormat()))
                iterator += 1
            block = block.next()
        for start, length, picture in reversed(spots):
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if picture:
                cursor.removeSelectedText()
            else:
                cursor.mergeCharFormat(plain)

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.viewport().width(), 40))
        self.setFixedHeight(round(self.document().size().height()) + 2)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _bounded(text: str) -> str:
    """As much of `text` as is shown at once, up to the end of a line or a word where there is one."""
    brackets = [index for index, character in enumerate(text[:MOST]) if character == "["]
    end = brackets[MOST_BRACKETS] if len(brackets) > MOST_BRACKETS else MOST
    if len(text) <= end:
        return text
    return text[: max(text.rfind("\n", 0, end), text.rfind(" ", 0, end), end // 2)] + " …"


def _space_out(document: QTextDocument) -> None:
    """Room between paragraphs, and bold as the program's font has it: a bolder one would be smeared."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        spaced = block.blockFormat()
        spaced.setBottomMargin(px(PARAGRAPH) if block.next().isValid() else 0)
        cursor.setBlockFormat(spaced)
        spots = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().fontWeight() > SEMIBOLD:
                spots.append((fragment.position(), fragment.length()))
            iterator += 1
        for start, length in spots:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            bold = QTextCharFormat()
            bold.setFontWeight(SEMIBOLD)
            cursor.mergeCharFormat(bold)
        block = block.next()
