"""What the program does with somebody else's file, as Python's own audit sees it, and the bounds SECURITY.md tells."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import product
import pytest

from flowsim.domain.constraints import MAX_CARDS, MAX_COLUMNS, MAX_WORKERS
from flowsim.domain.problems import ScenarioProblems
from flowsim.storage.parsing import MAX_BYTES, MAX_DEPTH, MOST_PROBLEMS
from flowsim.storage.reading import read_document

SECURITY: Final = (product.ROOT / "SECURITY.md").read_text(encoding="utf-8")

LURES: Final = (
    "__import__('os').system('touch lured')",
    "{0.__class__.__mro__}",
    "![picture](file:///etc/passwd) [link](https://example.org/)",
    "<script>alert(1)</script>",
    "../../lured",
    "=cmd|' /C calc'!A0",
)
"""Texts that some other program would run, fill in, fetch or follow."""

WATCHED: Final = """
import sys
from flowsim import cli

harmless, lure, *command = sys.argv[1:]
assert cli.main([*command[:1], harmless, *command[1:]]) == 0  # whatever is imported late has been by now
seen = []
watching = True
sys.addaudithook(lambda event, its: seen.append((event, str(its[0]) if its else "")) if watching else None)
code = cli.main([*command[:1], lure, *command[1:]])
watching = False
print("\\n".join(f"{event} {first}" for event, first in seen), file=sys.stderr)
sys.exit(code)
"""
"""A command on one file after the same on another; what Python does for the second goes to the error stream."""


def board(text: str, **more: Any) -> dict[str, Any]:
    """A sound file that says `text` wherever a file may say what it likes."""
    return {
        "format": "flowsim", "version": 1, "name": text, "description": text, "horizon": 20,
        "arrivals": {"kind": "poisson", "rate": 1},
        "columns": [{"id": text, "name": text, "service": {"kind": "exponential", "mean": 0.5}}],
        "people": [{"name": text, "skills": {text: 1}}],
        "classes": [{"id": text, "name": text}], "families": [{"id": text}],
        "session": {"time": 9, "interventions": [{"at": 1, "do": "add", "title": text}]}, **more,
    }  # fmt: skip


@pytest.mark.parametrize("command", [["check"], ["run", "--until", "20"]], ids=lambda command: command[0])
def test_of_all_that_a_process_can_do_a_file_brings_about_only_that_it_is_read(
    command: list[str], tmp_path: Path
) -> None:
    harmless, lure = tmp_path / "harmless.flowsim", tmp_path / "lure.flowsim"
    harmless.write_text(json.dumps(board("plain")), encoding="utf-8")
    lure.write_text(json.dumps(board(" ".join(LURES)[:64], description="\n".join(LURES))), encoding="utf-8")
    typed = [sys.executable, "-c", WATCHED, str(harmless), str(lure), *command]
    done = subprocess.run(typed, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert set(done.stderr.splitlines()) - {"array.__new__ b"} == {f"open {lure}"}  # arrays, too, are told of
    assert sorted(tmp_path.iterdir()) == [harmless, lure]


@pytest.mark.parametrize("lure", LURES)
def test_a_text_that_another_program_would_obey_is_kept_as_it_is(lure: str) -> None:
    scenario, session = read_document(json.dumps(board(lure)).encode())
    assert {scenario.name, scenario.description, scenario.columns[0].id, scenario.people[0].name} == {lure}
    assert session is not None


ONE_TOO_MANY: Final[list[tuple[str, dict[str, Any], str]]] = [
    (f"{MAX_COLUMNS} columns", {"columns": [{"id": f"c{number}"} for number in range(MAX_COLUMNS + 1)]}, "columns"),
    (f"{MAX_CARDS:,} cards", {"arrivals": {"kind": "fixed", "count": MAX_CARDS + 1}}, "arrivals.count"),
    (f"{MAX_WORKERS:,} people", {"people": [{"name": str(n), "skills": {}} for n in range(MAX_WORKERS + 1)]}, "people"),
    ("100,000 characters", {"description": "x" * 100_001}, "description"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "more", "where"), ONE_TOO_MANY, ids=[told for told, _, _ in ONE_TOO_MANY])
def test_a_bound_that_is_told_is_one_beyond_which_nothing_is_read(told: str, more: dict[str, Any], where: str) -> None:
    assert told in " ".join(SECURITY.split())
    raw = {"format": "flowsim", "version": 1, "name": "Large", "columns": [{"id": "a"}], **more}
    with pytest.raises(ScenarioProblems) as found:
        read_document(json.dumps(raw).encode())
    assert str(found.value).startswith(f"{where}: ")


def test_the_bounds_of_a_file_as_a_whole_are_those_that_are_told() -> None:
    for told in (f"{MAX_BYTES // 2**20} MiB", f"{MAX_DEPTH} brackets", f"at most {MOST_PROBLEMS} problems"):
        assert told in SECURITY
