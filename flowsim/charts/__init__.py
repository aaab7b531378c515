"""Charts as plain data, without Qt: the `Picture` model, one maker per chart, and the catalogue of charts.

A maker takes a read-only `RunView` and `ChartOptions`, and returns a `Picture`. The window, the command line and
documents all get their charts from `catalogue.CHARTS`.
"""
