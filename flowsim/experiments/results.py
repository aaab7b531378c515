"""What an experiment leaves in a folder, played and written in one go: for the command line and for the window."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from flowsim.domain.problems import EndlessInstant
from flowsim.experiments.dispatcher import Culprit
from flowsim.experiments.experiment import Experiment
from flowsim.experiments.replication import RunResult
from flowsim.experiments.report_page import report_page
from flowsim.experiments.results_folder import ResultsFolder
from flowsim.storage.tables import save_text

REPORT: Final = "report.html"

FLUSH_EVERY: Final = 1.0
"""Seconds after which what has come in is in the files."""


def results_into(out: Path, experiment: Experiment, *, resume: bool = False) -> Iterator[RunResult]:
    """Play `experiment` and write its results to the folder `out`; every run as it comes in.

    With `resume` the runs that are in the folder are not played again. Whoever stops the experiment, and a run that
    cannot go on, leave what there is, with its tables and its page.

    Raises:
        ScenarioProblems: there is something else in the folder.
        OutOfOrderError: what is in the folder are not the first runs of the plan.
        Culprit: a run ends every process that plays it.
        EndlessInstant: a run cannot go on.
        OSError: the folder cannot be written.
    """
    folder = ResultsFolder(out, experiment)
    failed: Culprit | EndlessInstant | None = None
    try:
        recorded = folder.begin(resume=resume)
        experiment.warm_up = folder.warm_up() if resume else None
        warm_up = experiment.warm_up or experiment.find_warm_up()
        if warm_up is not None:
            folder.keep_warm_up(warm_up)
        flushed = time.monotonic()
        for number, result in enumerate(experiment.play(recorded)):
            if number >= len(recorded):
                folder.add(result)
            if time.monotonic() - flushed > FLUSH_EVERY:
                folder.flush()
                flushed = time.monotonic()
            yield result
    except (Culprit, EndlessInstant) as error:  # what there is is worth having
        failed = error
    finally:
        folder.close()
    folder.finish()
    save_text(out / REPORT, report_page(experiment))
    if failed is not None:
        raise failed
