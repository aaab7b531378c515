"""A page of the manual on view: in the window's colours, its pictures in the width there is, its films moving."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImageReader, QMovie, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from flowsim.manual.html import as_html
from flowsim.manual.pages import Page, target
from flowsim.manual.search import Found
from flowsim.ui.style.theme import BODY, SPACE_6, TITLE, Theme, px
from flowsim.ui.text.language import tr

WIDEST: Final = 760
"""Pixels of the widest line: longer ones are hard to read."""
MARGIN: Final = SPACE_6


class ManualBrowser(QTextBrowser):
    """Shows a page, or what was found. `asked` tells where a link that was followed leads; nothing is fetched."""

    asked = Signal(str)

    def __init__(self, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.theme = theme
        self._page: Page | None = None
        self._found: tuple[str, Sequence[Found]] | None = None
        self._films: dict[str, QMovie] = {}
        self._width_drawn = -1
        self.moving = True
        self.setObjectName("manual")
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(0)

    @property
    def place(self) -> str:
        """The page on view; empty while there is none."""
        return "" if self._page is None else self._page.name

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Put a page on view, at the heading with this `anchor` if there is one."""
        self._page, self._found = page, None
        self._draw()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def show_found(self, asked: str, found: Sequence[Found]) -> None:
        """Put on view what was found where somebody looked for `asked`."""
        self._page, self._found = None, (asked, found)
        self._draw()
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours, or text of another size."""
        self.theme = theme
        where = self.verticalScrollBar().value()
        self._draw()
        self.verticalScrollBar().setValue(where)

    def stop(self) -> None:
        """Nobody looks any more: films stand."""
        for film in self._films.values():
            film.stop()
            film.deleteLater()
        self._films.clear()

    # Inside

    def _draw(self) -> None:
        self.stop()
        self.document().setDefaultStyleSheet(_style(self.theme))
        self._width_drawn = self.width()
        if self._page is not None:
            self.setHtml(as_html(self._page, self._width_of))
        elif self._found is not None:
            self.setHtml(_list_of(*self._found))
        self._leave_margins()

    def _leave_margins(self) -> None:
        """The text in the middle, with room around it."""
        side = max(MARGIN, (self.viewport().width() - px(WIDEST)) // 2)
        page = self.document().rootFrame()
        its = page.frameFormat()
        its.setLeftMargin(side)
        its.setRightMargin(side)
        its.setTopMargin(px(SPACE_6))
        its.setBottomMargin(px(SPACE_6))
        page.setFrameFormat(its)

    @property
    def _line(self) -> int:
        """How wide the text is, in pixels."""
        return max(min(self.width() - 3 * MARGIN, px(WIDEST)), 100)

    def _width_of(self, picture: str) -> int:
        """As wide as the picture is, grown with the text, and no wider than that."""
        return min(px(QImageReader(str(self._file(picture))).size().width()), self._line)

    def _file(self, picture: str) -> Path:
        """The file of a picture that stands on the page; in the dark its dark sister, where it has one."""
        assert self._page is not None
        file = (self._folder / self._page.name).parent / picture
        dark = file.with_stem(f"{file.stem}-dark")
        return dark if self.theme.name == "dark" and dark.is_file() else file

    def _follow(self, url: QUrl) -> None:
        link = url.toString()
        if self._found is not None:
            self.asked.emit(link)
        elif self._page is not None and (place := target(self._page.name, link)) is not None:
            self.asked.emit(place)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures that stand on the page, from its own folder; nothing else."""
        picture = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or self._page is None:
            return None
        file = self._file(picture)
        if file.suffix == ".gif":
            return self._film(picture, file).currentPixmap()
        return QImageReader(str(file)).read()

    def _film(self, picture: str, file: Path) -> QMovie:
        if picture not in self._films:
            film = QMovie(str(file), parent=self)
            film.jumpToFrame(0)
            film.frameChanged.connect(lambda _: self._show_frame(picture))
            self._films[picture] = film
            if self.moving:
                film.start()
        return self._films[picture]

    def _show_frame(self, picture: str) -> None:
        if picture in self._films and self.isVisible():
            kind = QTextDocument.ResourceType.ImageResource.value
            self.document().addResource(kind, QUrl(picture), self._films[picture].currentPixmap())
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._width_drawn != self.width() and (self._page is not None or self._found is not None):
            self.set_theme(self.theme)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDEST), px(480))


def _list_of(asked: str, found: Sequence[Found]) -> str:
    """What was found, as a page of links with the words in bold."""
    if not found:
        words = tr("Nothing in the manual has these words. Try fewer, or another word for it.")
        return f"<h1>{escape(asked)}</h1><p>{words}</p>"
    parts = [f"<h1>{escape(asked)}</h1>"]
    for each in found:
        where = "" if each.title == each.heading else f" <span class='where'>{escape(each.title)}</span>"
        words = "".join(
            f"<span class='hit'>{escape(piece)}</span>" if odd % 2 else escape(piece)
            for odd, piece in enumerate(each.pieces)
        )
        parts.append(
            f"<p class='found'><a href='{escape(each.place)}'>{escape(each.heading)}</a>{where}<br>{words}</p>"
        )
    return "".join(parts)


def _style(t: Theme) -> str:
    """How a page looks, in the part of CSS that Qt knows."""
    return f"""
    h1 {{ font-size: {px(26)}px; font-weight: 600; margin-top: 0; margin-bottom: {px(12)}px; color: {t.text}; }}
    h2 {{ font-size: {px(18)}px; font-weight: 600; margin-top: {px(26)}px; margin-bottom: {px(8)}px; }}
    h3 {{ font-size: {px(15)}px; font-weight: 600; margin-top: {px(18)}px; margin-bottom: {px(6)}px; }}
    p, li {{ font-size: {px(TITLE)}px; line-height: 150%; margin-top: 0; margin-bottom: {px(10)}px; color: {t.text}; }}
    li {{ margin-bottom: {px(5)}px; }}
    p.picture {{ line-height: 100%; margin-top: {px(4)}px; margin-bottom: {px(16)}px; }}
    p.found {{ margin-bottom: {px(14)}px; }}
    .where {{ color: {t.quiet}; font-size: {px(BODY)}px; }}
    a {{ color: {t.accent}; text-decoration: none; }}
    .hit, strong {{ font-weight: 600; }}
    code {{ font-family: monospace; font-size: {px(BODY)}px; background-color: {t.lane}; }}
    pre {{ font-family: monospace; font-size: {px(BODY)}px; background-color: {t.lane}; margin-bottom: {px(12)}px;
        white-space: pre-wrap; }}
    blockquote {{ margin-left: {px(16)}px; color: {t.quiet}; }}
    table {{ border-collapse: collapse; border-style: solid; border-width: 1px; border-color: {t.line};
        margin-top: {px(8)}px; margin-bottom: {px(14)}px; }}
    th {{ background-color: {t.lane}; font-weight: 600; font-size: {px(BODY)}px; }}
    td {{ font-size: {px(BODY)}px; }}
    td, th {{ border-style: solid; border-width: 1px; border-color: {t.line}; vertical-align: top; }}
    """
