"""The terms of the field, each in one sentence; tooltips and the list of terms say the same."""

from typing import Final

from flowsim.domain.phrases import Phrase, phrase

TERMS: Final[tuple[tuple[Phrase, Phrase], ...]] = (
    (phrase("Card"), phrase("One piece of work that goes over the board from the left to the right.")),
    (phrase("Backlog"), phrase("What has arrived and has not been started; it may have room for so many cards only.")),
    (phrase("Turned away"), phrase("A card that comes when the backlog is full: it goes elsewhere and is lost.")),
    (phrase("Done"), phrase("What has left the last column.")),
    (phrase("Column"), phrase("One step: of work, where people work on cards, or a queue, where cards only wait.")),
    (phrase("WIP limit"), phrase("The most cards that may be in a column at once, worked on, waiting or done there.")),
    (phrase("Shared limit"), phrase("The most cards that may be in neighbouring columns together; over all: CONWIP.")),
    (phrase("Limit of a class"), phrase("The most cards of one class in a column, or on the board; others pass them.")),
    (phrase("Passing by"), phrase("A card goes past a column that it does not need; chance decides, for each card.")),
    (phrase("Swarming"), phrase("Several people work on one card; a gain of 1 says that their speeds add up.")),
    (phrase("Work in progress"), phrase("Cards that have been started and are not finished.")),
    (phrase("Cycle time"), phrase("How long a card takes from entering the first column to Done.")),
    (phrase("Lead time"), phrase("How long a card takes from its arrival in the backlog to Done.")),
    (phrase("Age"), phrase("How long ago a card that is not finished was started.")),
    (phrase("Throughput"), phrase("How many cards are finished in a unit of time.")),
    (phrase("Flow efficiency"), phrase("The share of its cycle time in which somebody works on a card.")),
    (phrase("Bottleneck"), phrase("The column that holds up the flow: nearly always busy, and work waits for it.")),
    (phrase("Utilisation"), phrase("The share of the time in which people are working or setting up.")),
    (phrase("Little’s law"), phrase("Over a long time, work in progress is throughput times cycle time.")),
    (phrase("Cumulative flow"), phrase("How many cards have come to each step; a band is as high as what is there.")),
    (phrase("Pull"), phrase("A card moves on the instant there is room for it, and not before.")),
    (phrase("Blocker"), phrase("Something outside that stops the work on a card for a while.")),
    (phrase("Rework"), phrase("Work on a card that turns out to be wrong and is done again.")),
    (phrase("Set-up"), phrase("Making ready before work: people are busy, but no card gets further.")),
    (phrase("Process batch"), phrase("How many cards are worked on before people set up again.")),
    (phrase("Transfer batch"), phrase("How many cards leave a column together.")),
    (phrase("Class of service"), phrase("A kind of card: who goes first, and what may be done for it.")),
    (phrase("Family"), phrase("Cards alike enough to need no set-up between them.")),
    (phrase("Cost of delay"), phrase("What it costs when a card is finished one unit of time later.")),
    (phrase("Plan of changes"), phrase("Settings that change by themselves: shifts, holidays, a new person.")),
    (phrase("Calendar"), phrase("Gives the board’s working time dates; days off and nights take no time.")),
    (phrase("Cadence"), phrase("Cards are started, or delivered, only every so often.")),
    (phrase("Warm-up"), phrase("The beginning of a run, when the board fills; figures are taken after it.")),
    (phrase("Seed"), phrase("The number that all chance of a run comes from: the same seed, the same run.")),
    (phrase("Percentile"), phrase("85 % means: of the finished cards, 85 in 100 took this long or less.")),
    (phrase("Coefficient of variation"), phrase("How much something varies: the standard deviation over the average.")),
)  # fmt: skip
