"""Charts on the screen and in files: pyqtgraph shows what `flowsim.charts` makes.

`ChartPlot` is a `pyqtgraph.PlotWidget`; the window shows it, and every file is its scene rendered. The one place where
pyqtgraph is set up: which Qt it is to use, and that no move of the mouse is left out.
"""

import os

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")  # before it is imported, or it takes the first Qt it finds

import pyqtgraph

pyqtgraph.setConfigOptions(mouseRateLimit=0)
