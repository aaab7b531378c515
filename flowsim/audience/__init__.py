"""The room's phones: they predict what whoever leads would otherwise hear from the loudest.

The one part of the program that opens a port, in a process of its own, and only after somebody asked for it.
`Audience` starts it and speaks with it; `room` decides what counts, `web` what a phone may ask, `limits` how often.
"""
