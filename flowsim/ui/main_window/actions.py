"""Everything a person can ask for by menu or key, as one table."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from flowsim.domain.phrases import Phrase, phrase


class Act(Enum):
    """What can be asked for by menu or key."""

    SHOW_GALLERY = auto()
    SHOW_BOARD = auto()
    SHOW_EXPERIMENTS = auto()
    SHOW_WORKSHOP = auto()
    SHOW_LEARN = auto()
    SHOW_HELP = auto()
    SHOW_GUIDE = auto()
    BEGIN_ROUND = auto()
    LOCK_ROUND = auto()
    REVEAL_ROUND = auto()
    KEEP_ROUND = auto()
    NEXT_STEP = auto()
    PREVIOUS_STEP = auto()
    PRESENT = auto()
    SHOW_NOTES = auto()
    OPEN_ROOM = auto()
    WRITE_REPORT = auto()
    PRINT_REPORT = auto()
    PRINT_SHEET = auto()
    EXPORT_ROUNDS = auto()
    MAKE_EXERCISE = auto()
    WHAT_IF_CARD = auto()
    WHAT_IF_LIMIT = auto()
    WHAT_IF_PEOPLE = auto()
    NEW_WINDOW = auto()
    ASK_AND_OPEN = auto()
    IMPORT_HISTORY = auto()
    IMPORT_EXAMPLE = auto()
    SAVE = auto()
    SAVE_AS = auto()
    EXPORT_PNG = auto()
    EXPORT_SVG = auto()
    EXPORT_PDF = auto()
    EXPORT_CSV = auto()
    EXPORT_ALL = auto()
    EXPORT_WORKBOOK = auto()
    EXPORT_EVENTS = auto()
    EXPORT_ACTIONABLE = auto()
    CLOSE = auto()
    UNDO = auto()
    REDO = auto()
    COPY_ON_VIEW = auto()
    SHOW_COMMANDS = auto()
    SHOW_SETTINGS = auto()
    ADD_CARD = auto()
    TOGGLE_BLOCK = auto()
    HELP_CARD = auto()
    RELIEVE_CARD = auto()
    DROP_CARD = auto()
    ADD_COLUMN = auto()
    ADD_QUEUE = auto()
    RENAME_COLUMN = auto()
    DUPLICATE_COLUMN = auto()
    SPLIT_QUEUE = auto()
    MOVE_COLUMN_LEFT = auto()
    MOVE_COLUMN_RIGHT = auto()
    SHARE_LIMIT = auto()
    LIMIT_BOARD = auto()
    LIMIT_EVERYWHERE = auto()
    BATCH_EVERYWHERE = auto()
    DELETE_COLUMN = auto()
    TOGGLE_PLAY = auto()
    STEP = auto()
    RESTART = auto()
    KEEP_SETTINGS = auto()
    OTHER_LUCK = auto()
    PIN_RUN = auto()
    UNPIN_RUN = auto()
    WHY_PIN = auto()
    LOOK_AT_START = auto()
    BACK_TO_NOW = auto()
    FASTER = auto()
    SLOWER = auto()
    WEAR_LIGHT = auto()
    WEAR_DARK = auto()
    WEAR_SYSTEM = auto()
    TOGGLE_MOTION = auto()
    TOGGLE_TABLE = auto()
    TOGGLE_WALL = auto()
    TOGGLE_CLASSES = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    SHOW_WHOLE_RUN = auto()
    SHOW_LATEST = auto()
    TOGGLE_DONE = auto()
    TOGGLE_READING = auto()
    TOGGLE_FULL_SCREEN = auto()
    SHOW_KEYS = auto()
    SHOW_TERMS = auto()
    SHOW_LOG = auto()
    SHOW_ABOUT = auto()


CHECKABLE: Final = frozenset({Act.WEAR_LIGHT, Act.WEAR_DARK, Act.WEAR_SYSTEM, Act.TOGGLE_MOTION})
"""Acts that show whether they are in force."""


@dataclass(frozen=True)
class ActionSpec:
    """One action: the menu it stands in, its text, what is asked for (None: a separator), and its keys.

    `needs_board`: whether it makes sense only while a board is on view; with `on_any_page` also while another page of
    the same board is.
    """

    menu: Phrase
    text: Phrase = Phrase("")
    act: Act | None = None
    keys: tuple[str, ...] = ()
    needs_board: bool = True
    on_any_page: bool = False


ACTIONS: Final = (
    ActionSpec(phrase("File"), phrase("Exercises and new boards …"), Act.SHOW_GALLERY, ("Ctrl+N",), needs_board=False),
    ActionSpec(phrase("File"), phrase("New window"), Act.NEW_WINDOW, ("Ctrl+Shift+N",), needs_board=False),
    ActionSpec(phrase("File"), phrase("Open …"), Act.ASK_AND_OPEN, ("Ctrl+O",), needs_board=False),
    ActionSpec(phrase("File"), phrase("Import a team's history …"), Act.IMPORT_HISTORY, ("Ctrl+I",), needs_board=False),
    ActionSpec(phrase("File"), phrase("Import an example …"), Act.IMPORT_EXAMPLE, needs_board=False),
    ActionSpec(phrase("File")),
    ActionSpec(phrase("File"), phrase("Save"), Act.SAVE, ("Ctrl+S",), on_any_page=True),
    ActionSpec(phrase("File"), phrase("Save as …"), Act.SAVE_AS, ("Ctrl+Shift+S",), on_any_page=True),
    ActionSpec(phrase("File")),
    ActionSpec(phrase("File"), phrase("Export chart as PNG …"), Act.EXPORT_PNG, ("Ctrl+E",)),
    ActionSpec(phrase("File"), phrase("Export chart as SVG …"), Act.EXPORT_SVG),
    ActionSpec(phrase("File"), phrase("Export chart as PDF …"), Act.EXPORT_PDF),
    ActionSpec(phrase("File"), phrase("Export chart's data as CSV …"), Act.EXPORT_CSV),
    ActionSpec(phrase("File"), phrase("Export all charts as PDF …"), Act.EXPORT_ALL),
    ActionSpec(phrase("File")),
    ActionSpec(phrase("File"), phrase("Export run as XLSX …"), Act.EXPORT_WORKBOOK),
    ActionSpec(phrase("File"), phrase("Export run's events as CSV …"), Act.EXPORT_EVENTS),
    ActionSpec(phrase("File"), phrase("Export run for ActionableAgile …"), Act.EXPORT_ACTIONABLE),
    ActionSpec(phrase("File")),
    ActionSpec(phrase("File"), phrase("Quit"), Act.CLOSE, ("Ctrl+Q",), needs_board=False),
    ActionSpec(phrase("Edit"), phrase("Undo"), Act.UNDO, ("Ctrl+Z",), on_any_page=True),
    ActionSpec(phrase("Edit"), phrase("Redo"), Act.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), on_any_page=True),
    ActionSpec(phrase("Edit")),
    ActionSpec(phrase("Edit"), phrase("Copy chart"), Act.COPY_ON_VIEW, ("Ctrl+Shift+C",)),
    ActionSpec(phrase("Edit")),
    ActionSpec(phrase("Edit"), phrase("All commands …"), Act.SHOW_COMMANDS, ("Ctrl+K",), needs_board=False),
    ActionSpec(phrase("Edit"), phrase("Settings …"), Act.SHOW_SETTINGS, ("Ctrl+,",), needs_board=False),
    ActionSpec(phrase("Board"), phrase("Add a card"), Act.ADD_CARD, ("A",)),
    ActionSpec(phrase("Board"), phrase("Block / unblock the chosen card"), Act.TOGGLE_BLOCK, ("B",)),
    ActionSpec(phrase("Board"), phrase("One more person at the chosen card"), Act.HELP_CARD, ("H",)),
    ActionSpec(phrase("Board"), phrase("One person fewer at the chosen card"), Act.RELIEVE_CARD, ("Shift+H",)),
    ActionSpec(phrase("Board"), phrase("Discard the chosen card"), Act.DROP_CARD, ("Del",)),
    ActionSpec(phrase("Board")),
    ActionSpec(phrase("Board"), phrase("Add a column"), Act.ADD_COLUMN, ("C",)),
    ActionSpec(phrase("Board"), phrase("Add a queue"), Act.ADD_QUEUE, ("Q",)),
    ActionSpec(phrase("Board"), phrase("Rename the column"), Act.RENAME_COLUMN, ("F2",)),
    ActionSpec(phrase("Board"), phrase("Duplicate the column"), Act.DUPLICATE_COLUMN, ("Ctrl+D",)),
    ActionSpec(phrase("Board"), phrase("Split a queue off the column"), Act.SPLIT_QUEUE),
    ActionSpec(phrase("Board"), phrase("Move the column to the left"), Act.MOVE_COLUMN_LEFT, ("Alt+Left",)),
    ActionSpec(phrase("Board"), phrase("Move the column to the right"), Act.MOVE_COLUMN_RIGHT, ("Alt+Right",)),
    ActionSpec(phrase("Board"), phrase("Share a limit with the next column"), Act.SHARE_LIMIT),
    ActionSpec(phrase("Board"), phrase("Limit the whole board"), Act.LIMIT_BOARD),
    ActionSpec(phrase("Board"), phrase("Same limit for every column …"), Act.LIMIT_EVERYWHERE, ("L",)),
    ActionSpec(phrase("Board"), phrase("Same batch for every column …"), Act.BATCH_EVERYWHERE, ("Shift+L",)),
    ActionSpec(phrase("Board"), phrase("Delete the column"), Act.DELETE_COLUMN, ("Shift+Del",)),
    ActionSpec(phrase("Board")),
    ActionSpec(phrase("Board"), phrase("When would the chosen card have left otherwise?"), Act.WHAT_IF_CARD),
    ActionSpec(phrase("Board"), phrase("What if the column's limit were different?"), Act.WHAT_IF_LIMIT, ("W",)),
    ActionSpec(
        phrase("Board"), phrase("What if the column had more or fewer people?"), Act.WHAT_IF_PEOPLE, ("Shift+W",)
    ),
    ActionSpec(phrase("Run"), phrase("Play or pause"), Act.TOGGLE_PLAY, ("Space",)),
    ActionSpec(phrase("Run"), phrase("Step to the next event"), Act.STEP, (".",)),
    ActionSpec(phrase("Run"), phrase("Restart"), Act.RESTART, ("Ctrl+R",)),
    ActionSpec(
        phrase("Run"), phrase("Restart with the settings as they are now"), Act.KEEP_SETTINGS, ("Ctrl+Shift+R",)
    ),
    ActionSpec(phrase("Run"), phrase("New random run (next seed)"), Act.OTHER_LUCK, ("Ctrl+L",)),
    ActionSpec(phrase("Run")),
    ActionSpec(phrase("Run"), phrase("Pin this run"), Act.PIN_RUN, ("P",)),
    ActionSpec(phrase("Run"), phrase("Unpin the last pinned run"), Act.UNPIN_RUN, ("Shift+P",)),
    ActionSpec(phrase("Run"), phrase("Why does it differ from the pinned run?"), Act.WHY_PIN, ("Shift+D",)),
    ActionSpec(phrase("Run")),
    ActionSpec(phrase("Run"), phrase("Look at the start"), Act.LOOK_AT_START, ("Home",)),
    ActionSpec(phrase("Run"), phrase("Back to now"), Act.BACK_TO_NOW, ("End",)),
    ActionSpec(phrase("Run")),
    ActionSpec(phrase("Run"), phrase("Faster"), Act.FASTER, ("]",)),
    ActionSpec(phrase("Run"), phrase("Slower"), Act.SLOWER, ("[",)),
    ActionSpec(phrase("View"), phrase("The board"), Act.SHOW_BOARD, ("1",), on_any_page=True),
    ActionSpec(phrase("View"), phrase("Experiments"), Act.SHOW_EXPERIMENTS, ("2",), on_any_page=True),
    ActionSpec(phrase("View"), phrase("Workshop"), Act.SHOW_WORKSHOP, ("3",), on_any_page=True),
    ActionSpec(phrase("View"), phrase("Learn"), Act.SHOW_LEARN, ("4",), needs_board=False),
    ActionSpec(phrase("View")),
    ActionSpec(phrase("View"), phrase("Light"), Act.WEAR_LIGHT, needs_board=False),
    ActionSpec(phrase("View"), phrase("Dark"), Act.WEAR_DARK, needs_board=False),
    ActionSpec(phrase("View"), phrase("Follow the system"), Act.WEAR_SYSTEM, needs_board=False),
    ActionSpec(phrase("View")),
    ActionSpec(phrase("View"), phrase("Reduced motion"), Act.TOGGLE_MOTION, needs_board=False),
    ActionSpec(phrase("View"), phrase("Cards as a table"), Act.TOGGLE_TABLE, ("F3",)),
    ActionSpec(phrase("View"), phrase("Wall of charts"), Act.TOGGLE_WALL, ("F4",)),
    ActionSpec(phrase("View")),
    ActionSpec(phrase("View"), phrase("Cards in rows by class, or in one list"), Act.TOGGLE_CLASSES, ("Shift+C",)),
    ActionSpec(phrase("View"), phrase("Zoom in on the charts"), Act.ZOOM_IN, ("Ctrl+=", "Ctrl++")),
    ActionSpec(phrase("View"), phrase("Zoom out of the charts"), Act.ZOOM_OUT, ("Ctrl+-",)),
    ActionSpec(phrase("View"), phrase("Show the whole run"), Act.SHOW_WHOLE_RUN, ("Ctrl+0",)),
    ActionSpec(phrase("View"), phrase("Show the latest part of the run"), Act.SHOW_LATEST, ("Ctrl+9",)),
    ActionSpec(phrase("View"), phrase("Cumulative flow with or without Done"), Act.TOGGLE_DONE),
    ActionSpec(phrase("View"), phrase("Read off between two moments"), Act.TOGGLE_READING, ("Ctrl+M",)),
    ActionSpec(phrase("View")),
    ActionSpec(phrase("View"), phrase("Full screen"), Act.TOGGLE_FULL_SCREEN, ("F11",), needs_board=False),
    ActionSpec(phrase("Workshop"), phrase("Guide"), Act.SHOW_GUIDE, ("G",)),
    ActionSpec(phrase("Workshop"), phrase("Next step"), Act.NEXT_STEP, ("PgDown",)),
    ActionSpec(phrase("Workshop"), phrase("Previous step"), Act.PREVIOUS_STEP, ("PgUp",)),
    ActionSpec(phrase("Workshop")),
    ActionSpec(phrase("Workshop"), phrase("Begin a round"), Act.BEGIN_ROUND, ("Ctrl+B",), on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Lock the predictions and run"), Act.LOCK_ROUND),
    ActionSpec(phrase("Workshop"), phrase("Reveal"), Act.REVEAL_ROUND, ("R",)),
    ActionSpec(phrase("Workshop"), phrase("Keep this round"), Act.KEEP_ROUND),
    ActionSpec(phrase("Workshop")),
    ActionSpec(phrase("Workshop"), phrase("Present"), Act.PRESENT, ("F5",), on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Notes for whoever leads"), Act.SHOW_NOTES, ("F6",), on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Let the room answer …"), Act.OPEN_ROOM, ("F7",), on_any_page=True),
    ActionSpec(phrase("Workshop")),
    ActionSpec(phrase("Workshop"), phrase("Make an exercise from this session …"), Act.MAKE_EXERCISE, on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Export the rounds …"), Act.EXPORT_ROUNDS, on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Report as a page to take home …"), Act.WRITE_REPORT, on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Report as PDF …"), Act.PRINT_REPORT, on_any_page=True),
    ActionSpec(phrase("Workshop"), phrase("Sheet for whoever leads, as PDF …"), Act.PRINT_SHEET, on_any_page=True),
    ActionSpec(phrase("Help"), phrase("Help on what has the focus"), Act.SHOW_HELP, ("F1",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Keys"), Act.SHOW_KEYS, ("Ctrl+F1",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Terms"), Act.SHOW_TERMS, ("Shift+F1",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Open the log file"), Act.SHOW_LOG, needs_board=False),
    ActionSpec(phrase("Help")),
    ActionSpec(phrase("Help"), phrase("About flowsim"), Act.SHOW_ABOUT, needs_board=False),
)
