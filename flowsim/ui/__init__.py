"""All of Qt: the window and everything in it."""
