"""What colours tell on the board can be told without them: the pictures differ in shape, in shades of grey too."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from flowsim.domain.scenario import CardClass, Scenario
from flowsim.session.card_rows import class_marks
from flowsim.ui.board.card_face import AgeEdge, CardFace
from flowsim.ui.board.layout import WIDE_CARD, CardSize
from flowsim.ui.board.painting import card_picture
from flowsim.ui.style.theme import DARK, LIGHT, Theme
from tests.session.boards import BUSY
from tests.session.test_cards import LIVELY
from tests.ui.board.test_board import show
from tests.ui.style.test_theme import contrast
from tests.ui.visitor import Visitor

PLAIN = CardFace(
    name="A-17", title="", time="3.2 d", note="", colour="#777777", progress=-1, setting_up=False, again=0, worker="",
    edge=AgeEdge.YOUNG, selected=False, finished=False, size=CardSize.FULL, width=112, titled=False, mark="S",
)  # fmt: skip
ONE_GREY = "#777777"
WIDTHS = 40, 46, 84, 112
ROLES = ("over", "band_bottleneck", "band_done", "setup", "accent", "full", "text", "quiet")

every_size = pytest.mark.parametrize(
    ("size", "width"),
    [(size, width) for size in CardSize for width in ((WIDE_CARD, 190) if size is CardSize.LARGE else WIDTHS)],
    ids=str,
)
every_theme = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def as_one_grey(theme: Theme) -> Theme:
    """A theme in which everything that means something has the same colour."""
    return replace(theme, **dict.fromkeys(ROLES, ONE_GREY))  # type: ignore[arg-type]  # all of these are colours


def picture(face: CardFace, theme: Theme) -> QImage:
    return card_picture(face, as_one_grey(theme), 2.0).toImage()


@every_theme
@every_size
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"mark": "S"}, {"mark": "E"}),
        ({"mark": "S", "finished": True}, {"mark": "E", "finished": True}),
        ({"edge": AgeEdge.YOUNG}, {"edge": AgeEdge.OLDER_THAN_85}),
        ({"edge": AgeEdge.OLDER_THAN_85}, {"edge": AgeEdge.OLDER_THAN_95}),
        ({"note": "waiting"}, {"note": "blocked", "blocked": True}),
        ({"progress": 20, "note": ""}, {"progress": 20, "note": "", "setting_up": True}),
    ],
    ids=["class", "class-done", "old", "older", "blocked", "set-up"],
)
def test_cards_that_differ_in_colour_differ_in_shape(
    qapp: QApplication, theme: Theme, size: CardSize, width: int, one: dict[str, object], other: dict[str, object]
) -> None:
    face = replace(PLAIN, size=size, width=width)
    assert picture(replace(face, **one), theme) != picture(replace(face, **other), theme)  # type: ignore[arg-type]


@every_theme
@pytest.mark.parametrize("colour", ["#2F78C4", "#C2410C", "#FFFF00", "#000000", "#FFFFFF", "#767676", "#808080"])
def test_the_mark_of_a_class_can_be_read_on_any_colour(qapp: QApplication, theme: Theme, colour: str) -> None:
    from flowsim.ui.board.painting import _ink_on

    assert contrast(_ink_on(QColor(colour)), QColor(colour)) >= 4.5


@pytest.mark.parametrize(
    ("titles", "marks"),
    [
        (("Standard", "Expedite"), ("S", "E")),
        (("Fixed date", "Fast", "Flow"), ("F", "Fa", "Fl")),
        (("standard", "Standard", "s"), ("S", "St", "3")),
        (("§§", "", "Ωmega"), ("1", "X", "Ω")),
        (("Standard",), ("",)),
    ],
)
def test_every_class_has_a_mark_of_its_own(titles: tuple[str, ...], marks: tuple[str, ...]) -> None:
    classes = tuple(CardClass(id="x" * (n + 1), name=title) for n, title in enumerate(titles))
    assert class_marks(Scenario(name="", columns=BUSY.columns, classes=classes)) == marks


def test_a_hundred_classes_all_differ() -> None:
    classes = tuple(CardClass(id=f"c{n}", name="Alike") for n in range(100))
    assert len(set(class_marks(Scenario(name="", columns=BUSY.columns, classes=classes)))) == 100


def test_cards_on_the_board_wear_the_mark_of_their_class(visitor: Visitor) -> None:
    show(visitor, LIVELY)
    visitor.play_until(30.0)
    scene, view = visitor.page.board.board_scene, visitor.session.view
    faces = {card: item._face for card, item in scene.cards.items()}
    wearing: Callable[[int], str] = lambda card: "SE"[view.class_of(card)]  # noqa: E731 - one word
    assert {card: face.mark for card, face in faces.items() if face} == {card: wearing(card) for card in faces}
    assert {face.mark for face in faces.values() if face} == {"S", "E"}


def test_where_there_is_one_class_no_card_wears_a_mark(visitor: Visitor) -> None:
    show(visitor, BUSY)
    visitor.play_until(10.0)
    assert {item._face.mark for item in visitor.page.board.board_scene.cards.values() if item._face} == {""}
