"""How cards and lanes are drawn; every picture of the board is made here, from faces and rectangles."""

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from flowsim.domain.words import CardState
from flowsim.ui.board.face import NOTES, PROGRESS_STEPS, AgeEdge, CardFace
from flowsim.ui.board.layout import CardSize
from flowsim.ui.language import shown
from flowsim.ui.theme import MEDIUM, RADIUS_SMALL, SEMIBOLD, SMALL, TINY, Theme, font

MARGIN: Final = 4
"""Pixels around a card's picture for its shadow and its selection ring."""

STRIPE: Final = 4
NARROW: Final = 92
"""Below this width a card has small margins and no age."""

SHOWS_PREFIX: Final = 50
"""Below this width a card shows only its number."""

_CORNER: Final = 7.0
_AVATAR: Final = 18.0
PERSON: Final = 24
"""Size of a named person's picture, without its margin."""


@lru_cache(maxsize=4096)
def card_picture(face: CardFace, theme: Theme, ratio: float) -> QPixmap:
    """The picture of a card, with `MARGIN` around it, sharp at `ratio` device pixels per logical pixel."""
    height = face.size.height(titled=face.titled)
    picture = QPixmap(round((face.width + 2 * MARGIN) * ratio), round((height + 2 * MARGIN) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(MARGIN, MARGIN)
    _sheet(painter, QRectF(0, 0, face.width, height), face, theme)
    if face.size is CardSize.FULL:
        _full(painter, face, theme, height)
    else:
        _compact(painter, face, theme, height)
    painter.end()
    return picture


def _sheet(painter: QPainter, rect: QRectF, face: CardFace, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(0, 0, 0, theme.shadow_alpha)
    painter.setBrush(shadow)
    painter.drawRoundedRect(rect.translated(0, 1.2), _CORNER, _CORNER)
    outline = QPainterPath()
    outline.addRoundedRect(rect, _CORNER, _CORNER)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(rect, theme.colour("card"))
    painter.fillRect(
        QRectF(0, 0, STRIPE, rect.height()), theme.colour("band_done") if face.finished else QColor(face.colour)
    )
    if face.edge is not AgeEdge.YOUNG:
        colour = theme.colour("over" if face.edge is AgeEdge.OLDER_THAN_95 else "band_bottleneck")
        painter.fillRect(QRectF(rect.right() - 3, 0, 3, rect.height()), colour)
    painter.restore()
    if face.selected:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), _CORNER + 1, _CORNER + 1)


def _full(painter: QPainter, face: CardFace, theme: Theme, height: int) -> None:
    narrow = face.width < NARROW
    left, right = STRIPE + (4.0 if narrow else 8.0), face.width - (5.0 if narrow else 9.0)
    name_font = font(SMALL if face.titled or narrow else 13, MEDIUM)
    first_line = QRectF(left, 6, right - left, 18)
    time_width = 0.0 if narrow else _write_time(painter, first_line, face, theme)
    painter.setFont(name_font)
    painter.setPen(theme.colour("quiet" if face.titled else "text"))
    name_line = first_line.adjusted(0, 0, -time_width - (4 if time_width else 0), 0)
    _write(painter, name_line, _name(face))
    if face.titled:
        painter.setFont(font(13, MEDIUM))
        painter.setPen(theme.colour("text"))
        _write(painter, QRectF(left, 23, right - left, 18), face.title or face.name)
    _last_line(painter, QRectF(left, height - 23.0, right - left, 18), face, theme)


def _last_line(painter: QPainter, line: QRectF, face: CardFace, theme: Theme) -> None:
    note = ""
    if face.note:
        painter.setFont(font(TINY, MEDIUM if _blocked(face) else font(TINY).weight()))
        painter.setPen(theme.colour("over" if _blocked(face) else "quiet"))
        note = _fitting(("● " if _blocked(face) else "") + shown(face.note), painter, line.width())
        _write(painter, line, note)
    bar_left, bar_right = line.left(), line.right()
    if face.setting_up:
        bar_left += QFontMetricsF(painter.font()).horizontalAdvance(note) + (6 if note else 0)
    if face.worker and face.width >= 48:
        spot = QRectF(line.right() - _AVATAR, line.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
        _avatar(painter, spot, face.worker, theme)
        bar_right = spot.left() - 6
    if face.progress >= 0 and bar_right - bar_left > 10:
        _progress(painter, QRectF(bar_left, line.center().y() - 2, bar_right - bar_left, 4), face, theme)


def _fitting(note: str, painter: QPainter, room: float) -> str:
    """The note, or where there is no room the numbers in it; half a word says nothing."""
    metrics, numbers = QFontMetricsF(painter.font()), re.search(r"\d+/\d+", note)
    if metrics.horizontalAdvance(note) <= room:
        return note
    if note.startswith("●"):
        return "●"
    return numbers[0] if numbers and metrics.horizontalAdvance(numbers[0]) <= room else ""


def _blocked(face: CardFace) -> bool:
    return face.note == NOTES[CardState.BLOCKED]


def _compact(painter: QPainter, face: CardFace, theme: Theme, height: int) -> None:
    left, right = STRIPE + 5.0, face.width - 6.0
    line = QRectF(left, 0, right - left, height - 1)
    taken = _write_time(painter, line, face, theme) + 4 if face.width >= 84 else 0.0
    painter.setFont(font(SMALL if face.width >= 60 else TINY, MEDIUM))
    painter.setPen(theme.colour("over" if _blocked(face) else "text"))
    text = _name(face)
    if face.titled and face.title and face.width >= 120:
        text += f"  {face.title}"
    _write(painter, line.adjusted(0, 0, -taken, 0), text)
    if face.progress >= 0:
        _progress(painter, QRectF(left, height - 4.0, right - left, 2), face, theme)


def _name(face: CardFace) -> str:
    """The card's name, and a turn with a number for each time its work was done again."""
    roomy = face.width >= (SHOWS_PREFIX if not face.again else NARROW)
    name = face.name if roomy else face.name.removeprefix("A-")
    return f"{name} ↻{face.again}" if face.again else name


def _write_time(painter: QPainter, line: QRectF, face: CardFace, theme: Theme) -> float:
    painter.setFont(font(TINY))
    painter.setPen(theme.colour("quiet"))
    text = shown(face.time)
    width = QFontMetricsF(painter.font()).horizontalAdvance(text)
    room = line.width() - QFontMetricsF(font(13, MEDIUM)).horizontalAdvance(_name(face)) - 6
    if width > room:
        return 0.0
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return width


def _write(painter: QPainter, line: QRectF, text: str) -> None:
    plain = "".join(character for character in " ".join(text.split()) if character.isprintable())
    fitting = QFontMetricsF(painter.font()).elidedText(plain, Qt.TextElideMode.ElideRight, line.width() + 1)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


def _progress(painter: QPainter, bar: QRectF, face: CardFace, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    done = QRectF(bar.left(), bar.top(), bar.width() * face.progress / PROGRESS_STEPS, bar.height())
    painter.setBrush(theme.colour("setup" if face.setting_up else "accent"))
    painter.drawRoundedRect(done, bar.height() / 2, bar.height() / 2)


@lru_cache(maxsize=1024)
def person_picture(initials: str, theme: Theme, ratio: float, *, away: bool) -> QPixmap:
    """The picture of a named person, who walks over the board; pale when away."""
    side = PERSON + 2 * MARGIN
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setOpacity(0.4 if away else 1.0)
    spot = QRectF(MARGIN, MARGIN, PERSON, PERSON)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, theme.shadow_alpha))
    painter.drawEllipse(spot.translated(0, 1.2))
    _avatar(painter, spot, initials, theme)
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(spot)
    painter.end()
    return picture


def bundle_frame(painter: QPainter, rect: QRectF, theme: Theme, *, full: bool) -> None:
    """What ties the cards of a transfer batch together; dashed while it is not full."""
    painter.setPen(QPen(theme.colour("accent"), 1.2, Qt.PenStyle.SolidLine if full else Qt.PenStyle.DashLine))
    ground = theme.colour("accent_soft")
    ground.setAlpha(150 if full else 70)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 9, 9)


def _avatar(painter: QPainter, spot: QRectF, worker: str, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawEllipse(spot)
    painter.setFont(font(TINY, SEMIBOLD))
    painter.setPen(theme.colour("accent") if theme.name == "light" else theme.colour("text"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, worker)


def lane_ground(painter: QPainter, rect: QRectF, theme: Theme, border: str | None) -> None:
    """The ground of a lane; `border` is the role of its border's colour, or None."""
    painter.setPen(QPen(theme.colour(border), 1.5) if border else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("lane"))
    inset = 0.75 if border else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS_SMALL + 2, RADIUS_SMALL + 2)


def half_label(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """The name of a half, above its cards."""
    painter.setFont(font(TINY, MEDIUM))
    painter.setPen(theme.colour("quiet"))
    painter.drawText(QPointF(area.left(), area.top() - 7), text)


def chip(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """A dashed box that counts what has no room."""
    painter.setPen(QPen(theme.colour("starved"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(font(SMALL if rect.width() > 60 else TINY))
    painter.setPen(theme.colour("quiet"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
