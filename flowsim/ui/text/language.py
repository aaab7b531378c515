"""The language on view: every text that a window shows passes through here, or through a widget's own `tr`.

The rooms below the window speak English in phrases (flowsim.domain.phrases); `shown` says them in the language that
the application has installed. What people have written themselves, names and titles, is left as it is.
"""

from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import Qt

from flowsim.domain.phrases import Counted, Digits, Joined, Phrase
from flowsim.domain.problems import one_line
from flowsim.domain.units import rounded

LARGEST_COUNT: Final = 1_000_000
"""Qt takes no number beyond 32 bits."""
EXERCISES: Final = "exercises"
"""Under this name the texts of the program's own exercises and boards stand among the translations."""


def tr(text: str) -> str:
    """`text` in the language on view, for functions that belong to no widget."""
    return QCoreApplication.translate("", text)


def own_text(text: str) -> str:
    """A text of the program's own exercises and boards, in the language on view."""
    return QCoreApplication.translate(EXERCISES, text)


def shown(text: str) -> str:
    """A phrase or a number in the language on view; any other text as it is."""
    if isinstance(text, Digits):
        return with_own_signs(text)
    if not isinstance(text, Phrase):
        return text
    parts = [_part_shown(part) for part in text.parts]
    if isinstance(text, Joined):
        return shown(text.template).join(map(str, parts))
    template = _form_for(text) if isinstance(text, Counted) else tr(text.template)
    return template.format(*parts) if parts else template


def _part_shown(part: object) -> object:
    if isinstance(part, float):
        return with_own_signs(str(part))
    return shown(part) if isinstance(part, str) else part


def with_own_signs(number: str) -> str:
    """A number that is written as in English, with the signs of the language on view: "1.204,5"."""
    if number.isdecimal():
        return number
    its = QLocale()
    return number.translate({ord(","): its.groupSeparator(), ord("."): its.decimalPoint()})


def said(value: float, form: str = "") -> str:
    """`value` in a `form` of Python's, with the signs of the language on view."""
    return with_own_signs(format(value, form))


def said_rounded(value: float) -> str:
    """Two or three figures, as many as mean something, with the signs of the language on view."""
    return shown(rounded(value))


def _form_for(text: Counted) -> str:
    """The template for so many things, in whichever form the language on view has for them.

    Qt asks for a whole number; a fraction is never one thing. What is in no translation is said in English.
    """
    whole = int(text.number) if float(text.number).is_integer() else 2
    if abs(whole) > LARGEST_COUNT:
        whole = LARGEST_COUNT + abs(whole) % LARGEST_COUNT  # a form depends on the last digits alone
    found = QCoreApplication.translate("", text.template, text.one, whole)
    return text.english if found == text.template else found


def capital(text: str) -> str:
    """A phrase in the language on view, with a capital."""
    said = shown(text)
    return said[:1].upper() + said[1:]


def sentence(text: str) -> str:
    """A phrase in the language on view, as a sentence of its own: with a capital and a full stop."""
    said = capital(text)
    return said + ("" if said.endswith((".", "?", "!", "…")) else ".")


def unbroken(text: str) -> str:
    """`text` for a label with several lines: a number and its "%" stay on one."""
    return text.replace(" %", "\u00a0%")


def plain(text: str) -> str:
    """Escape `text` for tooltips and message boxes, where Qt would take user-written names that look like HTML as HTML.

    What looks like HTML is shown letter by letter; any other text is left as it is.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'


def labelled(text: str) -> str:
    """`text` for a menu or a button, in one line: there Qt takes "&" for the mark of a key, and a tab for its name."""
    return one_line(text).replace("&", "&&")


def unlabelled(text: str) -> str:
    """What a menu or a button says, as people read it."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
