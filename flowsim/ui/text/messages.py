"""Sentences and boxes that the window shows."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from flowsim.charts.pinned_run import PinnedRun
from flowsim.domain.intervention_words import card_name
from flowsim.domain.interventions import JoinCard, LeaveCard, ReclassCard, ReturnCard
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import Scenario
from flowsim.engine import Standstill
from flowsim.metrics import Bottleneck, Load, PersonFigures, RunView
from flowsim.metrics.bottleneck import ALIKE, LEAST_LOAD
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage.resources import licences
from flowsim.ui.recovery.error_log import versions
from flowsim.ui.style.theme import px
from flowsim.ui.text.language import said, sentence, shown, tr
from flowsim.ui.text.number_format import long_time, moment_within, percent

LITTLE_TO_SPARE = 0.2
"""A person who is free for at most this share of the time is named as the one the work waits for."""


def past_on_view(session: Session) -> str:
    """Which earlier moment is on view; empty if it is now."""
    if not session.past_on_view:
        return ""
    return tr("As it was at {0}").format(shown(moment_within(session.view.now, session.scenario.time_unit)))


def after(session: Session, step: Step) -> str:
    """What is worth saying of a step that has just been done: what cannot be seen at a glance; empty for others."""
    cards = session.board_state.cards
    for one in step.interventions:
        if isinstance(one, ReturnCard) and one.card in cards and cards[one.card].column >= 0:
            title = session.scenario.columns[cards[one.card].column].title
            words = tr("{0} went back to the backlog, and {1} had room and pulled it again at once.")
            return words.format(card_name(one.card), title)
    if any(isinstance(one, JoinCard | LeaveCard | ReclassCard) for one in step.interventions):
        return sentence(shown(session.history.undo_words))
    return ""


def evidence(scenario: Scenario, narrowest: Bottleneck | None, loads: Sequence[Load]) -> str:
    """Why a column is called the bottleneck, in two sentences or three; before that, which one may become it."""
    if narrowest is None:
        busiest_so_far = max(range(len(loads)), key=lambda column: loads[column].engaged, default=0)
        if not loads or loads[busiest_so_far].engaged < LEAST_LOAD:
            return ""
        words = tr("Busiest so far: {0}, {1} %. It is too early to call it the bottleneck.")
        return words.format(scenario.columns[busiest_so_far].title, percent(loads[busiest_so_far].engaged))
    load = narrowest.load
    window = shown(long_time(narrowest.window, scenario.time_unit))
    share = load.engaged / load.loaded if load.loaded else 0.0
    if load.blocked + load.setup < 0.01:
        text = tr("Busy {0} % of the last {1}.").format(percent(share * load.busy), window)
    else:
        idle = percent(share * (load.blocked + load.setup))
        text = tr("Working {0} %, held up {1} % of the last {2}.").format(percent(share * load.busy), idle, window)
    others = [column for column, each in enumerate(loads) if column != narrowest.column and each.loaded]
    if others:
        next_one = max(others, key=lambda column: loads[column].engaged)
        if loads[next_one].engaged >= load.engaged - ALIKE:
            words = tr("{0} was as busy; of columns alike the last is named, because every card passes it.")
            text += " " + words.format(scenario.columns[next_one].title)
        else:
            text += " " + tr("No other column was above {0} %.").format(percent(loads[next_one].engaged))
    if narrowest.column and load.upstream_waits >= 0.05:
        before = scenario.columns[narrowest.column - 1].title
        waits = percent(load.upstream_waits)
        text += " " + tr("{0} was done and waiting for it {1} % of the time.").format(before, waits)
    return text


def busiest(people: Sequence[PersonFigures]) -> tuple[str, str] | None:
    """Who of the named people has least time to spare, and how little; None if nobody is short of it."""
    here = [its for its in people if its.starved <= LITTLE_TO_SPARE]
    if not here:
        return None
    its = min(here, key=lambda each: each.starved)
    words = tr("Working {0} % of the time here.").format(percent(its.utilisation))
    if its.setup + its.blocked >= 0.01:
        words += " " + tr("Setting up or held up {0} %.").format(percent(its.setup + its.blocked))
    return its.name, words + " " + tr("The work waits for people, not for a column.")


def standstill(scenario: Scenario, stands: Standstill) -> str:
    """Since when nothing moves any more, and who waits for what."""
    first, *others = stands.reasons.parts
    reasons = phrase("{0}; and more like it", first) if others else first
    return shown(
        phrase(
            "Nothing has moved since {0}. Undo, change a limit, a batch or a rule, or let people come: {1}.",
            moment_within(stands.since, scenario.time_unit), reasons,
        )
    )  # fmt: skip


def why_ended(session: Session) -> str:
    """Why a run has come to its end, and what to do."""
    scenario, now = session.scenario, session.now
    at = shown(moment_within(now, scenario.time_unit))
    if session.workshop.under_way is not None:
        return tr("The round is over, at {0}.").format(at)
    if scenario.horizon is not None and now >= scenario.horizon:
        return tr("Run finished at {0}. Restart to play again.").format(at)
    return tr("All work is delivered, at {0}. Restart to play again.").format(at)


def show_about(parent: QWidget) -> None:
    """What this is, with versions, and the way to the notices of all that a stand-alone app holds."""
    words = tr("A Kanban board over a running, seeded simulation: drag, change a limit, see the answer.")
    licence = tr("Free under the MIT licence; the font is Inter, under the SIL Open Font License.")
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About flowsim"))
    box.setIconPixmap(QApplication.windowIcon().pixmap(px(64), px(64)))
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(f"<p style='font-weight: 600'>flowsim</p><p>{words}</p><p>{versions()}</p><p>{licence}</p>")
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Ok))  # of two buttons Qt knows none by itself
    if (folder := licences()) is not None:
        button = box.addButton(tr("Licences"), QMessageBox.ButtonRole.ActionRole)
        button.clicked.disconnect()  # it does not close the box
        button.clicked.connect(lambda: open_outside(folder, box))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def open_outside(path: Path, parent: QWidget) -> None:
    """Have the desktop show a file or folder of the program's own; where nothing can, say where it lies."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    box = QMessageBox(parent)
    box.setWindowTitle("flowsim")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("No program can open it. It is at {0}").format(path))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def as_it_was(pin: PinnedRun, then: RunView) -> str:
    """In words when a pinned run is looked at: at its end, or at an earlier moment with how far it had come."""
    unit = then.scenario.time_unit
    if then.now >= pin.run.now:
        end = shown(moment_within(pin.run.now, unit))
        return tr("at its end ({0})").format(end) if pin.ended else tr("as it was pinned ({0})").format(end)
    done, every = len(then.flow.lines[-1]), len(pin.run.flow.arrived)
    return tr("at that moment: {0} of {1} done").format(said(done, ","), said(every, ","))
