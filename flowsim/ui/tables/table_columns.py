"""The columns of the card table: what each is called, what it shows of a card, and how it sorts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from flowsim.domain.words import Time
from flowsim.session.card_rows import CardRow
from flowsim.ui.text.language import said, said_rounded, shown, tr


@dataclass(frozen=True)
class TableColumn:
    """One column. `text` is what it shows of a card at a moment, `rank` its place when sorted upwards.

    `width` is in pixels. A number stands right, under a name that tells its unit in the place of {0}.
    """

    name: Callable[[], str]
    meaning: Callable[[], str]
    text: Callable[[CardRow, Time], str]
    rank: Callable[[CardRow], Any]
    width: int
    is_number: bool = False


def _word(text: str) -> tuple[bool, str]:
    """Words sort without regard to case; nothing comes after everything."""
    return not text, text.casefold()


COLUMNS: Final = (
    TableColumn(
        lambda: tr("Card"), lambda: tr("Its name: when it arrived, counted from 1"),
        lambda row, _: row.name, lambda row: row.card, 84,
    ),
    TableColumn(
        lambda: tr("Title"), lambda: tr("What people have written on the card"),
        lambda row, _: plain(row.title), lambda row: _word(row.title), 180,
    ),
    TableColumn(
        lambda: tr("Class"), lambda: tr("The class of service: who goes first, and what may be done for it"),
        lambda row, _: plain(row.class_title), lambda row: _word(row.class_title), 104,
    ),
    TableColumn(
        lambda: tr("Where"), lambda: tr("The backlog, or the column it is in; sorts in the order of the board"),
        lambda row, _: plain(shown(row.where)), lambda row: row.place, 124,
    ),
    TableColumn(
        lambda: tr("State"), lambda: tr("What is being done about it, or what it waits for"),
        lambda row, _: shown(row.words), lambda row: row.state, 196,
    ),
    TableColumn(
        lambda: tr("Age, {0}"), lambda: tr("Time since it came to its first column; before that, since it arrived"),
        lambda row, now: said_rounded(now - row.began), lambda row: -row.began, 104, is_number=True,
    ),
    TableColumn(
        lambda: tr("Here, {0}"), lambda: tr("Time since it came to where it is"),
        lambda row, now: said_rounded(now - row.came), lambda row: -row.came, 106, is_number=True,
    ),
    TableColumn(
        lambda: tr("Worker"), lambda: tr("Who works on it"),
        lambda row, _: plain(shown(row.worker)), lambda row: _word(row.worker), 96,
    ),
    TableColumn(
        lambda: tr("Rework"), lambda: tr("How often work on it had to be done again"),
        lambda row, _: said(row.again, ",") if row.again else "", lambda row: row.again, 106, is_number=True,
    ),
)  # fmt: skip
TITLE, CLASS, STATE = 1, 2, 4

SEARCHED: Final = tuple(column for column in COLUMNS if not column.is_number)


def plain(text: str) -> str:
    """What people have written, on one line and without what cannot be printed."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def searched(row: CardRow) -> str:
    """What a search looks through: every word about a card, none of the numbers, which change all the time."""
    return "\n".join(column.text(row, 0.0) for column in SEARCHED).casefold()
