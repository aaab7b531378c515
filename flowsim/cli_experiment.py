"""`flowsim experiment`: plays a plan, shows how far it is, and leaves its results in a folder."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from flowsim.cli_progress import Progress
from flowsim.domain.problems import ScenarioProblems, one_line
from flowsim.experiments.dispatcher import Culprit, Pool
from flowsim.experiments.executors import Cluster, OneProcess, ProcessPool
from flowsim.experiments.experiment import Experiment, OutOfOrderError
from flowsim.experiments.findings import findings_of, warnings_of
from flowsim.experiments.plan_file import load_plan
from flowsim.experiments.report_page import settings_in_words
from flowsim.experiments.results import results_into

INTERRUPTED: Final = 130
FAILED: Final = 2

Say = Callable[[str], None]


def run_experiment(file: Path, out: Path, workers: int | None, cluster: str | None, *, resume: bool, say: Say,
                   complain: Say) -> int:  # fmt: skip
    """Play the plan in `file` and write its results to the folder `out`; the exit code."""
    try:
        plan = load_plan(file)
        with ExitStack() as open_things:
            pool = _pool(workers, cluster, open_things)
            return _play(Experiment(plan, pool), out, resume=resume, say=say, complain=complain)
    except ScenarioProblems as found:
        for problem in found.problems:
            complain(f"{file}: {problem}")
    except OutOfOrderError as error:
        complain(f"{out}: runs.csv: {error}: the table as it was, or another folder")
    except Culprit as culprit:
        complain(f"{file}: {culprit}; the others are in {out}")
    except OSError as error:
        complain(f"{error.filename or out}: {error.strerror or error}")
    return FAILED


def _pool(workers: int | None, cluster: str | None, open_things: ExitStack) -> Pool:
    if cluster is None:
        return OneProcess() if workers == 1 else ProcessPool(workers)
    try:
        its = Cluster(cluster)
    except ImportError as error:
        raise OSError(0, "needs the package distributed: install flowsim[cluster]", "--cluster") from error
    except OSError as error:
        raise OSError(0, f"no Dask scheduler answers there ({error})", f"--cluster: {cluster}") from error
    open_things.callback(its.leave)
    return its


def _play(experiment: Experiment, out: Path, *, resume: bool, say: Say, complain: Say) -> int:
    with Progress(lambda: experiment.share, lambda seconds: _words(experiment, seconds)) as progress:
        experiment.stopped = progress.look
        for _ in results_into(out, experiment, resume=resume):
            pass
        whole = not progress.look()
    for line in findings_of(experiment):
        say(one_line(line))
    for line in warnings_of(experiment):
        complain(one_line(line))
    if not whole:
        complain(f"interrupted after {experiment.runs:,} runs; --resume goes on")
        return INTERRUPTED
    say(f"{experiment.runs:,} runs of {settings_in_words(experiment)} are in {out}")
    return 0


def _words(experiment: Experiment, seconds: float) -> str:
    """Done, left and rate, for the bar."""
    left = max(experiment.at_most - experiment.runs, 0)
    rate = experiment.runs / seconds if seconds > 0 else 0.0
    return f"  {experiment.runs:,} runs, {left:,} left, {rate:,.0f}/s"
