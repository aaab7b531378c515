"""All charts, by the names under which the command line and the window know them."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from flowsim.session.moment import Moment
from flowsim.ui.charts import (
    aging,
    bottleneck,
    cost,
    cycle_time,
    flow,
    histogram,
    little,
    queues,
    throughput,
    time,
    waits,
    wip,
)
from flowsim.ui.charts.look import Look
from flowsim.ui.charts.picture import Picture

Maker: TypeAlias = Callable[[Moment, Look], Picture]

CHARTS: Final[Mapping[str, Maker]] = {
    "flow": flow.picture,
    "cycle-time": cycle_time.picture,
    "throughput": throughput.picture,
    "wip": wip.picture,
    "aging": aging.picture,
    "time": time.picture,
    "histogram": histogram.picture,
    "queues": queues.picture,
    "waits": waits.picture,
    "bottleneck": bottleneck.picture,
    "cost": cost.picture,
    "little": little.picture,
}
"""Makers of pictures, the most used first."""
