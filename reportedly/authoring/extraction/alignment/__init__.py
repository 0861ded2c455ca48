"""Which claims of different articles speak of the same thing, and how they relate."""
