"""Everything a person can ask for by menu or key, as one table."""

from dataclasses import dataclass
from typing import Final

from flowsim.domain.phrases import Phrase, phrase


@dataclass(frozen=True)
class ActionSpec:
    """One action: the menu it stands in, its text, its keys, and the method that does it: of the window, of
    `flowsim.ui.main_window.board_commands`, or of `flowsim.ui.main_window.file_commands`.

    A text of "-" is a separator. `needs_board`: whether it makes sense only while a board is on view.
    """

    menu: Phrase
    text: Phrase
    does: str = ""
    keys: tuple[str, ...] = ()
    needs_board: bool = True


SEPARATOR: Final = Phrase("-")

ACTIONS: Final = (
    ActionSpec(phrase("File"), phrase("Exercises and new boards …"), "show_gallery", ("Ctrl+N",), needs_board=False),
    ActionSpec(phrase("File"), phrase("New window"), "new_window", ("Ctrl+Shift+N",), needs_board=False),
    ActionSpec(phrase("File"), phrase("Open …"), "ask_and_open", ("Ctrl+O",), needs_board=False),
    ActionSpec(phrase("File"), SEPARATOR),
    ActionSpec(phrase("File"), phrase("Save"), "save", ("Ctrl+S",)),
    ActionSpec(phrase("File"), phrase("Save as …"), "save_as", ("Ctrl+Shift+S",)),
    ActionSpec(phrase("File"), SEPARATOR),
    ActionSpec(phrase("File"), phrase("Export chart as PNG …"), "export_png", ("Ctrl+E",)),
    ActionSpec(phrase("File"), phrase("Export chart as SVG …"), "export_svg"),
    ActionSpec(phrase("File"), phrase("Export chart as PDF …"), "export_pdf"),
    ActionSpec(phrase("File"), phrase("Export chart's data as CSV …"), "export_csv"),
    ActionSpec(phrase("File"), phrase("Export all charts as PDF …"), "export_all"),
    ActionSpec(phrase("File"), SEPARATOR),
    ActionSpec(phrase("File"), phrase("Export run as XLSX …"), "export_workbook"),
    ActionSpec(phrase("File"), phrase("Export run's events as CSV …"), "export_events"),
    ActionSpec(phrase("File"), phrase("Export run for ActionableAgile …"), "export_actionable"),
    ActionSpec(phrase("File"), SEPARATOR),
    ActionSpec(phrase("File"), phrase("Quit"), "close", ("Ctrl+Q",), needs_board=False),
    ActionSpec(phrase("Edit"), phrase("Undo"), "undo", ("Ctrl+Z",)),
    ActionSpec(phrase("Edit"), phrase("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(phrase("Edit"), SEPARATOR),
    ActionSpec(phrase("Edit"), phrase("Copy chart"), "copy_on_view", ("Ctrl+Shift+C",)),
    ActionSpec(phrase("Edit"), SEPARATOR),
    ActionSpec(phrase("Edit"), phrase("All commands …"), "show_commands", ("Ctrl+K",), needs_board=False),
    ActionSpec(phrase("Edit"), phrase("Settings …"), "show_settings", ("Ctrl+,",), needs_board=False),
    ActionSpec(phrase("Board"), phrase("Add a card"), "add_card", ("A",)),
    ActionSpec(phrase("Board"), phrase("Block or unblock the chosen card"), "toggle_block", ("B",)),
    ActionSpec(phrase("Board"), phrase("Drop the chosen card"), "drop_card", ("Del",)),
    ActionSpec(phrase("Board"), SEPARATOR),
    ActionSpec(phrase("Board"), phrase("Add a column"), "add_column", ("C",)),
    ActionSpec(phrase("Board"), phrase("Add a queue"), "add_queue", ("Q",)),
    ActionSpec(phrase("Board"), phrase("Rename the column"), "rename_column", ("F2",)),
    ActionSpec(phrase("Board"), phrase("Duplicate the column"), "duplicate_column", ("Ctrl+D",)),
    ActionSpec(phrase("Board"), phrase("Split a queue off the column"), "split_queue"),
    ActionSpec(phrase("Board"), phrase("Move the column to the left"), "move_column_left", ("Alt+Left",)),
    ActionSpec(phrase("Board"), phrase("Move the column to the right"), "move_column_right", ("Alt+Right",)),
    ActionSpec(phrase("Board"), phrase("Share a limit with the next column"), "share_limit"),
    ActionSpec(phrase("Board"), phrase("Limit the whole board"), "limit_board"),
    ActionSpec(phrase("Board"), phrase("Delete the column"), "delete_column", ("Shift+Del",)),
    ActionSpec(phrase("Run"), phrase("Play or pause"), "toggle_play", ("Space",)),
    ActionSpec(phrase("Run"), phrase("Step to the next event"), "step", (".",)),
    ActionSpec(phrase("Run"), phrase("Restart"), "restart", ("Ctrl+R",)),
    ActionSpec(phrase("Run"), phrase("Restart with the settings as they are now"), "keep_settings", ("Ctrl+Shift+R",)),
    ActionSpec(phrase("Run"), phrase("Other luck: the next seed"), "other_luck", ("Ctrl+L",)),
    ActionSpec(phrase("Run"), SEPARATOR),
    ActionSpec(phrase("Run"), phrase("Pin this run"), "pin_run", ("P",)),
    ActionSpec(phrase("Run"), phrase("Unpin the last pinned run"), "unpin_run", ("Shift+P",)),
    ActionSpec(phrase("Run"), SEPARATOR),
    ActionSpec(phrase("Run"), phrase("Look at the start"), "look_at_start", ("Home",)),
    ActionSpec(phrase("Run"), phrase("Back to now"), "back_to_now", ("End",)),
    ActionSpec(phrase("Run"), SEPARATOR),
    ActionSpec(phrase("Run"), phrase("Faster"), "faster", ("]",)),
    ActionSpec(phrase("Run"), phrase("Slower"), "slower", ("[",)),
    ActionSpec(phrase("View"), phrase("Light"), "wear_light", needs_board=False),
    ActionSpec(phrase("View"), phrase("Dark"), "wear_dark", needs_board=False),
    ActionSpec(phrase("View"), phrase("As the system says"), "wear_system", needs_board=False),
    ActionSpec(phrase("View"), SEPARATOR),
    ActionSpec(phrase("View"), phrase("Reduced motion"), "toggle_motion", needs_board=False),
    ActionSpec(phrase("View"), phrase("Cards as a table"), "toggle_table", ("F3",)),
    ActionSpec(phrase("View"), phrase("Wall of charts"), "toggle_wall", ("F4",)),
    ActionSpec(phrase("View"), SEPARATOR),
    ActionSpec(phrase("View"), phrase("Zoom in on the charts"), "zoom_in", ("Ctrl+=", "Ctrl++")),
    ActionSpec(phrase("View"), phrase("Zoom out of the charts"), "zoom_out", ("Ctrl+-",)),
    ActionSpec(phrase("View"), phrase("Show the whole run"), "show_whole_run", ("Ctrl+0",)),
    ActionSpec(phrase("View"), phrase("Show the latest part of the run"), "show_latest", ("Ctrl+9",)),
    ActionSpec(phrase("View"), phrase("Cumulative flow with or without Done"), "toggle_done"),
    ActionSpec(phrase("View"), phrase("Read off between two moments"), "toggle_reading", ("Ctrl+M",)),
    ActionSpec(phrase("View"), SEPARATOR),
    ActionSpec(phrase("View"), phrase("Full screen"), "toggle_full_screen", ("F11",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Keys"), "show_keys", ("F1",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Terms"), "show_terms", ("Shift+F1",), needs_board=False),
    ActionSpec(phrase("Help"), phrase("Open the log file"), "show_log", needs_board=False),
    ActionSpec(phrase("Help"), SEPARATOR),
    ActionSpec(phrase("Help"), phrase("About flowsim"), "show_about", needs_board=False),
)
