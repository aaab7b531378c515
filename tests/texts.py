"""Every text in the program's source, found without running it: which ones translators get to see, and which not."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = ("domain", "engine", "metrics", "charts", "session", "ui")
"""Rooms whose texts people see in the window; what `storage` and `cli` say is a public contract, in English."""

TRANSLATED: Final = frozenset({"tr", "phrase", "counted"})
FOR_PROGRAMMERS: Final = frozenset({"ValueError", "NotImplementedError", "TypeVar", "setStyleSheet"})
"""Calls whose first argument nobody sees in the window."""
WORDS: Final = re.compile(r"[^\W\d_].* | .*[^\W\d_]|^[A-Z][a-z]", re.DOTALL)
"""A letter and a space, or a capital and a small letter to begin with."""


@dataclass(frozen=True, order=True)
class Text:
    """A text at a place in the source: the module, such as "ui/text/number_format.py", the line, and what it says."""

    module: str
    line: int
    said: str


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of `ROOMS`, and what opens the window, by its path below flowsim/."""
    rooms = (sorted((ROOT / "flowsim" / room).rglob("*.py")) for room in ROOMS)
    for path in (ROOT / "flowsim" / "app.py", *chain.from_iterable(rooms)):
        yield path.relative_to(ROOT / "flowsim").as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def escaping(module: str, node: ast.AST) -> Iterator[Text]:
    """Texts that look like words for people and go through no translation; docstrings and annotations are none."""
    said = said_by(node)
    if said is not None and WORDS.search(said):
        yield Text(module, getattr(node, "lineno", 0), said)
    for child in _looked_into(node):
        yield from escaping(module, child)


def _looked_into(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of `node` in which texts for people may be."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Call() if called(node) in TRANSLATED | FOR_PROGRAMMERS:
            # Of `counted` the second text is the English for one thing; translators see it beside the first.
            yield from (*node.args[2 if called(node) == "counted" else 1 :], *node.keywords)
        case ast.Assert():
            yield node.test
        case ast.JoinedStr():
            yield from (part.value for part in node.values if isinstance(part, ast.FormattedValue))
        case ast.AnnAssign():
            yield from (part for part in (node.target, node.value) if part is not None)
        case ast.FunctionDef():
            yield from (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults), *node.body)
        case _:
            yield from ast.iter_child_nodes(node)


def templates(node: ast.AST, context: str = "", *, hidden: bool = False) -> Iterator[tuple[str, str | None, ast.Call]]:
    """Every call for a translation: its context (the class for `self.tr`, else empty), its template, the call itself.

    The template is None where translators are not shown it, or not under the class by which it is looked up: where it
    is not written out, is told to another object than `self`, or stands within an f-string, which lupdate skips.
    """
    if isinstance(node, ast.ClassDef):
        context = node.name
    hidden = hidden or isinstance(node, ast.JoinedStr)
    if isinstance(node, ast.Call) and called(node) in TRANSLATED:
        own, first = isinstance(node.func, ast.Attribute), node.args[0] if node.args else None
        found = not hidden and ast.unparse(node.func) in ("self.tr", "tr", "phrase", "counted")
        template = said_by(first) if found and isinstance(first, ast.Constant) else None
        yield context if own else "", template, node
    for child in ast.iter_child_nodes(node):
        yield from templates(child, context, hidden=hidden)


def called(call: ast.Call) -> str:
    """The bare name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def said_by(node: ast.AST) -> str | None:
    """The text of a literal, with "{}" for what an f-string fills in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
