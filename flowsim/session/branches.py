"""Branches: the run played again from an earlier moment with one more act, on the same random numbers.

What people did later is done again at its own time, so that the one act is all that differs. `went_back` drops what
came later instead: the run stands at that moment, and its future is open. Undo brings back the run there was.
"""

from dataclasses import replace

from flowsim.domain.intervention_words import in_words
from flowsim.domain.interventions import Intervention
from flowsim.domain.phrases import phrase
from flowsim.domain.problems import Refused
from flowsim.domain.units import at, briefly
from flowsim.session.changes import Changes
from flowsim.session.history import Rewrite
from flowsim.session.session import Session


def branched(session: Session, step: tuple[Intervention, ...]) -> Changes:
    """Do `step` at the earlier moment on view, and play the run again up to now.

    Raises:
        Refused: people do not look back, or the board refuses the step at that moment; nothing has changed. Where the
            run takes long to play again, that is found out later (`Session.tick`), and the run there was stays.
    """
    moment = _moment(session)
    if session.workshop.by_dice:
        raise Refused(phrase("dice move the cards in this round: keep it or give it up first"))
    acts = session.history.interventions
    before = tuple(one for one in acts if one.at <= moment)
    own = tuple(replace(one, at=moment) for one in step)
    unit = session.scenario.time_unit
    what = in_words(session.scenario, own, session.history.conditions_after(before))
    words = phrase("branch at {0}: {1}", at(briefly(moment), unit), what)
    brings = (*before, *own, *acts[len(before) :])
    try:
        return session.play_instead(_again(session, words, brings), session.now, needed=own)
    except Refused:
        session.look(moment)
        raise


def went_back(session: Session) -> Changes:
    """The run as it stood at the moment on view; what people did later is not done. Time rests where the run was.

    Raises:
        Refused: people do not look back.
    """
    moment = _moment(session)
    acts = tuple(one for one in session.history.interventions if one.at <= moment)
    end, when = session.now, at(briefly(moment), session.scenario.time_unit)
    words = phrase("back to {0}", when)
    changes = session.play_instead(_again(session, words, acts), moment)
    if not session.workshop.by_dice:  # dice go on by rolls, not by themselves to where the run was
        session.player.rests_at = end
    return changes


def _moment(session: Session) -> float:
    if not session.looks_back:
        raise Refused(phrase("a branch begins at an earlier moment: drag the timeline back first"))
    return session.steady_view.now


def _again(session: Session, words: str, brings: tuple[Intervention, ...]) -> Rewrite:
    board = session.history.scenario
    return Rewrite(board, board, words, anew=True, brings=brings)
