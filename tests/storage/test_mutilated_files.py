"""However a file is broken: it loads, or every problem is told in a line; nothing else ever happens."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.storage import Document
from flowsim.storage.reading import read_document
from flowsim.storage.writing import document_text
from tests.storage.files import problems_in
from tests.strategies import documents, modest, thorough

Path = tuple[str | int, ...]
Draw = Callable[[st.SearchStrategy[Any]], Any]

JUNK: list[Any] = [
    None, True, False, 0, -1, 1, 2.5, -0.0, 10**400, -(10**30), 1e308, -1e308, 5e-324, float("inf"), float("nan"),
    "", "x", "constant", "dev", "\ud800", "\n", "a" * 300, [], [[]], [1, "a"], {}, {"kind": "gamma"}, {"kind": {}},
    {"kind": "poisson", "rate": 0}, {"id": "x"}, [{"id": "x"}], {"": 0}, [None] * 300,
]  # fmt: skip

ODD_KEYS = ["kind", "id", "x", "class_", "a\nb", "\ud800", "", "k" * 99]
ODD_BYTES = [b"\x00", b"\xff\xfe", b'"', b"{", b"]", b"1e999", b"NaN", b"\\ud800"]


def paths_in(tree: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in a JSON tree, the root first."""
    yield path
    parts: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, part in parts:
        yield from paths_in(part, (*path, step))


def at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


@st.composite
def mutilated_trees(draw: Draw) -> bytes:
    """A valid file with one to three places deleted, replaced, swapped, renamed or wrapped."""
    document: Document = draw(documents())
    tree = json.loads(document_text(document.scenario, document.session))
    for _ in range(draw(st.integers(1, 3))):
        paths = list(paths_in(tree))[1:]
        if not paths:
            break
        path = draw(st.sampled_from(paths))
        holder, last = at(tree, path[:-1]), path[-1]
        act = draw(st.sampled_from(["delete", "replace", "swap", "rename", "wrap", "double"]))
        if act == "delete":
            del holder[last]
        elif act == "replace":
            holder[last] = draw(st.sampled_from(JUNK))
        elif act == "swap":
            holder[last] = copy.deepcopy(at(tree, draw(st.sampled_from(paths))))
        elif act == "rename" and isinstance(holder, dict):
            holder[draw(st.sampled_from(ODD_KEYS))] = holder.pop(last)
        elif act == "double" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[last]))
        else:
            holder[last] = [holder[last]]
    return json.dumps(tree).encode()


@st.composite
def mutilated_bytes(draw: Draw) -> bytes:
    """A valid file with bytes flipped, cut off, cut out, doubled or put in."""
    document: Document = draw(documents())
    content = bytearray(document_text(document.scenario, document.session).encode())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(len(content) - 1, 0)))
        end = draw(st.integers(start, min(start + 40, len(content))))
        act = draw(st.sampled_from(["flip", "cut off", "cut out", "double", "put in"]))
        if act == "flip" and content:
            content[start] ^= 1 << draw(st.integers(0, 7))
        elif act == "cut off":
            del content[start:]
        elif act == "cut out":
            del content[start:end]
        elif act == "double":
            content[start:start] = content[start:end]
        else:
            content[start:start] = draw(st.sampled_from(ODD_BYTES))
    return bytes(content)


def loads_or_tells(content: bytes) -> None:
    for problem in problems_in(content):
        assert problem.given
        assert problem.expected
        assert len(str(problem).splitlines()) == 1
        assert len(str(problem)) < 1_000


@modest
@given(mutilated_trees())
def test_a_file_with_values_changed_loads_or_tells_its_problems(content: bytes) -> None:
    loads_or_tells(content)


@modest
@given(mutilated_bytes())
def test_a_file_with_bytes_changed_loads_or_tells_its_problems(content: bytes) -> None:
    loads_or_tells(content)


@modest
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_load_or_tell_their_problems(content: bytes) -> None:
    loads_or_tells(content)


@pytest.mark.slow
@thorough
@given(mutilated_trees() | mutilated_bytes())
def test_any_of_many_broken_files_loads_or_tells_its_problems(content: bytes) -> None:
    loads_or_tells(content)


FULL = Document(
    *read_document(
        json.dumps(
            {
                "format": "flowsim", "version": 1, "name": "Everything", "horizon": 50,
                "arrivals": {"kind": "interval", "gap": {"kind": "empirical", "values": [1, 2]}, "group": 2},
                "columns": [
                    {"id": "in", "kind": "queue", "wip_limit": 4},
                    {"id": "dev", "workers": 2, "service": {"kind": "gamma", "mean": 2, "cv": 0.5},
                     "setup": {"rule": "family", "time": 1}, "transfer_batch": 2, "transfer_timeout": 3},
                    {"id": "test", "service": {"kind": "triangular", "low": 1, "mode": 2, "high": 3},
                     "rework": {"probability": 0.1, "to": "dev"}, "blockers": {"probability": 0.1}},
                ],
                "shared_limits": [{"columns": ["dev", "test"], "limit": 5}],
                "people": [{"name": "Ada", "skills": {"dev": 1}}],
                "classes": [{"id": "standard"}, {"id": "fast", "priority": 1}],
                "rules": {"deliver_every": 2},
                "session": {"time": 9, "interventions": [
                    {"at": 1, "do": "set_wip_limit", "column": "dev", "value": 3},
                    {"at": 2, "do": "set_service", "column": "dev", "value": {"kind": "constant", "value": 1}},
                ]},
            }
        ).encode()
    )
)  # fmt: skip
TREE = json.loads(document_text(FULL.scenario, FULL.session))


@pytest.mark.parametrize("path", list(paths_in(TREE)), ids=str)
def test_junk_in_this_place_loads_or_tells_its_problems(path: Path) -> None:
    for junk in JUNK:
        tree = {"root": copy.deepcopy(TREE)}
        holder = at(tree, ("root", *path)[:-1])
        holder[("root", *path)[-1]] = junk
        loads_or_tells(json.dumps(tree["root"]).encode())
