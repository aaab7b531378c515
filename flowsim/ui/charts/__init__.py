"""Charts: each a pure view of arrays from `flowsim.metrics`, and one painter for export."""
