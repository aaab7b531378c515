"""The words of a flow workshop: scenario, columns, distributions, states, interventions, problems.

Plain frozen records and pure functions; no window, no simulation library, no clock and no chance.
"""
