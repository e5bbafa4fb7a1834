"""What speaks the language of the house in tests."""
