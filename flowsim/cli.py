"""The command line: check, run and chart, without a window. `flowsim [FILE]` opens the app (see `flowsim.__main__`).

Exit code 0, or 2 with the problems on standard error; never a traceback for what a file or a path may bring.
"""

import argparse
import contextlib
import json
import math
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TextIO

import flowsim
from flowsim.charts.catalogue import CHARTS, paper_picture
from flowsim.cli_figures import classes_table, figures_table, kinds_of_cards, people_table
from flowsim.cli_progress import Progress
from flowsim.domain.deadlock import stoppages
from flowsim.domain.problems import EndlessInstant, ScenarioProblems, one_line
from flowsim.engine import Replay, Simulation, refusals
from flowsim.metrics import figures_of
from flowsim.metrics.class_figures import class_figures_of
from flowsim.session.simulation_view import view_of
from flowsim.storage import Document, load_document
from flowsim.storage.tables import csv_text, save_text, trace_csv

PICTURES = (".png", ".svg", ".pdf")
INTERRUPTED: Final = 130
"""The exit code of what Ctrl+C ended, as shells have it."""

MOST_WORKERS: Final = 1_000
MOST_TOLD: Final = 20
"""Changes of a plan that could not be made: so many are told."""

UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of characters (Unicode) that a terminal obeys instead of showing, or shows as nothing."""


class Failed(Exception):  # noqa: N818 - what happened, not what went wrong
    """A command cannot be done; the message says why, a line a problem."""


def main(arguments: Sequence[str]) -> int:
    """Do one command; the exit code.

    A reader of our output who has enough of it (`| head`) ends the command quietly, Ctrl+C with one line.
    """
    file = ""
    try:
        options = parser().parse_args(arguments)
        file = getattr(options, "file", "")
        return int(options.do(options))
    except Failed as failure:
        _complain(str(failure))
    except EndlessInstant as endless:
        _complain(f"{file}: {endless}")
    except BrokenPipeError:
        _close(sys.stdout)
        return 0
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    except MemoryError:
        _complain(f"{file}: the memory of this machine does not hold so long a run; try a shorter one with --until")
    return 2


def parser() -> argparse.ArgumentParser:
    """The commands and what each takes."""
    program = argparse.ArgumentParser(prog="flowsim", description=flowsim.__doc__)
    program.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="list every problem of each file")
    check.add_argument("files", nargs="+", metavar="FILE", help="a board or an exercise")
    check.set_defaults(do=_check)
    run = commands.add_parser("run", help="one run; print its figures")
    run.add_argument("file", metavar="FILE", help="a .flowsim file")
    run.add_argument("--until", type=_time, metavar="T", help="run until this time instead of the scenario's horizon")
    run.add_argument("--seed", type=_seed, metavar="S", help="use this seed instead of the scenario's")
    run.add_argument("--trace", metavar="OUT.csv", help="write every change of state")
    run.add_argument("--classes", action="store_true", help="with --trace: the class of each card, and its family")
    run.add_argument("--summary", metavar="OUT.json", help="write the figures")
    run.set_defaults(do=_run)
    chart = commands.add_parser("chart", help="draw one chart, or write its data")
    chart.add_argument("file", metavar="FILE", help="a .flowsim file")
    chart.add_argument("--chart", required=True, choices=CHARTS, metavar="NAME", help=", ".join(CHARTS))
    chart.add_argument("--out", required=True, metavar="PICTURE", help="a .png, .svg, .pdf or .csv file")
    chart.add_argument("--until", type=_time, metavar="T", help="run until this time instead of the scenario's horizon")
    chart.set_defaults(do=_chart)
    experiment = commands.add_parser("experiment", help="replications, sweeps, comparisons and forecasts")
    experiment.add_argument("file", metavar="PLAN.json", help="the plan")
    experiment.add_argument("--out", required=True, metavar="FOLDER", help="where the results go")
    experiment.add_argument("--workers", type=_workers, metavar="N", help="processes; one a core if left out")
    experiment.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")
    experiment.add_argument("--resume", action="store_true", help="go on with what is in the folder")
    experiment.set_defaults(do=_experiment)
    history = commands.add_parser("import", help="a team's history read, and a board fitted to it")
    history.add_argument("file", metavar="HISTORY", help="an export: CSV, XLSX or JSON")
    history.add_argument("--out", required=True, metavar="BOARD.flowsim", help="where the board goes")
    history.add_argument("--map", metavar="MAP.json", help="what has been decided: zone, order of dates, columns")
    history.add_argument("--items", metavar="ITEMS.csv", help="write every item that was read")
    history.add_argument("--problems", metavar="PROBLEMS.csv", help="write every row that was not used, and why")
    history.add_argument("--fit", metavar="FIT.json", help="write how well the board fits")
    history.set_defaults(do=_import)
    report = commands.add_parser("report", help="the report of a session, to take home")
    report.add_argument("file", metavar="SESSION.flowsim", help="a file saved from a session")
    report.add_argument("--out", required=True, metavar="REPORT", help="an .html or .pdf file")
    report.set_defaults(do=_report)
    verify = commands.add_parser("verify", help="play the session inside a report again, and compare every figure")
    verify.add_argument("file", metavar="REPORT.html", help="a report, as page")
    verify.set_defaults(do=_verify)
    return program


class _Version(argparse.Action):
    """Says the version, and fails where that cannot be said."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        _say(f"flowsim {flowsim.__version__}")
        parser.exit()


def _experiment(options: argparse.Namespace) -> int:
    from flowsim.cli_experiment import run_experiment

    return run_experiment(
        Path(options.file), Path(options.out), options.workers, options.cluster, resume=options.resume,
        say=_say, complain=_complain,
    )  # fmt: skip


def _import(options: argparse.Namespace) -> int:
    from flowsim.cli_import import Files, run_import

    _must_differ(options.file, options.out, options.map, options.items, options.problems, options.fit)
    files = Files(options.out, options.items, options.problems, options.fit, _write, _say, _complain)
    return run_import(Path(options.file), Path(options.map) if options.map else None, files)


def _report(options: argparse.Namespace) -> int:
    from flowsim.cli_report import ENDINGS, write_report

    if Path(options.out).suffix.lower() not in ENDINGS:
        raise Failed(f"--out: {options.out}: a file ending in .html or .pdf")
    _must_differ(options.file, options.out)
    with _problems_told(options.file):
        try:
            whole = write_report(Path(options.file), Path(options.out))
        except OSError as error:
            raise Failed(f"{options.out}: cannot be written ({error.strerror or error})") from error
    if not whole:
        _complain("interrupted")
    return 0 if whole else INTERRUPTED


def _verify(options: argparse.Namespace) -> int:
    from flowsim.cli_report import verify

    with _problems_told(options.file):
        code = verify(Path(options.file), _say, _complain)
    if code is None:
        _complain("interrupted")
    return INTERRUPTED if code is None else code


@contextlib.contextmanager
def _problems_told(file: str) -> Iterator[None]:
    """What is wrong with `file` ends the command, a line a problem."""
    try:
        yield
    except ScenarioProblems as found:
        raise Failed("\n".join(f"{file}: {problem}" for problem in found.problems)) from found


def _check(options: argparse.Namespace) -> int:
    from flowsim.cli_check import checked

    sound = True
    for file in options.files:
        found = checked(file)
        for problem in found.problems:
            sound = False
            _complain(f"{file}: {problem}")
        with _goes_on_unread():
            for remark in found.remarks:
                _say(f"{file}: {one_line(remark)}")
    return 0 if sound else 2


@contextlib.contextmanager
def _goes_on_unread() -> Iterator[None]:
    """A reader who has enough does not end what is still to be found out: the exit code tells of it."""
    try:
        yield
    except BrokenPipeError:
        _close(sys.stdout)


def _run(options: argparse.Namespace) -> int:
    _must_differ(options.file, options.trace, options.summary)
    simulation, whole = _played(options.file, options.until, options.seed)
    scenario = simulation.scenario
    run = view_of(simulation)
    figures = figures_of(run.flow, run.staffing)
    if options.trace:
        kinds = kinds_of_cards(scenario, simulation.trace, simulation.deck) if options.classes else None
        _write(options.trace, trace_csv(scenario, simulation.trace, kinds))
    if options.summary:
        summary = figures.as_json([column.id for column in scenario.columns])
        if scenario.backlog_limit is not None or figures.lost:
            summary["lost"] = figures.lost
        summary["classes"] = {its.id: its.as_json() for its in class_figures_of(run)}
        _write(options.summary, json.dumps(summary, indent=2) + "\n")
    _say(figures_table(scenario, figures))
    if len(scenario.classes) > 1:
        _say(classes_table(scenario, class_figures_of(run)))
    if people := people_table(run.flow, run.staffing):
        _say(people)
    for change, reason in simulation.left_out[:MOST_TOLD]:
        _complain(f"{options.file}: plan: {change.do} at {change.at:g} was left out: {one_line(reason)}")
    if (stands := simulation.standstill) is not None:
        unit = scenario.time_unit
        _complain(f"{options.file}: nothing moves any more since {unit} {stands.since:g}: {one_line(stands.reasons)}")
    return 0 if whole else INTERRUPTED


def _chart(options: argparse.Namespace) -> int:
    ending = Path(options.out).suffix.lower()
    if ending not in (*PICTURES, ".csv"):
        raise Failed(f"--out: {options.out}: a file ending in .png, .svg, .pdf or .csv")
    _must_differ(options.file, options.out)
    simulation, whole = _played(options.file, options.until, None)
    run = view_of(simulation)
    if ending == ".csv":
        _write(options.out, csv_text(*paper_picture(options.chart, run).table()))
        return 0 if whole else INTERRUPTED
    from flowsim.ui.charts.chart_command import save_chart

    try:
        save_chart(options.chart, run, Path(options.out))
    except OSError as error:
        raise Failed(f"{options.out}: cannot be written ({error.strerror or error})") from error
    return 0 if whole else INTERRUPTED


def _must_differ(file: str, *outs: str | None) -> None:
    """What is written may replace neither the scenario nor another thing that is written."""
    given = [file, *(out for out in outs if out)]
    for index, out in enumerate(given):
        if any(_is_same(out, other) for other in given[:index]):
            raise Failed(f"{out}: cannot be written, because the same file is given twice")


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return os.path.abspath(one) == os.path.abspath(other)


def _played(file: str, until: float | None, seed: int | None) -> tuple[Simulation, bool]:
    """The run that the file describes, with the interventions of its session; whether Ctrl+C let it come to its end."""
    document = _loaded(file)
    scenario = document.scenario if seed is None else document.scenario.with_seed(seed)
    end = scenario.horizon if until is None else until
    if end is None and document.session is not None:
        end = document.session.time
    if end is None and not scenario.ends_by_itself:
        raise Failed(f"{file}: horizon: null: a time in the file, or --until, because cards never cease to arrive")
    if end is not None and end < scenario.warm_up:
        raise Failed(f"{file}: --until: {end:g}: not before the end of the warm-up, at {scenario.warm_up:g}")
    if stops := stoppages(scenario):
        raise Failed("\n".join(f"{file}: {problem}" for problem in stops))
    interventions = document.session.interventions if document.session else ()
    replay = Replay(scenario, interventions, float("inf") if end is None else end)
    with Progress(lambda: replay.progress) as progress:
        whole = replay.go_on(progress.look)
    if replay.refused:
        raise Failed("\n".join(f"{file}: {problem}" for problem in refusals(replay.refused)))
    if not whole:
        _complain(f"{file}: interrupted at {scenario.time_unit} {replay.simulation.now:.6g}")
    return replay.simulation, whole


def _loaded(file: str) -> Document:
    with _problems_told(file):
        return load_document(file)


def _write(path: str, text: str) -> None:
    try:
        save_text(path, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failed(f"{path}: cannot be written ({error.strerror or error})") from error


def _say(text: str) -> None:
    try:
        _put(sys.stdout, text)
    except BrokenPipeError:
        raise
    except (OSError, ValueError, AttributeError) as error:  # a stream that was closed before the start is None
        _close(sys.stdout)
        reason = getattr(error, "strerror", None) or "it is closed"
        raise Failed(f"standard output: cannot be written ({reason})") from error


def _complain(text: str) -> None:
    try:
        _put(sys.stderr, text)
    except (OSError, ValueError, AttributeError):
        _close(sys.stderr)  # there is nobody left to tell; the exit code still says it


def _put(stream: TextIO, text: str) -> None:
    """Write lines for a terminal: what would change how it shows them is written as an escape."""
    text = safe_for_terminals(text)
    try:
        stream.write(text + "\n")
        stream.flush()
    except UnicodeEncodeError:
        # A console that cannot show every character (cp1252, ASCII) still gets its figures.
        stream.write(text.encode("ascii", "backslashreplace").decode() + "\n")
        stream.flush()


def _close(stream: TextIO | None) -> None:
    """What is left in the buffer of a broken stream must not raise again when the process ends."""
    if stream is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def safe_for_terminals(text: str) -> str:
    """`text` with its lines, but with an escape for whatever a terminal would obey, or not show."""
    return "".join(
        character if character == "\n" or unicodedata.category(character) not in UNSAFE else f"\\u{ord(character):04x}"
        for character in text
    )


def _time(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"{text}: a time of at least 0")
    return value


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text}: a whole number from 1 to {MOST_WORKERS}")
    return int(text)


def _seed(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = -1
    if not 0 <= value < 2**63:
        raise argparse.ArgumentTypeError(f"{text}: a whole number from 0 to {2**63 - 1:,}")
    return value
