"""What is said in the inspector under the fields: what a column, a card or a board can do."""

from math import inf, isnan

from flowsim.domain.advice import sentences
from flowsim.domain.feasibility import feasibility, smallest_batch
from flowsim.domain.intervention_words import work_in_words
from flowsim.domain.phrases import counted, phrase
from flowsim.domain.state_words import STATE_WORDS
from flowsim.domain.words import CardId
from flowsim.metrics import people_of
from flowsim.session.session import Session
from flowsim.ui.text.language import capital, said, sentence, shown, tr
from flowsim.ui.text.number_format import long_time, moment_within, percent


def about_board(session: Session) -> str:
    """What can be said of the board before it runs, what switching costs, and what people did."""
    scenario = session.view.conditions.in_force(session.scenario)
    lines = []
    lines.append("\n".join(f"• {sentence(line)}" for line in sentences(scenario)))
    if session.view.conditions.rules.context_switch_tax:
        tax = said(session.view.conditions.rules.context_switch_tax, "g")
        lines.append(tr("Work takes (1 + {0} × max(0, started cards / people − 1)) times as long.").format(tax))
    if session.scenario.people and session.view.now > 0:
        lines.append("\n".join(_people(session)))
    work = [
        shown(phrase("{0}: {1}", column.title, work_in_words(column.service, session.scenario.time_unit)))
        for column in session.view.conditions.columns
        if not column.is_queue and not session.scenario.explicit
    ]
    return "\n\n".join([*(line for line in lines if line), "\n".join(work)])


def _people(session: Session) -> list[str]:
    return [
        tr("{0}: busy {1} %, setting up or held up {2} %, free {3} %").format(
            its.name, percent(its.utilisation), percent(its.setup + its.blocked), percent(its.starved)
        )
        for its in people_of(session.view.flow, session.view.staffing)
    ]


def about_column(session: Session, column: int) -> str:
    """What a column can do, as its settings are now."""
    scenario = session.view.conditions.in_force(session.scenario)
    its = scenario.columns[column]
    if its.is_queue:
        return tr("A queue: cards wait here, nobody works on them.")
    found = feasibility(scenario).columns[column]
    if found.capacity == 0:
        return tr("Nobody works here: whatever comes stays.")
    lines = []
    if found.load is not None and found.work > 0:
        words = tr("Load {0} % of its people, if they did nothing else.")
        if not scenario.people:
            words = tr("Load {0} %.")
        lines.append(words.format(percent(found.load)))
    if found.capacity < inf and found.work > 0:
        each = shown(long_time(1 / found.capacity, scenario.time_unit))
        lines.append(tr("Capacity: a card every {0}.").format(each))
    batch = smallest_batch(scenario, column)
    if batch is not None:
        lines.append(tr("The smallest batch per set-up that keeps up is {0}.").format(batch))
    if found.load is not None and found.load > 1:
        lines.append(tr("The backlog will grow without end."))
    return "\n".join(lines)


def _about_gone(session: Session, card: CardId) -> str:
    flow, unit = session.view.flow, session.scenario.time_unit
    finished = float(flow.finished[card])
    if isnan(finished):
        return tr("Taken off the board, unfinished.")
    lines = [
        tr("Finished on {0}.").format(shown(moment_within(finished, unit))),
        tr("Cycle time: {0}.").format(shown(long_time(finished - float(flow.started[card]), unit))),
        tr("Lead time: {0}.").format(shown(long_time(finished - float(flow.arrived[card]), unit))),
    ]
    return "\n".join(lines)


def about_card(session: Session, card: CardId) -> str:
    """Where a card is, with whom, how old, and what happened to it; of one that has left the board, how it went."""
    position, unit = session.view.board_state.cards.get(card), session.scenario.time_unit
    if position is None:
        return _about_gone(session, card)
    lines = [sentence(STATE_WORDS[position.state])]
    if position.column >= 0:  # whose name stands as its author wrote it, at the beginning too
        column = session.scenario.columns[position.column].title
        lines = [shown(phrase("{0}: {1}.", column, STATE_WORDS[position.state]))]
    if position.worker >= 0:
        lines.append(tr("Worked on by {0}.").format(capital(session.view.who_is_at(position))))
    started = session.view.started(card)
    if started is not None:
        lines.append(tr("Age: {0} since it started.").format(shown(long_time(session.view.now - started, unit))))
    arrived = session.view.now - float(session.view.flow.arrived[card])
    ago = shown(long_time(arrived, unit))
    lines.append(tr("Arrived {0} ago.").format(ago) if arrived else tr("Just arrived."))
    again = session.view.passes_again(card)
    if again:
        lines.append(shown(counted("Done again {0} times.", "Done again once.", again)))
    if len(session.scenario.families) > 1:
        family = session.scenario.families[session.view.family_of(card)].id
        lines.append(tr("Family: {0}.").format(family))
    return "\n".join(lines)
