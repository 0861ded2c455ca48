"""How a bank is written: its schema, its guide and an example of each kind."""
