"""Two thousand of the files that `make fuzz` makes a hundred thousand of, and the fuzzer's own eyes."""

import os
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.storage import Document, load_document, save_document
from tests.benchmarks.results import write_section
from tests.fuzz import verdict
from tests.fuzz.corpus import sound_files
from tests.fuzz.made import file_number
from tests.fuzz.verdict import Judge, Verdict
from tests.fuzz.workers import MOST_MEMORY, READY, Tried, judged, tried
from tests.storage.files import EXERCISES

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="the memory of a file is measured as Linux tells it"
)

FILES, SEED = 2_000, 1
SOUND = EXERCISES[0].read_bytes()


@pytest.fixture(scope="module")
def answers() -> list[Tried]:
    return list(tried(FILES, SEED, sound_files(SEED, drawn=20), processes=2))


def test_no_broken_file_does_more_than_be_refused_or_be_what_it_says(answers: list[Tried]) -> None:
    assert [(each.index, each.verdict.reason) for each in answers if each.verdict.outcome == "failed"] == []


def test_every_file_is_tried_once(answers: list[Tried]) -> None:
    assert sorted(each.index for each in answers) == list(range(FILES))


def test_enough_files_are_refused_and_enough_are_not(answers: list[Tried]) -> None:
    outcomes = [each.verdict.outcome for each in answers]
    assert outcomes.count("refused") > FILES / 3
    assert outcomes.count("loaded") > FILES / 10


def test_the_same_numbers_mean_the_same_file() -> None:
    corpus = [path.read_bytes() for path in EXERCISES]
    assert [file_number(index, 7, corpus) for index in range(30)] == [
        file_number(index, 7, corpus) for index in range(30)
    ]
    assert len({file_number(index, 7, corpus) for index in range(30)}) == 30


# What the fuzzer sees


def judge_of(tmp_path: Path, most_seconds: float = 1.0) -> Judge:
    return Judge(tmp_path, most_seconds)


def test_a_sound_file_is_loaded_and_a_broken_one_refused(tmp_path: Path) -> None:
    assert judge_of(tmp_path).verdict(SOUND).outcome == "loaded"
    assert judge_of(tmp_path).verdict(SOUND[:-9]).outcome == "refused"


def test_whatever_is_raised_that_is_no_problem_of_the_file_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "load_document", lambda _: 1 / 0)
    found = judge_of(tmp_path).verdict(SOUND)
    assert found.outcome == "failed"
    assert "ZeroDivisionError" in found.reason


def test_a_step_that_does_not_end_is_broken_off_and_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(_: Path) -> None:
        while True:
            pass

    monkeypatch.setattr(verdict, "load_document", hang)
    found = judge_of(tmp_path, most_seconds=0.05).verdict(SOUND)
    assert (found.outcome, found.step) == ("failed", "load")
    assert "load: more than 0.05 s of the processor" in found.reason


def test_a_file_that_changes_when_it_is_saved_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = load_document(EXERCISES[1])
    real = save_document
    monkeypatch.setattr(verdict, "save_document", lambda path, _: real(path, other))
    assert "is something else" in judge_of(tmp_path).verdict(SOUND).reason


UNREADABLE = [
    [Problem("name", "", "a text")],
    [Problem("name", "1", "")],
    [Problem("name", "x" * 4_000, "a text")],
    [Problem("name", str(number), "a text") for number in range(300)],
]


@pytest.mark.parametrize("problems", UNREADABLE)
def test_problems_that_nobody_can_read_are_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems: list[Problem]
) -> None:
    def refuse(_: Path) -> Document:
        raise ScenarioProblems(problems)

    monkeypatch.setattr(verdict, "load_document", refuse)
    found = judge_of(tmp_path).verdict(SOUND)
    assert found.outcome == "failed"
    assert "Broken" in found.reason


def test_memory_beyond_what_a_file_may_take_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = judge_of(tmp_path)
    assert judged(judge, 0, SOUND).verdict.outcome == "loaded"

    def fill(path: Path) -> Document:
        assert len(bytearray(MOST_MEMORY + 10**7)) > 0
        return load_document(path)

    monkeypatch.setattr(verdict, "load_document", fill)
    found = judged(judge, 0, SOUND)
    assert found.memory > MOST_MEMORY
    assert found.verdict.reason.endswith("MiB of memory")


def die_at_3_and_hang_at_5(pipe: Connection, _folder: str, _seed: int, _corpus: Sequence[bytes]) -> None:
    pipe.send(READY)
    while True:
        for index in pipe.recv():
            if index == 3:
                os._exit(7)
            if index == 5:
                time.sleep(1_000)
            pipe.send(Tried(index, 1, Verdict("loaded")))


def test_a_process_that_dies_or_hangs_is_told_and_another_goes_on() -> None:
    found = {each.index: each.verdict for each in tried(8, 1, [], 1, work=die_at_3_and_hang_at_5, patience=2.0)}
    assert sorted(found) == list(range(8))
    assert {index: each.reason for index, each in found.items() if each.outcome == "failed"} == {
        3: "the process died, exit code 7",
        5: "no answer for 2 s",
    }


def test_a_section_of_figures_takes_the_place_of_its_own_kind_alone(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    write_section("Benchmarks", "fast\n", path)
    write_section("Broken files", "none\n", path)
    write_section("Benchmarks", "faster", path)
    assert path.read_text() == "# Figures\n\n## Benchmarks\n\nfaster\n\n## Broken files\n\nnone\n"
