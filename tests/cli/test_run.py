"""`flowsim run`: one run, its figures, its trace and its summary; words and exit code 2 for what cannot be."""

import errno
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flowsim import cli
from flowsim.engine import played
from flowsim.storage import load_document
from flowsim.storage.tables import trace_csv
from tests.cli.program import ENVIRONMENT, RANDOM, SMALL, Raw, flowsim, write

TRACE_OF_SMALL = """\
time,card,column,state,worker
0.10000000000000001,0,,backlog,
0.10000000000000001,0,dev,waiting,
0.10000000000000001,0,dev,working,0
0.30000000000000004,0,dev,ready,
0.30000000000000004,0,test,waiting,
0.30000000000000004,0,test,working,0
0.5,1,,backlog,
0.5,1,dev,waiting,
0.5,1,dev,working,0
0.5,1,dev,ready,
0.5,1,test,waiting,
2.2999999999999998,0,test,ready,
2.2999999999999998,0,,delivered,
2.2999999999999998,1,test,working,0
3.2999999999999998,1,test,ready,
3.2999999999999998,1,,delivered,
"""


def with_session(*interventions: Raw, time: float = 20) -> Raw:
    return {**RANDOM, "session": {"time": time, "interventions": list(interventions)}}


def run(folder: Path, raw: Raw, *options: str) -> int:
    """`flowsim run` in this process, on a file in `folder`."""
    return cli.main(["run", str(folder / write(folder, raw)), *options])


def summary_of(folder: Path, raw: Raw, *options: str) -> dict[str, Any]:
    assert run(folder, raw, "--summary", str(folder / "out.json"), *options) == 0
    read: dict[str, Any] = json.loads((folder / "out.json").read_text())
    return read


def traced(folder: Path, raw: Raw, *options: str) -> str:
    assert run(folder, raw, "--trace", str(folder / "out.csv"), *options) == 0
    return (folder / "out.csv").read_text(encoding="utf-8")


# As a process


def test_a_run_prints_its_figures_and_writes_its_trace_and_summary(tmp_path: Path) -> None:
    file = write(tmp_path, SMALL)
    done = flowsim(tmp_path, "run", file, "--trace", "out.csv", "--summary", "out.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == ["Two steps (seed 1)", "  window            0 to 3.3 days"]
    assert "2 cards (0 unfinished)" in done.stdout
    assert "Development" in done.stdout
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == TRACE_OF_SMALL
    assert json.loads((tmp_path / "out.json").read_text())["finished"] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["board.flowsim", "out.csv", "out.json"]


def test_a_broken_file_is_told_on_standard_error_and_nothing_is_written(tmp_path: Path) -> None:
    file = write(tmp_path, {**SMALL, "seed": "x", "colour": 1})
    done = flowsim(tmp_path, "run", file, "--trace", "out.csv")
    assert done.returncode == 2
    assert done.stdout == ""
    assert [line.split(": ")[:2] for line in done.stderr.splitlines()] == [[file, "seed"], [file, "colour"]]
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    "options", [("--trace", "none/out.csv"), ("--summary", "none/out.json"), ("--trace", "folder")], ids=" ".join
)
def test_a_place_that_cannot_be_written_is_told_without_a_traceback(tmp_path: Path, options: tuple[str, str]) -> None:
    (tmp_path / "folder").mkdir()
    done = flowsim(tmp_path, "run", write(tmp_path, SMALL), *options)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{options[1]}: cannot be written (")
    assert len(done.stderr.splitlines()) == 1


def test_figures_reach_a_console_that_cannot_show_every_character(tmp_path: Path) -> None:
    done = flowsim(tmp_path, "run", write(tmp_path, {**SMALL, "name": "日本"}), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\\u65e5\\u672c (seed 1)\n")


@pytest.mark.parametrize("command", ["run", "check"])
def test_no_window_library_is_imported(tmp_path: Path, command: str) -> None:
    script = (
        "import sys\nfrom flowsim.__main__ import main\nmain()\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    (tmp_path / "seen.py").write_text(script)
    file = write(tmp_path, SMALL)
    done = subprocess.run(
        [sys.executable, "seen.py", command, file],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = done.stdout.split("LOADED")[1].split()
    assert "flowsim" in loaded
    assert not {"PySide6", "shiboken6", "pyqtgraph"} & set(loaded)


def test_a_command_of_nothing_is_told_how_to_be_used(tmp_path: Path) -> None:
    done = flowsim(tmp_path, "run")
    assert done.returncode == 2
    assert done.stderr.startswith("usage: flowsim run")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_standard_output_is_told_without_a_traceback(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "flowsim", "run", write(tmp_path, SMALL)],
            cwd=tmp_path, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == f"standard output: cannot be written ({os.strerror(errno.ENOSPC)})\n"


# The trace


def test_the_trace_has_the_documented_form(tmp_path: Path) -> None:
    assert traced(tmp_path, SMALL) == TRACE_OF_SMALL


def test_the_trace_of_a_file_is_that_of_the_engine(tmp_path: Path) -> None:
    text = traced(tmp_path, RANDOM)
    scenario = load_document(tmp_path / "board.flowsim").scenario
    assert text == trace_csv(scenario, played(scenario, (), 40.0).trace)


def test_the_same_file_gives_the_same_trace_twice(tmp_path: Path) -> None:
    assert traced(tmp_path, RANDOM) == traced(tmp_path, RANDOM)


def test_another_seed_gives_another_trace_the_same_as_if_it_stood_in_the_file(tmp_path: Path) -> None:
    assert traced(tmp_path, RANDOM, "--seed", "7") == traced(tmp_path, {**RANDOM, "seed": 7})
    assert traced(tmp_path, RANDOM, "--seed", "7") != traced(tmp_path, RANDOM)


def test_until_ends_the_run_before_and_after_the_horizon(tmp_path: Path) -> None:
    whole = traced(tmp_path, RANDOM).splitlines()
    part = traced(tmp_path, RANDOM, "--until", "15").splitlines()
    more = traced(tmp_path, RANDOM, "--until", "60").splitlines()
    assert part == whole[: len(part)]
    assert whole == more[: len(whole)]
    assert len(part) < len(whole) < len(more)
    assert float(part[-1].split(",")[0]) <= 15 < float(whole[len(part)].split(",")[0])


def test_what_happens_exactly_at_until_is_played(tmp_path: Path) -> None:
    raw = {**SMALL, "cards": [{"arrives": 2}]}
    assert "2,0,,delivered," in traced(tmp_path, raw, "--until", "2")


def test_a_run_until_0_plays_the_first_instant(tmp_path: Path) -> None:
    raw = {**SMALL, "cards": [{"arrives": 0, "service": {"dev": 1}}]}
    assert traced(tmp_path, raw, "--until", "0").splitlines()[1:] == [
        "0,0,,backlog,",
        "0,0,dev,waiting,",
        "0,0,dev,working,0",
    ]


# The summary


def test_the_summary_has_the_documented_keys(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, RANDOM)
    assert list(summary) == [
        "finished", "unfinished", "throughput", "wip", "cycle_time", "lead_time", "flow_efficiency", "columns", "waits",
        "classes",
    ]  # fmt: skip
    assert list(summary["cycle_time"]) == list(summary["lead_time"]) == ["mean", "p50", "p85", "p95"]
    assert list(summary["columns"]) == ["dev", "test"]
    for figures in summary["columns"].values():
        assert list(figures) == ["wip", "queue", "utilisation", "setup", "blocked", "starved"]
    assert set(summary["waits"]) >= {"transport", "capacity", "setup", "blocker", "batch", "downstream"}


def test_the_summary_of_listed_cards_is_what_a_hand_finds(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, SMALL)
    end, cycle = 3.3, (2.2, 2.8)
    assert (summary["finished"], summary["unfinished"]) == (2, 0)
    assert summary["throughput"] == pytest.approx(2 / end)
    assert summary["wip"] == pytest.approx(sum(cycle) / end)
    assert summary["cycle_time"] == pytest.approx({"mean": 2.5, "p50": 2.2, "p85": 2.8, "p95": 2.8})
    assert summary["lead_time"] == pytest.approx(summary["cycle_time"])
    assert summary["flow_efficiency"] == pytest.approx(3.2 / 5)
    assert summary["columns"]["test"]["utilisation"] == pytest.approx(3 / end)
    assert summary["waits"]["capacity"] == pytest.approx(1.8 / 2)


def test_figures_that_do_not_exist_are_null(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, {**SMALL, "cards": [{"arrives": 50}]}, "--until", "10")
    assert (summary["finished"], summary["wip"]) == (0, 0)
    assert summary["flow_efficiency"] is None
    assert set(summary["lead_time"].values()) == {None}


def test_the_summary_is_taken_after_the_warm_up(tmp_path: Path) -> None:
    assert summary_of(tmp_path, {**SMALL, "warm_up": 2.5})["finished"] == 1


def test_a_queue_has_no_utilisation(tmp_path: Path) -> None:
    raw = {**RANDOM, "columns": [{"id": "in", "kind": "queue"}, {"id": "dev"}]}
    assert summary_of(tmp_path, raw)["columns"]["in"]["utilisation"] is None


def test_no_touch_at_all_is_no_share_of_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, {**SMALL, "cards": [{}]}) == 0
    assert "nan" not in capsys.readouterr().out


# The session


def test_a_session_is_played_again(tmp_path: Path) -> None:
    raw = with_session(
        {"at": 5, "do": "add", "title": "by hand"},
        {"at": 9.5, "do": "set_workers", "column": "test", "value": 3},
        {"at": 12, "do": "set_wip_limit", "column": "dev", "value": 1},
    )
    text = traced(tmp_path, raw)
    document = load_document(tmp_path / "board.flowsim")
    assert document.session is not None
    assert text == trace_csv(document.scenario, played(document.scenario, document.session.interventions, 40.0).trace)
    assert "\n5," in text
    assert text != traced(tmp_path, RANDOM)


def test_interventions_after_the_end_are_not_played(tmp_path: Path) -> None:
    raw = with_session({"at": 30, "do": "add"}, time=35)
    assert traced(tmp_path, raw, "--until", "29") == traced(tmp_path, RANDOM, "--until", "29")


def test_an_intervention_that_the_board_refuses_is_told_in_words(tmp_path: Path) -> None:
    lower = {"at": 1, "do": "set_wip_limit", "column": "dev", "value": 2}
    raw = with_session(lower, {"at": 2, "do": "drop", "card": 999})
    file = write(tmp_path, raw)
    done = flowsim(tmp_path, "run", file, "--trace", "out.csv")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"{file}: session.interventions[1]: drop: no such card yet\n"
    assert not (tmp_path / "out.csv").exists()


def test_of_two_equal_interventions_the_refused_one_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drop = {"at": 30, "do": "drop", "card": 0}
    raw = {**SMALL, "cards": [{}, {"arrives": 50}], "rules": {"auto_pull": False}}
    assert run(tmp_path, {**raw, "session": {"time": 30, "interventions": [drop, drop]}}) == 2
    assert ": session.interventions[1]: drop: " in capsys.readouterr().err


# What cannot be


def test_a_run_that_would_never_end_asks_until_when(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, {**RANDOM, "horizon": None}) == 2
    said = capsys.readouterr().err
    assert "horizon: null: a time in the file, or --until" in said
    assert len(said.splitlines()) == 1


def test_without_a_horizon_a_run_goes_on_until_it_is_told(tmp_path: Path) -> None:
    assert summary_of(tmp_path, {**RANDOM, "horizon": None}, "--until", "40") == summary_of(tmp_path, RANDOM)


def test_a_run_that_ends_before_its_warm_up_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, {**RANDOM, "warm_up": 10}, "--until", "5") == 2
    assert capsys.readouterr().err.endswith(": --until: 5: not before the end of the warm-up, at 10\n")


@pytest.mark.parametrize("time", ["-1", "nan", "inf", "1e999", "soon", ""])
def test_until_is_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str], time: str) -> None:
    with pytest.raises(SystemExit) as left:
        run(tmp_path, RANDOM, f"--until={time}")
    assert left.value.code == 2
    assert capsys.readouterr().err.endswith(f"argument --until: {time}: a time of at least 0\n")


@pytest.mark.parametrize("seed", ["-1", "1.5", "x", str(2**63)])
def test_a_seed_is_a_whole_number(tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: str) -> None:
    with pytest.raises(SystemExit) as left:
        run(tmp_path, RANDOM, f"--seed={seed}")
    assert left.value.code == 2
    assert f"argument --seed: {seed}: a whole number from 0 to " in capsys.readouterr().err


def test_cards_that_would_never_stop_coming_at_one_instant_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The file is sound; it is a person who takes the limit away.
    raw = {
        **RANDOM,
        "arrivals": {"kind": "saturated"},
        "columns": [{"id": "in", "kind": "queue", "wip_limit": 2}, {"id": "dev", "wip_limit": 2}],
        "session": {"time": 5, "interventions": [{"at": 5, "do": "set_wip_limit", "column": "dev", "value": None}]},
    }
    assert run(tmp_path, raw) == 2
    assert "dev would never stop filling without a limit" in capsys.readouterr().err


def test_a_name_of_several_lines_stays_one_line_of_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, {**SMALL, "name": "a\nb\x1b[2J"}) == 0
    assert capsys.readouterr().out.startswith("a\\nb\\x1b[2J (seed 1)\n")


@pytest.mark.parametrize("limit", [10**30, 10**400])
def test_a_limit_beyond_all_numbers_is_no_crash(tmp_path: Path, limit: int) -> None:
    raw = {**RANDOM, "columns": [{"id": "dev", "wip_limit": limit}]}
    assert summary_of(tmp_path, raw)["finished"] > 0


def test_percentages_add_up_to_the_whole(tmp_path: Path) -> None:
    for figures in summary_of(tmp_path, RANDOM)["columns"].values():
        shares = [figures[part] for part in ("utilisation", "setup", "blocked", "starved")]
        assert math.fsum(shares) == pytest.approx(1)


TWO_CLASSES: Raw = {
    "format": "flowsim", "version": 1, "name": "classes", "columns": [{"id": "dev"}],
    "classes": [{"id": "standard", "target": 2.5}, {"id": "urgent", "priority": 1}],
    "cards": [
        {"class": "standard", "service": {"dev": 2}}, {"class": "standard", "service": {"dev": 1}},
        {"class": "urgent", "service": {"dev": 1}},
    ],
}  # fmt: skip


def test_the_summary_tells_of_each_class(tmp_path: Path) -> None:
    told = summary_of(tmp_path, TWO_CLASSES)["classes"]
    assert list(told) == ["standard", "urgent"]
    assert told["urgent"]["lead_time"]["mean"] == 1.0  # it goes first
    assert told["standard"]["lead_time"] == {"mean": 3.5, "p50": 3.0, "p85": 4.0, "p95": 4.0}
    assert (told["standard"]["finished"], told["standard"]["unfinished"]) == (2, 0)
    assert told["standard"]["target_met"] == 0.0
    assert told["urgent"]["target_met"] is None


def test_the_trace_tells_the_class_of_each_card_where_it_is_asked_for(tmp_path: Path) -> None:
    lines = traced(tmp_path, TWO_CLASSES, "--classes").splitlines()
    assert lines[0] == "time,card,column,state,worker,class"
    assert {(line.split(",")[1], line.split(",")[5]) for line in lines[1:]} == {
        ("0", "standard"), ("1", "standard"), ("2", "urgent"),
    }  # fmt: skip
    assert traced(tmp_path, TWO_CLASSES).splitlines()[0] == "time,card,column,state,worker"


def test_the_class_in_a_trace_is_that_of_the_moment(tmp_path: Path) -> None:
    change = {"at": 0.5, "do": "reclass", "card": 1, "class": "urgent"}
    session = {"time": 9, "interventions": [change]}
    lines = traced(tmp_path, {**TWO_CLASSES, "session": session}, "--classes").splitlines()
    assert [line.split(",")[5] for line in lines if line.split(",")[1] == "1"] == ["standard"] * 2 + ["urgent"] * 3


def test_who_is_turned_away_at_0_counts_where_there_is_no_warm_up(tmp_path: Path) -> None:
    """Ten come at once: one starts, two wait, seven find the backlog full."""
    raw = {**RANDOM, "columns": [{"id": "a", "wip_limit": 1}], "warm_up": 0, "horizon": 20, "backlog_limit": 2,
           "arrivals": {"kind": "fixed", "count": 10}}  # fmt: skip
    found = summary_of(tmp_path, raw)
    assert (found["finished"], found["unfinished"], found["lost"]) == (3, 0, 7)


def test_who_is_turned_away_by_a_plan_stands_in_the_summary(tmp_path: Path) -> None:
    raw = {**RANDOM, "columns": [{"id": "a", "wip_limit": 1}], "horizon": 20, "warm_up": 0,
           "arrivals": {"kind": "interval", "gap": {"kind": "constant", "value": 0.5}},
           "plan": [{"do": "set_backlog_limit", "value": 1, "at": 3}]}  # fmt: skip
    assert summary_of(tmp_path, raw)["lost"] == 19


def test_families_stand_beside_classes_where_there_are_several(tmp_path: Path) -> None:
    board = {**TWO_CLASSES, "families": [{"id": "a"}, {"id": "b"}]}
    assert traced(tmp_path, board, "--classes").splitlines()[0] == "time,card,column,state,worker,class,family"
