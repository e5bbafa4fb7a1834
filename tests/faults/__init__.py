"""Faults injected by real means, and one oracle that judges what is left."""
