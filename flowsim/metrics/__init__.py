"""Trace in, figures and curves out; numpy only.

`Flow` is what is known at a moment; a `FlowAccumulator` folds a growing trace into it, at a cost in proportion to the
new rows alone; a `FlowSnapshot` is any earlier moment of it. `figures_of` gives the figures of semantics §12, `lately`
what has just been going on in each column, `CumulativeFlow` the lines of the diagram.
"""

from flowsim.metrics.bottleneck import Bottleneck, Load, bottleneck, lately, recent_window, recently, window_of
from flowsim.metrics.cumulative import CumulativeFlow
from flowsim.metrics.figures import ColumnFigures, Durations, Figures, figures_of
from flowsim.metrics.flow import Flow
from flowsim.metrics.flow_accumulator import FlowAccumulator
from flowsim.metrics.flow_snapshot import FlowSnapshot
from flowsim.metrics.people import PersonFigures, people_of
from flowsim.metrics.run_view import RunView
from flowsim.metrics.staffing import Staffing

__all__ = [
    "Bottleneck",
    "ColumnFigures",
    "CumulativeFlow",
    "Durations",
    "Figures",
    "Flow",
    "FlowAccumulator",
    "FlowSnapshot",
    "Load",
    "PersonFigures",
    "RunView",
    "Staffing",
    "bottleneck",
    "figures_of",
    "lately",
    "people_of",
    "recent_window",
    "recently",
    "window_of",
]
