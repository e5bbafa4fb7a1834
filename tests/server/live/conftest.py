from tests.helpers.stores import meeting, server_url, store

__all__ = ["meeting", "server_url", "store"]
