"""What an experiment answers, in sentences that claim no more than the data: every sentence the page can say.

A difference is told as an interval, a best setting as those that cannot be told from it. Without enough replications
nothing is claimed.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flowsim.domain import units
from flowsim.domain.phrases import Joined, Phrase, counted, digits, phrase
from flowsim.domain.units import briefly
from flowsim.domain.words import TimeUnit
from flowsim.experiments.answer import BACKLOG, Answer
from flowsim.experiments.best_setting import LEAST, BestSetting
from flowsim.experiments.luck import Luck
from flowsim.experiments.questions import setting_words
from flowsim.experiments.run_figures import is_time_of_finished
from flowsim.experiments.shares import Share
from flowsim.experiments.statistics import FEW, Interval, survivors_mislead

LARGE: Final = 100.0
"""From here on a number is told in whole units."""

LARGEST: Final = 1e12
MANY_SETTINGS: Final = 10
MOST_NAMED: Final = 4
"""So many settings are named one by one."""

UNUSUAL: Final = 0.05
"""Where fewer of the others lie at one side, a run is told to be unusual."""

Amount = Callable[[str, TimeUnit], str]
"""A number as it is to be read, with its unit."""


@dataclass(frozen=True)
class FigureWords:
    """How a figure is called, at the head of a chart and within a sentence; what less and more of it are."""

    head: Phrase
    within: Phrase
    less: Phrase
    more: Phrase
    amount: Amount
    unit: Callable[[TimeUnit], str]


def _rate(number: str, unit: TimeUnit) -> str:
    return phrase("{0} {1}", number, units.PER[unit])


def _cards(number: str, _: TimeUnit) -> str:
    return units.counted_as(counted("{0} cards", "{0} card", 0), number)


def _many(unit: TimeUnit) -> str:
    return units.MANY[unit]


SHORTER, LONGER = phrase("{0} shorter"), phrase("{0} longer")
EARLIER, LATER = phrase("{0} earlier"), phrase("{0} later")
LOWER, HIGHER = phrase("{0} lower"), phrase("{0} higher")

FIGURE_WORDS: Final[Mapping[str, FigureWords]] = {
    "lead_time.mean": FigureWords(phrase("Lead time"), phrase("lead time"), SHORTER, LONGER, units.lasting, _many),
    "throughput": FigureWords(
        phrase("Throughput"), phrase("throughput"), LOWER, HIGHER, _rate,
        lambda unit: phrase("cards {0}", units.PER[unit]),
    ),
    "cycle_time.mean": FigureWords(phrase("Cycle time"), phrase("cycle time"), SHORTER, LONGER, units.lasting, _many),
    "wip": FigureWords(
        phrase("Work in progress"), phrase("work in progress"), LOWER, HIGHER, _cards, lambda _: phrase("cards")
    ),
    "lost": FigureWords(
        phrase("Turned away"), phrase("cards turned away"), LOWER, HIGHER, _cards, lambda _: phrase("cards")
    ),
    "last_delivery": FigureWords(
        phrase("Last delivery"), phrase("last delivery"), EARLIER, LATER, units.lasting, _many
    ),
    "first_delivery": FigureWords(
        phrase("First delivery"), phrase("first delivery"), EARLIER, LATER, units.lasting, _many
    ),
}  # fmt: skip

CAUSES: Final[Mapping[str, Phrase]] = {
    "touch": phrase("work"), "transport": phrase("on the way"), "capacity": phrase("waiting for a person"),
    "setup": phrase("set-up"), "blocker": phrase("blocked"), "batch": phrase("waiting for the batch"),
    "downstream": phrase("no room ahead"), "backlog": phrase("waiting to be started"),
}  # fmt: skip


def amount(value: float, figure: str, unit: TimeUnit) -> str:
    """A figure with its unit: "9.2 days"."""
    return FIGURE_WORDS[figure].amount(_number(value), unit)


def between(low: float, high: float, figure: str, unit: TimeUnit) -> str:
    """From a number to a larger one, as digits that mean the same: "0.3 to 4.7 days"."""
    decimals = min(max(1 - math.floor(math.log10(high)), int(high < LARGE)), 4) if 0 < high < LARGEST else 0
    first, last = digits(low, f",.{decimals}f"), digits(high, f",.{decimals}f")
    if not float(first.replace(",", "")):
        return phrase("up to {0}", FIGURE_WORDS[figure].amount(last, unit))
    return FIGURE_WORDS[figure].amount(phrase("{0} to {1}", first, last), unit)


def _number(value: float) -> str:
    return briefly(value)


def best_sentence(answer: Answer, figure: str) -> str:
    """Which setting is best; nothing where too little is known."""
    best = answer.best(figure)
    if best is None:
        if answer.replications >= LEAST:
            return phrase("Nothing was finished, so nothing can be compared.")
        return phrase("Too few runs to compare.")
    words, unit = FIGURE_WORDS[figure], answer.plan.scenario.time_unit
    if not best.others:
        return phrase("No setting can be told from another (95 %).")
    place, cost = _next_to(best)
    other, level = answer.names[place], told_together(answer.names, best.level)
    if cost.low == cost.high:
        return phrase("{0}: best; {1} costs {2} of {3}, in every run.", level, other, amount(cost.low, figure, unit),
                      words.within)  # fmt: skip
    apart = between(cost.low, cost.high, figure, unit)
    if len(best.level) == 1:
        return phrase("{0} is best; the next one, {1}, costs {2} of {3} (95 %).", level, other, apart, words.within)
    return phrase("{0} cannot be told apart; {1} costs {2} of {3} (95 %).", level, other, apart, words.within)


def _next_to(best: BestSetting) -> tuple[int, Interval]:
    """The setting just before those that are level, which people would try next; or else the one that costs least."""
    before = best.smallest - 1
    if before in best.others:
        return before, best.others[before]
    return min(best.others.items(), key=lambda item: item[1].mean)


def told_together(names: Sequence[str], places: Sequence[int]) -> str:
    """Some of the settings, in their order: "3 to 5", "2, 3 and none"."""
    numbers = all(names[place].replace(".", "").isdigit() for place in places[:-1])
    if numbers and len(places) > 2 and places[-1] - places[0] == len(places) - 1:
        return phrase("{0} to {1}", names[places[0]], names[places[-1]])
    if len(places) == 1:
        return names[places[0]]
    if len(places) > MOST_NAMED:
        return phrase("{0} and {1} others", names[places[0]], len(places) - 1)
    first = Joined(", ", *(names[place] for place in places[:-1]))
    return phrase("{0} and {1}", first, names[places[-1]])


def difference_sentence(answer: Answer, figure: str, one: int = 0, other: int = 1) -> str:
    """How the second setting differs from the first: "Lead time is 3.1 to 4.6 days shorter, better in 94 of 100"."""
    words, unit, its = FIGURE_WORDS[figure], answer.plan.scenario.time_unit, answer.difference(figure, one, other)
    if its.n < LEAST:
        return phrase("{0}: too few runs to compare.", words.head)
    if its.low == its.high:
        return _exact_difference(words, figure, unit, its.mean)
    better = answer.better_in(figure, one, other)
    if its.low <= 0 <= its.high:
        low, high = amount(-its.low, figure, unit), amount(its.high, figure, unit)
        return phrase("{0}: no difference can be told: at most {1}, at most {2} (95 %); better in {3} of {4} runs.",
                      words.head, _way(words.less, low), _way(words.more, high), better, its.n)  # fmt: skip
    nearer, farther = sorted((abs(its.low), abs(its.high)))
    by = _way(words.less if its.mean < 0 else words.more, between(nearer, farther, figure, unit))
    return phrase("{0} is {1} (95 %), better in {2} of {3} runs.", words.head, by, better, its.n)


def _way(words: Phrase, how_much: str) -> Phrase:
    return Phrase(words.template, how_much)


def _exact_difference(words: FigureWords, figure: str, unit: TimeUnit, change: float) -> str:
    if not change:
        return phrase("{0} is the same in every run.", words.head)
    by = _way(words.less if change < 0 else words.more, amount(abs(change), figure, unit))
    return phrase("{0} is {1}, in every run.", words.head, by)


def why_sentence(answer: Answer) -> str:
    """The largest part of a difference in lead time: "of 3.9 days, 2.4 are waiting before Test"."""
    parts = [part for part in answer.parts if part.interval.n >= LEAST]
    whole = sum(part.interval.mean for part in parts)
    if not parts or not whole or "lead_time.mean" not in answer.figures:
        return ""
    unit, columns = answer.plan.scenario.time_unit, answer.plan.scenario.columns
    most = max(parts, key=lambda part: part.interval.mean * (1 if whole > 0 else -1))
    its = most.interval
    if its.low <= 0 <= its.high and its.low != its.high:
        return phrase("No single cause stands out from the luck of the runs.")
    place = phrase("the backlog") if most.place == BACKLOG else columns[most.place].title
    return phrase("Of {0}, {1} come from {2}: {3}.", units.spell_out(abs(whole), unit),
                  units.spell_out(abs(its.mean), unit), place, CAUSES[most.cause])  # fmt: skip


def share_sentence(share: Share, answer: Answer) -> str:
    """What one of several changes contributes to the difference in lead time."""
    its, unit = share.interval, answer.plan.scenario.time_unit
    size = amount(abs(its.mean), "lead_time.mean", unit)
    name = setting_words(answer.plan.scenario, share.path)
    way = phrase("{0} less", size) if its.mean < 0 else phrase("{0} more", size)
    if its.n < LEAST or its.low <= 0 <= its.high:
        return phrase("{0}: no contribution can be told.", name)
    return phrase("{0}: its share is {1}.", name, way)


def warnings(answer: Answer) -> list[str]:
    """What to be careful about; nothing while runs still come in."""
    if not answer.done or not answer.replications:
        return []
    return [*_about_warm_up(answer), *_about_unfinished(answer), *_about_few(answer)]


def _about_warm_up(answer: Answer) -> Iterator[str]:
    if answer.warm_up is not None and not answer.warm_up.sound:
        yield phrase(
            "No warm-up was found: with some setting the number of cards still grows or falls in the middle of a run. "
            "Longer runs may help, or that setting never settles."
        )


def _about_unfinished(answer: Answer) -> Iterator[str]:
    if not any(map(is_time_of_finished, answer.figures)):
        return
    finished, unfinished = answer.finished.tolist(), answer.unfinished.tolist()
    which = [place for place in range(len(finished)) if survivors_mislead(finished[place], unfinished[place])]
    if which:
        worst = max(which, key=lambda place: float(unfinished[place]) - float(finished[place]))
        yield phrase(
            "{0}: many cards are not finished at the end (up to {1} beside {2} that are). They are the long ones, so "
            "times look shorter than they are.", told_together(answer.names, which),
            digits(unfinished[worst], ",.0f"), digits(finished[worst], ",.0f"),
        )  # fmt: skip


def _about_few(answer: Answer) -> Iterator[str]:
    settings = len(answer.names)
    if answer.replications < FEW and settings >= MANY_SETTINGS:
        yield phrase("{0} runs of each tell little of {1} settings apart. Extend it.", answer.replications, settings)
    if answer.few:
        named = Joined(", ", *(FIGURE_WORDS[name].within for name in answer.few))
        yield phrase(
            "Fewer than {0} runs of figures with a long tail ({1}): their intervals are too narrow.", FEW, named
        )


def card_sentence(card: str, settings: str, left: float | None, otherwise: float | None, unit: TimeUnit) -> str:
    """When a card left the board, and when it would have with other settings; None: not by now."""
    if left is None and otherwise is None:
        return phrase("{0} has not left the board by now, and would not have with {1}.", card, settings)
    if otherwise is None:
        return phrase("{0} left at {1}; with {2} it would not have left by now.", card, _moment(left, unit), settings)
    if left is None:
        return phrase("{0} has not left the board by now; with {1} it would have left at {2}.", card, settings,
                      _moment(otherwise, unit))  # fmt: skip
    if left == otherwise:
        return phrase(
            "{0} left at {1}, and would have at the same moment with {2}.", card, _moment(left, unit), settings
        )
    way = phrase("{0} earlier") if otherwise < left else phrase("{0} later")
    by = _way(way, units.spell_out(abs(otherwise - left), unit))
    return phrase("{0} left at {1}; with {2} it would have left {3}.", card, _moment(left, unit), settings, by)


def _moment(time: float | None, unit: TimeUnit) -> Phrase:
    assert time is not None
    return units.at(digits(time, ",.1f"), unit)


def luck_sentence(its: Luck) -> str:
    """Where the run on the board lies among others with the same decisions; those that are the same are told apart."""
    words, runs = FIGURE_WORDS[its.figure], len(its.others)
    if not runs or not math.isfinite(its.own):
        return phrase("{0}: not enough is finished to tell.", words.head)
    if its.equal == runs:
        return phrase("{0}: the same in all {1} runs with the same decisions.", words.head, digits(runs, ","))
    if runs * UNUSUAL < 1:
        return phrase("{0}: too few runs to tell.", words.head)
    where = phrase("{0} of {1} runs with the same decisions are lower", digits(its.lower, ","), digits(runs, ","))
    if its.equal:
        where = phrase("{0}, {1} are the same", where, digits(its.equal, ","))
    higher = runs - its.lower - its.equal
    if its.lower < UNUSUAL * runs and its.lower < higher:
        return phrase("{0}: unusually low; {1}.", words.head, where)
    if higher < UNUSUAL * runs and higher < its.lower:
        return phrase("{0}: unusually high; {1}.", words.head, where)
    return phrase("{0}: a usual run; {1}.", words.head, where)
