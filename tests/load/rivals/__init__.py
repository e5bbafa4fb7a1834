"""Small servers of other makers' parts: each tells one frame to everybody, at the pace of ``go``."""
