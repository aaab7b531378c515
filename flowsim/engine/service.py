"""Work in columns that ask for more than a free worker: set-ups, people, blockers, rework, pre-emption.

What happens to one card from the moment somebody takes it up to the moment its work ends; the plain case is written
out in `flowsim.engine.board`.
"""

from heapq import heappop
from itertools import accumulate
from typing import Final

from flowsim.domain.distributions import Exponential
from flowsim.domain.swarming import together
from flowsim.domain.words import NO_WORKER, CardState, Time
from flowsim.engine.arrivals import Source
from flowsim.engine.cards_and_stations import AHEAD_OF_ALL, Card, Station
from flowsim.engine.event_clock import What
from flowsim.engine.streams import LONGEST
from flowsim.engine.system_state import SystemState
from flowsim.engine.transfer import Transfer
from flowsim.engine.workers import Workers

WAITING, SETUP, WORKING = int(CardState.WAITING), int(CardState.SETUP), int(CardState.WORKING)
BLOCKED, MOVING, BATCHING = int(CardState.BLOCKED), int(CardState.MOVING), int(CardState.BATCHING)
TAKES_TIME: Final = (MOVING, SETUP, WORKING)
"""States that end by the clock, and go on from where they were stopped."""


class Service:
    """How work is taken up, interrupted and ended on the board of `state`.

    `ends` names what an event of a card may be for here.
    """

    def __init__(self, state: SystemState, source: Source, workers: Workers, transfers: Transfer) -> None:
        self._state = state
        self._source = source
        self._workers = workers
        self._transfers = transfers
        self._when_ended: What = self._ended
        self._when_set_up: What = self._work
        self._when_struck: What = self._struck
        self._when_unblocked: What = self.unblock
        self.ends: dict[str, What] = {
            "ended": self._when_ended, "set-up": self._when_set_up, "struck": self._when_struck,
            "unblocked": self._when_unblocked,
        }  # fmt: skip
        self._chance = not state.scenario.explicit  # listed cards bring all they bring

    def refit(self) -> None:
        """The rules have changed, or what is done for a class of service."""
        self._preempting = any(each.preempts for each in self._state.classes)
        # If the first card in a queue ranks below every class that preempts, no card in that queue preempts.
        ranks = [-each.priority for each in self._state.classes if each.preempts]
        self._first_rank, self._last_rank = min(ranks, default=0), max(ranks, default=0)
        swarms = any(station.workers_per_card > 1 for station in self._state.stations)
        if (self._preempting or swarms) and self._state.team is None:
            for card in self._state.cards.values():
                if card.worker >= 0:  # also what was taken up plainly before
                    card.station.in_hand[card.worker] = card
        rules = self._state.rules
        self._longest_queue = rules.work_rule == "longest_queue" and self._state.team is not None
        self._tax = rules.context_switch_tax

    def special_in(self, station: Station) -> bool:
        """Whether taking up work in `station` is more than giving a card to a free worker."""
        strikes = self._chance and station.blockers.strike
        swarms = station.workers_per_card > 1
        return bool(station.sets_up or strikes or self._tax or self._preempting or swarms)

    def reworks(self, station: Station) -> bool:
        """Whether work in `station` may have to be done again."""
        return self._chance and station.rework.probability > 0

    # Taking work up

    def start(self, station: Station) -> None:
        """Free people take up all the cards they can in `station`, or wherever the longest queue is."""
        if self._longest_queue:
            self._start_in_longest_queues()
        else:
            waiting, team = station.waiting, self._state.team
            while waiting:
                worker = team.free_for(station) if team is not None else heappop(station.idle) if station.idle else None
                if worker is None:
                    break
                self._take_up(waiting.take(), worker)
        if station.waiting:
            self._workers.lines |= station.bit
        else:
            self._workers.lines &= ~station.bit
        if self._preempting and station.waiting and station.waiting.first.rank <= self._last_rank:
            self._preempt(station)

    def _start_in_longest_queues(self) -> None:
        """Each free person, in their order, goes where most cards wait; of several such columns to the right-most."""
        team, stations = self._state.team, self._state.stations
        assert team is not None
        for person in team.free():
            queues = [(stations[index].waiting.length, index) for index in team.able[person] if stations[index].waiting]
            if queues:
                self._take_up(stations[max(queues)[1]].waiting.take(), person)

    def _take_up(self, card: Card, worker: int) -> None:
        station = card.station
        card.worker = worker
        self._workers.take(worker, card)
        card.turn = next(self._state.turns)
        if station.setup.rule != "none" and self._needs_setup(card, station, worker):
            self._set_up_for(card, self._setup_time(card, station))
        else:
            self._work(card)

    def _needs_setup(self, card: Card, station: Station, worker: int) -> bool:
        """Whether `worker` sets up before this start; it counts as one towards the next set-up."""
        rule = station.setup.rule
        if rule == "family":
            another = station.families.get(worker) != card.family
            station.families[worker] = card.family
            return another and station.sets_up
        if card.remaining is not None:
            return False
        due = station.starts_to_setup == 0
        station.starts_to_setup = (station.setup.batch if due else station.starts_to_setup) - 1
        return due and station.sets_up

    def _setup_time(self, card: Card, station: Station) -> Time:
        """How long the set-up for `card` takes; where that varies, by the numbers that belong to the card."""
        if isinstance(station.setup.time, int | float):
            return station.setup.time
        before = card.count("set-up", station.shown)
        return self._state.chances.duration(card, "set-up", station.shown, before, station.setup.law)

    def _set_up_for(self, card: Card, time: Time) -> None:
        card.state = SETUP
        self._state.record(card)
        self._state.schedule(card, time, self._when_set_up)

    def _work(self, card: Card) -> None:
        """`card`'s worker works on it, up to the end or to the blocker that is to come."""
        station, state = card.station, self._state
        if card.settled:
            card.settled = False
        if card.state == SETUP:
            card.note_begun()
        card.state = WORKING
        state.record(card)
        if card.fresh:
            card.fresh = card.struck = False
            if station.blockers.probability > 0 and self._chance:
                self._deal_blocker(card, station)
        work = card.service[station.shown] if card.remaining is None else card.remaining
        if card.remaining is None and station.blockers.rate > 0 and self._chance:
            self._deal_next_blocker(card, station, work)
        card.remaining = None
        self.go_on_with(card, work)

    def go_on_with(self, card: Card, work: Time) -> None:
        """The clock goes on with so much `work` on `card`, at the speed of all who are at it."""
        pace = 1.0 / self._speed_of(card)
        if self._tax:
            pace *= self._switching()
        card.pace = pace = min(pace, LONGEST)  # keeps 0 work · pace at 0 (0 · inf is NaN) for near-zero speeds
        if card.strike is None:
            self._state.schedule(card, work * pace, self._when_ended)
        else:
            self._state.schedule(card, max(work - card.after, 0.0) * pace, self._when_struck)

    def _speed_of(self, card: Card) -> float:
        """How much work on `card` all who are at it do in a unit of time."""
        team, column = self._state.team, card.station.index
        if not card.helpers:
            return 1.0 if team is None else team.speeds[card.worker][column]
        speeds = [1.0 if team is None else team.speeds[worker][column] for worker in card.crew]
        return together(speeds, card.station.swarm_gain)

    def _deal_blocker(self, card: Card, station: Station) -> None:
        """Whether something will get in the way in this visit, where in the work, and for how long."""
        blockers = station.blockers
        visit = card.begin_visit(station.shown)
        found, fraction = self._state.chances.uniform(card, "blocker", station.shown, visit)
        if found < blockers.probability:
            card.strike = self._state.chances.duration(card, "blocker's time", station.shown, visit, blockers.duration)
            card.after = (1.0 - fraction) * card.service[station.shown]

    def _deal_next_blocker(self, card: Card, station: Station, work: Time) -> None:
        """Whether something gets in the way in the rest of the work, when next, and for how long.

        Blockers at a rate are a Poisson stream over the work: the gaps between them are exponential.
        """
        before = card.count("blockers", station.shown)
        every = Exponential(mean=1 / station.blockers.rate)
        gap = self._state.chances.duration(card, "work_between_blockers", station.shown, before, every)
        card.strike, card.after = None, 0.0
        if gap < work:
            law = station.blockers.duration
            card.strike = self._state.chances.duration(card, "time_of_a_blocker", station.shown, before, law)
            card.after = work - gap

    def _switching(self) -> float:
        """Factor on work time from context switching: 1 + tax · max(0, started cards / people - 1)."""
        team = self._state.team
        people = sum(station.staff for station in self._state.stations) if team is None else team.here
        started = len(self._state.cards) - self._state.in_backlog
        return 1.0 + self._tax * max(0.0, started / people - 1.0) if people else 1.0

    # The end of work

    def _ended(self, card: Card) -> None:
        card.pace = 1.0
        self.ended(card)

    def ended(self, card: Card) -> None:
        """All the work on `card` here is done, as far as this pass goes."""
        station = card.station
        if card.helpers:
            self._workers.let_helpers_go(card)
        if not self.reworks(station):
            self._transfers.finish(card)
            return
        passed = card.pass_in(station.shown)
        fails, where = self._state.chances.uniform(card, "rework", station.shown, passed)
        if fails >= station.rework.probability:
            self._transfers.finish(card)
            return
        self._state.failures.setdefault(card.number, []).append(self._state.clock.now)
        card.note_begun()
        target = self._done_again_in(station, where)
        if target is station:
            card.begin_again(station.shown)
            self.deal_pass(card, station)
            self._workers.let_go(card)
            self._line_up(card, joined=self._state.clock.now)
        else:
            self._send_back(card, station, target)

    def _done_again_in(self, station: Station, where: float) -> Station:
        """Where work that failed in `station` is done again, `where` being even from 0 to 1."""
        assert station.column is not None
        *others, (last, _) = station.rework.shares(station.column.id).items()
        bounds = accumulate(share for _, share in others)
        column = next((id_ for (id_, _), bound in zip(others, bounds, strict=True) if where < bound), last)
        return self._state.stations[self._state.scenario.column_index[column] + 1]

    def deal_pass(self, card: Card, station: Station) -> None:
        """The work of the pass that `card` is in, where that is not the first one in `station`."""
        passed = card.pass_in(station.shown)
        if passed:
            work = self._source.deck.works.of(station.shown, card.class_index)
            card.service[station.shown] = self._state.chances.duration(card, "work", station.shown, passed, work)

    def _send_back(self, card: Card, source: Station, target: Station) -> None:
        """Rework in an earlier column: at once and over any limit; everything on the way is done again."""
        for station in self._state.stations[target.index : source.index + 1]:
            if station.has_workers:
                card.begin_again(station.shown)
                self.deal_pass(card, station)
        obstacle = self._transfers.obstacle(target, card)
        card.since = self._state.clock.now
        self._state.may_pull |= source.bit
        self._transfers.hand_over(card, source, target)
        self._state.over_limit(card, target, obstacle)

    def _line_up(self, card: Card, joined: Time) -> None:
        card.state = WAITING
        card.joined = joined
        card.station.waiting.join(card)
        self._state.may_start |= card.station.bit
        self._state.record(card)

    # What gets in the way

    def interrupt(self, card: Card) -> None:
        """Stop what the clock times for `card`; what is left of it is remembered."""
        if card.state in (SETUP, WORKING):
            card.note_begun()
        spent = self._state.clock.now - card.started_at
        left = max(card.duration - spent, 0.0)
        if card.state == WORKING:
            card.remaining = left / card.pace + card.after
            card.pace = 1.0
            self._workers.let_helpers_go(card)
        else:
            card.left = left
        if card.state == MOVING:
            card.station.moving -= 1
        card.call_off()

    def _struck(self, card: Card) -> None:
        """An impediment gets in the way of the work."""
        delay, card.strike, card.struck = card.strike, None, True
        assert delay is not None
        card.note_begun()
        card.remaining, card.after = card.after, 0.0
        self._workers.let_helpers_go(card)
        if card.station.blockers.rate > 0:
            self._deal_next_blocker(card, card.station, card.remaining)
        self.block(card)
        self._state.schedule(card, delay, self._when_unblocked)

    def block(self, card: Card) -> None:
        """`card`, in no line any more, stops where it is and keeps its slot; its worker may have to wait with it."""
        card.stopped, card.state = card.state, BLOCKED
        self._free_whoever_need_not_wait(card)
        self._state.record(card)

    def leave_blocked(self, card: Card) -> None:
        """Whoever waits with a blocked `card` leaves it, if they need not wait any more."""
        if card.state == BLOCKED and self._free_whoever_need_not_wait(card):
            self._state.record(card)

    def _free_whoever_need_not_wait(self, card: Card) -> bool:
        if card.worker < 0 or card.stopped not in TAKES_TIME or card.station.blockers.worker_waits:
            return False
        self._workers.lose_setup(card)
        self._workers.let_go(card)
        return True

    def unblock(self, card: Card) -> None:
        """`card` goes on where it stopped; if its worker has left, it waits ahead of its class for the next one."""
        stopped = card.stopped
        card.stopped = None
        card.call_off()
        if stopped == MOVING:
            self._transfers.move(card, card.left)
        elif stopped in (SETUP, WORKING) and card.worker >= 0:
            if stopped == SETUP:
                self._set_up_for(card, card.left)
            else:
                self._work(card)
        elif stopped in (SETUP, WORKING):
            self._line_up(card, joined=AHEAD_OF_ALL)
        elif stopped == WAITING:
            self._line_up(card, joined=card.joined)
        else:
            self._transfers.rejoin(card, batching=stopped == BATCHING)

    # Pre-emption

    def _preempt(self, station: Station) -> None:
        """Cards of a class that preempts, waiting in `station`, take somebody from a card of lower priority."""
        classes = self._state.classes
        # A line may be long, and is looked through only where the most urgent card that may be in it finds somebody.
        if self._victim_of(max(station.waiting.first.rank, self._first_rank), station) is None:
            return
        urgent = [card for card in station.waiting.cards() if classes[card.class_index].preempts]
        for card in sorted(urgent, key=lambda card: card.key):
            victim = self._victim_of(card.rank, station)
            if victim is None:
                return
            worker = self.put_aside(victim)
            station.waiting.leave(card)
            self._take_up(card, worker)

    def _victim_of(self, rank: int, station: Station) -> Card | None:
        """The card to pre-empt for a card of this rank; None if no card in work has a lower priority.

        It is the one of the lowest priority, and of equals the one started last.
        """
        if self._state.team is not None:
            able = self._state.team.can_work(station)
            held = [one for person in able if (one := self._state.team.holds[person]) and one.worker == person]
        else:
            here = ((worker, one) for worker, one in station.in_hand.items() if worker < station.staff)
            held = [one for worker, one in here if one.station is station and one.worker == worker]
        working = [one for one in held if one.state in (SETUP, WORKING) and one.rank > rank]
        return max(working, key=lambda one: (one.rank, one.begun_at, one.number), default=None)

    def put_aside(self, card: Card) -> int:
        """Pre-empt `card`: it waits ahead of its class. Returns its worker, who then holds no card."""
        self._workers.lose_setup(card)
        self.interrupt(card)
        worker, card.worker = card.worker, NO_WORKER
        if self._state.team is not None:
            self._state.team.release(worker)
        self._line_up(card, joined=AHEAD_OF_ALL)
        return worker
