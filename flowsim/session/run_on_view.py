"""The run on view: all that is replaced together by a replay, the moment people look at, and how far it has come."""

from flowsim.domain.conditions import Conditions
from flowsim.domain.words import Time
from flowsim.domain.workshop import Workshop
from flowsim.metrics import Staffing
from flowsim.session.changes import Changes
from flowsim.session.history import History
from flowsim.session.playable_run import PlayableRun
from flowsim.session.player import Player, has_ended
from flowsim.session.run import Run
from flowsim.session.simulation_view import SimulationView
from flowsim.session.time_travel import TimeTravel


class RunOnView:
    """`simulation`, `flow`, `board_state`, `conditions` and `staffing` belong together and are replaced together.

    `latest` is the view of the latest moment. There is no run before the first `_take_over`.
    """

    def __init__(self, history: History, player: Player) -> None:
        self.history = history
        self.player = player

    @property
    def now(self) -> Time:
        """How far the run has come."""
        return self.simulation.now

    @property
    def view(self) -> SimulationView:
        """The moment on view: the latest one, unless people look at an earlier one."""
        return self._time_travel.moment or self.latest

    @property
    def steady_view(self) -> SimulationView:
        """The moment on view without a hover preview (`peek`): the latest one, or the one chosen with `look`."""
        return self._time_travel.gone_back or self.latest

    @property
    def looks_back(self) -> bool:
        """Whether people went back to an earlier moment, and have not returned."""
        return self._time_travel.back

    @property
    def past_on_view(self) -> bool:
        """Whether an earlier moment is on view, be it that people went back or only glance at it."""
        return self._time_travel.moment is not None

    @property
    def ended(self) -> bool:
        """Whether nothing more comes: the horizon is reached, the round is over, or all work is done."""
        return has_ended(self.simulation) or self.now >= self.player.stops_at

    @property
    def is_fixed(self) -> bool:
        """Whether this is what happened somewhere, a team's history, which cannot be played otherwise."""
        return False

    @property
    def workshop(self) -> Workshop:
        """The exercise and the rounds."""
        return self.history.workshop

    @property
    def conceals(self) -> bool:
        """Whether a round is played whose results must not be seen yet."""
        its = self.workshop.under_way
        return its is not None and its.conceals

    @property
    def round_is_over(self) -> bool:
        """Whether the time of the round that is played has come: what is done now would be no part of it."""
        its = self.workshop.under_way
        return its is not None and its.locked and self.ended

    def peek(self, time: Time | None) -> Changes:
        """Preview the moment `time` without pausing the run; None ends the preview."""
        return self._time_travel.peek(time)

    def _take_over(self, simulation: PlayableRun) -> None:
        self.simulation = simulation
        self.scenario = simulation.scenario
        self.run = run = Run.of(simulation)
        self.flow, self.board_state = run.flow, run.board_state
        self._time_travel = TimeTravel(run, self.player)
        self._taken_in = 0
        self.staffing = Staffing.of(self.scenario)
        self._take_in()
        self._read()

    def _take_in(self) -> None:
        """What was done since the last call, by people or by the plan, changes the settings and the staffing."""
        done, staffing = tuple(self.simulation.done), self.staffing
        for count, change in enumerate(done[self._taken_in :], self._taken_in + 1):
            staffing = staffing.changed_by(change, self.flow.conditions_over_time.after(done[:count]))
        self._taken_in = len(done)
        self.conditions: Conditions = self.flow.conditions_over_time.after(done)
        self.staffing = staffing
        self.latest = self.run.latest_view(self.conditions, staffing, done)

    def _read(self) -> Changes:
        """Take in what is new of the run: changes of the plan first, because rows may already rest on them."""
        planned = Changes.NOTHING
        if len(self.simulation.done) > self._taken_in:
            self._take_in()
            planned = Changes.CONDITIONS
        self.flow.read(self.simulation.trace, self.simulation.now, self.staffing)
        return planned | (Changes.CARDS if self.board_state.read(self.flow) else Changes.NOTHING)
