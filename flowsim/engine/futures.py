"""What may come of a board as it stands: the same snapshot with other luck from now on (semantics §11).

What has begun stays begun: the rest of work in hand, of a blockage and of the gap between arrivals is drawn given that
it has lasted so far. All that nobody can know yet is drawn anew: work not begun, blockers to come, later cards. Listed
work is known, and stays as it is listed; so do moves, which always take the same time.

Numbers are keyed by (seed, purpose, column) and a card's place on the board, or by the card. So two settings of the
same board meet the same luck (common random numbers).
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from math import inf, log
from typing import Any, Final

import numpy as np

from flowsim.domain.arrivals import ByPeriod, Interval, Poisson
from flowsim.domain.distributions import Constant, Distribution, Exponential
from flowsim.domain.policies import Blockers
from flowsim.domain.scenario import Scenario
from flowsim.domain.words import CardState, Time
from flowsim.engine.arrivals import ARRIVAL
from flowsim.engine.deck import WORK_ON_THE_BOARD
from flowsim.engine.lasting import lasting
from flowsim.engine.snapshot import Snapshot, State
from flowsim.engine.streams import FIRST_BLOCK, Floats, Stream, generator, key_of
from flowsim.engine.work_content import Work, Works

BEFORE_WORK: Final = (CardState.MOVING, CardState.WAITING, CardState.SETUP)
MOST_TRIES: Final = 2000
"""Draws of the work on one card, after which one that does not fit what is known is taken; few need more than three."""


def future_seed(seed: int) -> int:
    """The seed of a future; another one than that of the run, whose numbers the past has seen."""
    return key_of(seed, "future") >> 75  # 53 bits: whole in every program that reads numbers


def future(snapshot: Snapshot, seed: int) -> Snapshot:
    """The board of `snapshot`, with luck that `seed` decides from now on."""
    scenario = snapshot.scenario.with_seed(future_seed(seed))
    state = dict(snapshot.state)
    state["streams"] = _from_their_beginning(state)
    state["source"] = dict(state["source"], gaps=0, groups=0)
    if not snapshot.scenario.explicit:
        state["places"] = [its["number"] for its in state["cards"]]
    state["cards"] = _Luck(replace(snapshot, scenario=scenario)).cards()
    calls = [_call(call, snapshot, scenario) for call in state["calls"]]
    state["calls"] = [call for call in calls if call[0] < inf]
    if len(state["calls"]) < len(calls):  # the last period goes on for ever, and nobody comes in it
        state["source"]["to_come"] = 0
    return replace(snapshot, scenario=scenario, state=state)


def _from_their_beginning(state: State) -> dict[str, list[dict[str, Any]]]:
    """Streams that have dealt to as many cards as there were, but none of the numbers of this future."""

    def position(begun: int) -> dict[str, Any]:
        return {"state": None, "size": FIRST_BLOCK, "used": 0, "begun": begun}

    return {
        name: [position(0 if name in ("gaps", "groups") else its["begun"] + its["used"]) for its in positions]
        for name, positions in state["streams"].items()
    }


def _call(call: Sequence[Any], snapshot: Snapshot, scenario: Scenario) -> Sequence[Any]:
    """The next arrival comes when the gap is over that has lasted since the last one."""
    _, urgency, number, kind, *rest = call
    arrivals = scenario.arrivals
    if kind != ARRIVAL or not isinstance(arrivals, Interval | Poisson | ByPeriod):
        return call
    if isinstance(arrivals, ByPeriod):  # arrivals at random forget how long nobody has come
        left = 1.0 - float(generator(scenario.seed, "gap_under_way").random())
        return [arrivals.after(snapshot.now, -log(left)), urgency, number, kind, *rest]
    gap = arrivals.gap if isinstance(arrivals, Interval) else Exponential(mean=1 / arrivals.rate)
    if isinstance(gap, Constant):
        return call
    last = snapshot.state["source"]["last"]
    left = 1.0 - float(generator(scenario.seed, "gap_under_way").random())
    return [last + lasting(gap, snapshot.now - last, left), urgency, number, kind, *rest]


class _Luck:
    """New numbers for the cards on the board of `snapshot`, whose scenario has the seed of the future."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._now = snapshot.now
        self._scenario = snapshot.scenario
        self._columns = snapshot.conditions.columns
        self._cards: Sequence[dict[str, Any]] = snapshot.state["cards"]
        self._worked_in = [column for column, its in enumerate(self._columns) if not its.is_queue]
        self._works = Works(snapshot.in_force)
        self._drawn_works: dict[Work, Floats] = {}
        self._philox = np.random.Philox(key=key_of(self._scenario.seed, "work_under_way"))
        self._numbers = np.random.Generator(self._philox)
        self._beginning: Any = self._philox.state

    def cards(self) -> list[dict[str, Any]]:
        """The cards with other luck."""
        return [self._with_luck(place, its) for place, its in enumerate(self._cards)]

    def _with_luck(self, place: int, known: dict[str, Any]) -> dict[str, Any]:
        if self._scenario.explicit and not known["added"]:
            return known
        its = copy(known)
        its["service"] = list(known["service"])
        at = its["station"] - 1
        done = self._done(its, at)
        state = its["state"] if its["stopped"] is None else its["stopped"]
        for column in self._worked_in:
            if column > at or (column == at and done is None and state in BEFORE_WORK):
                its["service"][column] = float(self._works_by_place(column, its["class_index"])[place])
        if state == CardState.SETUP:
            self._set_up_on(its, at)
        if done is not None:
            self._go_on(its, self._works.of(at, its["class_index"]), at, done)
        if its["state"] == CardState.BLOCKED and its["event"] is not None:
            self._wait_on(its, at)
        return its

    def _works_by_place(self, column: int, class_index: int) -> Floats:
        """What each card on the board would bring to a column if it were of this class."""
        key = self._works.key_of(column, class_index)
        if key not in self._drawn_works:
            stream = Stream(
                self._works.of(column, class_index), self._scenario.seed, WORK_ON_THE_BOARD, self._columns[column].id
            )
            self._drawn_works[key] = stream.take(len(self._cards))
        return self._drawn_works[key]

    def _done(self, its: dict[str, Any], at: int) -> Time | None:
        """How much work has been done on a card in its column; None if nobody has begun."""
        if at not in self._worked_in:
            return None
        if its["state"] == CardState.WORKING:
            before = float(its["service"][at]) - float(its["after"]) - float(its["duration"]) / float(its["pace"])
            return max(before, 0.0) + (self._now - float(its["started_at"])) / float(its["pace"])
        if its["remaining"] is None:
            return None
        return max(float(its["service"][at]) - float(its["remaining"]), 0.0)

    # What is under way

    def _go_on(self, its: dict[str, Any], work: Distribution, at: int, done: Time) -> None:
        """Draw all the work on a card, of which so much is done, and what gets in the way of the rest."""
        blockers = Blockers() if self._scenario.explicit else self._columns[at].blockers
        nothing_more = blockers.rate <= 0 and (its["struck"] or blockers.probability <= 0)
        if isinstance(work, Constant) and nothing_more:
            return  # nothing of it is unknown
        known = its["service"][at] if isinstance(work, Constant) else None
        total, strike = self._drawn(its, work if known is None else Constant(value=known), blockers, done)
        left = total - done
        to_strike = left if strike is None else max(strike[0] * total - done, 0.0)
        its["service"][at] = total
        its["strike"], its["after"] = (None, 0.0) if strike is None else (strike[1], max(left - to_strike, 0.0))
        if its["state"] != CardState.WORKING:
            its["remaining"] = left
            return
        rest = to_strike * its["pace"]
        its["duration"] = self._now - its["started_at"] + rest
        _, number, name = its["event"]
        name = "struck" if strike is not None else "ended" if name == "struck" else name
        its["event"] = [self._now + rest, number, name]

    def _drawn(
        self, its: dict[str, Any], work: Distribution, blockers: Blockers, done: Time
    ) -> tuple[Time, tuple[float, Time] | None]:
        """Work in all; and after what share of it something gets in the way, for how long (None: nothing any more).

        By rejection: what is drawn as for a new card is dropped as long as it does not fit what has happened.
        """
        numbers = self._numbers_of(its["number"], 0)
        total = done
        if blockers.rate > 0:  # a Poisson stream forgets what was
            own, gap, delay = numbers.random(3).tolist()
            total = lasting(work, done, 1.0 - own)
            at = done + lasting(Exponential(mean=1 / blockers.rate), 0.0, 1.0 - gap)
            return total, (at / total, lasting(blockers.duration, 0.0, 1.0 - delay)) if at < total else None
        for _ in range(MOST_TRIES):
            own, accepted, found, share, delay = numbers.random(5).tolist()
            total = lasting(work, done, 1.0 - own)
            if its["struck"]:
                # Where it struck was even over the work: the more work, the less likely to be just there.
                if done <= 0 or accepted * total <= done:
                    break
            elif found >= blockers.probability:
                break
            elif share * total > done:
                return total, (share, lasting(blockers.duration, 0.0, 1.0 - delay))
        return total, None

    def _set_up_on(self, its: dict[str, Any], at: int) -> None:
        """A set-up that has begun takes as long as set-ups take that have lasted so far."""
        law = self._columns[at].setup.law
        if isinstance(law, Constant):
            return
        left = 1.0 - float(self._numbers_of(its["number"], 2).random())
        if its["state"] != CardState.SETUP:  # it is blocked, or its worker was taken away
            spent = its["duration"] - its["left"]
            its["left"] = lasting(law, spent, left) - spent
            return
        its["duration"] = lasting(law, self._now - its["started_at"], left)
        its["event"] = [its["started_at"] + its["duration"], *its["event"][1:]]

    def _wait_on(self, its: dict[str, Any], at: int) -> None:
        """What got in the way goes away after as long as such things take that have lasted so far."""
        duration = self._columns[at].blockers.duration
        if isinstance(duration, Constant):
            return
        left = 1.0 - float(self._numbers_of(its["number"], 1).random())
        its["duration"] = lasting(duration, self._now - its["started_at"], left)
        its["event"] = [its["started_at"] + its["duration"], *its["event"][1:]]

    def _numbers_of(self, card: int, purpose: int) -> np.random.Generator:
        """The numbers that belong to this card."""
        self._beginning["state"]["counter"][2:] = purpose, card
        self._philox.state = self._beginning
        return self._numbers
