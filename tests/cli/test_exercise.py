"""What `flowsim check` says of exercises, and `flowsim verify` of reports: where there is no Qt."""

import json
from pathlib import Path

from flowsim.reports.contents import contents_of
from flowsim.reports.page import report_page
from flowsim.storage.exercise_file import load_exercise
from flowsim.storage.resources import exercises
from tests.cli.program import RANDOM, flowsim
from tests.reports.test_report import SVG
from tests.reports.workshops import held


def test_the_exercises_that_come_with_the_program_are_sound_and_keep_their_promises(tmp_path: Path) -> None:
    done = flowsim(tmp_path, "check", *[str(each.story) for each in exercises()])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_step_that_adds_people_without_room_is_told(tmp_path: Path) -> None:
    board = {**RANDOM, "columns": [{"id": "a", "name": "On the phone", "workers": 2, "wip_limit": 2}]}
    steps = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "set": {"columns.a.workers": 3}}]
    raw = {"format": "flowsim-exercise", "version": 1, "name": "x", "boards": {"b": board}, "steps": steps}
    (tmp_path / "x.flowsim-exercise").write_text(json.dumps(raw), encoding="utf-8")
    done = flowsim(tmp_path, "check", "x.flowsim-exercise")
    said = "steps[1].set: On the phone has 3 people but room for 2 at a time: somebody is always idle"
    assert (done.returncode, done.stdout) == (0, f"x.flowsim-exercise: {said}\n")


def test_a_promise_that_is_not_kept_is_a_problem(tmp_path: Path) -> None:
    steps = [{"id": "a", "title": "A", "board": "b"}]
    expected = [{"board": "b", "figure": "finished", "value": 1}]
    raw = {"format": "flowsim-exercise", "version": 1, "name": "x", "boards": {"b": RANDOM}, "steps": steps}
    (tmp_path / "x.flowsim-exercise").write_text(json.dumps({**raw, "expected": expected}), encoding="utf-8")
    done = flowsim(tmp_path, "check", "x.flowsim-exercise")
    assert done.returncode == 2
    assert "x.flowsim-exercise: expected[0]: finished is " in done.stderr


def test_verify_needs_no_window(tmp_path: Path) -> None:
    document = held().file.document
    contents = contents_of(document)
    assert contents is not None
    page = report_page(document, contents, "2026-03-01", lambda _picture, _run: SVG)
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    assert flowsim(tmp_path, "verify", "report.html").returncode == 0
    forged = page.replace('data-figure="0.finished">3', 'data-figure="0.finished">4')
    assert forged != page
    (tmp_path / "report.html").write_text(forged, encoding="utf-8")
    done = flowsim(tmp_path, "verify", "report.html")
    assert (done.returncode, "figure 0.finished: 4" in done.stderr) == (1, True)


def test_a_round_that_its_board_cuts_short_is_a_problem_of_check_and_no_reason_not_to_open(tmp_path: Path) -> None:
    board = {**RANDOM, "horizon": 50}
    steps = [{"id": "a", "title": "A", "board": "b", "round": {"until": 60}}]
    raw = {"format": "flowsim-exercise", "version": 1, "name": "x", "boards": {"b": board}, "steps": steps}
    expected = [{"board": "b", "figure": "unfinished", "value": 0, "within": 1_000_000, "until": 70}]
    file = tmp_path / "x.flowsim-exercise"
    file.write_text(json.dumps({**raw, "expected": expected}), encoding="utf-8")
    done = flowsim(tmp_path, "check", file.name)
    ends = "at most 50, where this board's run ends"
    assert done.stderr.splitlines() == [
        f"{file.name}: steps[0].round.until: 60: {ends}", f"{file.name}: expected[0].until: 70: {ends}",
    ]  # fmt: skip
    assert load_exercise(file).name == "x"
