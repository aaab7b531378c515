"""What README and its neighbours tell people to type works, and what they point at is there."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import product
import pytest

import flowsim
from flowsim.reports.contents import contents_of
from flowsim.reports.page import report_page
from flowsim.storage import load_document
from tests.reports.test_report import SVG

README, CONTRIBUTING, SECURITY = (product.ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY"))
DOCUMENTS = (README, CONTRIBUTING, SECURITY)
MADE = ("build", "dist", "build/screens", "build/site")
"""Places that are there once something has been built."""


def blocks(document: Path, language: str = "") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(program: str) -> list[str]:
    """What is typed, from blocks and from the tables of commands, without the remark behind it."""
    text = "\n".join(line for document in DOCUMENTS for block in blocks(document) for line in block.splitlines())
    text += "\n" + "\n".join(re.findall(r"^\| `([^`]+)`", CONTRIBUTING.read_text(encoding="utf-8"), re.MULTILINE))
    return [line.partition("  #")[0].strip() for line in text.splitlines() if line.startswith(f"{program} ")]


def write_samples(folder: Path) -> None:
    """The files that the README shows, under the names by which its commands call them."""
    for sample in blocks(README, "json"):
        name = {"flowsim": "board.flowsim", "flowsim-experiment": "plan.json"}[json.loads(sample)["format"]]
        (folder / name).write_text(sample, encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("as in the README")
    write_samples(made)
    document = load_document(made / "board.flowsim")
    contents = contents_of(document)
    assert contents is not None
    (made / "report.html").write_text(
        report_page(document, contents, "2026-03-01", lambda _picture, _run: SVG), encoding="utf-8"
    )
    return made


DRAWS = (" chart ", " report ")
"""Commands that need Qt; they are tried in `tests/cli/` where it is there."""


@pytest.mark.parametrize("command", [one for one in commands("flowsim") if not any(part in one for part in DRAWS)])
def test_a_command_of_the_documents_runs_as_written(command: str, folder: Path) -> None:
    typed = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(typed, cwd=folder, capture_output=True, text=True, check=False)
    warnings = done.stderr if " experiment " not in command else ""  # it tells there what to be careful about
    assert (done.returncode, warnings) == (0, "")


def test_the_documents_show_every_command_of_the_program() -> None:
    assert {command.split()[1] for command in commands("flowsim")} == {
        "check", "run", "chart", "experiment", "report", "verify"
    }  # fmt: skip


def test_every_make_target_of_the_documents_is_one() -> None:
    makefile = (product.ROOT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    asked = {command.split()[1] for command in commands("make")}
    assert len(asked) > 8
    assert asked - set(phony.split()) == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((?:flowsim|tests|resources|packaging|docs|\.github)/[^`\s]*)`", text)
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [place for place in {*named, *linked} if place not in MADE and not (product.ROOT / place).exists()] == []


def test_the_version_and_its_day_are_the_same_wherever_they_are_told() -> None:
    citation = (product.ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(.+)\] - (.+)$", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == flowsim.__version__
    assert f"version: {newest[1]}\ndate-released: {newest[2]}\n" in citation
    told = re.findall(r"flowsim[-_](\d+\.\d+\.\d+)[-_]", README.read_text(encoding="utf-8"))
    assert set(told) == {flowsim.__version__}
