"""A team's export on its way to a board: what was read, which column is what, and how well the board fits."""
