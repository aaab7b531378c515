"""From bytes to plain JSON values: what is no text, no JSON, or JSON that no scenario can be, is told as problems."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from flowsim.domain.problems import Problem, ScenarioProblems

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DEPTH: Final = 32
MOST_PROBLEMS: Final = 200
"""Problems that are told of one file; more are only counted."""

MOST_VALUES: Final = 6_000_000
"""Values of one file: a million cards with all they may say."""

SOME_HOLDERS: Final = 100_000
BYTES_A_HOLDER: Final = 8
"""An object or a list takes some 60 to 200 bytes in memory; so many bytes of a file are the least that one is worth,
beyond the first hundred thousand. The shortest card there is takes ten a holder."""

MOST_KEYS: Final = 10
"""Keys that one problem names."""

Path = tuple[str | int, ...]

_HALF_ESCAPED: Final = re.compile(r"\\u[dD][89a-fA-F]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def parse(content: bytes, most: int | None = None) -> dict[str, Any]:
    """The JSON object in `content`, which may have `most` bytes (or `MAX_BYTES`).

    Raises:
        ScenarioProblems: there is none, or it holds what JSON should not (a key twice, NaN, half a character).
    """
    most = MAX_BYTES if most is None else most
    if len(content) > most:
        raise one("", f"more than {most:,} bytes", "a smaller file")
    if _bloats(content):
        if any(bracket * (MAX_DEPTH + 1) in content for bracket in (b"[", b'{"":')):
            raise _bomb()
        raise one("", "far more values than a file of this size has that says something", "a flowsim scenario")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise one("", f"byte {error.start} is not UTF-8", "a text file in UTF-8") from error
    raw = _values(text)
    if _too_deep(raw):
        raise _bomb()
    if _HALF_ESCAPED.search(text) and (halves := Complaints(_halves(raw, ()))):
        raise halves.as_error()
    if not isinstance(raw, dict):
        raise one("", shown(raw), "an object in braces")
    return raw


def _bloats(content: bytes) -> bool:
    """Whether the values in `content` would take many times its size in memory; counted before any is made."""
    holders = content.count(b"[") + content.count(b"{")
    return holders > SOME_HOLDERS + len(content) / BYTES_A_HOLDER or content.count(b",") > MOST_VALUES


def _values(text: str) -> Any:
    repeated = Complaints()

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = dict(pairs)
        if len(names) < len(pairs):
            twice = sorted(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
            listed = ", ".join(map(shown, twice[:MOST_KEYS])) + (", …" if len(twice) > MOST_KEYS else "")
            repeated.add(Problem("", f"the key {listed} twice in one object", "it once"))
        return names

    try:
        # NaN and infinities are read, so that they are refused where they stand, like any other value.
        raw = json.loads(text, object_pairs_hook=unique, parse_int=_integer)
    except json.JSONDecodeError as error:
        given = f"line {error.lineno}, column {error.colno}: {error.msg}" if text.strip() else "an empty file"
        raise one("", given, "JSON, as the scenario format describes it") from error
    except RecursionError as error:
        raise _bomb() from error
    except ValueError as error:
        raise one("", str(error), "a finite number of a sensible length") from error
    if repeated:
        raise repeated.as_error()
    return raw


def _integer(digits: str) -> int:
    if len(digits) > 1_000:
        raise ValueError(f"{digits[:12]}…, a number of {len(digits):,} digits")
    return int(digits)


def _too_deep(raw: Any) -> bool:
    """Whether values nest deeper than `MAX_DEPTH`; found layer by layer, because recursion is what bombs aim at."""
    layer = [raw]
    for _ in range(MAX_DEPTH):
        layer = [
            part
            for whole in layer
            if isinstance(whole, dict | list)
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if isinstance(part, dict | list)
        ]
        if not layer:
            return False
    return True


def _bomb() -> ScenarioProblems:
    return one("", f"more than {MAX_DEPTH} brackets inside one another", "a flowsim scenario")


def _halves(raw: Any, path: Path) -> Iterator[Problem]:
    """Texts with half a character: JSON can escape a lone surrogate, but no file in UTF-8 can hold it."""
    if isinstance(raw, str) and _HALF.search(raw):
        yield Problem(where_of(path), shown(raw), "whole characters; one here is only half of a surrogate pair")
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield from _halves(key, (*path, key))
            yield from _halves(value, (*path, key))
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield from _halves(value, (*path, index))


def where_of(path: Path) -> str:
    """A path as problems write it: ``columns[2].wip_limit``."""
    where = ""
    for step in path:
        name = f"[{step}]" if isinstance(step, int) else shortened(step, 64)
        where += name if isinstance(step, int) or not where else "." + name
    return where


def shown(given: Any) -> str:
    """A value as it stands in a file, cut to what fits a line."""
    try:
        text = json.dumps(given, ensure_ascii=False)
    except (TypeError, ValueError):
        text = str(given)
    return shortened(text, 80)


def shortened(text: str, most: int) -> str:
    """`text`, cut to `most` characters where it is longer."""
    return text if len(text) <= most else text[: most - 3] + "…"


class Complaints:
    """Problems of one file, each once and in order: the first `MOST_PROBLEMS`, and how many more there are.

    A hostile file may have millions; they are not kept, and of those that are not, equal ones count several times.
    """

    def __init__(self, problems: Iterable[Problem] = (), more: int = 0) -> None:
        self._told: dict[Problem, None] = {}
        self._more = more
        for problem in problems:
            self.add(problem)

    def __bool__(self) -> bool:
        return bool(self._told)

    def add(self, problem: Problem) -> None:
        """One more, unless it is there already."""
        if len(self._told) < MOST_PROBLEMS:
            self._told.setdefault(problem)
        elif problem not in self._told:
            self._more += 1

    def as_error(self) -> ScenarioProblems:
        """All of them, to be raised."""
        rest = [Problem("", f"{self._more:,} more problems", "these ones solved first")] if self._more else []
        return ScenarioProblems([*self._told, *rest])


def one(where: str, given: str, expected: str) -> ScenarioProblems:
    """The one problem, to be raised."""
    return ScenarioProblems([Problem(where, given, expected)])
