"""Flow metrics computed from a trace, with numpy only.

`Flow` is the state of knowledge at one time. `FlowAccumulator` keeps it up to date with a growing trace, at a cost
proportional to the new rows. `FlowSnapshot` is the same for an earlier time. `figures_of` computes WIP, throughput,
cycle times and the other figures, `lately` the recent load of each column, and `CumulativeFlow` the lines of the
cumulative flow diagram.
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
