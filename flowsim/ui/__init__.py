"""All of Qt and pyqtgraph: the window and everything in it."""
