"""What of a session is in a file, and what would be lost with the program."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import Time
from flowsim.session.changes import Changes
from flowsim.session.history import History, Rewrite
from flowsim.storage import Document, save_document


class SavedState:
    """The file of a session, at `path` (None: it has none yet), beside what `history` says and `until` when it goes.

    `recovered`: it was left behind by a crash, and is unsaved whatever stands in the file.
    """

    def __init__(
        self, history: History, until: Callable[[], Time], path: Path | None, *, recovered: bool = False
    ) -> None:
        self.path = path
        self._history = history
        self._until = until
        self._saved = () if recovered else self._state()

    @property
    def document(self) -> Document:
        """What a file of this moment holds; a run that has not begun is a scenario alone."""
        its = self._history
        session = SavedSession(
            time=self._until(), interventions=its.interventions, workshop=its.workshop,
            experiments=tuple(replace(one, scenario=self._other(one.scenario)) for one in its.experiments),
        )  # fmt: skip
        begun = session.time > 0 or session.interventions or session.workshop.begun or session.experiments
        return Document(its.scenario, session if begun else None)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost if the program ended."""
        return self._state() != self._saved

    @property
    def only_played(self) -> bool:
        """Whether this is a board of the program's own, as it came, and people did no more than play with it.

        A workshop's rounds and experiments are more than that; the boards and steps of an exercise are not.
        """
        if self._history.workshop.holds_work or self._history.experiments:
            return False
        rewritten = (entry for entry in self._history.done if isinstance(entry, Rewrite) and entry.workshop is None)
        return self.path is None and bool(self._saved) and all(entry.before == entry.after for entry in rewritten)

    def save(self, path: Path) -> Changes:
        """Write scenario and session to `path`.

        Raises:
            OSError: the place cannot be written; the old file is untouched.
        """
        save_document(path, self.document)
        self.path = path
        return self.mark_saved()

    def mark_saved(self) -> Changes:
        """What has been done so far is in a file, or nobody wants it."""
        self._saved = self._state()
        return Changes.HISTORY

    def _state(self) -> tuple[object, ...]:
        history = self._history
        return history.scenario, history.interventions, history.left_behind, history.workshop, history.experiments

    def _other(self, board: Scenario | None) -> Scenario | None:
        """The board of an experiment, where it is another one than the file's own."""
        return None if board == self._history.scenario else board
