"""Many runs: replications, sweeps, comparisons, selection and forecasts, on one machine or on a cluster.

A plan (`plan`) names cells: settings of one board. Replication r plays the same random numbers in every cell, so two
cells differ by their settings and not by luck. What is played (`replication`) is a pure function; where it is played
(`executors`) does not change a byte of the results.
"""
