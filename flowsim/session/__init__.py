"""What the program is doing now, without Qt: the run, its pace, the history of what people did, and what changed."""
