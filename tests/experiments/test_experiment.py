"""Experiments as they are played: the same results wherever and in whatever order, and what they amount to."""

import os
import random
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from typing_extensions import override

from flowsim.domain.distributions import Constant
from flowsim.experiments.dispatcher import Culprit, Pool
from flowsim.experiments.executors import OneProcess, ProcessPool
from flowsim.experiments.experiment import Experiment, WarmUp
from flowsim.experiments.findings import findings_of, warnings_of
from flowsim.experiments.known_runs import KnownRuns
from flowsim.experiments.plan import seed_of
from flowsim.experiments.replication import Chunk, Job, RunResult
from flowsim.experiments.report_page import report_page
from flowsim.experiments.results_folder import causes_of, why_table
from flowsim.experiments.statistics import interval_of, paired_difference, welch_difference
from flowsim.storage import load_document
from flowsim.storage.resources import exercises
from tests.experiments.plans import COMPARE, SWEEP, THREE_COLUMNS, by_themselves, plan


def rows(experiment: Experiment) -> list[tuple[Job, tuple[float, ...], int, int]]:
    return [(each.job, each.figures, each.finished, each.unfinished) for each in experiment.play()]


class ThreePool:
    """Threads that are done in whatever order they come to it."""

    workers = 3
    broken: tuple[type[BaseException], ...] = ()

    def open(self) -> Executor:
        return ThreadPoolExecutor(3)

    def close(self, executor: Executor) -> None:
        executor.shutdown()


@pytest.mark.parametrize("kind", [SWEEP, COMPARE], ids=["sweep", "compare"])
def test_results_are_the_same_on_any_number_of_workers_and_in_any_order(kind: dict[str, Any]) -> None:
    expected = rows(Experiment(plan(**kind), OneProcess()))
    cells = len(plan(**kind).cells)
    assert [job for job, *_ in expected] == [Job(cell, number) for number in range(6) for cell in range(cells)]
    for pool in (ProcessPool(2), ThreePool()):
        assert rows(Experiment(plan(**kind), pool)) == expected


def test_a_replication_plays_the_same_luck_in_every_cell() -> None:
    same = plan(compare=[{"name": "one", "set": {}}, {"name": "the same", "set": {}}])
    came = list(Experiment(same, OneProcess()).play())
    assert [each.figures for each in came[::2]] == [each.figures for each in came[1::2]]
    assert seed_of(5, 0) != seed_of(5, 1) != seed_of(6, 1)


def test_intervals_are_those_of_all_runs() -> None:
    experiment = Experiment(plan(**SWEEP, replications=12), OneProcess())
    came = rows(experiment)
    for cell in range(3):
        for place in range(len(experiment.plan.figures)):
            values = [figures[place] for job, figures, *_ in came if job.cell == cell]
            expected, found = interval_of(values), experiment.tallies[cell].interval(place)
            assert (found.n, found.mean, found.low) == pytest.approx(
                (expected.n, expected.mean, expected.low), rel=1e-12
            )


def test_the_parts_of_a_difference_sum_to_it() -> None:
    experiment = Experiment(plan(**COMPARE), OneProcess())
    rows(experiment)
    causes = causes_of(experiment, (0, 1))
    for place, figure in enumerate(("lead_time.mean", "cycle_time.mean")):
        whole = experiment.differences[0].interval(place).mean
        assert sum(causes[figure].values()) == pytest.approx(whole, abs=1e-9)
    listed = sum(float(str(mean)) for _, _, _, mean, _, _ in why_table(experiment)[1])
    assert listed == pytest.approx(experiment.differences[0].interval(0).mean, abs=1e-9)


@pytest.mark.parametrize("its", by_themselves(), ids=lambda its: its.name)
def test_pairs_tell_a_difference_with_fewer_runs(its: Any) -> None:
    """On every exercise that plays by itself, paired intervals are narrower than those of independent runs."""
    scenario = load_document(its.path).scenario
    column = next(each for each in scenario.columns if not each.is_queue)
    path = f"columns.{column.id}.service.{'value' if isinstance(column.service, Constant) else 'mean'}"
    faster = {"set": {path: 0.9 * column.service.mean}, "name": "faster"}
    horizon = None if scenario.ends_by_itself else scenario.horizon or 200.0
    values = {
        "scenario": str(its.path), "horizon": horizon, "compare": [{"name": "today", "set": {}}, faster],
        "figures": ["lead_time.mean"], "replications": 20,
    }  # fmt: skip
    experiment = Experiment(plan(**values), OneProcess())
    came = rows(experiment)
    one, other = (np.array([figures[0] for job, figures, *_ in came if job.cell == cell]) for cell in (0, 1))
    paired, unpaired = paired_difference(one, other), welch_difference(one, other)
    assert paired.half_width < unpaired.half_width or unpaired.deviation == 0  # nothing of the line is random


def test_an_experiment_that_is_stopped_keeps_what_it_has() -> None:
    came: list[RunResult] = []
    experiment = Experiment(plan(replications=1_000_000, **SWEEP), OneProcess(), stopped=lambda: len(came) >= 10)
    came.extend(experiment.play())
    assert 10 <= len(came) < 20
    assert experiment.runs == len(came)


def test_a_selection_drops_what_is_clearly_worse() -> None:
    best = {"figure": "lead_time.mean", "want": "least", "within": 0.5}
    varied = [{"path": "columns.b.service.mean", "values": [1.9, 0.5, 1.0]}]
    experiment = Experiment(plan(vary=varied, best=best, horizon=200), OneProcess())
    rows(experiment)
    assert experiment.schedule.active == [1]
    assert findings_of(experiment) == [
        "columns.b.service.mean = 0.5 is within 0.5 of the best lead_time.mean, with 95 %."
    ]
    assert experiment.tallies[0].n[0] < 1000


def test_precision_ends_an_experiment_when_it_is_reached() -> None:
    precision = {"figure": "throughput", "relative": 0.1, "max_replications": 200}
    experiment = Experiment(plan(precision=precision, horizon=200), OneProcess())
    rows(experiment)
    its = experiment.tallies[0].interval(experiment.plan.figures.index("throughput"))
    assert its.half_width <= its.mean * 0.1 / 1.1
    assert 6 <= experiment.rounds < 200


def test_the_warm_up_of_a_board_that_starts_empty_is_found_and_of_one_that_never_settles_is_not() -> None:
    steady = Experiment(plan(warm_up="auto", horizon=2000), OneProcess()).find_warm_up()
    assert steady is not None
    assert steady.sound
    assert 0 <= steady.time <= 1000
    crowded = plan(warm_up="auto", horizon=400, vary=[{"path": "arrivals.rate", "values": [3.0]}])
    experiment = Experiment(crowded, OneProcess())
    found = experiment.find_warm_up()
    assert found is not None
    assert not found.sound
    rows(experiment)
    assert any("never settle" in warning for warning in warnings_of(experiment))
    assert any("are not finished at the end" in warning for warning in warnings_of(experiment))


def test_a_run_that_ends_by_itself_has_no_warm_up() -> None:
    order = {"scenario": str(exercises()[1].path), "warm_up": "auto", "horizon": None}
    assert Experiment(plan(**order), OneProcess()).find_warm_up() == WarmUp(0.0)


def test_runs_that_end_with_a_goal_have_no_warm_up_behind_which_nothing_lies() -> None:
    asked = plan(horizon=None, warm_up=50, forecast={"cards": 5}, figures=["lead_time.mean", "throughput"])
    for result in Experiment(asked, OneProcess()).play():
        assert all(np.isfinite(result.figures))


def test_a_warm_up_that_somebody_broke_off_is_none() -> None:
    experiment = Experiment(plan(warm_up="auto", horizon=200), OneProcess(), lambda: True)
    assert experiment.find_warm_up() is None
    assert list(experiment.play()) == []


@pytest.mark.parametrize("pool", [OneProcess(), ThreePool(), ProcessPool(2)], ids=["one", "threads", "processes"])
def test_a_budget_is_spent_to_the_last_run_and_in_the_same_way_on_any_pool(pool: Pool) -> None:
    best = {"figure": "lead_time.mean", "want": "least", "within": 0.5, "budget": 90}
    asked = plan(**SWEEP, best=best)
    came = rows(Experiment(asked, pool))
    assert len(came) == 90
    assert came == rows(Experiment(asked, OneProcess()))


def test_of_settings_that_are_equal_in_every_run_one_is_kept() -> None:
    best = {"figure": "lead_time.mean", "want": "least", "within": 0.5}
    asked = plan(vary=[{"path": "columns.b.workers", "values": [50, 60]}], best=best, replications=2000)
    experiment = Experiment(asked, OneProcess())
    list(experiment.play())
    assert experiment.rounds < 20
    assert "is within 0.5 of the best" in findings_of(experiment)[0]


def test_what_is_known_of_one_past_is_not_told_of_another() -> None:
    known = KnownRuns()
    for seed in (1, 2):
        board = {**THREE_COLUMNS, "seed": seed, "session": {"time": 40.0, "interventions": []}}
        asked = plan(**{"scenario": board, "from": "now", "horizon": None, "forecast": {"cards": 5}})
        assert rows(Experiment(asked, OneProcess(), known=known)) == rows(Experiment(asked, OneProcess()))


def test_one_pool_ends_its_own_processes_and_nobody_elses() -> None:
    one, other = ProcessPool(1), ProcessPool(1)
    first, second = one.open(), other.open()
    assert first.submit(int).result() == second.submit(int).result() == 0
    one.close(first)
    assert second.submit(int).result() == 0
    other.close(second)


# Workers that die


class Deadly(Executor):
    """An executor that breaks whenever a certain run is in the chunk, and a few times for nothing."""

    def __init__(self, deadly: Callable[[Chunk], bool]) -> None:
        self.deadly = deadly
        self.broken = False

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if self.broken:
            raise BrokenProcessPool("it is broken")
        if self.deadly(args[0]):
            self.broken = True
            future.set_exception(BrokenProcessPool("a process in the pool died"))
        else:
            future.set_result(fn(*args))
        return future


class DeadlyPool:
    workers = 2
    broken: tuple[type[BaseException], ...] = ()

    def __init__(self, deadly: Callable[[Chunk], bool]) -> None:
        self.deadly = deadly

    def open(self) -> Executor:
        return Deadly(self.deadly)

    def close(self, executor: Executor) -> None:
        pass


def test_a_worker_that_dies_once_costs_nothing_but_time() -> None:
    luck = random.Random(1)
    pool = DeadlyPool(lambda _: luck.random() < 0.2)
    # Whatever breaks by chance may break the same chunk twice; a single run is blamed only after it did so alone.
    try:
        came = rows(Experiment(plan(**SWEEP), pool))
    except Culprit:
        pytest.fail("an innocent run was blamed")
    assert came == rows(Experiment(plan(**SWEEP), OneProcess()))


def test_the_run_that_kills_its_worker_is_named() -> None:
    guilty = Job(1, 3)
    experiment = Experiment(plan(**SWEEP), DeadlyPool(lambda chunk: guilty in chunk.jobs))
    came = []
    with pytest.raises(Culprit, match="replication 3 of cell 1") as caught:
        came += rows(experiment)
    assert caught.value.job == guilty


def test_a_process_that_is_killed_loses_no_run_and_gives_none_twice() -> None:
    import signal
    from multiprocessing import active_children

    experiment = Experiment(plan(**SWEEP, replications=60), ProcessPool(2))
    came = []
    killed = False
    for result in experiment.play():
        came.append((result.job, result.figures, result.finished, result.unfinished))
        if len(came) > 30 and not killed and (children := active_children()):
            os.kill(children[0].pid or 0, signal.SIGKILL)
            killed = True
    assert killed
    assert came == rows(Experiment(plan(**SWEEP, replications=60), OneProcess()))
    assert active_children() == []


class CountingPool(ThreePool):
    """Counts the chunks that it is given, by opening anew for each experiment that has something to play."""

    def __init__(self) -> None:
        self.opened = 0

    @override
    def open(self) -> Executor:
        self.opened += 1
        return super().open()


def test_what_was_played_once_is_not_played_again() -> None:
    known, pool = KnownRuns(), CountingPool()
    first = rows(Experiment(plan(**SWEEP), pool, known=known))
    played = len(known)
    assert rows(Experiment(plan(**SWEEP), pool, known=known)) == first
    assert (pool.opened, len(known)) == (1, played)
    longer = plan(**{**SWEEP, "replications": 9})
    assert rows(Experiment(longer, pool, known=known)) == rows(Experiment(longer, OneProcess()))
    assert (pool.opened, len(known)) == (2, played // 6 * 9)


@pytest.mark.parametrize("change", [{"horizon": 41.0}, {"warm_up": 3.0}, {"seed": 99}, {"figures": ["wip"]}])
def test_a_run_is_known_by_everything_that_its_numbers_depend_on(change: dict[str, Any]) -> None:
    known = KnownRuns()
    rows(Experiment(plan(**SWEEP), OneProcess(), known=known))
    other = plan(**{**SWEEP, **change})
    assert rows(Experiment(other, OneProcess(), known=known)) == rows(Experiment(other, OneProcess()))


def test_only_so_many_runs_are_kept_those_asked_for_last() -> None:
    known = KnownRuns(most=4)
    rows(Experiment(plan(**SWEEP), OneProcess(), known=known))
    assert len(known) == 4
    assert rows(Experiment(plan(**SWEEP), OneProcess(), known=known)) == rows(Experiment(plan(**SWEEP), OneProcess()))


def test_percentiles_are_also_told_of_all_cards_of_all_runs_together() -> None:
    asked = plan(**SWEEP, figures=["lead_time.p85", "lead_time.mean", "cycle_time.p50"])
    experiment = Experiment(asked, OneProcess())
    came = list(experiment.play())
    for cell in experiment.cells:
        times = np.concatenate([each.durations["lead_time"] for each in came if each.job.cell == cell.index])  # type: ignore[index]
        pooled = experiment.pooled[cell.index]["lead_time"]
        assert pooled.n == len(times) == sum(each.finished for each in came if each.job.cell == cell.index)
        assert pooled.percentile(0.85) == np.sort(times)[int(np.ceil(0.85 * len(times) - 1e-9)) - 1]
    page = report_page(experiment)
    assert page.count("lead_time.p85, all cards of all runs together") == len(experiment.cells)
    assert "lead_time.mean, all cards" not in page


def test_what_is_not_known_of_every_run_is_not_pooled() -> None:
    asked = plan(**SWEEP, figures=["lead_time.p85"])
    came = list(Experiment(asked, OneProcess()).play())
    again = Experiment(asked, OneProcess())
    list(again.play([replace(came[0], durations=None), *came[1:]]))
    assert np.isnan(again.pooled[0]["lead_time"].percentile(0.85))
    assert again.pooled[1]["lead_time"].n > 0
