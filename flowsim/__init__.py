"""flowsim: people act inside a running, seeded simulation of a Kanban board, and see the answer at once."""

__version__ = "0.1.0"
