"""What stands around the board: run controls, figures, inspector, timeline."""
