"""Files of a room import one another in one direction only, whatever hides behind `TYPE_CHECKING` or in a function."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import flowsim

ROOT = Path(flowsim.__file__).parent
FILES = {".".join(path.relative_to(ROOT.parent).with_suffix("").parts): path for path in ROOT.rglob("*.py")}
ROOMS = sorted({name.split(".")[1] for name in FILES if name.count(".") > 1})


def imported(module: str) -> set[str]:
    """The files of the program that a file imports, anywhere in it; of a package its own file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {name for name in found if name in FILES and name != module}


@pytest.mark.parametrize("room", ROOMS)
def test_no_circle_of_files_inside_a_room(room: str) -> None:
    inside = {name for name in FILES if name.startswith(f"flowsim.{room}.") and not name.endswith("__init__")}
    TopologicalSorter({name: imported(name) & inside for name in inside}).prepare()  # raises, and names the circle
