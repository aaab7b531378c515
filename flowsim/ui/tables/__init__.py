"""Tables: what is on the board, row by row."""
