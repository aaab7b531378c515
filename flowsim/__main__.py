"""`flowsim COMMAND …` does one command without a window; `flowsim [FILE]` opens the app."""

import os
import sys
from typing import Final

COMMANDS: Final = ("check", "run", "chart", "experiment", "import", "report", "verify")


def neither(word: str) -> str:
    """What is said of a word that is neither a command nor a file, with the command that was meant perhaps."""
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    meant = f"; did you mean `flowsim {near[0]}`?" if near else "; `flowsim --help` lists the commands"
    return f"flowsim: {ascii(word)[1:-1]} is neither a command nor a file{meant}"


def main() -> int:
    """Run flowsim with the process's arguments; the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # in a stand-alone app a worker of an experiment is this program, started again
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from flowsim import cli

        return cli.main(arguments)
    if arguments and not os.path.exists(arguments[0]):
        sys.stderr.write(neither(arguments[0]) + "\n")
        return 2
    from flowsim.ui.display import why_no_window

    if reason := why_no_window():
        sys.stderr.write(f"flowsim: no window can be shown: {reason}; `flowsim --help` lists what works without one\n")
        return 2
    # numpy asks Linux for pages of 2 MiB, and each is cleared when it is touched first: in a long run an array that
    # grows would hold the window for up to a tenth of a second. It reads this when it is imported.
    os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")
    from flowsim.app import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
