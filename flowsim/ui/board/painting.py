"""How cards and lanes are drawn; every picture of the board is made here, from faces and rectangles."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from flowsim.ui.board.card_face import PROGRESS_STEPS, AgeEdge, CardFace
from flowsim.ui.board.layout import ROOMY_CARD, CardSize
from flowsim.ui.style.painter import painter_on
from flowsim.ui.style.theme import MEDIUM, RADIUS_SMALL, SEMIBOLD, SMALL, TINY, Theme, colour_of, font
from flowsim.ui.text.language import shown

MARGIN: Final = 4
"""Pixels around a card's picture for its shadow and its selection ring."""

STRIPE: Final = 4
NARROW: Final = 92
"""Below this width a card has small margins and no age."""

TIGHT: Final = 50
"""Below this width a card has the smallest margins, and no signs."""

_CORNER: Final = 7.0
_AVATAR: Final = 18.0
_SMALL_AVATAR: Final = 16.0
FOOT: Final = 23.0
"""From the top of a card's last line to the foot of the card."""

LINE: Final = 18.0
_MARK: Final = 10
_STOP: Final = 10.0
_DOT: Final = 3.0
PERSON: Final = 24
"""Size of a named person's picture, without its margin."""


@lru_cache(maxsize=4096)
def card_picture(face: CardFace, theme: Theme, ratio: float) -> QPixmap:
    """The picture of a card, with `MARGIN` around it, sharp at `ratio` device pixels per logical pixel."""
    height = face.size.height(titled=face.titled)
    picture = QPixmap(round((face.width + 2 * MARGIN) * ratio), round((height + 2 * MARGIN) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with painter_on(picture) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(MARGIN, MARGIN)
        scale = face.size.scale
        painter.scale(scale, scale)
        _draw(painter, replace(face, width=round(face.width / scale)), theme, round(height / scale))
    return picture


def _draw(painter: QPainter, face: CardFace, theme: Theme, height: int) -> None:
    _sheet(painter, QRectF(0, 0, face.width, height), face, theme)
    if face.size is CardSize.COMPACT:
        _compact(painter, face, theme, height)
    else:
        _full(painter, face, theme, height)


def _sheet(painter: QPainter, rect: QRectF, face: CardFace, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(0, 0, 0, theme.shadow_alpha)
    painter.setBrush(shadow)
    painter.drawRoundedRect(rect.translated(0, 1.2), _CORNER, _CORNER)
    outline = QPainterPath()
    outline.addRoundedRect(rect, _CORNER, _CORNER)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(rect, QColor(theme.card))
    stripe = QColor(theme.band_done) if face.finished else QColor(face.colour)
    painter.fillRect(QRectF(0, 0, STRIPE, rect.height()), stripe)
    if face.mark:
        _tab(painter, face, stripe, rect.height())
    if face.edge is not AgeEdge.YOUNG:
        oldest = face.edge is AgeEdge.OLDER_THAN_95
        height = rect.height() if oldest else rect.height() / 2
        edge = QRectF(rect.right() - 3, rect.bottom() - height, 3, height)
        painter.fillRect(edge, QColor(theme.over if oldest else theme.band_bottleneck))
    painter.restore()
    if face.selected:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), _CORNER + 1, _CORNER + 1)


def _tab(painter: QPainter, face: CardFace, stripe: QColor, height: float) -> None:
    """The class's mark, in a tab that grows out of its stripe."""
    width = _tab_width(face)
    painter.fillRect(QRectF(0, 0, width, height), stripe)
    line = QRectF(0, 0, width, height) if face.size is CardSize.COMPACT else QRectF(0, 6, width, 18)
    painter.setFont(font(_MARK if len(face.mark) == 1 else _MARK - 1, SEMIBOLD))
    painter.setPen(_ink_on(stripe))
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, face.mark)


def _tab_width(face: CardFace) -> float:
    """How much of a card's left side, stripe included, the mark of its class takes."""
    if not face.mark:
        return STRIPE
    return (13.0 if face.width < TIGHT else 16.0) + 5.0 * (len(face.mark) - 1)


def _ink_on(ground: QColor) -> QColor:
    """White or near black, whichever can be read better on a colour that somebody has chosen."""
    parts = (ground.redF(), ground.greenF(), ground.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor(Qt.GlobalColor.white if 1.05 / (luminance + 0.05) >= 4.5 else Qt.GlobalColor.black)


def _full(painter: QPainter, face: CardFace, theme: Theme, height: int) -> None:
    narrow = face.width < NARROW
    left, right = _tab_width(face) + (4.0 if narrow else 7.0), _right_of_full(face)
    name_font = font(SMALL if face.titled or narrow else 13, MEDIUM)
    first_line = QRectF(left, 6, right - left, 18)
    time_width = _write_time(painter, first_line, face, theme, name_font)
    painter.setFont(name_font)
    painter.setPen(QColor(theme.quiet if face.titled else theme.text))
    name_line = first_line.adjusted(0, 0, -time_width - (4 if time_width else 0), 0)
    _write(painter, name_line, _name(face, painter, name_line.width()))
    if face.titled:
        painter.setFont(font(13, MEDIUM))
        painter.setPen(QColor(theme.text))
        _write(painter, QRectF(left, 23, right - left, 18), face.title or face.name)
    _last_line(painter, QRectF(left, height - FOOT, right - left, LINE), face, theme)


def _last_line(painter: QPainter, line: QRectF, face: CardFace, theme: Theme) -> None:
    note = ""
    if face.note:
        painter.setFont(font(TINY, MEDIUM if face.blocked else font(TINY).weight()))
        painter.setPen(QColor(theme.over if face.blocked else theme.quiet))
        beside = _stop_sign(painter, line, theme) if face.blocked else 0.0
        note = _fitting(face, painter, line.width() - beside)
        _write(painter, line.adjusted(beside, 0, 0, 0), note)
    bar_left, bar_right = line.left(), line.right() - (_person_room(face) if face.with_person else 0)
    if face.setting_up:
        bar_left += QFontMetricsF(painter.font()).horizontalAdvance(note) + (6 if note else 0)
    if spot := _worker_on_full(face, line):
        _avatar(painter, spot, face.worker, theme)
        bar_right = spot.left() - 6
    if face.progress >= 0 and bar_right - bar_left > 10:
        _progress(painter, QRectF(bar_left, line.center().y() - 2, bar_right - bar_left, 4), face, theme)


def worker_spot(face: CardFace) -> QRectF | None:
    """Where on a card, from its corner, those who work on it are shown; None where they are not."""
    scale = face.size.scale
    own, height = replace(face, width=round(face.width / scale)), face.size.height(titled=face.titled) / scale
    if face.size is CardSize.COMPACT:
        spot = _worker_on_compact(own, _right_of_compact(own), round(height))
    else:
        spot = _worker_on_full(own, QRectF(0, round(height) - FOOT, _right_of_full(own), LINE))
    return None if spot is None else QRectF(spot.topLeft() * scale, spot.size() * scale)


def _right_of_full(face: CardFace) -> float:
    return face.width - (5.0 if face.width < NARROW else 9.0)


def _right_of_compact(face: CardFace) -> float:
    return face.width - (3.0 if face.width < TIGHT else 6.0)


def _worker_on_full(face: CardFace, line: QRectF) -> QRectF | None:
    if not face.worker or face.width < 48:
        return None
    return QRectF(line.right() - _AVATAR, line.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)


def _worker_on_compact(face: CardFace, right: float, height: int) -> QRectF | None:
    if not face.worker or face.width < ROOMY_CARD:
        return None
    return QRectF(right - _SMALL_AVATAR, (height - _SMALL_AVATAR) / 2, _SMALL_AVATAR, _SMALL_AVATAR)


def _stop_sign(painter: QPainter, line: QRectF, theme: Theme) -> float:
    """The sign of what is blocked, at the left of a line; how much of the line it takes."""
    spot = QRectF(line.left(), line.center().y() - _STOP / 2, _STOP, _STOP)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.over))
    painter.drawEllipse(spot)
    painter.fillRect(QRectF(spot.left() + 2.5, spot.center().y() - 1, spot.width() - 5, 2), QColor(theme.card))
    painter.restore()
    return _STOP + 5


def _fitting(face: CardFace, painter: QPainter, room: float) -> str:
    """The note, or where there is no room the brief one; half a word says nothing."""
    metrics = QFontMetricsF(painter.font())
    return next((note for note in (shown(face.note), face.brief_note) if metrics.horizontalAdvance(note) <= room), "")


def _compact(painter: QPainter, face: CardFace, theme: Theme, height: int) -> None:
    tight = face.width < TIGHT
    left, right = _tab_width(face) + (3.0 if tight and face.mark else 5.0), _right_of_compact(face)
    if face.with_person:
        right -= _person_room(face)
    line = QRectF(left, 0, right - left, height - 1)
    if spot := _worker_on_compact(face, right, height):
        _avatar(painter, spot, face.worker, theme)
        line.setRight(spot.left() - 4)
    name_font = font(SMALL if face.width >= 60 else TINY, MEDIUM)
    taken = 0.0 if tight else _write_time(painter, line, face, theme, name_font) + 4
    painter.setFont(name_font)
    beside = _stop_sign(painter, line, theme) if face.blocked and not tight else 0.0
    if face.blocked and tight:  # no room for a sign: a frame
        painter.setPen(QPen(QColor(theme.over), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.75, 0.75, face.width - 1.5, height - 1.5), _CORNER, _CORNER)
    painter.setPen(QColor(theme.over if face.blocked else theme.text))
    text = _name(face, painter, line.width() - beside - taken)
    if face.titled and face.title and face.width >= 120:
        text += f"  {face.title}"
    _write(painter, line.adjusted(beside, 0, -taken, 0), text)
    if face.progress >= 0:
        _progress(painter, QRectF(left, height - 4.0, right - left, 2), face, theme)


def _person_room(face: CardFace) -> float:
    """How much of a card's right side a named person takes, who is as large on every card."""
    return PERSON / face.size.scale


def _name(face: CardFace, painter: QPainter, room: float) -> str:
    """The card's name, and where there is room what happened to it."""
    longer = _whole_name(face)
    return longer if QFontMetricsF(painter.font()).horizontalAdvance(longer) <= room else face.name


def _whole_name(face: CardFace) -> str:
    """The name, a turn with the number of times that work was done again, and a sign where work was left undone."""
    again = f" ↻{face.again}" if face.again else ""
    return f"{face.name}{again}{' »' if face.skipped else ''}"


def _write_time(painter: QPainter, line: QRectF, face: CardFace, theme: Theme, name_font: QFont) -> float:
    """The age of a card at the right of a line, in whole units where there is no room for more; how wide it is."""
    painter.setFont(font(TINY))
    painter.setPen(QColor(theme.quiet))
    metrics, name = QFontMetricsF(painter.font()), QFontMetricsF(name_font)
    for told in (_whole_name(face), face.name):  # what happened to a card gives way to its age, and is in its tooltip
        room = line.width() - name.horizontalAdvance(told) - 6
        for text in (shown(face.time), shown(face.brief_time)):
            if 0 < (width := metrics.horizontalAdvance(text)) <= room:
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
                return width
    return 0.0


def _write(painter: QPainter, line: QRectF, text: str) -> None:
    plain = "".join(character for character in " ".join(text.split()) if character.isprintable())
    fitting = QFontMetricsF(painter.font()).elidedText(plain, Qt.TextElideMode.ElideRight, line.width() + 1)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


def _progress(painter: QPainter, bar: QRectF, face: CardFace, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    done = QRectF(bar.left(), bar.top(), bar.width() * face.progress / PROGRESS_STEPS, bar.height())
    painter.setBrush(QColor(theme.setup if face.setting_up else theme.accent))
    if not face.setting_up:
        painter.drawRoundedRect(done, bar.height() / 2, bar.height() / 2)
        return
    left = done.left()  # what only makes ready is a row of dots, what is work one bar
    while left < done.right():
        painter.drawRect(QRectF(left, done.top(), min(_DOT, done.right() - left), done.height()))
        left += 2 * _DOT


@lru_cache(maxsize=1024)
def person_picture(initials: str, theme: Theme, ratio: float, *, away: bool) -> QPixmap:
    """The picture of a named person, who walks over the board, or without initials of anybody; pale when away."""
    side = PERSON + 2 * MARGIN
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with painter_on(picture) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setOpacity(0.4 if away else 1.0)
        spot = QRectF(MARGIN, MARGIN, PERSON, PERSON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, theme.shadow_alpha))
        painter.drawEllipse(spot.translated(0, 1.2))
        _avatar(painter, spot, initials, theme)
        if not initials:
            person_glyph(painter, spot.adjusted(4, 4, -4, -4), theme)
        painter.setPen(QPen(QColor(theme.surface), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot)
    return picture


def count_picture(count: int, theme: Theme, ratio: float) -> QPixmap:
    """A round badge with a number, as large as a person, in the colour of what is chosen."""
    picture = QPixmap(round(PERSON * ratio), round(PERSON * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with painter_on(picture) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        spot = QRectF(0, 0, PERSON, PERSON)
        painter.drawEllipse(spot)
        painter.setFont(font(TINY, SEMIBOLD))
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(count))
    return picture


def bundle_frame(painter: QPainter, rect: QRectF, theme: Theme, *, full: bool) -> None:
    """What ties the cards of a transfer batch together; dashed while it is not full."""
    painter.setPen(QPen(QColor(theme.accent), 1.2, Qt.PenStyle.SolidLine if full else Qt.PenStyle.DashLine))
    ground = QColor(theme.accent_soft)
    ground.setAlpha(150 if full else 70)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 9, 9)


def _avatar(painter: QPainter, spot: QRectF, worker: str, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent_soft))
    painter.drawEllipse(spot)
    painter.setFont(font(TINY, SEMIBOLD))
    painter.setPen(_ink_of_people(theme))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, worker)


def _ink_of_people(theme: Theme) -> QColor:
    return QColor(theme.accent) if theme.name == "light" else QColor(theme.text)


def person_glyph(painter: QPainter, spot: QRectF, theme: Theme) -> None:
    """A head and shoulders, for somebody who has no name, in a square."""
    side = spot.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ink_of_people(theme))
    painter.drawEllipse(QPointF(spot.center().x(), spot.top() + 0.28 * side), 0.22 * side, 0.22 * side)
    shoulders = QRectF(spot.left() + 0.1 * side, spot.top() + 0.56 * side, 0.8 * side, 0.88 * side)
    painter.drawChord(shoulders, 0, 180 * 16)


def lane_ground(painter: QPainter, rect: QRectF, theme: Theme, border: str | None) -> None:
    """The ground of a lane; `border` is the role of its border's colour, or None."""
    painter.setPen(QPen(colour_of(theme, border), 1.5) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.lane))
    inset = 0.75 if border else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS_SMALL + 2, RADIUS_SMALL + 2)


def half_label(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """The name of a half, above its cards."""
    painter.setFont(font(TINY, MEDIUM))
    painter.setPen(QColor(theme.quiet))
    painter.drawText(QPointF(area.left(), area.top() - 7), text)


def chip(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """A dashed box that counts what has no room."""
    painter.setPen(QPen(QColor(theme.starved), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(font(SMALL if rect.width() > 60 else TINY))
    painter.setPen(QColor(theme.quiet))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def veil(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """A tint over what is no longer so, and a line at its foot that says when it was."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = QColor(theme.accent)
    tint.setAlpha(20)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(tint)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_SMALL + 2, RADIUS_SMALL + 2)
    painter.setFont(font(SMALL, MEDIUM))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 24
    label = QRectF(rect.center().x() - width / 2, rect.bottom() - 30, width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(label, 11, 11)
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def focus_frame(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Says that the keys belong to the board."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_SMALL + 2, RADIUS_SMALL + 2)
