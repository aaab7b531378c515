"""The language on view: every text that a window shows passes through here, or through a widget's own `tr`.

The rooms below the window speak English in phrases (flowsim.domain.phrases); `shown` says them in the language that
the application has installed. What people have written themselves, names and titles, is left as it is.
"""

from PySide6.QtCore import QCoreApplication

from flowsim.domain.phrases import Joined, Phrase


def tr(text: str) -> str:
    """`text` in the language on view, for functions that belong to no widget."""
    return QCoreApplication.translate("", text)


def shown(text: str) -> str:
    """A phrase in the language on view; any other text as it is."""
    if not isinstance(text, Phrase):
        return text
    parts = [shown(part) if isinstance(part, str) else part for part in text.parts]
    if isinstance(text, Joined):
        return shown(text.template).join(map(str, parts))
    return tr(text.template).format(*parts) if parts else tr(text.template)


def capital(text: str) -> str:
    """A phrase in the language on view, with a capital."""
    said = shown(text)
    return said[:1].upper() + said[1:]


def sentence(text: str) -> str:
    """A phrase in the language on view, as a sentence of its own: with a capital and a full stop."""
    said = capital(text)
    return said + ("" if said.endswith((".", "?", "!", "…")) else ".")
