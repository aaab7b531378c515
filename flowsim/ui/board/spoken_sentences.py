"""What is read out about lanes and cards, to people who do not see the board."""

from flowsim.domain.intervention_words import card_name
from flowsim.domain.phrases import counted
from flowsim.domain.words import BACKLOG, CardId, CardState
from flowsim.session.card_rows import row_of
from flowsim.session.simulation_view import SimulationView
from flowsim.ui.board.card_face import AgeEdge, Faces
from flowsim.ui.text.language import said, shown, tr
from flowsim.ui.text.number_format import long_time


def card_sentence(moment: SimulationView, card: CardId, faces: Faces) -> str:
    """A card on the board: "A-17, working in Development, 3.2 days old, worker Ada"."""
    row, scenario = row_of(moment, card), moment.scenario
    age = long_time(moment.now - row.began, scenario.time_unit)
    parts = _who(moment, card, row.class_title)
    if row.place <= BACKLOG:
        parts.append(tr("in the backlog"))
    elif row.state is CardState.MOVING:
        parts.append(tr("on its way to {0}").format(row.where))
    else:
        parts.append(tr("{0} in {1}").format(shown(row.words), row.where))
    parts.append(tr("{0} old").format(age) if row.started else tr("arrived {0} ago").format(age))
    if row.started and faces.edge_of(moment.now - row.began) is not AgeEdge.YOUNG:
        is_oldest = faces.edge_of(moment.now - row.began) is AgeEdge.OLDER_THAN_95
        parts.append(tr("older than {0} % of the finished cards").format(95 if is_oldest else 85))
    if row.worker:
        parts.append(tr("worker {0}").format(row.worker) if scenario.people else shown(row.worker))
    if row.again:
        parts.append(shown(counted("done again {0} times", "done again once", row.again)))
    if undone := _undone(moment, card, faces):
        parts.append(undone)
    return ", ".join(parts)


def done_sentence(moment: SimulationView, card: CardId, faces: Faces) -> str:
    """A finished card: "A-9, finished, took 9.2 days"."""
    class_title = moment.scenario.classes[moment.class_of(card)].title
    took = long_time(float(moment.flow.finished[card] - moment.flow.started[card]), moment.scenario.time_unit)
    parts = [*_who(moment, card, class_title), tr("finished, took {0}").format(took), _undone(moment, card, faces)]
    return ", ".join(part for part in parts if part)


def column_sentence(moment: SimulationView, place: int, title: str, *, is_bottleneck: bool) -> str:
    """A lane: "Development, 3 of 4 cards, 2 people, bottleneck"."""
    board, scenario = moment.board_state, moment.scenario
    if place < 0:
        endless = scenario.saturated
        return ", ".join([title, tr("never empty") if endless else _cards(len(board.backlog))])
    if place == len(scenario.columns):
        return f"{title}, {_cards(board.finished)}"
    lane, now = board.lanes[place], moment.conditions.columns[place]
    count = len(lane.doing) if now.limit_counts == "doing" else len(lane)
    limit = now.wip_limit
    parts = [title, _cards(count) if limit is None else tr("{0} of {1} cards").format(said(count, ","), limit)]
    if limit is not None and count >= limit:
        parts.append(tr("full") if count == limit else tr("over its limit"))
    if not now.is_queue and not scenario.people:
        parts.append(_people(now.workers))
    if is_bottleneck:
        parts.append(tr("bottleneck"))
    return ", ".join(parts)


def _who(moment: SimulationView, card: CardId, class_title: str) -> list[str]:
    """A card's name with its title, and its class where there are several."""
    name = f"{card_name(card)} {moment.title_of(card)}".strip()
    return [name, class_title] if len(moment.scenario.classes) > 1 else [name]


def _undone(moment: SimulationView, card: CardId, faces: Faces) -> str:
    """Which work people left undone when they moved the card on; empty if none."""
    skipped = faces.skipped(card)
    titles = dict.fromkeys(moment.scenario.columns[column].title for column in skipped)
    return tr("moved on by hand, work left undone in {0}").format(", ".join(titles)) if titles else ""


def _cards(count: int) -> str:
    return shown(counted("{0} cards", "{0} card", count))


def _people(count: int) -> str:
    if count == 0:
        return tr("nobody")
    return shown(counted("{0} people", "{0} person", count))
