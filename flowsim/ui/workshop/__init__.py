"""The workshop in the window: the guide beside the board, the page of rounds, the presenter."""
