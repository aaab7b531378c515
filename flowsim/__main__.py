"""`flowsim COMMAND …` does one command without a window; `flowsim [FILE]` opens the app."""

import sys
from typing import Final

COMMANDS: Final = ("check", "run", "chart", "experiment")


def main() -> int:
    """Run flowsim with the process's arguments; the exit code."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from flowsim import cli

        return cli.main(arguments)
    from flowsim.ui.display import why_no_window

    if reason := why_no_window():
        sys.stderr.write(f"flowsim: no window can be shown: {reason}; `flowsim --help` lists what works without one\n")
        return 2
    from flowsim.app import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
