"""The domain model: scenario, columns, distributions, card states, interventions and problems.

Mostly frozen dataclasses and pure functions. Nothing here uses Qt or SimPy, reads a clock or draws random numbers.
"""
