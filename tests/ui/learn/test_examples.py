"""What the manual shows works: its files are read, its commands run as written, its words are in the dictionary."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from spellchecker import SpellChecker

from flowsim.experiments.plan_file import plan_of
from flowsim.manual.pages import Manual, Page
from flowsim.storage.exercise_file import exercise_of
from flowsim.storage.reading import document_of
from flowsim.storage.resources import example_history, exercises, manual_folder

MANUAL: Final = Manual(manual_folder())
PAGES: Final = list(MANUAL.pages.values())
BLOCK: Final = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

WORDS: Final = frozenset(
    [
        "actionableagile",
        "akaike",
        "alt",
        "api",
        "app",
        "breiman",
        "changelog",
        "colour",
        "colourful",
        "colours",
        "conwip",
        "csv",
        "ctrl",
        "cv",
        "dask",
        "devops",
        "erlang",
        "esc",
        "fi",
        "flowsim",
        "github",
        "gneiting",
        "goldratt",
        "hopp",
        "html",
        "http",
        "jira",
        "json",
        "kanban",
        "kaplan",
        "kelton",
        "khinchine",
        "kingman",
        "lognormal",
        "memoryless",
        "mib",
        "mser",
        "nakano",
        "neighbouring",
        "neighbours",
        "ocba",
        "pagedown",
        "pageup",
        "pdf",
        "pgdown",
        "pgup",
        "pn",
        "png",
        "pollaczek",
        "quantile",
        "quantiles",
        "queueing",
        "raftery",
        "resampled",
        "roser",
        "sakasegawa",
        "shapley",
        "simpy",
        "spratt",
        "svg",
        "tanaka",
        "tcp",
        "tls",
        "trello",
        "utf",
        "utilisation",
        "vacanti",
        "vut",
        "wasserstein",
        "weibull",
        "wi",
        "wip",
        "xlsx",
        "xmr",
        "çinlar",
        "callout",
    ]
)
"""Names, terms of the field, and British spellings, which the dictionary lacks."""


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.name, found["text"])
        for page in PAGES
        for found in BLOCK.finditer(page.text)
        if found["language"] == language
    ]


def test_every_block_says_what_it_is() -> None:
    kinds = {(page.name, found["language"]) for page in PAGES for found in BLOCK.finditer(page.text)}
    assert {kind for _, kind in kinds} <= {"json", "sh", "text", ""}
    assert {page for page, kind in kinds if not kind} == {"how-to/import-a-history"}, "a map, which has no format"


@pytest.mark.parametrize(("page", "text"), blocks("json"))
def test_every_file_that_is_shown_can_be_read(page: str, text: str, samples: Path) -> None:
    values: Mapping[str, Any] = json.loads(text)
    match values["format"]:
        case "flowsim":
            document_of(dict(values))
        case "flowsim-exercise":
            exercise_of(values, samples)
        case "flowsim-experiment":
            plan_of(values, samples)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the manual shows, under the names by which its commands call them."""
    folder = tmp_path_factory.mktemp("as in the manual")
    [board] = [text for page, text in blocks("json") if page == "reference/scenario-file"]
    [plan] = [text for page, text in blocks("json") if page == "how-to/find-a-limit"]
    played = {**json.loads(board), "session": {"time": 20.0, "interventions": []}}
    (folder / "board.flowsim").write_text(json.dumps(played), encoding="utf-8")
    (folder / "plan.json").write_text(plan, encoding="utf-8")
    (folder / "history.csv").write_bytes(example_history().read_bytes())
    return folder


def commands() -> list[str]:
    lines = [line for _, text in blocks("sh") for line in text.splitlines() if line.startswith("flowsim ")]
    return list(dict.fromkeys(lines))


@pytest.mark.timeout(120)
def test_every_command_runs_as_written_in_the_order_of_the_pages(samples: Path, tmp_path: Path) -> None:
    for file in samples.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    typed = sorted(commands(), key=lambda command: " verify " in command)
    assert {command.split()[1] for command in typed} == {
        "check", "run", "chart", "experiment", "import", "report", "verify"
    }  # fmt: skip
    played = (samples / "board.flowsim").read_bytes()
    for command in typed:
        if " experiment " in command:
            for old in tmp_path.glob("results/*"):
                old.unlink()
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        (tmp_path / "board.flowsim").write_bytes(played)  # the import has written another one there


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_word_is_spelt_as_the_dictionary_has_it(page: Page) -> None:
    names = {word for entry in exercises() for word in re.findall(r"\w+", entry.name.lower())}
    unknown = SpellChecker().unknown(words_of(page)) - WORDS - names
    assert sorted(unknown) == []


def words_of(page: Page) -> set[str]:
    """The words of a page; not what is code, where links lead, or the name of a record."""
    text = BLOCK.sub("", page.text)
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|^#+ [A-Z][a-z]+[A-Z]\w*$|^ {4}.*$", " ", text, flags=re.MULTILINE)
    found = re.findall(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:'[a-z]+)?", text)
    return {word.removesuffix("'s").lower() for word in found if not re.search(r"[a-z][A-Z]", word)}
