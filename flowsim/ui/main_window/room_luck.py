"""Was the room wrong, or the run lucky: the round that was revealed, played again and again with other luck."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from flowsim.charts.picture import Floats
    from flowsim.ui.experiments.laboratory import Laboratory
    from flowsim.ui.main_window.board_page import BoardPage

OTHER_RUNS: Final = 400


class RoomLuck:
    """Knows `others`: for each question about a number, by its place, what came with other luck. `changed` is called
    when they are known.
    """

    def __init__(
        self, page_on_view: "Callable[[], BoardPage | None]", workers: "Callable[[], Laboratory | None]",
        changed: Callable[[], object],
    ) -> None:  # fmt: skip
        self._page_on_view = page_on_view
        self._workers = workers
        self._changed = changed
        self._of = ""
        self.others: Mapping[int, Floats] = {}

    def follow(self) -> None:
        """Play the round on view again, if it is revealed and the room answered; forget what was another one's."""
        from flowsim.session.rounds import Phase, phase_of

        board = self._page_on_view()
        its = None if board is None else board.session.workshop.under_way
        if board is None or its is None or phase_of(board.session) is not Phase.REVEALED:
            self._of, self.others = "", self.others and {}
            return
        if not any(each.room for each in its.predictions) or its.dice or self._of == its.key:
            return
        from flowsim.session.other_luck import other_outcomes

        laboratory = self._workers()
        if laboratory is None:
            return
        self._of, self.others = its.key, {}
        task = laboratory.look_ahead(partial(other_outcomes, board.session, its, laboratory.pool, OTHER_RUNS))
        task.told.connect(partial(self._take, its.key))
        task.ended.connect(self._changed)

    def _take(self, key: str, others: object) -> None:
        if key == self._of and isinstance(others, dict):
            self.others = others
