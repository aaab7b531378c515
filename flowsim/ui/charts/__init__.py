"""Charts on the screen and in files: pyqtgraph shows what `flowsim.charts` makes.

`ChartPlot` is a `pyqtgraph.PlotWidget`. The window shows it, and files are made by rendering its scene. This package
is the one place that configures pyqtgraph: it must use PySide6 and must not drop mouse moves.
"""

import os

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")  # before it is imported, or it takes the first Qt it finds

import pyqtgraph

pyqtgraph.setConfigOptions(mouseRateLimit=0)
