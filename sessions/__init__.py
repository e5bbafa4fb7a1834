"""The domain of Plenaria: what a meeting is and what may happen in it.

Pure: no I/O, no ``async``, no clock, no randomness. Times, fresh ids and seeds are arguments.
"""
