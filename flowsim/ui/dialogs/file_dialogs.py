"""Asking for a file: one to open, or a place to save to.

Where the desktop has no file dialog of its own Qt shows one, in which a key press deletes what is chosen, folders with
all in them too. Ours are read-only: they delete, rename and create nothing. Whether a file may be replaced is asked
here, for the file that is really meant: with the ending, which a person need not type.
"""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from flowsim.ui.text.language import plain, tr

SCENARIOS = "flowsim (*.flowsim *.flowsim-exercise *.html)"


def ask_which_to_open(parent: QWidget, title: str, folder: str, kinds: str = SCENARIOS) -> Path | None:
    """Let a person choose a scenario to open, or another kind of file; None if they do not."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.setDirectory(folder)
    return _chosen(dialog)


def ask_where_to_save(parent: QWidget, title: str, suggestion: Path, kind: str = "") -> Path | None:
    """Let a person choose a file to write, named like `suggestion` and with its ending; None if they do not.

    `kind` says which files are shown; without it those with the ending of the suggestion.
    """
    ending = suggestion.suffix
    while True:
        dialog = _dialog(parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(kind or f"{ending.removeprefix('.').upper()} (*{ending})")
        dialog.setDirectory(str(suggestion.parent))
        dialog.selectFile(suggestion.name)
        path = _chosen(dialog)
        if path is None:
            return None
        path = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        if not _stands(path) or _may_replace(parent, title, path):
            return path
        suggestion = path


def safe_name(text: str) -> str:
    """`text` as a name that every file system takes."""
    safe = "".join(each if each.isalnum() or each in " -_" else "-" for each in text)
    return safe.strip() or "flowsim"


def _stands(path: Path) -> bool:
    """Whether there is a file to replace; where that cannot be told, writing will tell why."""
    try:
        return path.exists()
    except OSError:
        return False


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    """Whether a person lets the file at `path` be replaced."""
    buttons = QMessageBox.StandardButton
    text = plain(tr("{0} already exists. Replace it?").format(path.name))
    return QMessageBox.question(parent, title, text, buttons.Yes | buttons.No, buttons.No) == buttons.Yes


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.ReadOnly)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if accepted and names else None
