"""`make run`: opens the program; where there is no display, does its main job all the same, without a window.

A server, a container or a build machine then plays the first exercise, or the file that was given, tells its figures on
the terminal, and draws its charts into build/first-run/.
"""

import sys
from pathlib import Path

from flowsim.__main__ import COMMANDS, main
from flowsim.storage.resources import exercises
from flowsim.ui.display import why_no_window

FOLDER = Path(__file__).resolve().parent.parent / "build" / "first-run"
LONG_ENOUGH = 100.0
"""Until when a board is played whose work never ends, in its own unit of time."""


def first_run(arguments: list[str]) -> int:
    """The exit code."""
    if not (reason := why_no_window()):
        return main()
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return main()
    file = arguments[0] if arguments else str(exercises()[0].path)
    print(f"No window can be shown: {reason}. Playing {Path(file).name} without one.\n", flush=True)
    return play_without_a_window(file)


def play_without_a_window(file: str) -> int:
    """Figures to the terminal, charts into `FOLDER`; the exit code."""
    from flowsim import cli
    from flowsim.domain.saved_session import SavedSession
    from flowsim.engine import played
    from flowsim.session.simulation_view import view_of
    from flowsim.storage import load_document
    from flowsim.ui.charts.chart_command import save_all_charts

    if cli.main(["check", file]):
        return 2
    document = load_document(file)
    saved = document.session or SavedSession()
    until = document.scenario.horizon or saved.time or LONG_ENOUGH
    code = cli.main(["run", file, "--until", str(until)])
    if code == 0:
        try:
            FOLDER.mkdir(parents=True, exist_ok=True)
            for old in (*FOLDER.glob("*.png"), *FOLDER.glob("*.pdf")):
                old.unlink()
            save_all_charts(view_of(played(document.scenario, saved.interventions, until)), FOLDER)
        except OSError as error:
            print(f"flowsim: {FOLDER}: cannot be written ({error.strerror or error})", file=sys.stderr)
            return 2
        print(f"\nIts charts, PNG and PDF: {FOLDER}")
    return code


if __name__ == "__main__":
    sys.exit(first_run(sys.argv[1:]))
