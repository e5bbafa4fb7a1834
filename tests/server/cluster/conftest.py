from tests.helpers.stores import meeting

__all__ = ["meeting"]
