"""`flowsim experiment` as people start it: folders, going on, interrupts, bad plans."""

import csv
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import ENVIRONMENT, flowsim
from tests.experiments.plans import COMPARE, SWEEP, Raw, write_plan

LONG = {**SWEEP, "replications": 400, "horizon": 300}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def started(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "flowsim", "experiment", *arguments], cwd=folder, env=ENVIRONMENT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def told(plan: Path, out: Path, *more: str) -> tuple[int, str]:
    """The exit code of an experiment on one worker, and its complaints."""
    done = flowsim(plan.parent, "experiment", str(plan), "--out", str(out), "--workers", "1", *more)
    return done.returncode, done.stderr


def until_there_are_rows(path: Path, rows: int) -> None:
    give_up = time.monotonic() + 60
    while not path.exists() or path.read_text(encoding="utf-8").count("\n") < rows:
        assert time.monotonic() < give_up
        time.sleep(0.02)


def test_a_sweep_leaves_its_tables_and_a_page(tmp_path: Path) -> None:
    write_plan(tmp_path, **SWEEP)
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "results", "--workers", "1")
    assert done.returncode == 0
    assert "18 runs of 3 settings are in results" in done.stdout
    runs, results = table(tmp_path / "results" / "runs.csv"), table(tmp_path / "results" / "results.csv")
    assert list(runs[0]) == [
        "cell", "replication", "lead_time.mean", "throughput", "cycle_time.mean", "wip", "finished", "unfinished",
    ]  # fmt: skip
    assert len(runs) == 18
    assert list(results[0]) == ["columns.b.wip_limit", "figure", "n", "mean", "ci_low", "ci_high", "sd", "median"]
    assert {row["columns.b.wip_limit"] for row in results} == {"1", "2", "null"}
    page = (tmp_path / "results" / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert "http" not in page.replace("http://www.w3.org", "")


def test_a_comparison_leaves_differences_whose_causes_sum_to_them(tmp_path: Path) -> None:
    write_plan(tmp_path, **COMPARE)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    rows = table(tmp_path / "o" / "differences.csv")
    causes = list(rows[0])[6:]
    for row in rows[:2]:
        assert sum(float(row[cause]) for cause in causes) == pytest.approx(float(row["mean"]), abs=1e-9)
    assert all(row[cause] == "" for row in rows[2:] for cause in causes)


@pytest.mark.parametrize("kind", [SWEEP, COMPARE], ids=["sweep", "compare"])
def test_a_killed_experiment_goes_on_and_ends_in_the_same_bytes(tmp_path: Path, kind: Raw) -> None:
    write_plan(tmp_path, **{**kind, "replications": 400, "horizon": 300})
    with started(tmp_path, "plan.json", "--out", "o", "--workers", "2") as running:
        until_there_are_rows(tmp_path / "o" / "runs.csv", 30)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    whole = (tmp_path / "o" / "runs.csv").read_text(encoding="utf-8")
    assert whole.count("\n") < 800
    (tmp_path / "o" / "runs.csv").write_text(whole + "1,77,0.25", encoding="utf-8")  # torn in the middle of a row
    refused = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1")
    assert refused.returncode == 2
    assert refused.stderr == "plan.json: o: holds an experiment already: another folder, or --resume\n"
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1", "--resume").returncode == 0
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "fresh", "--workers", "2").returncode == 0
    for name in ("runs.csv", "results.csv"):
        assert (tmp_path / "o" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


def test_an_experiment_is_extended_by_a_plan_with_more_replications(tmp_path: Path) -> None:
    write_plan(tmp_path, **SWEEP)
    flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1")
    write_plan(tmp_path, **SWEEP, replications=9)
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1", "--resume")
    assert "27 runs of 3 settings" in done.stdout
    flowsim(tmp_path, "experiment", "plan.json", "--out", "fresh", "--workers", "1")
    assert (tmp_path / "o" / "runs.csv").read_bytes() == (tmp_path / "fresh" / "runs.csv").read_bytes()
    write_plan(tmp_path, **SWEEP, seed=6)
    other = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1", "--resume")
    assert other.returncode == 2
    assert other.stderr.startswith("plan.json: o: another experiment: ")


def test_ctrl_c_keeps_what_is_there(tmp_path: Path) -> None:
    write_plan(tmp_path, **{**LONG, "replications": 1_000_000})
    with started(tmp_path, "plan.json", "--out", "o", "--workers", "2") as running:
        until_there_are_rows(tmp_path / "o" / "runs.csv", 30)
        running.send_signal(signal.SIGINT)
        out, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "runs; --resume goes on" in said
    assert "Traceback" not in said
    assert out == ""
    assert len(table(tmp_path / "o" / "results.csv")) == 3 * 6


def test_a_bad_plan_is_told_a_line_a_problem(tmp_path: Path) -> None:
    write_plan(
        tmp_path, replications=0, horizonn=3, figures=["lead_time.p99"],
        vary=[{"path": "columns.zz.wip_limit", "values": [1]}],
    )  # fmt: skip
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o")
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["horizonn", "replications", "figures[0]"]
    write_plan(tmp_path, vary=[{"path": "columns.zz.wip_limit", "values": [1]}])
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o")
    assert done.stderr.startswith("plan.json: vary: columns.zz.wip_limit: no such setting: a path such as")
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o").stderr.startswith("plan.json: line 1, column 2")
    assert flowsim(tmp_path, "experiment", "nothing.json", "--out", "o").stderr.startswith(
        "nothing.json: cannot be read"
    )
    assert not (tmp_path / "o").exists()


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    named = [{"name": "=1+1", "set": {}}, {"name": "<b>&x", "set": {"columns.b.workers": 2}}]
    write_plan(tmp_path, compare=named)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    assert table(tmp_path / "o" / "results.csv")[0]["name"] == "'=1+1"
    page = (tmp_path / "o" / "report.html").read_text(encoding="utf-8")
    assert "<b>&x" not in page
    assert "&lt;b&gt;&amp;x" in page


def test_the_plan_that_is_left_can_be_read_again(tmp_path: Path) -> None:
    write_plan(tmp_path, **SWEEP)
    flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1")
    left = json.loads((tmp_path / "o" / "plan.json").read_text(encoding="utf-8"))
    assert left["format"] == "flowsim-experiment"
    assert left["vary"] == SWEEP["vary"]
    done = flowsim(tmp_path / "o", "experiment", "plan.json", "--out", "again", "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "o" / "again" / "runs.csv").read_bytes() == (tmp_path / "o" / "runs.csv").read_bytes()


def test_a_forecast_leaves_its_quantiles(tmp_path: Path) -> None:
    write_plan(tmp_path, replications=20, horizon=None, forecast={"cards": 10})
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1")
    assert done.returncode == 0, done.stderr
    rows = table(tmp_path / "o" / "forecast.csv")
    assert [row["quantile"] for row in rows] == ["0.5", "0.7", "0.85", "0.95"]
    values = [float(row["value"]) for row in rows]
    assert values == sorted(values)
    assert done.stdout.startswith("10 cards: 50 % by day ")
    runs = table(tmp_path / "o" / "runs.csv")
    assert sorted(float(row["forecast"]) for row in runs)[16] == values[2]  # the 17th of 20 is the first with 85 %
    again = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "2", "--resume")
    assert again.returncode == 0
    assert table(tmp_path / "o" / "forecast.csv") == rows


def test_what_a_forecast_has_played_is_kept_when_it_goes_on(tmp_path: Path) -> None:
    write_plan(tmp_path, replications=5, horizon=20, forecast={"cards": 10})
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    before = (tmp_path / "o" / "runs.csv").read_text(encoding="utf-8")
    write_plan(tmp_path, replications=8, horizon=20, forecast={"cards": 10})
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1", "--resume")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "o" / "runs.csv").read_text(encoding="utf-8").startswith(before)
    assert "8 runs of one setting are in o" in done.stdout


@pytest.mark.parametrize(
    "part", [{"forecast": {"cards": 4}}, {"precision": {"figure": "wip", "relative": 0.5, "max_replications": 8}}],
    ids=["forecast", "precision"],
)  # fmt: skip
def test_the_plan_it_leaves_can_be_played(tmp_path: Path, part: Raw) -> None:
    write_plan(tmp_path, horizon=20, **part)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    again = flowsim(tmp_path, "experiment", "o/plan.json", "--out", "again", "--workers", "1")
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "again" / "runs.csv").read_bytes() == (tmp_path / "o" / "runs.csv").read_bytes()


@pytest.mark.parametrize(
    ("vary", "told"),
    [
        ([{"path": "columns.a.id", "values": ["x"]}], "changes an id or a name"),
        ([{"path": "columns.a.workers", "values": [1]}, {"path": "columns.a.workers", "values": [2]}], "vary already"),
        ([{"path": "columns.a.workers", "values": [1, 1]}], "each value once"),
    ],
    ids=["an id", "a path twice", "a value twice"],
)
def test_what_would_not_be_an_experiment_is_one_line(tmp_path: Path, vary: Raw, told: str) -> None:
    write_plan(tmp_path, vary=vary)
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr


def test_one_process_stops_soon_and_keeps_what_it_has(tmp_path: Path) -> None:
    write_plan(tmp_path, replications=100_000, horizon=300)
    with started(tmp_path, "plan.json", "--out", "o", "--workers", "1") as running:
        until_there_are_rows(tmp_path / "o" / "runs.csv", 30)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "--resume goes on" in said
    assert (tmp_path / "o" / "runs.csv").read_text(encoding="utf-8").count("\n") < 50_000


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda lines: [*lines[:3], "1,0,abc,,x,1,2,y\n", *lines[4:]], "line 4 is no row that an experiment wrote"),
        (lambda lines: [*lines[:3], "1,0\n", *lines[4:]], "line 4 is no row that an experiment wrote"),
        (
            lambda lines: [*lines[:3], *lines[4:]],
            "replication 1 of cell 0 stands where replication 0 of cell 2 belongs",
        ),
    ],
    ids=["no numbers", "too few", "one is missing"],
)
def test_a_table_that_somebody_changed_is_refused_and_left_as_it_is(tmp_path: Path, edit: Any, told: str) -> None:
    write_plan(tmp_path, **SWEEP)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    table_of_runs = tmp_path / "o" / "runs.csv"
    table_of_runs.write_text("".join(edit(table_of_runs.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    changed = table_of_runs.read_bytes()
    done = flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1", "--resume")
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert table_of_runs.read_bytes() == changed


def test_a_warm_up_that_was_found_for_other_runs_is_not_used(tmp_path: Path) -> None:
    write_plan(tmp_path, warm_up=30)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    (tmp_path / "o" / "runs.csv").unlink()
    write_plan(tmp_path, warm_up=0)
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "o", "--workers", "1").returncode == 0
    assert flowsim(tmp_path, "experiment", "plan.json", "--out", "fresh", "--workers", "1").returncode == 0
    assert (tmp_path / "o" / "runs.csv").read_bytes() == (tmp_path / "fresh" / "runs.csv").read_bytes()


def test_a_folder_is_gone_on_with_only_by_its_own_plan_even_without_its_runs(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert told(write_plan(tmp_path, warm_up=30, **SWEEP), out)[0] == 0
    (out / "runs.csv").unlink()
    code, errors = told(write_plan(tmp_path, "b.json", warm_up=10, **SWEEP), out, "--resume")
    assert code == 2
    assert "another experiment" in errors


def test_a_folder_with_more_replications_than_the_plan_asks_for_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert told(write_plan(tmp_path, replications=6, **SWEEP), out)[0] == 0
    before = (out / "runs.csv").read_bytes()
    code, errors = told(write_plan(tmp_path, "b.json", replications=3, **SWEEP), out, "--resume")
    assert code == 2
    assert "holds 6 replications already" in errors
    assert (out / "runs.csv").read_bytes() == before


@pytest.mark.parametrize("change", [{"horizon": 10**400}, {"warm_up": 10**400}, {"version": True}])
def test_numbers_beyond_floating_point_and_other_types_are_problems_of_one_line(
    tmp_path: Path, change: dict[str, object]
) -> None:
    code, errors = told(write_plan(tmp_path, **{**SWEEP, **change}), tmp_path / "out")
    assert code == 2
    assert "Traceback" not in errors
    assert errors.count("\n") == 1


def test_a_budget_below_a_run_for_each_setting_is_a_problem(tmp_path: Path) -> None:
    best = {"figure": "throughput", "want": "most", "within": 0.1, "budget": 2}
    code, errors = told(write_plan(tmp_path, best=best, **SWEEP), tmp_path / "out")
    assert code == 2
    assert "best.budget" in errors


def test_what_was_played_before_a_run_that_cannot_go_on_is_worth_having(tmp_path: Path) -> None:
    board = {"format": "flowsim", "version": 1, "name": "b", "horizon": 100,
             "arrivals": {"kind": "interval", "gap": {"kind": "gamma", "mean": 1, "cv": 1000}},
             "columns": [{"id": "dev", "service": {"kind": "exponential", "mean": 1.0}}]}  # fmt: skip
    code, errors = told(write_plan(tmp_path, scenario=board, replications=8, figures=["wip"]), tmp_path / "out")
    assert code == 2
    assert "at the same instant" in errors
    assert (tmp_path / "out" / "report.html").exists()
