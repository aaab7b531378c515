"""Small sessions for tests."""

from flowsim.domain.arrivals import (
    Fixed,
    Poisson,
)
from flowsim.domain.distributions import Constant, Exponential
from flowsim.domain.policies import Rules
from flowsim.domain.scenario import Column, Scenario
from flowsim.session.session import Session
from flowsim.storage import Document

BUSY = Scenario(
    name="busy",
    columns=(
        Column(id="a", name="Analysis", workers=1, wip_limit=2, service=Exponential(mean=1.0)),
        Column(id="b", name="Build", workers=2, wip_limit=3, service=Exponential(mean=2.0)),
    ),
    arrivals=Poisson(rate=0.8),
    horizon=None,
)

TEN_CARDS = Scenario(
    name="ten", columns=(Column(id="a", service=Constant(value=1.0)),), arrivals=Fixed(count=10), horizon=None
)

BY_HAND = Scenario(
    name="by hand",
    columns=(Column(id="a", name="Analysis", wip_limit=1), Column(id="b", name="Build", wip_limit=2)),
    arrivals=Fixed(count=6),
    rules=Rules(auto_pull=False),
    horizon=None,
)


class Clock:
    """Seconds that pass only when a test says so, and a little at every look."""

    def __init__(self, each_look: float = 0.0) -> None:
        self.now = 0.0
        self.each_look = each_look

    def __call__(self) -> float:
        self.now += self.each_look
        return self.now


def session(scenario: Scenario, each_look: float = 0.0) -> Session:
    return Session(Document(scenario), clock=Clock(each_look))
