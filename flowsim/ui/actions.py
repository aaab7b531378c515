"""Everything a person can ask for by menu or key, as one table."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ActionSpec:
    """One action: the menu it stands in, its text, its keys, and the method that does it: of the window, of
    `flowsim.ui.on_board`, or of `flowsim.ui.files`.

    A text of "-" is a separator. `needs_board`: whether it makes sense only while a board is on view.
    """

    menu: str
    text: str
    does: str = ""
    keys: tuple[str, ...] = ()
    needs_board: bool = True


SEPARATOR: Final = "-"

ACTIONS: Final = (
    ActionSpec("File", "Exercises …", "show_gallery", ("Ctrl+N",), needs_board=False),
    ActionSpec("File", "Open …", "ask_and_open", ("Ctrl+O",), needs_board=False),
    ActionSpec("File", SEPARATOR),
    ActionSpec("File", "Save", "save", ("Ctrl+S",)),
    ActionSpec("File", "Save as …", "save_as", ("Ctrl+Shift+S",)),
    ActionSpec("File", SEPARATOR),
    ActionSpec("File", "Export chart as PNG …", "export_png", ("Ctrl+E",)),
    ActionSpec("File", "Export chart as SVG …", "export_svg"),
    ActionSpec("File", "Export chart as PDF …", "export_pdf"),
    ActionSpec("File", "Export chart's data as CSV …", "export_csv"),
    ActionSpec("File", "Export all charts as PDF …", "export_all"),
    ActionSpec("File", SEPARATOR),
    ActionSpec("File", "Export run as XLSX …", "export_workbook"),
    ActionSpec("File", "Export run's events as CSV …", "export_events"),
    ActionSpec("File", "Export run for ActionableAgile …", "export_actionable"),
    ActionSpec("File", SEPARATOR),
    ActionSpec("File", "Quit", "close", ("Ctrl+Q",), needs_board=False),
    ActionSpec("Edit", "Undo", "undo", ("Ctrl+Z",)),
    ActionSpec("Edit", "Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("Edit", SEPARATOR),
    ActionSpec("Edit", "Copy chart", "copy_diagram", ("Ctrl+Shift+C",)),
    ActionSpec("Board", "Add a card", "add_card", ("A",)),
    ActionSpec("Board", "Block or unblock the chosen card", "toggle_block", ("B",)),
    ActionSpec("Board", "Drop the chosen card", "drop_card", ("Del",)),
    ActionSpec("Board", SEPARATOR),
    ActionSpec("Board", "Add a column", "add_column", ("C",)),
    ActionSpec("Board", "Add a queue", "add_queue", ("Q",)),
    ActionSpec("Board", "Rename the column", "rename_column", ("F2",)),
    ActionSpec("Board", "Duplicate the column", "duplicate_column", ("Ctrl+D",)),
    ActionSpec("Board", "Split a queue off the column", "split_queue"),
    ActionSpec("Board", "Move the column to the left", "move_column_left", ("Alt+Left",)),
    ActionSpec("Board", "Move the column to the right", "move_column_right", ("Alt+Right",)),
    ActionSpec("Board", "Share a limit with the next column", "share_limit"),
    ActionSpec("Board", "Limit the whole board", "limit_board"),
    ActionSpec("Board", "Delete the column", "delete_column", ("Shift+Del",)),
    ActionSpec("Run", "Play or pause", "toggle_play", ("Space",)),
    ActionSpec("Run", "Step to the next event", "step", (".",)),
    ActionSpec("Run", "Restart", "restart", ("Ctrl+R",)),
    ActionSpec("Run", "Restart with the settings as they are now", "keep_settings", ("Ctrl+Shift+R",)),
    ActionSpec("Run", "Other luck: the next seed", "other_luck", ("Ctrl+L",)),
    ActionSpec("Run", SEPARATOR),
    ActionSpec("Run", "Pin this run", "pin_run", ("P",)),
    ActionSpec("Run", "Unpin the last pinned run", "unpin_run", ("Shift+P",)),
    ActionSpec("Run", SEPARATOR),
    ActionSpec("Run", "Look at the start", "look_at_start", ("Home",)),
    ActionSpec("Run", "Back to now", "back_to_now", ("End",)),
    ActionSpec("Run", SEPARATOR),
    ActionSpec("Run", "Faster", "faster", ("]",)),
    ActionSpec("Run", "Slower", "slower", ("[",)),
    ActionSpec("View", "Light", "wear_light", needs_board=False),
    ActionSpec("View", "Dark", "wear_dark", needs_board=False),
    ActionSpec("View", "As the system says", "wear_system", needs_board=False),
    ActionSpec("View", SEPARATOR),
    ActionSpec("View", "Reduced motion", "toggle_motion", needs_board=False),
    ActionSpec("View", "Wall of charts", "toggle_wall", ("F4",)),
    ActionSpec("View", "Full screen", "toggle_full_screen", ("F11",), needs_board=False),
    ActionSpec("Help", "Keys", "show_keys", ("F1",), needs_board=False),
    ActionSpec("Help", "About flowsim", "show_about", needs_board=False),
)
