"""Pictures of the laboratory in every state: empty, running, cancelled, one run, level, unstable, 100 columns."""

from typing import TYPE_CHECKING

from flowsim.domain.arrivals import (
    Poisson,
)
from flowsim.domain.column_settings import SetWorkers
from flowsim.domain.distributions import Exponential
from flowsim.domain.scenario import (
    Column,
    Scenario,
)
from flowsim.session.session import Session
from flowsim.session.steps import Step
from flowsim.storage import Document
from flowsim.storage.resources import exercises
from flowsim.ui.main_window.actions import Act

if TYPE_CHECKING:
    from flowsim.ui.experiments.laboratory_page import LaboratoryPage
    from tests.ui.visitor import Visitor


def laboratory(visitor: "Visitor") -> None:
    """The three questions, asked of the software team and of a board that is too much."""
    visitor.window.opening.open_file(exercises()[0].path, as_template=True)
    visitor.play_until(60.0)
    visitor.page.pin()
    visitor.page.bridge.do(Step((SetWorkers(at=0.0, column="test", value=2),)))
    page = _at_work(visitor)
    visitor.shot("laboratory-empty")
    which_limit(visitor, page)
    page.choose(1)
    visitor.shot("luck-or-real-empty")
    page.luck_or_real.runs.show_value(20)
    page.luck_or_real.run()
    _done(visitor, page)
    visitor.shot("luck-or-real")
    page.luck_or_real.place_run()
    _done(visitor, page)
    visitor.shot("luck-of-a-run")
    page.choose(2)
    _done(visitor, page)
    visitor.shot("when")
    page.when._choose("columns.test.workers")
    page.when.slider.setValue(3)
    _done(visitor, page)
    visitor.shot("when-one-more-person")
    crowd = tuple(Column(id=f"c{place}", name=f"Step {place}", service=Exponential(mean=0.5)) for place in range(100))
    wide = Scenario(name="A hundred columns", columns=crowd, arrivals=Poisson(rate=1.2), horizon=60.0)
    visitor.session.file.mark_saved()
    visitor.window.show_session(Session(Document(wide)))
    page = _at_work(visitor)
    page.choose(0)
    page.which_limit.runs.show_value(3)
    page.which_limit.ask_about("columns.c50.workers")
    _done(visitor, page)
    visitor.shot("laboratory-100-columns")
    visitor.session.file.mark_saved()


def which_limit(visitor: "Visitor", page: "LaboratoryPage") -> None:
    """While it runs, after it was cancelled, with too few runs, and to its end."""
    its = page.which_limit
    its.runs.show_value(400)
    its.ask_about("columns.development.wip_limit")
    visitor.until(lambda: its.answer is not None and its.answer.replications > 5)
    visitor.shot("which-limit-running")
    its.cancel()
    _done(visitor, page)
    visitor.shot("which-limit-cancelled")
    its.runs.show_value(2)
    its.run()
    _done(visitor, page)
    visitor.shot("which-limit-too-few-runs")
    its.runs.show_value(20)
    its.ask_about("arrivals.rate")
    _done(visitor, page)
    visitor.shot("which-limit-unstable")
    its._choose_second(next(at for at, each in enumerate(its._offered) if each.path == "columns.test.workers"))
    its.runs.show_value(5)
    its.run()
    _done(visitor, page)
    visitor.shot("which-limit-two-settings")


def _at_work(visitor: "Visitor") -> "LaboratoryPage":
    visitor.window.menu_actions[Act.SHOW_EXPERIMENTS].trigger()
    page = visitor.window.laboratory.page
    assert page is not None
    return page


def _done(visitor: "Visitor", page: "LaboratoryPage") -> None:
    its = page.laboratory
    visitor.until(lambda: not its.experiments.busy and not its.forecasts.busy)
