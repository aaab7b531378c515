"""How flowsim looks: spacing, sizes of type, motion, fonts, and palette and style sheet in the colours of a theme."""

import re
from typing import Final

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from flowsim.charts.colours import DARK, LIGHT, Theme
from flowsim.storage.resources import resources

__all__ = ["DARK", "LIGHT", "Theme"]

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6 = 4, 8, 12, 16, 24
RADIUS_SMALL, RADIUS = 8, 12
TINY, SMALL, BODY, TITLE, FIGURE, CLOCK = 11, 12, 13, 14, 22, 20
GLIDE_SECONDS: Final = 0.22
"""How long a card glides from place to place."""

FAMILY: Final = "Inter"


def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font at `size` pixels, with figures of equal width."""
    made = paper_font(size, weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def paper_font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font for files: only glyphs that a PDF gives back as the text they stand for."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("calt"), 0)
    return made


MEDIUM: Final = QFont.Weight.Medium
SEMIBOLD: Final = QFont.Weight.DemiBold


def load_fonts() -> None:
    """Make the font that comes with the program known to Qt; every machine then shows the same."""
    folder = resources() / "fonts"
    for file in sorted(folder.glob("*.otf")):
        QFontDatabase.addApplicationFont(QFileInfo(str(file)).absoluteFilePath())


def dress(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole program `theme`: palette, font and style sheet, with everything written `scale` times as large."""
    body, sheet = font(BODY), style_sheet(theme, scale)
    body.setPixelSize(round(BODY * scale))
    if app.styleSheet() == sheet and app.font() == body:
        return  # Qt would dress every widget anew, which takes a while with many of them
    if app.styleSheet():
        app.setStyleSheet("")  # off and on: a quarter of the time that changing one sheet for another takes
    else:
        app.setStyle("Fusion")
    app.setFont(body)
    app.setPalette(_palette(theme))
    app.setStyleSheet(sheet)


def colour_of(theme: Theme, role: str) -> QColor:
    """The colour of a role that is known by its name."""
    return QColor(getattr(theme, role))


def text_scale() -> float:
    """How many times its usual size everything written is: what `dress` was told, kept by the application's font."""
    return max(QApplication.font().pixelSize(), 1) / BODY


def px(length: float) -> int:
    """A length in a widget, in pixels, grown with the text."""
    return round(length * text_scale())


def written(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font for a widget that is not given one by the style sheet, grown with the text."""
    return font(px(size), weight)


def theme_called(app: QApplication, name: str) -> Theme:
    """The theme a person has chosen, "light" or "dark", or else the system's."""
    return {"light": LIGHT, "dark": DARK}.get(name) or system_theme(app)


def system_theme(app: QApplication) -> Theme:
    """Light or dark, as the system says; light where it says nothing."""
    from PySide6.QtCore import Qt

    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.ground, roles.Base: theme.surface, roles.AlternateBase: theme.lane,
        roles.WindowText: theme.text, roles.Text: theme.text, roles.ButtonText: theme.text,
        roles.Button: theme.surface, roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent,
        roles.ToolTipBase: theme.text, roles.ToolTipText: theme.surface, roles.PlaceholderText: theme.quiet,
        roles.Link: theme.accent,
    }  # fmt: skip
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return palette


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Qt style sheet of the whole program."""
    written = "".join(part(theme) for part in (_surfaces, _buttons, _fields, _bars, _tables))
    return re.sub(r"font-size: (\d+)px", lambda size: f"font-size: {round(int(size[1]) * scale)}px", written)


def _surfaces(t: Theme) -> str:
    """Windows, menus, sheets, and what is written on them."""
    return f"""
    QWidget {{ color: {t.text}; }}
    QMainWindow, QDialog, QWidget#ground {{ background: {t.ground}; }}
    QMenuBar {{ background: {t.surface}; padding: 2px 8px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 6px; color: {t.quiet}; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.lane}; color: {t.text}; }}
    QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.quiet}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: 6px 8px; font-size: {SMALL}px; }}
    QWidget#bar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
    QWidget#foot {{ background: {t.surface}; border-top: 1px solid {t.line}; }}
    QFrame#sheet {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
    QLabel#quiet {{ color: {t.quiet}; }}
    QLabel#small {{ color: {t.quiet}; font-size: {SMALL}px; }}
    QLabel#better {{ color: {t.good}; font-size: {SMALL}px; }}
    QLabel#worse {{ color: {t.full}; font-size: {SMALL}px; }}
    QLabel#right {{ color: {t.good}; font-weight: 500; }}
    QLabel#callout {{ background: {t.accent_soft}; border-radius: {RADIUS_SMALL}px; padding: 6px 8px; }}
    QLabel#problem {{ color: {t.over}; font-size: {SMALL}px; }}
    QTextBrowser#prose {{ background: transparent; border: none; color: {t.text}; }}
    QLabel#headline {{ font-size: 26px; font-weight: 600; }}
    QLabel#title {{ font-weight: 600; font-size: {BODY}px; }}
    QLabel#large {{ font-size: {TITLE}px; font-weight: 600; color: {t.accent}; }}
    QLabel#figure {{ font-weight: 600; font-size: {FIGURE}px; }}
    QLabel#clock {{ font-weight: 600; font-size: {CLOCK}px; }}
    """


def _buttons(t: Theme) -> str:
    """What is pressed."""
    return f"""
    QPushButton, QToolButton {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px;
        padding: 7px 14px; font-weight: 500; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.lane}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.accent_soft}; }}
    QPushButton:focus, QToolButton:focus {{ border: 1px solid {t.accent}; outline: none; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.quiet}; }}
    QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent};
        font-weight: 600; }}
    QPushButton#primary:focus {{ border: 1px solid {t.text}; }}
    QPushButton#primary:disabled {{ background: {t.line}; color: {t.quiet}; border: 1px solid {t.line}; }}
    QPushButton#flat, QToolButton#flat {{ background: transparent; border: 1px solid transparent; color: {t.quiet};
        padding: 5px 8px; }}
    QPushButton#flat:hover, QToolButton#flat:hover {{ background: {t.lane}; color: {t.text}; }}
    QPushButton#flat:focus, QToolButton#flat:focus {{ border: 1px solid {t.accent}; }}
    QToolButton#chip {{ background: transparent; border: 1px solid transparent; padding: 0 6px; font-size: {SMALL}px; }}
    QToolButton#chip:hover {{ background: {t.lane}; }}
    QToolButton#chip:focus {{ border: 1px solid {t.accent}; }}
    QToolButton#page {{ background: transparent; border: 1px solid transparent; border-radius: 6px; color: {t.quiet};
        padding: 2px 12px; }}
    QToolButton#page:hover {{ background: {t.lane}; color: {t.text}; }}
    QToolButton#page:focus {{ border: 1px solid {t.accent}; }}
    QToolButton#page:checked {{ background: {t.accent_soft}; color: {t.text}; }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QToolButton#flat:checked {{ background: {t.accent_soft}; color: {t.text}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QFileDialog QToolButton {{ padding: 3px; }}
    QToolButton#section {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
        padding: 4px 2px; font-weight: 600; }}
    QToolButton#section:hover {{ background: {t.lane}; }}
    QToolButton#section:focus {{ border: 1px solid {t.accent}; }}
    QPushButton#small {{ padding: 3px 10px; border-radius: 6px; }}
    QPushButton#kind:checked {{ background: {t.accent_soft}; border: 1px solid {t.accent}; }}
    QPushButton#kind:disabled {{ color: {t.quiet}; background: transparent; }}
    QToolButton#step {{ padding: 0; border: none; border-radius: 4px; background: transparent; color: {t.quiet};
        font-weight: 600; }}
    QToolButton#step:hover {{ background: {t.line}; color: {t.text}; }}
    """


def _fields(t: Theme) -> str:
    """What is typed into or chosen from."""
    return f"""
    QLineEdit {{ background: {t.surface}; border: 1px solid {t.accent}; border-radius: 6px; padding: 1px 4px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QLineEdit[wrong="true"] {{ border: 1px solid {t.over}; background: {t.over_soft}; }}
    QLineEdit#number {{ border: 1px solid {t.line}; font-weight: 500; padding: 1px 8px; }}
    QLineEdit#number:focus {{ border: 1px solid {t.accent}; }}
    QLineEdit#number[wrong="true"] {{ border: 1px solid {t.over}; background: {t.over_soft}; }}
    QLineEdit#search {{ border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px; padding: 8px 10px;
        font-size: {TITLE}px; }}
    QLineEdit#search:focus {{ border: 1px solid {t.accent}; }}
    QPlainTextEdit {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; padding: 2px 4px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QPlainTextEdit:focus {{ border: 1px solid {t.accent}; }}
    QListWidget, QTableView, QTableWidget {{ background: {t.surface}; border: 1px solid {t.line};
        border-radius: {RADIUS_SMALL}px; outline: none; gridline-color: {t.line}; }}
    QListWidget::item {{ padding: 6px 10px; border-radius: 6px; }}
    QListWidget::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QTableWidget::item {{ padding: 5px 8px; border-bottom: 1px solid {t.line}; }}
    QTreeWidget#contents {{ background: transparent; border: none; outline: none; show-decoration-selected: 0;
        selection-background-color: transparent; }}
    QTreeWidget#contents::branch {{ background: transparent; }}
    QTreeWidget#contents::item {{ padding: 4px 6px; border-radius: 6px; }}
    QTreeWidget#contents::item:hover {{ background: {t.lane}; }}
    QTreeWidget#contents::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QTreeWidget#contents::item:focus {{ border: 1px solid {t.accent}; padding: 3px 5px; }}
    QTextBrowser#manual {{ background: {t.surface}; border-left: 1px solid {t.line}; }}
    QHeaderView::section {{ background: {t.lane}; color: {t.quiet}; border: none; padding: 5px 8px; }}
    QComboBox {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; padding: 1px 8px;
        font-weight: 500; }}
    QComboBox:focus {{ border: 1px solid {t.accent}; }}
    QComboBox:hover {{ background: {t.lane}; }}
    QComboBox::drop-down {{ border: none; width: 18px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; outline: none;
        selection-background-color: {t.accent_soft}; selection-color: {t.text}; }}
    """


def _bars(t: Theme) -> str:
    """Scroll bars, sliders, and what lies between and over other things."""
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 4px; min-height: 24px; }}
    QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.line}; border-radius: 4px; min-width: 24px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
        height: 0; width: 0; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
    QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -7px 0; border-radius: 9px;
        background: {t.surface}; border: 2px solid {t.accent}; }}
    QSlider::handle:horizontal:focus {{ background: {t.accent_soft}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QGraphicsView {{ background: transparent; border: none; }}
    QStatusBar {{ background: {t.surface}; color: {t.quiet}; border-top: 1px solid {t.line}; }}
    QFrame#notice {{ background: {t.accent_soft}; border-bottom: 1px solid {t.line}; }}
    QFrame#insertion {{ background: {t.accent}; border-radius: 2px; }}
    QFrame#message {{ background: {t.text}; border-radius: {RADIUS_SMALL}px; }}
    QFrame#message QLabel {{ color: {t.surface}; font-weight: 500; }}
    QPushButton#exercise {{ text-align: left; padding: 0; border-radius: {RADIUS}px; background: {t.surface}; }}
    QPushButton#exercise:hover {{ border: 1px solid {t.accent}; background: {t.surface}; }}
    """


def _tables(t: Theme) -> str:
    """Rows to read, to choose and to sort, and the field that finds them."""
    return f"""
    QTableView {{ background: transparent; border: none; outline: none; selection-color: {t.text};
        selection-background-color: {t.accent_soft}; }}
    QTableView::item {{ border: none; border-bottom: 1px solid {t.line}; padding: 0 12px; }}
    QTableView::item:hover {{ background: {t.lane}; }}
    QTableView::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QTableView::item:focus {{ border: 1px solid {t.accent}; padding: 0 11px; }}
    QTableView QHeaderView {{ background: transparent; border: none; }}
    QTableView QHeaderView::section {{ background: {t.surface}; color: {t.quiet}; border: none;
        border-bottom: 1px solid {t.line}; padding: 6px 15px; font-size: {SMALL}px; font-weight: 500; }}
    QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; height: 0; }}
    QTableView QHeaderView::section:hover {{ background: {t.lane}; color: {t.text}; }}
    QLineEdit#search {{ border: 1px solid {t.line}; border-radius: {RADIUS_SMALL}px; padding: 5px 8px; }}
    QLineEdit#search:focus {{ border: 1px solid {t.accent}; }}
    """
