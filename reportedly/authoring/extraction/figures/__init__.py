"""Numbers, what they count, and which of them count the same."""
