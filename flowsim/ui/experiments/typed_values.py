"""Values to try, as people type them: numbers with commas between them, or with semicolons where commas are decimal."""

import re
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QLocale

from flowsim.experiments.questions import Question, value_words, with_values
from flowsim.ui.text.language import shown

MOST_VALUES: Final = 40
LARGEST: Final = 1e12
DASHES: Final = ("-", "–")
"""What people also type where there is no limit."""

COUNTED: Final = ("wip_limit", "workers", "transfer_batch", "limit", "batch")
"""Settings that are whole numbers of at least one."""


def question_with(question: Question, text: str) -> Question | None:
    """The question with the values that somebody typed; None if they are none that can be tried."""
    values = values_in(text, question.path)
    return None if values is None else with_values(question, values)


def text_of(values: Iterable[str]) -> str:
    """The text that tells these values, as they are written in the language on view."""
    values = list(values)
    return ("; " if any("," in value for value in values) else ", ").join(values)


def values_in(text: str, path: str) -> list[Any] | None:
    """The values for the setting with this path, each once, in order; None if they are none that can be tried."""
    values: list[Any] = []
    between = r"[;,]" if QLocale().decimalPoint() == "." and ";" not in text else r";|,(?=\s)"
    for part in (each.strip().lower() for each in re.split(between, text)):
        if part in (*DASHES, shown(value_words(None)).lower()) and path.endswith("wip_limit"):
            value: Any = None
        else:
            try:
                value = int(part) if path.rpartition(".")[2] in COUNTED else float(part.replace(",", "."))
            except ValueError:
                return None
        if value is not None and not 0 <= value < LARGEST:
            return None
        if value not in values:
            values.append(value)
    values.sort(key=lambda value: (value is None, value or 0))
    return values if 2 <= len(values) <= MOST_VALUES else None
