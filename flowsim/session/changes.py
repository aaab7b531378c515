"""What a step of the program has changed, so that everybody refreshes only what that names."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of change; combined with `|`, empty if nothing happened."""

    NOTHING = 0
    DOCUMENT = auto()  # another scenario is open
    RUN = auto()  # another run is shown: restarted, or replayed with one intervention more or fewer
    TIME = auto()  # the clock has moved
    CARDS = auto()  # the trace has new rows
    CONDITIONS = auto()  # a limit, the workers or the work of a column
    HISTORY = auto()  # what can be undone or redone, and whether there is something to save
    PLAYING = auto()  # playing, paused, over
    SPEED = auto()  # the speed asked for, or whether it is held
    VIEW = auto()  # another moment of the run is looked at
    WORKSHOP = auto()  # the exercise, its step, or a round
    EVERYTHING = DOCUMENT | RUN | TIME | CARDS | CONDITIONS | HISTORY | PLAYING | SPEED | VIEW | WORKSHOP
