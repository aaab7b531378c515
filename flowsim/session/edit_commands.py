"""The edits of a scenario that the user can ask for; each function returns an `Edit` and changes nothing.

The board and the inspector share these functions. Each starts from the scenario at the end of the history, and raises
`Refused` if the edit is impossible. Indices count from 0.
"""

from dataclasses import replace
from typing import Any, Literal

from flowsim.domain import editing
from flowsim.domain.arrivals import (
    Arrivals,
    ByPeriod,
    Fixed,
    Interval,
    Poisson,
    Saturated,
)
from flowsim.domain.phrases import Phrase, digits, phrase
from flowsim.domain.plan_of_changes import PlannedChange, PlannedPerson, PlannedSkill
from flowsim.domain.problems import Refused
from flowsim.domain.scenario import (
    Scenario,
)
from flowsim.session.rounds import settings_as_they_are
from flowsim.session.scenario_edits import Edit
from flowsim.session.session import Session


def column_added(session: Session, at: int, kind: Literal["work", "queue"], name: str) -> Edit:
    """Add a column at index `at`; if `name` is taken, a similar one is used."""
    after = editing.column_added(_board(session), at, kind, name)
    return Edit(after, phrase("column {0} added", after.columns[at].title))


def column_duplicated(session: Session, index: int) -> Edit:
    """A second column like this one."""
    return Edit(editing.column_duplicated(_board(session), index), phrase("{0} duplicated", _title(session, index)))


def column_removed(session: Session, index: int) -> Edit:
    """The board without this column."""
    return Edit(editing.column_removed(_board(session), index), phrase("column {0} deleted", _title(session, index)))


def column_moved(session: Session, index: int, to: int) -> Edit:
    """This column at place `to`."""
    return Edit(editing.column_moved(_board(session), index, to), phrase("{0} moved", _title(session, index)))


def column_renamed(session: Session, index: int, name: str) -> Edit:
    """This column by another name."""
    after = editing.with_column(_board(session), index, name=name)
    return Edit(after, phrase("{0} is called {1}", _title(session, index), name))


def column_turned(session: Session, index: int, kind: Literal["work", "queue"]) -> Edit:
    """This column as a step of work, or as a queue."""
    after, title = editing.column_turned(_board(session), index, kind), _title(session, index)
    return Edit(after, phrase("{0} is a queue", title) if kind == "queue" else phrase("{0} is a work step", title))


def queue_split_off(session: Session, index: int, name: str) -> Edit:
    """A queue called `name` behind this column for what is done there."""
    after = editing.queue_split_off(_board(session), index, name)
    return Edit(after, phrase("queue split off {0}", _title(session, index)))


def limit_shared(session: Session, first: int, last: int) -> Edit:
    """One limit over the columns from `first` to `last`: at first as many cards as they may hold one by one.

    Raises:
        Refused: there is no such column, or they share a limit already.
    """
    board = _board(session)
    columns = {column.id for column in board.columns[first : last + 1]}
    if last >= len(board.columns):
        raise Refused(phrase("there is no column to the right of {0}", board.columns[-1].title))
    if any(set(shared.columns) == columns for shared in board.shared_limits):
        raise Refused(phrase("these columns share a limit already"))
    limits = [column.wip_limit for column in board.columns[first : last + 1]]
    limit = sum(each or 0 for each in limits) if any(limits) else 2 * (last - first + 1)
    after = editing.grouped(board, first, last, limit)
    return Edit(after, phrase("shared limit of {0} to {1}", _title(session, first), _title(session, last)))


def limit_not_shared(session: Session, group: int) -> Edit:
    """Without this shared limit."""
    return Edit(editing.ungrouped(_board(session), group), phrase("shared limit taken away"))


def person_added(session: Session, name: str) -> Edit:
    """One more person."""
    after = editing.person_added(_board(session), name)
    return Edit(after, phrase("{0} added", after.people[-1].name))


def person_removed(session: Session, index: int) -> Edit:
    """Without this person."""
    board = _board(session)
    after = replace(board, people=editing.without(board.people, index))
    return Edit(after, phrase("{0} taken off the board", board.people[index].name))


def person_renamed(session: Session, index: int, name: str) -> Edit:
    """This person by another name."""
    board = _board(session)
    after = replace(board, people=editing.put(board.people, index, replace(board.people[index], name=name)))
    after = replace(after, plan=tuple(_renamed(its, board.people[index].name, name) for its in board.plan))
    return Edit(after, phrase("{0} is called {1}", board.people[index].name, name))


def _renamed(its: PlannedChange, old: str, new: str) -> PlannedChange:
    if isinstance(its, PlannedPerson):
        return replace(its, person=new) if its.person == old else its
    return replace(its, person=new) if isinstance(its, PlannedSkill) and its.person == old else its


def class_added(session: Session, name: str) -> Edit:
    """One more class of service."""
    after = editing.class_added(_board(session), name)
    return Edit(after, phrase("class {0} added", after.classes[-1].title))


def class_removed(session: Session, index: int) -> Edit:
    """Remove this class from the board."""
    board = _board(session)
    return Edit(editing.class_removed(board, index), phrase("class {0} deleted", board.classes[index].title))


def class_changed(session: Session, index: int, **settings: Any) -> Edit:
    """This class with other settings."""
    board = _board(session)
    after = replace(board, classes=editing.put(board.classes, index, replace(board.classes[index], **settings)))
    return Edit(after, phrase("class {0} changed", board.classes[index].title))


def family_added(session: Session) -> Edit:
    """One more family."""
    after = editing.family_added(_board(session))
    return Edit(after, phrase("family {0} added", after.families[-1].id))


def family_removed(session: Session, index: int) -> Edit:
    """Remove this family from the board."""
    board = _board(session)
    return Edit(editing.family_removed(board, index), phrase("family {0} deleted", board.families[index].id))


def family_share(session: Session, index: int, share: float) -> Edit:
    """This family with another share."""
    board = _board(session)
    after = replace(board, families=editing.put(board.families, index, replace(board.families[index], share=share)))
    return Edit(after, phrase("share of family {0}", board.families[index].id))


def arrivals_changed(session: Session, arrivals: Arrivals) -> Edit:
    """Work that comes in another way."""
    return Edit(replace(_board(session), arrivals=arrivals), phrase("arrivals: {0}", _how(arrivals)))


def cards_listed(session: Session, cards: Any) -> Edit:
    """Cards listed one by one; without any, work comes by chance again."""
    return Edit(replace(_board(session), cards=tuple(cards)), phrase("list of cards"))


def setting_changed(session: Session, words: str, **settings: Any) -> Edit:
    """Another setting of the scenario as a whole; `words` say which, and its new value if that is a number."""
    numbers = [value for value in settings.values() if isinstance(value, int | float)]
    return Edit(
        replace(_board(session), **settings), phrase("{0}: {1}", words, digits(numbers[0], "g")) if numbers else words
    )


def other_luck(session: Session, seed: int) -> Edit:
    """The same board with another seed."""
    return Edit(_board(session).with_seed(seed), phrase("seed {0}", seed))


def settings_kept(session: Session) -> Edit:
    """What is in force on the board now, as the scenario; who is away is no part of it."""
    after = settings_as_they_are(_board(session), session.conditions)
    return Edit(after, phrase("restart with the settings as they are"))


def _how(arrivals: Arrivals) -> Phrase:
    match arrivals:
        case Poisson(rate=rate):
            return phrase("at random, {0} in a unit of time", digits(rate, "g"))
        case Interval(gap=gap):
            return phrase("with a gap of {0} on average", digits(gap.mean, "g"))
        case Fixed(count=count):
            return phrase("all at once, {0}", count)
        case ByPeriod(mean_rate=rate):
            return phrase("by period, {0} in a unit of time on average", digits(rate, "g"))
        case Saturated():
            return phrase("without end")


def _board(session: Session) -> Scenario:
    return session.history.scenario


def _title(session: Session, index: int) -> str:
    return _board(session).columns[index].title
