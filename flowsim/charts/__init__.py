"""What a chart shows, without Qt: the model of a picture, a maker for each chart, and the catalogue of them.

A maker takes the read-only view of a run at a moment and what is asked for (`ChartOptions`), and gives a `Picture`.
Whoever wants a chart, the window, a command or a document, takes it from `catalogue.CHARTS`.
"""
