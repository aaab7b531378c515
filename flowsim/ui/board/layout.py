"""Where everything on the board lies: lanes, their halves, and the slots of cards; pure geometry, always fitting."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from flowsim.domain.scenario import Scenario
from flowsim.ui.style.theme import SPACE_2

GAP: Final = 8
BRACKET: Final = 28
"""Height of the bracket over columns that share a limit."""
PADDING: Final = 10
HEADER: Final = 82
"""Height of a lane's head: name and limit, people and busy bar, names of the halves."""
OFF_BOARD: Final = 12
"""Pixels beyond the edge that still count as on the board."""

ROW_HEAD: Final = 20
"""Height of the strip over a row of cards, with the name of its class."""

ROW_GAP: Final = 6
"""Between the last card of a row and the line under it."""

CHIP: Final = 26
"""Height of the chip that counts the cards without a slot."""
NARROWEST_LANE: Final = 84
"""Lanes are not narrower than what people can read; a board with more of them than fit is wider than its window."""

NARROWEST_HALF: Final = 64
"""Where a half would be narrower than this, doing and done share one list."""

ROOMY_LANE: Final = 150
"""From this width on a lane has two halves side by side and a full head."""


WIDE_CARD: Final = 130
"""From this width on a card may be drawn large."""

ROOMY_CARD: Final = 84
"""From this width on named people stand on their card, which leaves them room; else beyond its edge."""

NEEDS_NUMBERS: Final = 62
"""Where a list is narrower than this, every card of the board is called by its number alone, so that all are alike."""


class CardSize(Enum):
    """How much of a card is shown, the most first; value: its height with and without a title, and how much larger
    than usual everything on it is."""

    LARGE = (86, 62, 1.3)
    FULL = (66, 48, 1.0)
    COMPACT = (26, 26, 1.0)

    def height(self, *, titled: bool) -> int:
        """Height in logical pixels."""
        return self.value[0] if titled else self.value[1]

    @property
    def scale(self) -> float:
        """How much larger than usual everything on the card is."""
        return self.value[2]


@dataclass(frozen=True)
class Slots:
    """What fits into one list of cards: the top-left corner of each slot, their size, and how many cards have none."""

    corners: tuple[QPointF, ...]
    width: float
    size: CardSize
    left_over: int


@dataclass(frozen=True)
class Lane:
    """One lane: the backlog (place -1), a column, or Done (place n).

    `halves` are the areas of what is in work and of what is done, where there is room for two lists; `area` is that of
    one list of all cards.
    """

    place: int
    rect: QRectF
    area: QRectF
    halves: tuple[QRectF, QRectF] | None

    @property
    def roomy(self) -> bool:
        """Whether names and bars fit."""
        return self.rect.width() >= ROOMY_LANE


class BoardLayout:
    """The board of `queues` (per column: whether it is a queue) in a window of the given size, or wider than that.

    `groups` are the first and last columns that share limits; their `brackets` lie over the lanes, none over another.
    `foot` is the height that is left free at the foot of the columns. With several `rows` (swimlanes) every list of
    cards is cut into so many, one below the other, each under a strip for its name.
    """

    def __init__(
        self, width: float, height: float, queues: tuple[bool, ...], *, titled: bool,
        groups: tuple[tuple[int, int], ...] = (), foot: float = 0.0, rows: int = 1,
    ) -> None:  # fmt: skip
        self.rows = rows
        levels = _levels(groups)
        top = BRACKET * (max(levels) + 1) if levels else 0
        self.titled = titled
        self.foot = foot
        self.height = height
        columns = len(queues)
        edge = max(64.0, min(140.0, 0.13 * width if columns < 8 else 0.08 * width))
        edge = max(64.0, min(edge, (width - GAP * (columns + 1) - columns * NARROWEST_LANE) / 2))
        between = max((width - 2 * edge - GAP * (columns + 1)) / max(columns, 1), NARROWEST_LANE)
        self.lanes: list[Lane] = []
        left = 0.0
        for place in range(-1, columns + 1):
            is_column = 0 <= place < columns
            lane_width = between if is_column else edge
            rect = QRectF(left, top, lane_width, height - top)
            area = _area(rect).adjusted(0, 0, 0, -foot if is_column else 0)
            self.lanes.append(Lane(place, rect, area, _halves(area) if is_column and not queues[place] else None))
            left += lane_width + GAP
        self.brackets = [
            QRectF(self.lane(first).rect.left(), BRACKET * level, 0, BRACKET).united(
                QRectF(self.lane(last).rect.right(), BRACKET * level, 0, BRACKET)
            )
            for (first, last), level in zip(groups, levels, strict=True)
        ]

    @property
    def least_height(self) -> float:
        """How high the board must be to show brackets, heads, and a card with the count of the others in each lane."""
        card = CardSize.COMPACT.height(titled=False)
        one = card + CHIP + SPACE_2 + (ROW_HEAD + ROW_GAP if self.rows > 1 else 0)
        return self.lanes[0].rect.top() + HEADER + self.rows * one + PADDING + self.foot

    def row(self, area: QRectF, index: int) -> QRectF:
        """The part of a list's area for the row with this number, its strip left out; all of it where there is one."""
        if self.rows == 1:
            return area
        return self.strip(area, index).adjusted(0, ROW_HEAD, 0, self._row_height - ROW_HEAD - ROW_GAP)

    def strip(self, area: QRectF, index: int) -> QRectF:
        """The strip over a row, as wide as the area, for its name."""
        return QRectF(area.left(), self._top_of(index), area.width(), ROW_HEAD)

    def cell(self, place: int, row: int) -> QRectF:
        """The row with this number in one lane, its strip included."""
        rect = self.lane(place).rect
        return QRectF(rect.left(), self._top_of(row), rect.width(), self._row_height - ROW_GAP)

    def row_at(self, spot: QPointF) -> int | None:
        """The row nearest to `spot`; None where there is only one."""
        if self.rows == 1:
            return None
        return min(range(self.rows), key=lambda row: abs(self._top_of(row) + self._row_height / 2 - spot.y()))

    @property
    def _row_height(self) -> float:
        """Rows have the same places in every lane: those of the lanes with the least height."""
        return min(lane.area.height() for lane in self.lanes) / self.rows

    def _top_of(self, row: int) -> float:
        return self.lanes[0].area.top() + row * self._row_height

    @property
    def only_numbers(self) -> bool:
        """Whether cards are called by their numbers alone, because a lane has no room for more."""
        return any(lane.area.width() < NEEDS_NUMBERS for lane in self.lanes)

    @property
    def width(self) -> float:
        """How wide the whole board is."""
        return self.lanes[-1].rect.right()

    def lane(self, place: int) -> Lane:
        """The lane of a place: -1 the backlog, 0 … the columns, n Done."""
        return self.lanes[place + 1]

    def place_at(self, spot: QPointF) -> int | None:
        """The place whose lane is nearest to `spot`; None away from the board, where a card is not put down."""
        x, y = spot.x(), spot.y()
        inside = -OFF_BOARD <= y <= self.height + OFF_BOARD
        if not inside or not -OFF_BOARD <= x <= self.lanes[-1].rect.right() + OFF_BOARD:
            return None
        return min(self.lanes, key=lambda lane: abs(lane.rect.center().x() - x) - lane.rect.width() / 2).place

    def fits_large(self, area: QRectF, cards: int) -> bool:
        """Whether so many large cards have room in `area`."""
        return area.width() >= WIDE_CARD and len(self._corners(area, CardSize.LARGE)) >= cards

    def slots(self, area: QRectF, cards: int, *, large: bool = False, compact: bool = False) -> Slots:
        """Slots for `cards` cards in `area`: as large as they fit, or as many compact ones as fit and a chip.

        They are `large`, or in any case `compact`, only where somebody says so: columns and rows are to look alike.
        """
        for size in (CardSize.COMPACT,) if compact else CardSize:
            if size is CardSize.LARGE and not (large and self.fits_large(area, cards)):
                continue
            corners = self._corners(area, size)
            if len(corners) >= cards:
                return Slots(tuple(corners[:cards]), area.width(), size, 0)
        above_chip = QRectF(area.left(), area.top(), area.width(), area.height() - CHIP - SPACE_2)
        corners = self._corners(above_chip, CardSize.COMPACT)
        return Slots(tuple(corners), area.width(), CardSize.COMPACT, cards - len(corners))

    def _corners(self, area: QRectF, size: CardSize) -> list[QPointF]:
        pitch = size.height(titled=self.titled) + (4 if size is CardSize.COMPACT else SPACE_2)
        many = max(int((area.height() + 4) // pitch), 0)
        return [QPointF(area.left(), area.top() + pitch * index) for index in range(many)]


def _levels(groups: tuple[tuple[int, int], ...]) -> list[int]:
    """For each group the level at which it lies over no other; level 0 is the top one, and the widest come first."""
    levels: dict[int, int] = {}
    for place in sorted(range(len(groups)), key=lambda place: groups[place][0] - groups[place][1]):
        first, last = groups[place]
        taken = {level for other, level in levels.items() if groups[other][0] <= last and first <= groups[other][1]}
        levels[place] = next(level for level in range(len(groups)) if level not in taken)
    return [levels[place] for place in range(len(groups))]


def _area(lane: QRectF) -> QRectF:
    padding = PADDING if lane.width() >= 110 else 5
    return lane.adjusted(padding, HEADER, -padding, -padding)


def _halves(area: QRectF) -> tuple[QRectF, QRectF] | None:
    half = (area.width() - SPACE_2) / 2
    if half < NARROWEST_HALF:
        return None
    return (
        QRectF(area.left(), area.top(), half, area.height()),
        QRectF(area.right() - half, area.top(), half, area.height()),
    )


def shape_of(scenario: Scenario) -> object:
    """What decides which lanes and heads there are, and how cards are marked."""
    columns = [(column.id, column.title, column.kind) for column in scenario.columns]
    groups = [shared.columns for shared in scenario.shared_limits]
    classes = [(its.id, its.title, its.colour) for its in scenario.classes]
    titled = any(card.title for card in scenario.cards)
    return columns, groups, classes, [person.name for person in scenario.people], scenario.explicit, titled
