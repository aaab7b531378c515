"""A person goes from one column, or one card, to another: the step that does it, for counted and for named people.

It starts from the moment on view: at an earlier one it is offered as a branch.
"""

from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.interventions import JoinCard, LeaveCard, SetSkill
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.words import CardId, CardState, WorkerId
from flowsim.session.session import Session
from flowsim.session.steps import Step


def person_moved(session: Session, source: int, target: int, person: WorkerId | None = None) -> Step:
    """One of the people of column `source` works in column `target` instead; `person` says who, where they are named.

    A named person takes the speed along, unless they have one of their own in `target` already. What the board itself
    refuses of the step is told by `Session.why_not`.

    Raises:
        Refused: there is no such step; with the reason.
    """
    if not 0 <= target < len(session.scenario.columns):
        raise Refused(phrase("nobody works in the backlog") if target < 0 else phrase("nobody works in Done"))
    if person is not None:
        return _skill_moved(session, source, target, person)
    columns = session.steady_view.conditions.columns
    if columns[source].is_queue or columns[source].workers == 0:
        raise Refused(phrase("nobody works in {0}", columns[source].title))
    fewer = SetWorkers(at=0.0, column=columns[source].id, value=columns[source].workers - 1)
    return Step((fewer, SetWorkers(at=0.0, column=columns[target].id, value=columns[target].workers + 1)))


def _skill_moved(session: Session, source: int, target: int, person: WorkerId) -> Step:
    its = session.steady_view.conditions.people[person]
    here, there = (session.scenario.columns[at] for at in (source, target))
    if here.id not in its.skills:
        raise Refused(phrase("{0} only finishes a card in {1}, and has no skill there any more", its.name, here.title))
    speed = its.skills.get(there.id, its.skills[here.id])
    taken = SetSkill(at=0.0, person=its.name, column=here.id, value=None)
    return Step((taken, SetSkill(at=0.0, person=its.name, column=there.id, value=speed)))


def helps_at(session: Session, card: CardId, source: int, person: WorkerId | None = None) -> bool:
    """Whether one of the people of column `source`, put on `card`, would work on it with those who are at it.

    That is so where more than one may be at a card, and the person can work. Else they only go to its column.
    """
    its, now = session.steady_view.board_state.cards.get(card), session.steady_view.conditions
    if its is None or its.state is not CardState.WORKING or now.columns[its.column].workers_per_card < 2:
        return False
    return its.column == source if person is None else now.columns[its.column].id in now.people[person].skills


def put_to_card(card: CardId, person: str | None = None, leaving: CardId | None = None) -> Step:
    """Somebody joins those who work on `card`: `person`, or one of those at the card `leaving`, or whoever can."""
    return Step((JoinCard(at=0.0, card=card, person=person, leaving=None if person else leaving),))


def taken_from_card(card: CardId, person: str | None = None) -> Step:
    """Somebody leaves those who work on `card`: `person`, or who came last."""
    return Step((LeaveCard(at=0.0, card=card, person=person),))


def next_work_column(session: Session, column: int, by: int) -> int:
    """The work column next to `column`, to the right (1) or to the left (-1), beyond any queues.

    Raises:
        Refused: there is none.
    """
    columns = session.scenario.columns
    places = range(column + 1, len(columns)) if by > 0 else range(column - 1, -1, -1)
    found = next((place for place in places if not columns[place].is_queue), None)
    if found is None:
        title = columns[column].title
        right, left = (
            phrase("there is no work column to the right of {0}", title),
            phrase("there is no work column to the left of {0}", title),
        )
        raise Refused(right if by > 0 else left)
    return found


def who_goes(session: Session, column: int) -> WorkerId | None:
    """Of the named people of a column the first who is free, or else the first; None where people are only counted.

    Raises:
        Refused: none of the named people works there.
    """
    now = session.steady_view.conditions
    if not now.people:
        return None
    its = session.scenario.columns[column]
    busy = {card.worker for card in session.steady_view.board_state.cards.values()}
    able = [who for who, one in enumerate(now.people) if its.id in one.skills and one.name not in now.away]
    if not able:
        raise Refused(phrase("nobody works in {0}", its.title))
    return min(able, key=lambda who: who in busy)
