"""Measurements of the running server beside its rivals; ``python -m tests.load.bench``."""
