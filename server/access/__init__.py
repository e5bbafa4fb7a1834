"""Doors: who may come in, with what, and from where. Nothing here knows what a meeting is about."""
