"""The experiments of a session: each that is run is kept, so that it can be seen and run again; undo takes it back."""

from collections.abc import Iterable
from typing import Final

from flowsim.domain.phrases import phrase
from flowsim.domain.saved_experiments import MOST_EXPERIMENTS, SavedExperiment
from flowsim.session.changes import Changes
from flowsim.session.history import Note
from flowsim.session.session import Session

LENGTH: Final = ("replications", "warm_up")
"""Keys of a plan that say how long it goes on, not what it asks."""


def asks_the_same(one: SavedExperiment, other: SavedExperiment) -> bool:
    """Whether both ask the same of the same board, if one of them with more runs."""
    same_place = (one.title, one.asked_on, one.scenario) == (other.title, other.asked_on, other.scenario)
    return same_place and _without_length(one) == _without_length(other)


def keep(session: Session, its: SavedExperiment) -> Changes:
    """Keep an experiment that is run, as the last one; one that asked the same makes room for it.

    Raises:
        Refused: the run is being replayed.
    """
    others = [one for one in session.history.experiments if not asks_the_same(one, its)]
    kept = (*others[len(others) - MOST_EXPERIMENTS + 1 :], its) if len(others) >= MOST_EXPERIMENTS else (*others, its)
    return _note(session, kept, phrase("experiment: {0}", its.title))


def forget_all(session: Session) -> Changes:
    """No experiment is kept any more.

    Raises:
        Refused: the run is being replayed.
    """
    return _note(session, (), phrase("experiments removed"))


def _note(session: Session, experiments: Iterable[SavedExperiment], words: str) -> Changes:
    after = tuple(experiments)
    if after == session.history.experiments:
        return Changes.NOTHING
    return session.note(Note(words, experiments=after))


def _without_length(its: SavedExperiment) -> dict[str, object]:
    return {key: value for key, value in its.plan.items() if key not in LENGTH}
