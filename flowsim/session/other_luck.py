"""What could have come of a round: its figures when the same round is played with other luck."""

from collections.abc import Callable, Iterator

import numpy as np

from flowsim.charts.picture import Floats
from flowsim.domain.predictions import NumberQuestion
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.domain.workshop import RoundUnderWay
from flowsim.experiments.dispatcher import Pool
from flowsim.experiments.luck import Luck, lucks_of
from flowsim.experiments.replication import COUNTS
from flowsim.experiments.run_figures import reader_of
from flowsim.session.session import Session


def other_outcomes(
    session: Session, its: RoundUnderWay, pool: Pool, runs: int, stopped: Callable[[], bool] = lambda: False
) -> Iterator[dict[int, Floats]]:
    """For each question about a number, by its place: what came in `runs` other ones, in order, as they come in.

    The same board, the same decisions at the same moments, other random numbers. Figures that experiments do not know
    are left out, and rounds without an end of their own: others would be cut where this run ended. What the session is
    like is taken down at the first step, before any run is played.
    """
    board, end = session.history.scenario, its.until
    if end is None:
        return iter(())
    past = SavedSession(time=end, interventions=tuple(one for one in session.history.interventions if one.at <= end))
    asked = {
        place: each.question.figure
        for place, each in enumerate(its.predictions)
        if each.room and isinstance(each.question, NumberQuestion) and _is_known(each.question.figure, board)
    }
    names = tuple(dict.fromkeys(asked.values()))
    if not names:
        return iter(())
    return _told(asked, lucks_of(board, past, dict.fromkeys(names, np.nan), pool, runs, stopped))


def _is_known(figure: str, board: Scenario) -> bool:
    return figure in COUNTS or reader_of(figure, board) is not None


def _told(asked: dict[int, str], lucks: Iterator[list[Luck]]) -> Iterator[dict[int, Floats]]:
    for told in lucks:
        by_name = {luck.figure: luck.others for luck in told}
        yield {place: by_name[name] for place, name in asked.items()}
