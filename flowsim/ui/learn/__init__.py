"""The manual in the window: the page *Learn*, and the window that F1 opens over a dialog."""
