"""The names of a table's columns, as keys by which somebody says what they are."""

from collections.abc import Sequence

from flowsim.domain.phrases import phrase
from flowsim.storage.histories.choices import Choices, Meaning
from flowsim.storage.histories.problems import FileProblem


def keys_of(header: Sequence[str]) -> list[str]:
    """A key for each column, each another: its name, and with "#2" behind it for the second of a name."""
    keys: dict[str, None] = {}
    for name in header:
        key, number = name, 1
        while key in keys:
            number += 1
            key = f"{name}#{number}"
        keys[key] = None
    return list(keys)


def chosen(header: Sequence[str], choices: Choices) -> dict[int, Meaning]:
    """By place, what somebody has said of the columns; the first of a name is "#1" as well.

    Raises:
        FileProblem: there is no such column.
    """
    places = {key: place for place, key in enumerate(keys_of(header))}
    for place, name in enumerate(header):
        places.setdefault(f"{name}#1", place)
    if unknown := [key for key in choices.columns if key not in places]:
        raise FileProblem("no-dates", phrase("there is no column “{0}” in the file", unknown[0][:80]))
    return {places[key]: meaning for key, meaning in choices.columns.items()}
