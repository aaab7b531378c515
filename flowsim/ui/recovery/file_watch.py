"""Notices when another program changes the file that is open."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from flowsim.storage.parsing import MAX_BYTES
from flowsim.storage.regular_file import read_regular

Content = bytes | None
"""A digest of what stands in a file; None if it cannot be read or is gone."""


class FileWatch(QObject):
    """Watches one file for changes by other programs.

    Signal: `changed`, without arguments, when the content differs from what was last seen and from what was last read
    or written here.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known: Content = None
        self._told: Content = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self._look())
        self._watcher.directoryChanged.connect(lambda _: self._look())

    def follow(self, path: Path | None) -> None:
        """What stands at `path` now is known; None: nothing to follow."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        self._known = self._told = None if path is None else content_of(path)
        self._watch()

    @property
    def differs(self) -> bool:
        """Whether something else stands in the file now; a file that is gone can be written again."""
        now = None if self._path is None else content_of(self._path)
        return now is not None and now != self._known

    def _watch(self) -> None:
        """A file that was replaced by another one is watched no longer, so it is added again and again."""
        if self._path is None:
            return
        wanted = [str(path) for path in (self._path, self._path.parent) if path.exists()]
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if new := [path for path in wanted if path not in watched]:
            self._watcher.addPaths(new)

    def _look(self) -> None:
        self._watch()
        now = None if self._path is None else content_of(self._path)
        if now in (None, self._told):
            return
        # `_known` stays as it is: the user was told, but saving must still ask before overwriting.
        self._told = now
        if now != self._known:
            self.changed.emit()


def content_of(path: Path) -> Content:
    """A digest of what stands in the file at `path`."""
    try:
        return hashlib.sha256(read_regular(path, MAX_BYTES + 1)).digest()
    except (OSError, ValueError):
        return None
