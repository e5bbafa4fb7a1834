"""Programmes as YAML, one file a meeting."""
