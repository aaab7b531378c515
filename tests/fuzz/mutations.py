"""Sound files, broken: in their bytes, or in the values that stand in them."""

import copy
import json
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import Any, Final

from tests.fuzz.nasty import ODD_KEYS, TOKENS, nasty, written

Path = tuple[str | int, ...]
MOST_BYTES: Final = 3_000_000
"""A file is not made longer than that: how long a whole one takes to load is no secret worth finding."""

PIECES: Final = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b'"', b"\\", b"{", b"}",
    b"[", b"]", b",", b":", b"\\u", b"\\ud800", b"e999", b"-", b"/*", b"\r", b"\t", b"\x1b[2J", b"0" * 50, b"{" * 99,
]  # fmt: skip


def broken(corpus: Sequence[bytes], rng: Random) -> bytes:
    """One file of `corpus` with one to six things done to it."""
    content = rng.choice(corpus)
    acts = rng.choice([IN_BYTES, IN_VALUES, MILD])
    for _ in range(rng.choice([1, 1, 2, 3, 6]) if acts is IN_BYTES else 1):
        content = rng.choice(acts)(content, corpus, rng)[:MOST_BYTES]
    return content


def _place(content: bytes, rng: Random) -> tuple[int, int]:
    start = rng.randrange(len(content) + 1)
    return start, min(start + rng.choice([1, 1, 4, 40, 400]), len(content))


def _flipped(content: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    changed = bytearray(content)
    for _flip in range(rng.choice([1, 1, 8]) if content else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(content: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    start, end = _place(content, rng)
    return content[:start] if rng.random() < 0.1 else content[:start] + content[end:]


def _with_a_piece(content: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    start, _end = _place(content, rng)
    piece = rng.choice([rng.choice(PIECES), rng.choice(TOKENS).encode(), rng.randbytes(rng.choice([1, 4, 30]))])
    return content[:start] + piece + content[start:]


def _repeated(content: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    start, end = _place(content, rng)
    return content[:start] + content[start:end] * rng.choice([2, 2, 3, 100, 2_000]) + content[end:]


def _spliced(content: bytes, corpus: Sequence[bytes], rng: Random) -> bytes:
    other = rng.choice(corpus)
    start, end = _place(other, rng)
    here, to = _place(content, rng)
    return content[:here] + (other[start:] if rng.random() < 0.3 else other[start:end] + content[to:])


def _token_replaced(content: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    """A number or a text, found without understanding the file, gives way to something nasty."""
    starts = [place for place, byte in enumerate(content) if byte in b":,["] or [0]
    start = rng.choice(starts) + 1
    end = start
    while end < len(content) and content[end] not in b",]}\n":
        end += 1
    return content[:start] + nasty(rng).text.encode() + content[end:]


def paths_in(tree: Any, most: int = 20_000) -> list[Path]:
    """Every place in a JSON tree below its root, but no more than about `most`."""
    paths: list[Path] = []
    wholes: list[tuple[Any, Path]] = [(tree, ())]
    for whole, path in wholes:
        if len(paths) > most:
            break
        for step, part in whole.items() if isinstance(whole, dict) else enumerate(whole):
            paths.append((*path, step))
            if isinstance(part, dict | list):
                wholes.append((part, paths[-1]))
    return paths


@cache
def _tree_of(sound: bytes) -> Any:
    """A file of the corpus as JSON; to be copied from, not changed."""
    return json.loads(sound)


@cache
def _paths_of(sound: bytes) -> list[Path]:
    return paths_in(_tree_of(sound))


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _in_values(content: bytes, corpus: Sequence[bytes], rng: Random) -> bytes:
    """Some values replaced, deleted, renamed, wrapped, repeated, or taken from elsewhere."""
    tree = json.loads(content)
    other = rng.choice(corpus)
    for _ in range(rng.choice([1, 1, 2, 4, 8])):
        paths = paths_in(tree)
        if paths:
            path = rng.choice(paths)
            source, there = rng.choice([(tree, paths), (_tree_of(other), _paths_of(other))])
            _change(_at(tree, path[:-1]), path[-1], rng, _at(source, rng.choice(there)))
    return written(tree, rng, doubled=rng.choice([0.0, 0.0, 0.02])).encode("utf-8", "surrogatepass")


def _as_elsewhere(content: bytes, corpus: Sequence[bytes], rng: Random) -> bytes:
    """Some values give way to those that stand under the same key in other files."""
    tree = json.loads(content)
    try:
        paths = paths_in(tree)
        for _ in range(rng.choice([1, 2, 4, 8, 16]) if paths else 0):
            path, other = rng.choice(paths), rng.choice(corpus)
            alike = [each for each in _paths_of(other) if each[-1] == path[-1] and len(each) == len(path)]
            if alike:
                _at(tree, path[:-1])[path[-1]] = copy.deepcopy(_at(_tree_of(other), rng.choice(alike)))
    except (LookupError, TypeError):  # the place went with what was around it
        return _token_replaced(content, corpus, rng)
    return written(tree, rng).encode("utf-8", "surrogatepass")


def _change(holder: Any, last: Any, rng: Random, another: Any) -> None:
    act = rng.choice(["nasty", "nasty", "number", "delete", "swap", "swap", "rename", "wrap", "repeat"])
    if act == "nasty":
        holder[last] = nasty(rng)
    elif act == "number":
        holder[last] = rng.choice([0, 1, 2, 1.5, 10 ** rng.randrange(30), 10.0 ** rng.randrange(-300, 308)])
    elif act == "delete":
        del holder[last]
    elif act == "swap":
        holder[last] = copy.deepcopy(another)
    elif act == "rename" and isinstance(holder, dict):
        holder[rng.choice([*ODD_KEYS, *holder])] = holder.pop(last)
    elif act == "repeat" and isinstance(holder, list):
        holder[last:last] = [copy.deepcopy(holder[last]) for _ in range(rng.choice([1, 1, 3, 110, 1_100]))]
    else:
        holder[last] = [holder[last]]


Act = Callable[[bytes, Sequence[bytes], Random], bytes]
IN_BYTES: Final[list[Act]] = [_flipped, _cut, _with_a_piece, _repeated, _spliced, _token_replaced]
IN_VALUES: Final[list[Act]] = [_in_values]
MILD: Final[list[Act]] = [_as_elsewhere]
