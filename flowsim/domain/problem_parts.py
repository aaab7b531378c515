"""Problems that every part of a file can have, and how what was given is shown in them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from flowsim.domain.phrases import Phrase, joined, phrase
from flowsim.domain.problems import Problem
from flowsim.domain.scenario import Scenario


def duplicates(where: str, names: Sequence[str], part: str = "id") -> Iterator[Problem]:
    """Names that stand more than once in the list at `where`; `part` is the field that has them."""
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in first:
            spot = f"{where}[{index}]" + (f".{part}" if part else "")
            expected = phrase("a name of its own; {0}[{1}] has this one already", where, first[name])
            yield Problem(spot, quoted(name), expected)
        first.setdefault(name, index)


def known_column(scenario: Scenario, column: str, where: str) -> Iterator[Problem]:
    """A column that the board has not."""
    if column not in scenario.column_index:
        yield Problem(where, quoted(column), phrase("the id of a column: {0}", one_of(scenario.column_index)))


def known_classes(scenario: Scenario, classes: Iterable[str], where: str) -> Iterator[Problem]:
    """Classes of service, keys of what stands at `where`, that the board has not."""
    for class_ in classes:
        if class_ not in scenario.class_index:
            yield Problem(f"{where}.{class_}", quoted(class_), one_of(scenario.class_index))


def one_of(names: Iterable[str]) -> Phrase:
    """The names there are, as many as fit a line."""
    return _first_of(tuple(names))


@lru_cache(maxsize=8)  # a file may have the same thing wrong a hundred thousand times
def _first_of(names: tuple[str, ...]) -> Phrase:
    listed = sorted(names)
    return phrase("one of {0}", joined(", ", [*listed[:12], *(["…"] if len(listed) > 12 else [])]))


def number(value: float) -> str:
    """A number as a person writes it, told apart from its neighbours."""
    return f"{value:.15g}"


def quoted(text: str) -> str:
    """A text of a file in quotation marks, cut to what fits a line."""
    return '"' + (text if len(text) <= 60 else text[:57] + "…") + '"'


def beneath(where: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems, of something that stands at `where` in a larger file."""
    for problem in problems:
        yield Problem(f"{where}.{problem.where}" if problem.where else where, problem.given, problem.expected)
