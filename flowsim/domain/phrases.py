"""Translatable text for code that does not use Qt: an English string that remembers its template.

A `Phrase` is an ordinary English string for files, the command line and tests. The user interface looks up its
`template` in the current language and fills in the `parts`, which may be phrases themselves. So only the user interface
needs to know about languages.
"""

from collections.abc import Iterable

from typing_extensions import override


class Digits(str):
    """A number as people read it, with English signs: "1,204.5"; a window shows it with the signs of its language."""

    __slots__ = ()


def digits(value: float, form: str = "") -> Digits:
    """`value` in a `form` of Python's: `digits(1204.5, ",.1f")` reads "1,204.5"."""
    return Digits(format(value, form))


class Phrase(str):
    """`template` with `parts` in its places {0}, {1} …; equal to the plain English text it reads as."""

    __slots__ = ("parts", "template")
    template: str
    parts: tuple[object, ...]

    def __new__(cls, template: str, *parts: object) -> "Phrase":
        """Put `parts` into `template`."""
        made = super().__new__(cls, template.format(*parts) if parts else template)
        made.template = template
        made.parts = parts
        return made

    @override
    def __str__(self) -> str:
        return self  # an exception that carries a phrase must not flatten it when it is turned into its message

    @override
    def __reduce__(self) -> tuple[type["Phrase"], tuple[object, ...]]:
        return type(self), (self.template, *self.parts)


class Joined(Phrase):
    """Texts in a row; the `template` stands between any two of the `parts`, and may be a phrase itself."""

    __slots__ = ()

    def __new__(cls, template: str, *parts: object) -> "Joined":
        """Put `template` between the `parts`."""
        made = str.__new__(cls, template.join(map(str, parts)))
        made.template = template
        made.parts = parts
        return made


class Counted(Phrase):
    """A phrase that depends on a number of things: `template` in English for many, `one` for exactly one.

    Other languages have more forms; a window asks Qt for the one of the `number` (flowsim.ui.text.language).
    """

    __slots__ = ("number", "one")
    one: str
    number: float

    def __new__(cls, template: str, one: str, count: float, *parts: object) -> "Counted":
        """Put `parts` into the English form for `count`."""
        made = str.__new__(cls, (one if count == 1 else template).format(*parts))
        made.template, made.parts = template, parts
        made.one, made.number = one, count
        return made

    @property
    def english(self) -> str:
        """The English template for this count."""
        return self.one if self.number == 1 else self.template

    @override
    def __reduce__(self) -> tuple[type["Phrase"], tuple[object, ...]]:
        return type(self), (self.template, self.one, self.number, *self.parts)


def phrase(template: str, *parts: object) -> Phrase:
    """A sentence for people; `template` must be written out where this is called, so that translators find it."""
    return Phrase(template, *parts)


def counted(many: str, one: str, count: float, *parts: object) -> Counted:
    """What is said of `count` things; `many` and `one` are English templates, written out where this is called.

    The `parts` fill the places of either; without any, {0} is the count itself.
    """
    return Counted(many, one, count, *(parts or (digits(count, ",.12g"),)))


def joined(separator: str, parts: Iterable[str]) -> Phrase:
    """A list for people, such as names with ", " between them; the texts that are phrases stay so."""
    return Joined(separator, *parts)
